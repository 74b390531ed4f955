import type { FindingView } from '../../../desk/reports.ts';
import { CONFIRM_WORDS } from '../confirm-words.ts';
import { cellsOf } from '../finding-cells.ts';
import { findFinding } from '../finding-position.ts';
import type { PaneContext } from '../pane-context.ts';
import type { ConfirmState } from '../pane-state.ts';
import { runTask } from './run-task.ts';
import type { SheetActions } from './sheet-actions.ts';

export type ConfirmActions = ReturnType<typeof confirmActions>;

/** Saying that queries are right as they stand, and taking that back. */
export function confirmActions(context: PaneContext, sheet: SheetActions) {
  const { store, desk } = context;

  async function confirm(views: readonly FindingView[], reason = ''): Promise<void> {
    const queries = views.filter(({ finding }) => finding.severity === 'query');
    if (queries.length === 0) return;
    const findings = queries.map(({ finding }) => finding);
    const report = await runTask(context, 'confirm', () => desk.confirm(findings, reason), {
      retry: () => void confirm(views, reason),
    });
    if (report) await afterNoting({ done: 'confirmed', cells: cellsOf(queries), report });
  }

  async function withdraw(views: readonly FindingView[]): Promise<void> {
    const findings = views.map(({ finding }) => finding);
    const report = await runTask(context, 'withdraw', () => desk.withdraw(findings), {
      retry: () => void withdraw(views),
    });
    if (report) await afterNoting({ done: 'withdrawn', cells: cellsOf(views), report });
  }

  /** Takes the last press back as a whole. */
  async function undo(): Promise<void> {
    const { confirm: last } = store.state;
    if (last?.done !== 'confirmed') return;
    const report = await runTask(context, 'withdraw', () => desk.undoConfirm(last.report), {
      retry: () => void undo(),
    });
    if (report) await afterNoting({ done: 'withdrawn', cells: last.cells, report });
  }

  /** The finding that is looked at; the next one is then in view. */
  async function confirmCurrent(): Promise<void> {
    const { check, current } = store.state;
    const view = check && current && findFinding(check, current);
    if (view?.finding.severity !== 'query') return;
    await confirm([view]);
    const after = store.state;
    // Whoever has gone on meanwhile is looking at another.
    if (after.check && current && after.current === current) await sheet.selectFinding(current);
  }

  async function afterNoting(confirm: ConfirmState): Promise<void> {
    store.change({ confirm });
    store.announce(CONFIRM_WORDS[confirm.done], { count: String(confirm.cells) });
    store.focus('sosach-confirm-note');
    await sheet.refresh();
  }

  return { confirm, confirmCurrent, withdraw, undo };
}
