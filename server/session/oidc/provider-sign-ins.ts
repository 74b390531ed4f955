import type { ProblemCode } from '../../../contract/problem.ts';
import type { Clock } from '../../clock.ts';
import { randomToken, sha256 } from '../../crypto.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import type { Store } from '../../store/store.ts';
import type { Tables } from '../../store/tables.ts';
import { findForeignAccount } from './foreign-account.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** Time to find the telephone with the second factor. */
const SIGN_IN_SECONDS = 15 * 60;
/** The window hands the code over at once. */
const HANDOVER_SECONDS = 60;

/** The page that opened the window: a dialog of Office or a window of the browser. */
export const OPENERS = ['excel', 'page'] as const;
export type Opener = (typeof OPENERS)[number];

/** What the window hands to the page that opened it. The code stands for a session or for what came instead of one. */
export interface Handover {
  readonly opener: Opener;
  readonly challenge: string;
  readonly code: string;
}

export interface ProviderServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly provider: IdentityProvider;
}

/**
 * Signing in with another service, from the press of the button to the code that is exchanged for our own session. The page that
 * began it keeps a proof and sends its hash along (`challenge`): a code that falls into other hands is of no use there, and a
 * sign-in that somebody else began cannot be slipped to a person. Hence no cookie is needed, which the pane could not keep.
 */
export class ProviderSignIns {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #provider: IdentityProvider;

  constructor({ store, clock, provider }: ProviderServices) {
    this.#store = store;
    this.#clock = clock;
    this.#provider = provider;
  }

  get name(): string {
    return this.#provider.name;
  }

  /** Where to send the window; or, when the provider cannot be reached, what to hand over at once. */
  async begin(
    opener: Opener,
    challenge: string,
    redirectUri: string,
  ): Promise<{ readonly authorizationUrl: string } | { readonly handover: Handover }> {
    try {
      const begun = await this.#provider.begin(redirectUri);
      const { state, nonce, codeVerifier } = begun.challenge;
      const expiresAt = this.#clock.now() + SIGN_IN_SECONDS * 1000;
      await this.#store.providerSignIns.insert({
        stateHash: sha256(state),
        opener,
        challenge,
        nonce,
        codeVerifier,
        expiresAt,
      });
      return { authorizationUrl: begun.authorizationUrl };
    } catch (error) {
      return { handover: await this.#handOver({ opener, challenge }, { problem: problemOrThrow(error) }) };
    }
  }

  /** Somebody has come back. Undefined for a sign-in that is unknown, past its time or was finished before. */
  async finish(callback: URL): Promise<Handover | undefined> {
    const state = callback.searchParams.get('state') ?? '';
    // Taken out first: of two that come back with one state, one at most is somebody.
    const begun = await this.#store.providerSignIns.take(sha256(state), this.#clock.now());
    if (!begun) return undefined;
    const { nonce, codeVerifier } = begun;
    try {
      const identity = await this.#provider.finish(callback, { state, nonce, codeVerifier });
      return await this.#store.write(async (tx) => {
        const found = await findForeignAccount(tx, identity);
        if (!found) return this.#handOver(begun, { problem: 'account-unlinked' }, tx);
        const { accountId, unit } = found.account;
        const at = this.#clock.now();
        if (found.isNew) {
          await tx.audit.insert({ at, accountId, action: 'account-linked', unit, counts: {}, requestId: null });
        }
        return this.#handOver(begun, { accountId }, tx);
      });
    } catch (error) {
      return this.#handOver(begun, { problem: problemOrThrow(error) });
    }
  }

  async #handOver(
    { opener, challenge }: Omit<Handover, 'code'>,
    outcome: { readonly accountId: string } | { readonly problem: ProblemCode },
    tables: Pick<Tables, 'providerSignIns'> = this.#store,
  ): Promise<Handover> {
    const code = randomToken();
    const expiresAt = this.#clock.now() + HANDOVER_SECONDS * 1000;
    await tables.providerSignIns.insertHandover({
      codeHash: sha256(code),
      challenge,
      expiresAt,
      accountId: 'accountId' in outcome ? outcome.accountId : null,
      problem: 'problem' in outcome ? outcome.problem : null,
    });
    return { opener, challenge, code };
  }
}

function problemOrThrow(error: unknown): ProblemCode {
  if (error instanceof ApiProblem) return error.code;
  throw error;
}
