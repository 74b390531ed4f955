import { showProblem } from '../../addin/pane/actions/run-task.ts';
import { OfflineError } from '../../desk/http-transport.ts';
import type { ConsoleContext } from '../console-context.ts';
import type { WorkKind } from '../console-state.ts';

export interface WorkOptions {
  /** Offered beside the failure. */
  readonly retry?: () => void;
  /** Began by itself: that the server is out of reach is said in the page's banner, not as a failure of something asked for. */
  readonly silent?: boolean;
}

/**
 * Runs one piece of work of a kind while the page shows it. A second one of the kind is refused (undefined) while the first runs;
 * so is the result when meanwhile the account signed out. A failure becomes the shown problem.
 */
export async function runWork<T>(
  { pane, store }: ConsoleContext,
  kind: WorkKind,
  work: (onProgress: (done: number) => void) => Promise<T>,
  { retry, silent = false }: WorkOptions = {},
): Promise<T | undefined> {
  if (store.state.work.has(kind)) return undefined;
  const { account } = pane.store.state;
  const isStill = () => pane.store.state.account === account;
  store.setWork(kind, 0);
  if (!silent) pane.store.change({ problem: null });
  try {
    const result = await work((done) => {
      if (isStill()) store.setWork(kind, done);
    });
    if (!isStill()) return undefined;
    pane.store.change({ online: true });
    return result;
  } catch (error) {
    if (!isStill()) return undefined;
    if (silent && error instanceof OfflineError) pane.store.change({ online: false });
    else showProblem(pane, error, retry ?? null);
    return undefined;
  } finally {
    store.setWork(kind, null);
  }
}
