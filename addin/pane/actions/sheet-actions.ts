import type { CheckReport, OpenReport } from '../../../desk/reports.ts';
import type { SheetEdit } from '../../../desk/sheet-port.ts';
import type { ColumnId } from '../../../templates/layout.ts';
import { findFinding, flatPosition, positionAt } from '../finding-position.ts';
import { FINDINGS_PAGE, pageOf } from '../paging.ts';
import type { PaneContext } from '../pane-context.ts';
import { type FindingPosition, NO_FIX, NO_LOOP, NO_PUSH, NO_RESULTS, type PaneState } from '../pane-state.ts';
import { WORDS } from '../words.ts';
import type { RecipeActions } from './recipe-actions.ts';
import { runTask, showProblem } from './run-task.ts';
import type { SessionActions } from './session-actions.ts';
import type { WorkbookActions } from './workbook-actions.ts';

/** Long enough that a burst of typing is one re-check, short enough that a fault is seen while its row is still in mind. */
export const RECHECK_AFTER_MS = 700;

export type SheetActions = ReturnType<typeof sheetActions>;

/** What a pane knows of a sheet it has just met. */
const NOTHING_KNOWN = {
  check: null,
  checkedAt: null,
  checkOutdated: false,
  marked: false,
  current: null,
  openGroups: new Set<string>(),
  pages: new Map<string, number>(),
  confirm: null,
  fix: NO_FIX,
  push: NO_PUSH,
  results: NO_RESULTS,
  loop: NO_LOOP,
} satisfies Partial<PaneState>;

