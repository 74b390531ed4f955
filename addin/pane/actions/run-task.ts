import { DESK_ERRORS, DeskError } from '../../../desk/desk-error.ts';
import type { AbortSignalLike } from '../../../desk/sheet-port.ts';
import { describeProblem } from '../describe-problem.ts';
import type { SessionContext } from '../pane-context.ts';
import { isLargeSheet, type PaneState, type TaskKind } from '../pane-state.ts';
import type { PaneStore } from '../pane-store.ts';

export interface TaskControl {
  readonly signal: AbortSignalLike;
  readonly onProgress: (done: number, total: number) => void;
}

export interface TaskOptions {
  readonly cancellable?: boolean;
  /** Offered beside the failure. */
  readonly retry?: () => void;
}

/** Work the pane took up by itself: what a person asks for meanwhile waits for its end instead of being refused. */
const BY_ITSELF: readonly TaskKind[] = ['recheck', 'status'];
/** Work whose success shows that the server can be reached. */
const OVER_THE_NETWORK: readonly TaskKind[] = [
  'push',
  'dry-run',
  'sendings',
  'receipt',
  'undo-sending',
  'status',
  'carry',
  'sign-in',
];

/** Whether something runs that a person asked for. */
export function isBusy({ task }: PaneState): boolean {
  return task !== null && !BY_ITSELF.includes(task.kind);
}

/**
 * Runs one piece of work while the pane shows that it is busy. A second one is refused (undefined) while the first runs; a
 * failure becomes the shown problem and the answer is undefined; so it is when the person stopped the work.
 */
export async function runTask<T>(
  context: SessionContext,
  kind: TaskKind,
  work: (control: TaskControl) => Promise<T>,
  options: TaskOptions = {},
): Promise<T | undefined> {
  const { store, host } = context;
  if (store.state.task && !isBusy(store.state)) await untilIdle(store);
  if (store.state.task) return undefined;
  const signal = { aborted: false };
  const cancel = () => {
    signal.aborted = true;
    store.change(({ task }) => ({ task: task && { ...task, cancelling: true } }));
  };
  store.change({
    task: {
      kind,
      startedAt: host.clock.now(),
      progress: null,
      cancel: options.cancellable ? cancel : null,
      cancelling: false,
    },
    problem: null,
  });
  // Reading so many rows, and the first slice of judging them, hold the page up: what the pane is doing must stand there before.
  if (isLargeSheet(store.state)) await host.painted();
  const onProgress = (done: number, total: number) =>
    store.change(({ task }) => ({ task: task && { ...task, progress: { done, total } } }));
  try {
    const result = await work({ signal, onProgress });
    store.change({ task: null, ...(OVER_THE_NETWORK.includes(kind) ? { online: true } : {}) });
    return result;
  } catch (error) {
    store.change({ task: null });
    if (error instanceof DeskError && error.code === 'cancelled') store.announce(DESK_ERRORS.cancelled);
    else showProblem(context, error, options.retry ?? null);
    return undefined;
  }
}

async function untilIdle(store: PaneStore): Promise<void> {
  await new Promise<void>((done) => {
    const stop = store.subscribe(() => {
      if (store.state.task) return;
      stop();
      done();
    });
  });
}

/** Shows a failure; one that says the session is gone also forgets the account. */
export function showProblem(
  { store }: Pick<SessionContext, 'store'>,
  error: unknown,
  retry: (() => void) | null,
): void {
  const problem = describeProblem(error);
  store.change(({ account, signedOutBy, online }) => ({
    problem: { ...problem, retry },
    online: online && !problem.offline,
    account: problem.signInNeeded ? null : account,
    signedOutBy: problem.signInNeeded && account ? 'expired' : signedOutBy,
  }));
}
