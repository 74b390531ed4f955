import type { Session } from '../../../contract/schemas/session.ts';
import type { Message } from '../../../rules/messages.ts';
import { idleWatch } from '../idle-watch.ts';
import type { SessionContext } from '../pane-context.ts';
import type { PaneState } from '../pane-state.ts';
import { tabId } from '../tab-id.ts';
import { WORDS } from '../words.ts';
import { providerActions } from './provider-actions.ts';
import { runTask } from './run-task.ts';

/** School computers are shared: after this long without a touch the account is signed out. */
export const IDLE_SIGN_OUT_MS = 15 * 60 * 1000;

/** A form is handed in by the Enter key too, which no greyed button stops; and the sheet's work is none of its business. */
const PATIENT = { patient: true } as const;

type Overlay = NonNullable<PaneState['overlay']>;

/** What opened it, by id: there the keyboard goes when it closes. */
const OPENED_BY = {
  'sign-in': 'sosach-account',
  password: 'sosach-account',
  account: 'sosach-account-name',
  help: 'sosach-help-button',
  support: 'sosach-help-button',
} as const satisfies Record<Overlay, string>;

export type SessionActions = ReturnType<typeof sessionActions>;

export interface SessionOptions {
  /** Called when somebody has come in or gone. */
  readonly onAccount?: () => void;
  /** What is read out at idle sign-out; the pane's own words speak of the sheet. */
  readonly signedOutIdle?: Message;
}

/** Signing in and out, and changing a one-time password. */
export function sessionActions(
  context: SessionContext,
  { onAccount = () => {}, signedOutIdle = WORDS.signedOutIdle }: SessionOptions = {},
) {
  const { store, client, host } = context;
  let afterSignIn: (() => void) | null = null;
  /** Kept between signing in and changing it, so that nobody types it twice. */
  let oneTimePassword: string | null = null;
  const idle = idleWatch(host.clock, IDLE_SIGN_OUT_MS, () => void signOutIdle());

  const provider = providerActions(context, comeIn);

  /** Shows the sign-in form; `then` goes on with what the person was about to do. */
  function askSignIn(then: (() => void) | null = null): void {
    afterSignIn = then;
    oneTimePassword = null;
    store.change({ overlay: 'sign-in' });
    store.focus('sosach-username');
    void provider.look();
  }

  function closeOverlay(): void {
    if (store.state.overlay === 'password') {
      void signOut();
      return;
    }
    if (resting() === null) afterSignIn = null;
    provider.giveUp();
    // Whoever asked for help about a problem still has it.
    store.change(({ overlay, problem }) => ({
      overlay: resting(),
      problem: overlay === 'support' ? problem : null,
      focus: focusAfter(overlay),
    }));
  }

  /** What stands while nothing else was asked for: a one-time password is changed before anything else. */
  function resting(): 'password' | null {
    return oneTimePassword === null ? null : 'password';
  }

  function focusAfter(overlay: Overlay | null) {
    return {
      id: resting() ? 'sosach-new-password' : OPENED_BY[overlay ?? 'sign-in'],
      serial: (store.state.focus?.serial ?? 0) + 1,
    };
  }

  async function signIn(username: string, password: string): Promise<void> {
    const session = await runTask(context, 'sign-in', () => client.signIn(username, password), PATIENT);
    if (!session) {
      store.focus('sosach-password');
      return;
    }
    oneTimePassword = session.mustChangePassword ? password : null;
    comeIn(session);
  }

  function comeIn(session: Session): void {
    store.change({ account: session.account, tryOut: session.tryOut, signedOutBy: null });
    idle.start();
    if (session.mustChangePassword) {
      store.change({ overlay: 'password' });
      store.focus('sosach-new-password');
      return;
    }
    enter();
  }

  async function changePassword(newPassword: string): Promise<void> {
    const old = oneTimePassword;
    if (old === null) return;
    const work = async () => {
      await client.changePassword(old, newPassword);
      return true;
    };
    const done = await runTask(context, 'sign-in', work, PATIENT);
    if (!done) {
      store.focus('sosach-new-password');
      return;
    }
    oneTimePassword = null;
    enter();
  }

  function enter(): void {
    const { account } = store.state;
    if (!account) return;
    store.change({ overlay: null });
    onAccount();
    store.announce(WORDS.signedInAs, { name: account.displayName });
    // Not the account's button, which now signs out.
    store.focus(tabId(store.state.tab));
    const then = afterSignIn;
    afterSignIn = null;
    then?.();
  }

  async function signOut(): Promise<void> {
    const told = forget();
    store.announce(WORDS.signedOut);
    // The officers' page has its form open already.
    if (store.state.overlay === null) store.focus('sosach-account');
    await told;
  }

  async function signOutIdle(): Promise<void> {
    if (store.state.task) {
      // A long push is work: the clerk waits for it, the pane does not pull the chair away.
      idle.start();
      return;
    }
    const told = forget();
    store.change({ signedOutBy: 'idle' });
    store.announce(signedOutIdle);
    await told;
  }

  /** Here it is forgotten at once; waited for is only that the server is told, which whoever signs in next need not do. */
  async function forget(): Promise<void> {
    idle.stop();
    oneTimePassword = null;
    afterSignIn = null;
    store.change(({ push }) => ({ account: null, overlay: null, problem: null, push: { ...push, plan: null } }));
    const signedOut = client.signOut();
    onAccount();
    await signedOut;
  }

  /** The workbench opens another workbook under the same account: the pane is new, the session is not. */
  function resume(): void {
    if (!client.account) return;
    store.change({ account: client.account });
    idle.start();
  }

  return {
    askSignIn,
    closeOverlay,
    resting,
    signIn,
    signInByProvider: provider.signIn,
    giveUpProvider: provider.giveUp,
    changePassword,
    signOut,
    resume,
    touch: idle.touch,
    stopIdle: idle.stop,
  };
}
