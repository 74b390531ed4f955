import { may } from '../../../contract/role.ts';
import { PushOfflineError } from '../../../desk/push-rows.ts';
import type { PushPlan, PushReport } from '../../../desk/reports.ts';
import type { TornAnswer } from '../../../desk/settle-torn.ts';
import type { PaneContext } from '../pane-context.ts';
import { NO_PUSH } from '../pane-state.ts';
import { SYNC_WORDS } from '../sync-words.ts';
import { tabId } from '../tab-id.ts';
import { WORDS } from '../words.ts';
import { WORKBOOK_WORDS } from '../workbook-words.ts';
import { runTask } from './run-task.ts';
import type { SessionActions } from './session-actions.ts';
import type { SheetActions } from './sheet-actions.ts';
import type { StatusActions } from './status-actions.ts';
import type { SyncActions } from './sync-actions.ts';

export type PushActions = ReturnType<typeof pushActions>;

/** Preview and push. */
export function pushActions(
  context: PaneContext,
  sheet: SheetActions,
  session: SessionActions,
  status: StatusActions,
  sync: SyncActions,
) {
  const { store, desk } = context;

  const changePush = (part: Partial<typeof store.state.push>) =>
    store.change(({ push }) => ({ push: { ...push, ...part } }));

  /** Says what will go and what stays; asks to sign in first when need be. */
  async function plan(): Promise<void> {
    const { account } = store.state;
    if (!account) {
      session.askSignIn(() => void plan());
      return;
    }
    if (!may(account.role, 'records:push')) return;
    store.change({ push: NO_PUSH });
    const answer = await runTask(context, 'plan', () => desk.planPush(), { retry: () => void plan() });
    if (!answer) return;
    changePush({ plan: answer });
    store.focus(answer.torn ? 'sosach-torn' : 'sosach-plan');
  }

  async function push(): Promise<void> {
    const { tab } = store.state;
    const { plan: agreed } = store.state.push;
    if (!agreed || !mayGo()) return;
    status.stop();
    const unit = agreed.unit;
    const report = await runTask(
      context,
      'push',
      async (control) => {
        try {
          return await desk.push({ ...control, unit });
        } catch (error) {
          // What was acknowledged before the line dropped is told too, not only that it dropped.
          if (error instanceof PushOfflineError) {
            changePush({ plan: null, report: error.acknowledged, broken: true });
            outdateResults(error.acknowledged);
            sync.meet(error.acknowledged);
          }
          throw error;
        }
      },
      { cancellable: true, retry: () => void plan() },
    );
    if (!report) {
      if (store.state.problem?.signInNeeded) session.askSignIn(() => void plan());
      return;
    }
    changePush({ plan: null, report, broken: false });
    store.change(({ sync: before }) => ({ sync: { ...before, sendings: null, undone: null, receiptSaved: null } }));
    sync.meet(report);
    outdateResults(report);
    store.announce(report.cancelled ? WORDS.pushCancelled : WORDS.pushDone);
    // A stopped push, one that met others' edits, or one whose answers did not get into the sheet, is looked at first.
    const isWhole = !report.cancelled && report.notWritten === undefined && report.differing === undefined;
    const goesOn = isWhole && report.queued + report.kept + report.unchanged > 0;
    // Whoever went to look at something else while it was sent stays there.
    if (goesOn && store.state.tab === tab) {
      store.change({ tab: 'results' });
      store.focus(tabId('results'));
    } else store.focus(report.differing ? 'sosach-differing' : 'sosach-push-report');
    await sheet.refresh();
    if (goesOn && store.state.problem === null) await status.fetch();
  }

  /** What was fetched before says of no row that was just sent that it waits. */
  function outdateResults({ queued }: PushReport): void {
    if (queued > 0) store.change(({ results }) => ({ results: { ...results, report: null } }));
  }

  /** Has the server judge what would go, and writes nothing. */
  async function dryRun(): Promise<void> {
    const { plan: agreed } = store.state.push;
    if (!agreed || !mayGo()) return;
    const { unit } = agreed;
    const report = await runTask(context, 'dry-run', (control) => desk.push({ ...control, unit, dryRun: true }), {
      cancellable: true,
      retry: () => void dryRun(),
    });
    if (!report) return;
    changePush({ dryRun: report });
    store.announce(SYNC_WORDS.dryRunDone);
    store.focus('sosach-dry-run');
  }

  /** Answers whose the torn rows are, then looks anew at what will go. */
  async function settleTorn(asked: PushPlan, answer: TornAnswer): Promise<void> {
    const count = await runTask(context, 'plan', () => desk.settleTorn(asked, answer), { retry: () => void plan() });
    if (count === undefined) return;
    store.announce(WORKBOOK_WORDS.tornSettled, { count: String(count) });
    await plan();
  }

  /** A workbook without identity goes only after the clerk said whose it is. */
  function mayGo(): boolean {
    const { sheet: open, push: state } = store.state;
    return open?.recognised === true && (open.identity !== null || state.unitConfirmed);
  }

  return {
    plan,
    push,
    dryRun,
    settleTorn,
    dropPlan: () => changePush({ plan: null, dryRun: null }),
    confirmUnit: (unitConfirmed: boolean) => changePush({ unitConfirmed }),
  };
}
