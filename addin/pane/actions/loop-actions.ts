import type { PerformResult } from '../../../contract/loop/decide-action.ts';
import { LOOP_ACTIONS, type PerformedAction } from '../../../contract/loop/loop-actions.ts';
import { stateAfter } from '../../../contract/loop/loop-table.ts';
import type { Notice } from '../../../contract/schemas/loop.ts';
import type { RowStatus } from '../../../contract/schemas/status.ts';
import type { LoopRow, PreparedAction } from '../../../desk/desk-loop.ts';
import { LOOP_WORDS } from '../loop-words.ts';
import type { PaneContext } from '../pane-context.ts';
import type { LoopPaneState, LoopReport } from '../pane-state.ts';
import { saidOfPeople } from '../said-of-people.ts';
import { runTask } from './run-task.ts';
import type { SessionActions } from './session-actions.ts';
import type { StatusActions } from './status-actions.ts';

export type LoopActions = ReturnType<typeof loopActions>;

/** Looking at the selected rows, and noting what was done about them. */
export function loopActions(context: PaneContext, session: SessionActions, status: StatusActions) {
  const { store, desk } = context;

  const changeLoop = (part: Partial<typeof store.state.loop>) =>
    store.change(({ loop }) => ({ loop: { ...loop, ...part } }));

  /** Shows the rows that are selected in the sheet now. */
  async function look(): Promise<void> {
    if (!store.state.sheet?.recognised) return;
    store.change({ tab: 'results', overlay: session.resting() });
    const found = await runTask(context, 'loop', async () => read(await desk.loop.selectedRowIds()), {
      patient: true,
      retry: () => void look(),
    });
    if (!found) return;
    changeLoop({ ...found, report: null, noticeOpen: false });
    store.focus('sosach-rows');
  }

  /** Reads how these rows stand, and the rounds of a single one. */
  async function read(rowIds: readonly string[]): Promise<Pick<LoopPaneState, 'rows' | 'history'>> {
    let rows = await desk.loop.rows(rowIds);
    // After a reload nothing is known but the words in the sheet.
    if (store.state.account && rows.some((row) => row.status === null && row.state !== 'not-sent')) {
      await desk.pullStatuses();
      rows = await desk.loop.rows(rowIds);
    }
    const only = rows.length === 1 ? (rows[0]?.status ?? null) : null;
    return { rows, history: only && store.state.account ? await desk.loop.history(only) : null };
  }

  /** The rows in hand anew, after something was noted at them. */
  async function readAnew(): Promise<void> {
    const rowIds = (store.state.loop.rows ?? []).map(({ rowId }) => rowId);
    const found = await runTask(context, 'loop', () => read(rowIds), { bySelf: true, retry: () => void readAnew() });
    if (found) changeLoop(found);
  }

  /** Notes an action for every row in hand that it may be done at. */
  async function perform(action: PerformedAction, notice?: Notice): Promise<void> {
    const rows = rowsFor(action, store.state.loop.rows ?? []);
    if (rows.length === 0) return;
    const prepared = await runTask(context, 'loop', () => desk.loop.prepare(action, rows, notice), {
      retry: () => void perform(action, notice),
    });
    if (prepared) await send(prepared);
  }

  /** May be tried again: the server does it once. */
  async function send(prepared: PreparedAction): Promise<void> {
    const report = await runTask(
      context,
      'loop',
      async () => {
        const answers = await desk.loop.perform(prepared);
        const results = await desk.pullStatuses();
        store.change((state) => ({ results: { ...state.results, report: results } }));
        return reportOf(prepared.action, answers);
      },
      // What was prepared is sent, whatever waited for its turn meanwhile.
      { patient: true, retry: () => void send(prepared) },
    );
    if (!report) {
      if (store.state.problem?.signInNeeded) session.askSignIn(() => void send(prepared));
      return;
    }
    changeLoop({ report, noticeOpen: false });
    const action = saidOfPeople(store.state, LOOP_ACTIONS[report.action].words)[store.state.language];
    store.announce(LOOP_WORDS.done, { action, count: String(report.rows.done ?? 0) });
    store.focus('sosach-rows');
    await readAnew();
    if (prepared.action === 'resend') await status.fetch();
  }

  return {
    look,
    perform,
    signIn: () => session.askSignIn(() => void look()),
    openNotice() {
      changeLoop({ noticeOpen: true, report: null });
      store.focus('sosach-notice');
    },
    closeNotice() {
      changeLoop({ noticeOpen: false });
      store.focus('sosach-rows');
    },
  };
}

/** The rows at which an action may be done: known to the server, as it knows them, and in a state for it. */
export function rowsFor(action: PerformedAction, rows: readonly LoopRow[]): readonly RowStatus[] {
  return rows.flatMap(({ status, edited, state }) =>
    status && !edited && stateAfter(state, action) !== undefined ? status : [],
  );
}

function reportOf(action: PerformedAction, answers: readonly { readonly result: PerformResult }[]): LoopReport {
  const rows: Partial<Record<PerformResult, number>> = {};
  for (const { result } of answers) rows[result] = (rows[result] ?? 0) + 1;
  return { action, rows };
}
