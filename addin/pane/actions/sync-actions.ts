import type { PushReport } from '../../../desk/reports.ts';
import type { Choice, ResolvedRow } from '../../../desk/resolve-differences.ts';
import type { PaneContext } from '../pane-context.ts';
import type { SyncState } from '../pane-state.ts';
import { SYNC_WORDS } from '../sync-words.ts';
import { runTask } from './run-task.ts';
import type { SessionActions } from './session-actions.ts';
import type { SheetActions } from './sheet-actions.ts';

export type SyncActions = ReturnType<typeof syncActions>;

/** Rows of the sync state that every field of is decided. */
export function decidedRows({ differing, choices }: SyncState): readonly ResolvedRow[] {
  return differing.flatMap((row) => {
    const own = choices.get(row.rowId);
    return own && row.fields.every(({ field }) => own.has(field)) ? [{ row, choices: own }] : [];
  });
}

/** What others changed, the sendings of this workbook, their receipts, and taking one back. */
export function syncActions(context: PaneContext, sheet: SheetActions, session: SessionActions) {
  const { store, desk, host } = context;
  const change = (part: Partial<SyncState>) => store.change(({ sync }) => ({ sync: { ...sync, ...part } }));

  /** Shows what a push found; what the other side alone changed is taken unless the person says otherwise. */
  function meet({ differing = [] }: PushReport): void {
    const choices = new Map(
      differing.map((row) => [
        row.rowId,
        new Map<string, Choice>(row.fields.flatMap(({ field, clash }) => (clash ? [] : [[field, 'theirs'] as const]))),
      ]),
    );
    change({ differing, choices, resolved: null });
  }

  function choose(rowId: string, field: string, choice: Choice): void {
    const { choices } = store.state.sync;
    change({ choices: new Map([...choices, [rowId, new Map([...(choices.get(rowId) ?? []), [field, choice]])]]) });
  }

  function chooseAll(choice: Choice): void {
    const { differing } = store.state.sync;
    change({
      choices: new Map(differing.map((row) => [row.rowId, new Map(row.fields.map(({ field }) => [field, choice]))])),
    });
  }

  async function resolve(): Promise<void> {
    const decided = decidedRows(store.state.sync);
    if (decided.length === 0) return;
    const report = await runTask(context, 'resolve', () => desk.resolve(decided), { retry: () => void resolve() });
    if (!report) return;
    const done = new Set(decided.map(({ row }) => row.rowId));
    const { differing } = store.state.sync;
    change({ differing: differing.filter(({ rowId }) => !done.has(rowId)), resolved: report });
    store.announce(SYNC_WORDS.resolved, { rows: String(report.rows), cells: String(report.applied) });
    store.focus('sosach-resolved');
    await sheet.refresh();
  }

  async function showSendings(): Promise<void> {
    if (!store.state.account) {
      session.askSignIn(() => void showSendings());
      return;
    }
    if (await readSendings()) store.focus('sosach-sendings');
  }

  async function readSendings({ bySelf = false } = {}): Promise<boolean> {
    const page = await runTask(context, 'sendings', () => desk.sendings(), {
      bySelf,
      retry: () => void showSendings(),
    });
    if (page) change({ sendings: page, undoAsked: null });
    return page !== undefined;
  }

  async function saveReceipt(sendingId: string, at: string): Promise<void> {
    const file = await runTask(context, 'receipt', () => desk.receipts(sendingId), {
      retry: () => void saveReceipt(sendingId, at),
    });
    if (!file) return;
    host.saveFile(`bien-nhan-${at.slice(0, 16).replace(/[T:]/g, '-')}.json`, `${JSON.stringify(file, null, 1)}\n`);
    store.announce(SYNC_WORDS.receiptSaved);
    change({ receiptSaved: sendingId });
  }

  function askUndo(sendingId: string | null): void {
    change({ undoAsked: sendingId });
    if (sendingId !== null) store.focus('sosach-undo-sending');
  }

  async function undo(sendingId: string): Promise<void> {
    const report = await runTask(context, 'undo-sending', () => desk.undoSending(sendingId), {
      retry: () => void undo(sendingId),
    });
    if (!report) return;
    change({ undone: report, undoAsked: null, sendings: null });
    store.announce(SYNC_WORDS.undoSendingDone, {
      removed: String(report.removed),
      restored: String(report.restored),
    });
    store.focus('sosach-undone');
    await readSendings({ bySelf: true });
    await sheet.refresh();
  }

  return { meet, choose, chooseAll, resolve, showSendings, saveReceipt, askUndo, undo };
}
