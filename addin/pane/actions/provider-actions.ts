import type { Session } from '../../../contract/schemas/session.ts';
import type { SessionContext } from '../pane-context.ts';
import type { OpenedWindow } from '../pane-host.ts';
import { makeSignInProof, type SignInProof } from '../sign-in-proof.ts';
import { WORDS } from '../words.ts';
import { isBusy, runTask, showProblem } from './run-task.ts';

/** Signing in with another service, in a window of its own. `enter` is told of the session. */
export function providerActions(context: SessionContext, enter: (session: Session) => void) {
  const { store, client, host } = context;
  /** Made beforehand: the window must open within the press of the button. */
  let proof: SignInProof | undefined;
  let opened: OpenedWindow | null = null;

  /** Asks, each time the form comes up until it is known, whether there is such a service for pages of this origin. */
  async function look(): Promise<void> {
    if (!host.signInWindow || store.state.provider !== null) return;
    try {
      const { provider } = await client.signInWays();
      if (provider?.origin !== host.signInWindow.origin) return;
      proof = await makeSignInProof();
      if (proof) store.change({ provider: provider.name });
    } catch {
      // The form without the button still works; whoever uses it is told that the line is down.
    }
  }

  async function signIn(): Promise<void> {
    const { signInWindow } = host;
    if (!signInWindow || !proof || opened || isBusy(store.state)) return;
    const mine = proof;
    const query = new URLSearchParams({ proof: mine.challenge, from: signInWindow.kind });
    opened = signInWindow.open(`/dang-nhap?${query}`, mine.challenge);
    store.change({ awaitingProvider: true, problem: null });
    store.announce(WORDS.signInAwaited);
    const code = await opened.code.catch((error: unknown) => {
      showProblem(context, error, null);
      return null;
    });
    opened = null;
    store.change({ awaitingProvider: false });
    proof = await makeSignInProof();
    const work = (given: string) => () => client.signInByProvider(given, mine.proof);
    const session = code === null ? undefined : await runTask(context, 'sign-in', work(code), { patient: true });
    if (session) enter(session);
    else store.focus('sosach-provider');
  }

  return { look, signIn, giveUp: () => opened?.giveUp() };
}
