import type { MySession } from '../../../contract/schemas/session.ts';
import { DeskError } from '../../../desk/desk-error.ts';
import { endMySession, endMySessions, listMySessions } from '../../../desk/my-sessions-client.ts';
import { ACCOUNT_WORDS } from '../account-words.ts';
import type { SessionContext } from '../pane-context.ts';
import { runTask } from './run-task.ts';
import type { SessionActions } from './session-actions.ts';

export type AccountActions = ReturnType<typeof accountActions>;

/** One's own account: where it is signed in, and ending that. */
export function accountActions(context: SessionContext, session: SessionActions) {
  const { store, client } = context;

  /** Opens with nothing of an earlier look: it may have been somebody else's. */
  async function show(): Promise<void> {
    store.change({ overlay: 'account', mySessions: null, problem: null });
    store.focus('sosach-my-account');
    const options = { patient: true, retry: () => void show() };
    take(await runTask(context, 'my-sessions', () => listMySessions(client), options));
  }

  /** @param time when it was opened, in the person's own words */
  async function end(sessionId: string, time: string): Promise<void> {
    const work = async () => {
      await endMySession(client, sessionId).catch(passWhenGone);
      return listMySessions(client);
    };
    if (!take(await runTask(context, 'end-session', work, { retry: () => void show() }))) return;
    store.announce(ACCOUNT_WORDS.ended, { time });
    // Its own button is gone.
    store.focus('sosach-my-account');
  }

  async function endAll(): Promise<void> {
    const work = async () => {
      await endMySessions(client);
      return true;
    };
    if (!(await runTask(context, 'end-session', work, { retry: () => void endAll() }))) return;
    await session.signOut();
    store.announce(ACCOUNT_WORDS.endedAll);
  }

  /** False when there is none, or nobody here to show it to any more. */
  function take(mySessions: readonly MySession[] | undefined): boolean {
    if (!mySessions || store.state.overlay !== 'account') return false;
    store.change({ mySessions });
    return true;
  }

  return { show, end, endAll };
}

/** It has come to its end by itself, or from elsewhere: what was asked for is so. */
function passWhenGone(error: unknown): void {
  if (!(error instanceof DeskError && error.problem?.code === 'not-found')) throw error;
}