/** Recognising the sheet, checking it, walking through its findings. */
export function sheetActions(
  context: PaneContext,
  session: SessionActions,
  recipe: RecipeActions,
  workbook: WorkbookActions,
) {
  const { store, desk, host } = context;
  let edited: SheetEdit | null = null;
  let dropTimer: (() => void) | null = null;
  let stopWatch: (() => Promise<void>) | null = null;

  /** Recognises the sheet in front; one that was checked before is checked anew, another is only looked at. */
  async function open({ bySelf = false } = {}): Promise<void> {
    const sheet = await runTask(context, 'open', look, { bySelf, retry: () => void open() });
    if (sheet && store.state.check) await check();
  }

  /** Reads what the sheet in front is; when it is another than before, what was known of that one is forgotten. */
  async function look(): Promise<OpenReport> {
    stopWatch ??= await desk.watch(onEdit);
    const sheet = await recipe.follow(await desk.open());
    store.change((state) => ({ ...(isSameSheet(state.sheet, sheet) ? {} : NOTHING_KNOWN), sheet }));
    void workbook.meet();
    return sheet;
  }

  async function stopWatching(): Promise<void> {
    dropTimer?.();
    await stopWatch?.();
  }

  /** Checks the sheet in front, whichever it is by now. Whoever goes on to another step meanwhile stays there. */
  async function check(): Promise<void> {
    store.change({ tab: 'check' });
    const report = await runTask(
      context,
      'check',
      async (control) => {
        const sheet = await look();
        return sheet.recognised ? await desk.check(control) : null;
      },
      { cancellable: true, patient: true, retry: () => void check() },
    );
    if (!report) return;
    const first = store.state.check === null;
    takeReport(report);
    store.change(({ fix }) => ({
      confirm: null,
      fix: { ...fix, report: null, undoReport: null },
      push: NO_PUSH,
    }));
    if (first) openFirstGroup();
    const counts = { rows: report.rows, error: report.error, query: report.query, note: report.note };
    store.announce(
      WORDS.checkDone,
      Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
    );
    store.focus('sosach-summary');
  }

  /** Checks anew after the program itself wrote, without moving the person elsewhere. */
  async function refresh(): Promise<void> {
    const report = await runTask(context, 'recheck', (control) => desk.check(control), { retry: () => void check() });
    if (report) takeReport(report);
  }

  function takeReport(report: CheckReport): void {
    store.change(({ current, fix, recipe }) => ({
      check: report,
      checkedAt: host.clock.now(),
      checkOutdated: false,
      marked: true,
      current: current && findFinding(report, current) ? current : null,
      fix: { ...fix, proposals: null, quick: null },
      recipe: { ...recipe, plan: null },
    }));
    void workbook.checked();
  }

  function openFirstGroup(): void {
    const code = store.state.check?.groups[0]?.code;
    if (code !== undefined) store.change({ openGroups: new Set([code]) });
  }

  /** A person typed: the sheet is checked again once the typing pauses. */
  function onEdit(edit: SheetEdit): void {
    session.touch();
    if (store.state.check === null) return;
    edited = edited ? joinEdits(edited, edit) : edit;
    store.change({ checkOutdated: true });
    dropTimer?.();
    dropTimer = host.clock.after(RECHECK_AFTER_MS, () => void recheck());
  }

  async function recheck(): Promise<void> {
    const edit = edited;
    if (!edit) return;
    if (store.state.task) {
      // The sheet is being written or read: come back rather than write into it at the same time.
      dropTimer = host.clock.after(RECHECK_AFTER_MS, () => void recheck());
      return;
    }
    edited = null;
    const report = await runTask(context, 'recheck', () => desk.recheck(edit), { retry: () => void check() });
    if (report) takeReport(report);
  }

  async function clearMarks(): Promise<void> {
    const done = await runTask(
      context,
      'clear-marks',
      async () => {
        await desk.clearMarks();
        return true;
      },
      { retry: () => void clearMarks() },
    );
    if (!done) return;
    store.change({ marked: false });
    store.announce(WORDS.marksCleared);
  }

  /** Brings a finding's cell into view. A finding about a column leads to the first row it speaks of. */
  async function selectFinding(position: FindingPosition): Promise<void> {
    store.change({ current: position });
    const view = store.state.check && findFinding(store.state.check, position);
    if (!view?.rowId || !view.column) return;
    await selectCell(view.rowId, view.column);
  }

  async function selectCell(rowId: string, column: ColumnId): Promise<void> {
    try {
      await desk.select(rowId, column);
    } catch (error) {
      showProblem(context, error, null);
    }
  }

  function step(by: 1 | -1): void {
    const { check: report, current } = store.state;
    if (!report) return;
    const total = report.groups.reduce((sum, group) => sum + group.findings.length, 0);
    if (total === 0) return;
    const here = current ? flatPosition(report, current) : null;
    const next = here === null ? (by === 1 ? 0 : total - 1) : (here + by + total) % total;
    const position = positionAt(report, next);
    store.change(({ openGroups, pages }) => ({
      tab: 'check',
      openGroups: new Set([...openGroups, position.code]),
      pages: new Map([...pages, [position.code, pageOf(position.index, FINDINGS_PAGE)]]),
    }));
    void selectFinding(position);
  }

  function toggleGroup(code: string): void {
    store.change(({ openGroups }) => {
      const next = new Set(openGroups);
      if (!next.delete(code)) next.add(code);
      return { openGroups: next };
    });
  }

  return {
    open,
    check,
    refresh,
    onEdit,
    clearMarks,
    selectFinding,
    selectCell,
    nextFinding: () => step(1),
    previousFinding: () => step(-1),
    toggleGroup,
    stopWatching,
  };
}

function isSameSheet(before: OpenReport | null, now: OpenReport): boolean {
  if (!before?.recognised || !now.recognised) return false;
  const id = (sheet: typeof now) => [sheet.sheetName, sheet.layout.id, sheet.identity?.workbookId].join('\n');
  return id(before) === id(now);
}

function joinEdits(a: SheetEdit, b: SheetEdit): SheetEdit {
  return {
    firstRow: Math.min(a.firstRow, b.firstRow),
    lastRow: Math.max(a.lastRow, b.lastRow),
    source: a.source === 'local' || b.source === 'local' ? 'local' : 'remote',
  };
}
