import { SheetError } from '../../../desk/sheet-error.ts';
import { HOLD_WORDS } from '../hold-words.ts';
import type { PaneContext } from '../pane-context.ts';
import { WORDS } from '../words.ts';
import { runTask } from './run-task.ts';
import type { SessionActions } from './session-actions.ts';

/** Seconds between two fetches while rows are waiting: quick at first, then gentle on the server and on the sheet. */
const FETCH_DELAYS = [2, 3, 5, 8, 13, 20, 30] as const;

export type StatusActions = ReturnType<typeof statusActions>;

/**
 * Fetching results, by hand and by itself while rows are waiting.
 * @param onReport called when other rows wait than before
 */
export function statusActions(context: PaneContext, session: SessionActions, onReport: () => void = () => {}) {
  const { store, desk, host } = context;
  let dropTimer: (() => void) | null = null;
  let attempt = 0;

  const changeResults = (part: Partial<typeof store.state.results>) =>
    store.change(({ results }) => ({ results: { ...results, ...part } }));

  /** Fetches now; goes on by itself while rows are waiting. */
  async function fetch(): Promise<void> {
    if (!store.state.account) {
      session.askSignIn(() => void fetch());
      return;
    }
    attempt = 0;
    changeResults({ stoppedByHand: false });
    await pull(false);
  }

  async function pull(bySelf: boolean): Promise<void> {
    stop();
    if (bySelf && store.state.task) {
      schedule();
      return;
    }
    const before = store.state.results.report;
    let postponed = false;
    const report = await runTask(
      context,
      'status',
      async () => {
        try {
          return await desk.pullStatuses();
        } catch (error) {
          // Somebody is typing in a cell: results that fetch themselves wait, they do not nag.
          if (!bySelf || !(error instanceof SheetError) || error.code !== 'cell-being-edited') throw error;
          postponed = true;
          return before;
        }
      },
      { retry: () => void fetch() },
    );
    if (report) {
      if (before && report.waiting < before.waiting) attempt = 0;
      changeResults({ report });
      if (!before || report.waiting !== before.waiting) onReport();
      if (report.held) store.announce(HOLD_WORDS.heldHeading);
      else if (report.waiting === 0) store.announce(WORDS.resultsDone);
      else if (!bySelf || report.waiting !== before?.waiting) {
        store.announce(WORDS.waiting, { count: String(report.waiting) });
      }
    }
    const more = postponed || (report?.waiting ?? 0) > 0 || (bySelf && store.state.problem?.offline === true);
    if (more && !store.state.results.stoppedByHand && store.state.account) schedule();
  }

  /** Has a sheet that was held asked about to its end, then fetches. */
  async function askOn(): Promise<void> {
    if (!store.state.account) {
      session.askSignIn(() => void askOn());
      return;
    }
    const rows = await runTask(context, 'status', () => desk.askOn(), { retry: () => void askOn() });
    if (rows === undefined) return;
    store.announce(HOLD_WORDS.askedOn, { rows: String(rows) });
    store.focus('sosach-results');
    await fetch();
  }

  function schedule(): void {
    const delay = FETCH_DELAYS[Math.min(attempt, FETCH_DELAYS.length - 1)] ?? 30;
    attempt += 1;
    countDown(delay);
  }

  function countDown(seconds: number): void {
    // Signing out, by hand or by idling, ends it.
    if (!store.state.account) {
      stop();
      return;
    }
    changeResults({ nextFetchIn: seconds });
    dropTimer = host.clock.after(1000, () => {
      if (seconds > 1) countDown(seconds - 1);
      else void pull(true);
    });
  }

  function stop(): void {
    dropTimer?.();
    dropTimer = null;
    if (store.state.results.nextFetchIn !== null) changeResults({ nextFetchIn: null });
  }

  function stopByHand(): void {
    stop();
    changeResults({ stoppedByHand: true });
    store.announce(WORDS.autoFetchStopped);
    store.focus('sosach-results');
  }

  return { fetch, stop, stopByHand, askOn };
}
