import type { AbortSignalLike } from '../../../desk/sheet-port.ts';
import { describeProblem } from '../describe-problem.ts';
import type { PaneContext } from '../pane-context.ts';
import type { TaskKind } from '../pane-state.ts';

export interface TaskControl {
  readonly signal: AbortSignalLike;
  readonly onProgress: (done: number, total: number) => void;
}

export interface TaskOptions {
  readonly cancellable?: boolean;
  /** Offered beside the failure. */
  readonly retry?: () => void;
}

/**
 * Runs one piece of work while the pane shows that it is busy. A second one is refused (undefined) while the first runs; a
 * failure becomes the shown problem and the answer is undefined.
 */
export async function runTask<T>(
  context: PaneContext,
  kind: TaskKind,
  work: (control: TaskControl) => Promise<T>,
  options: TaskOptions = {},
): Promise<T | undefined> {
  const { store } = context;
  if (store.state.task) return undefined;
  const signal = { aborted: false };
  const cancel = () => {
    signal.aborted = true;
    store.change(({ task }) => ({ task: task && { ...task, cancelling: true } }));
  };
  store.change({
    task: { kind, progress: null, cancel: options.cancellable ? cancel : null, cancelling: false },
    problem: null,
  });
  const onProgress = (done: number, total: number) =>
    store.change(({ task }) => ({ task: task && { ...task, progress: { done, total } } }));
  try {
    const result = await work({ signal, onProgress });
    store.change({ task: null, online: true });
    return result;
  } catch (error) {
    store.change({ task: null });
    showProblem(context, error, options.retry ?? null);
    return undefined;
  }
}

/** Shows a failure; one that says the session is gone also forgets the account. */
export function showProblem({ store }: PaneContext, error: unknown, retry: (() => void) | null): void {
  const problem = describeProblem(error);
  store.change(({ account, signedOutBy, online }) => ({
    problem: { ...problem, retry },
    online: online && !problem.offline,
    account: problem.signInNeeded ? null : account,
    signedOutBy: problem.signInNeeded && account ? 'expired' : signedOutBy,
  }));
}
