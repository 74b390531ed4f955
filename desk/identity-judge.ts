import type { SigningKey } from '../contract/schemas/campaign.ts';
import type { SignatureState } from '../contract/workbook-signature.ts';
import { signedText, type WorkbookIdentity } from '../templates/workbook-identity.ts';
import { judgeSignature, type VerifySignature } from './judge-signature.ts';
import type { SyncClient } from './sync-client.ts';

/**
 * Judges workbooks' signatures with the key of the server that somebody is signed in to: nobody's check waits for a server that is
 * not needed for anything else. What could not be judged is `unchecked` and asked again the next time.
 */
export class IdentityJudge {
  readonly #client: SyncClient;
  readonly #verify: VerifySignature | undefined;
  #key: SigningKey | null = null;
  readonly #judged = new Map<string, SignatureState>();

  constructor(client: SyncClient, verify: VerifySignature | undefined) {
    this.#client = client;
    this.#verify = verify;
  }

  async signatureOf(identity: WorkbookIdentity | null): Promise<SignatureState> {
    if (identity?.signature === undefined) return 'unsigned';
    if (!this.#verify || !this.#client.account) return 'unchecked';
    const seen = `${identity.signature} ${signedText(identity)}`;
    const known = this.#judged.get(seen);
    if (known) return known;
    try {
      this.#key ??= await this.#client.signingKey();
      const state = await judgeSignature(identity, this.#key, this.#verify);
      this.#judged.set(seen, state);
      return state;
    } catch {
      // Offline, an older server, a browser without the curve: the server judges again when rows are sent.
      return 'unchecked';
    }
  }
}
