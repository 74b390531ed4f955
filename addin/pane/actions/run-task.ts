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
  /** The pane took it up by itself: what a person asks for meanwhile waits for its end instead of being refused. */
  readonly bySelf?: boolean;
  /** Waits behind whatever runs; so does all that the pane takes up by itself. For what a person may ask for at any time. */
  readonly patient?: boolean;
}

/** Work that never was a press alone. */
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
  'my-sessions',
  'end-session',
];

/** Whether something that a person asked for runs, or waits for its turn. */
export function isBusy({ task, asked }: PaneState): boolean {
  return asked.length > 0 || (task !== null && !task.bySelf);
}

/**
 * Runs one piece of work while the pane shows that it is busy. A second one that a person asks for is refused (undefined)
 * meanwhile, and its button says so beforehand; a failure becomes the shown problem and the answer is undefined; so it is when
 * the person stopped the work.
 */
export async function runTask<T>(
  context: SessionContext,
  kind: TaskKind,
  work: (control: TaskControl) => Promise<T>,
  options: TaskOptions = {},
): Promise<T | undefined> {
  const { store, host } = context;
  const { bySelf = BY_ITSELF.includes(kind), patient = bySelf } = options;
  const { task, asked } = store.state;
  if (isBusy(store.state)) {
    // The same form handed in twice is one press too many, not a second wish.
    const again = !bySelf && (task?.kind === kind || asked.includes(kind));
    if (!patient || again) return undefined;
  }
  const waits = !bySelf && !isIdle(store.state);
  if (waits) await untilTurn(store, kind);
  // What a person asked for goes first; and another that waited may have begun in the same turn.
  else while (!isIdle(store.state)) await until(store, isIdle);
  const signal = { aborted: false };
  const cancel = () => {
    signal.aborted = true;
    store.change(({ task }) => ({ task: task && { ...task, cancelling: true } }));
  };
  store.change({
    asked: store.state.asked.slice(waits ? 1 : 0),
    task: {
      kind,
      bySelf,
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

const isIdle = ({ task, asked }: PaneState) => task === null && asked.length === 0;

async function untilTurn(store: PaneStore, kind: TaskKind): Promise<void> {
  store.change(({ asked }) => ({ asked: [...asked, kind] }));
  await until(store, ({ task, asked }) => task === null && asked[0] === kind);
}

function until(store: PaneStore, isSo: (state: PaneState) => boolean): Promise<void> {
  return new Promise((done) => {
    const stop = store.subscribe(() => {
      if (!isSo(store.state)) return;
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
