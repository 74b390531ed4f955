import type { ReceiptFile, SendingPage } from '../contract/schemas/sending.ts';
import type { Finding } from '../rules/finding.ts';
import type { PlainDate } from '../rules/plain-date.ts';
import type { HeaderSynonyms } from '../templates/header-synonyms.ts';
import type { ColumnId } from '../templates/layout.ts';
import { applyFixes, type ChosenFix } from './apply-fixes.ts';
import { checkCounts } from './check-counts.ts';
import { checkInSlices } from './check-in-slices.ts';
import { type CheckedSheet, checkContext, checkedSheet, checkReport, openFindings } from './check-sheet.ts';
import type { ConfirmationEntry } from './confirmation.ts';
import { DeskConfirmations } from './desk-confirmations.ts';
import { DeskError } from './desk-error.ts';
import { DeskLoop } from './desk-loop.ts';
import { DeskPush, type PushOptions } from './desk-push.ts';
import { DeskSheet } from './desk-sheet.ts';
import { IdentityJudge } from './identity-judge.ts';
import type { VerifySignature } from './judge-signature.ts';
import type { OpenedSheet } from './open-sheet.ts';
import { type LoadPlaces, PlaceShelf } from './place-shelf.ts';
import { planRecipe, type RecipePlan } from './plan-recipe.ts';
import { proposeFixes } from './propose-fixes.ts';
import { readStatuses, statusReport } from './pull-statuses.ts';
import { findUnit, workbookIdOf } from './pushed-workbook.ts';
import type { Recipe } from './recipe.ts';
import { type ReconcileInput, reconcileRows } from './reconcile-rows.ts';
import { refusal } from './refusal.ts';
import type {
  CheckReport,
  ConfirmReport,
  FixProposal,
  FixReport,
  OpenReport,
  PushPlan,
  PushReport,
  ResolveReport,
  StatusReport,
  UndoSendingReport,
} from './reports.ts';
import type { ResolvedRow } from './resolve-differences.ts';
import { findingMarks, unmarkedText } from './row-marks.ts';
import { settleTorn, type TornAnswer } from './settle-torn.ts';
import type { ApplyOptions, SheetEdit, SheetPort, SheetSnapshot } from './sheet-port.ts';
import type { SyncClient } from './sync-client.ts';
import { type JournalReading, readUndoable, undoFixes } from './undo-fixes.ts';
import { VerdictMemory } from './verdict-memory.ts';
import { workbookFindings } from './workbook-findings.ts';
import { findBlock, type JudgedWorkbook, workbookStandings } from './workbook-standing.ts';

export interface DeskParts {
  readonly port: SheetPort;
  readonly client: SyncClient;
  readonly clock: () => { readonly iso: string; readonly today: PlainDate };
  /** New ids in the form of `isRowId`. */
  readonly mintId: () => string;
  /** Waits between two tries of a batch. Default: does not wait. */
  readonly delay?: (milliseconds: number) => Promise<void>;
  /** Lets the host draw and hear clicks between two slices of a large sheet. Default: does not pause. */
  readonly pause?: () => Promise<void>;
  /** Default: no tables of communes, and the rules that need them are silent. */
  readonly loadPlaces?: LoadPlaces;
  /** Default: signatures are left to the server. */
  readonly verify?: VerifySignature;
}

export interface PullOptions {
  /** Reads from the beginning instead of what changed since the last time. */
  readonly full?: boolean;
}

/**
 * The clerk's work on one workbook: check → fix → push → status, written once for Excel, the workbench and the command
 * line. Every step reads the sheet anew, for edit events can be missed, and needs a constant number of port calls. Methods
 * reject with `SheetError`, `DeskError` or `OfflineError`; run one at a time, as two writers make each other's cells stale.
 */
export class Desk {
  readonly #sheet: DeskSheet;
  readonly #client: SyncClient;
  readonly #parts: DeskParts;
  readonly #memories = new Map<string, VerdictMemory>();
  readonly #places: PlaceShelf | null;
  readonly #confirmations = new DeskConfirmations();
  readonly #judge: IdentityJudge;
  /** The rows in hand between two questions: rounds, notices, what is done about them. */
  readonly loop: DeskLoop;
  readonly #push: DeskPush;
  #checked: CheckedSheet | null = null;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#client = parts.client;
    this.#sheet = new DeskSheet(parts.port);
    this.#judge = new IdentityJudge(parts.client, parts.verify);
    this.loop = new DeskLoop({ ...parts, sheet: this.#sheet, memoryOf: (sheet) => this.#memoryOf(sheet) });
    this.#places = parts.loadPlaces ? new PlaceShelf(parts.loadPlaces) : null;
    this.#push = new DeskPush({
      ...parts,
      sheet: this.#sheet,
      delay: parts.delay ?? (async () => {}),
      check: async (options) => {
        const checked = await this.#check(options);
        this.#refuseBlocked(checked);
        return checked;
      },
      memoryOf: (sheet) => this.#memoryOf(sheet),
      write: (port, sheet, snapshot, known) => this.#write(port, sheet, snapshot, known),
    });
  }

  /** Says what the sheet in front is. Writes nothing. */
  async open(): Promise<OpenReport> {
    this.#checked = null;
    this.#confirmations.forget();
    return this.#sheet.open();
  }

  /** What is to be said of the workbook's identity, its signature judged where somebody is signed in. */
  async workbookFindings(workbook: JudgedWorkbook): Promise<readonly Finding[]> {
    const signature = await this.#judge.signatureOf(workbook.identity);
    return workbookFindings(workbook, this.#client.account, signature);
  }

  /** What the school's own headers mean, as given last. */
  get synonyms(): HeaderSynonyms {
    return this.#sheet.synonyms;
  }

  /** Takes what the school's own headers mean (instead of what was given before) and says what the sheet in front is now. */
  async useSynonyms(synonyms: HeaderSynonyms): Promise<OpenReport> {
    this.#sheet.setSynonyms(synonyms);
    return this.open();
  }

  /**
   * Recognises the sheet anew, gives new rows their id, runs the rules, writes marks (and voids verdicts of edited rows). Stopped
   * before the marks, it rejects with `cancelled` and what the last check found stands.
   */
  async check(options: ApplyOptions = {}): Promise<CheckReport> {
    await this.#sheet.bind();
    this.#confirmations.forget();
    return checkReport(await this.#check(options));
  }

  /**
   * Checks again after an edit; only rows that changed their marks or lost their verdict are written. A co-author's edit is
   * shown and nothing is written: their own pane does that.
   */
  async recheck(edit: SheetEdit): Promise<CheckReport> {
    if (edit.source === 'local') return checkReport(await this.#check({}));
    return this.#sheet.step(async (port, sheet) => checkReport(await this.#look(port, sheet, await port.snapshot())));
  }

  /** The last check in numbers; null before the first. */
  checkCounts(): ReturnType<typeof checkCounts> | null {
    return this.#checked && checkCounts(this.#checked);
  }

  /** What the last check could mend, of all rules or of the named ones. */
  proposals(codes?: readonly string[]): readonly FixProposal[] {
    return proposeFixes(this.#getChecked(), codes && ((finding) => codes.includes(finding.code)));
  }

  /** The same of what is safe in bulk alone: where a cell has another fix besides, that one comes back with the next check. */
  safeProposals(codes?: readonly string[]): readonly FixProposal[] {
    return proposeFixes(
      this.#getChecked(),
      ({ code, fix }) => fix?.safe === true && (codes === undefined || codes.includes(code)),
    );
  }

  /** What a recipe would change in the sheet of the last check, to the end, and what it would leave to people. */
  planRecipe(recipe: Recipe): RecipePlan {
    return planRecipe(this.#getChecked(), recipe);
  }

  /** Writes what a recipe's plan showed, as one journalled batch like any other fix. */
  async applyRecipe({ cells }: RecipePlan, options: ApplyOptions = {}): Promise<FixReport> {
    return this.#apply(
      cells.map((cell) => ({ codes: cell.codes, cells: [cell] })),
      options,
    );
  }

  /** Applies chosen proposals as one journalled batch. Findings speak of the sheet as it was until the next `check`. */
  async applyFixes(proposals: readonly FixProposal[], options: ApplyOptions = {}): Promise<FixReport> {
    return this.#apply(proposals, options);
  }

  /**
   * Notes in the workbook that queries of the last check are right as they stand, so that no check asks again until one of the
   * values they rest on changes. Errors and notes cannot be confirmed. The next `check` takes it into account.
   */
  async confirm(findings: readonly Finding[], reason = ''): Promise<ConfirmReport> {
    return this.#noteConfirmation('confirm', findings, reason);
  }

  /** Takes confirmations of the last check back: the queries are open again. */
  async withdraw(findings: readonly Finding[]): Promise<ConfirmReport> {
    return this.#noteConfirmation('withdraw', findings);
  }

  /** Takes one press of `confirm` back. */
  async undoConfirm({ entry }: ConfirmReport): Promise<ConfirmReport> {
    const header = { id: this.#parts.mintId(), at: this.#parts.clock().iso, kind: 'withdraw' } as const;
    return this.#sheet.step((port) => this.#confirmations.append(port, { ...entry, ...header }));
  }

  /** Batches that can be taken back, newest first, and journal lines that can no longer be read. */
  async journal(): Promise<JournalReading> {
    return readUndoable(this.#parts.port);
  }

  /** Takes back the newest batch, or the named one. Works after save and reopen, too. */
  async undo(entryId?: string, options: ApplyOptions = {}): Promise<FixReport> {
    const entry = { id: this.#parts.mintId(), at: this.#parts.clock().iso };
    return this.#sheet.step((port) => undoFixes(port, entryId, entry, options));
  }

  /** What would go and what would stay, by a fresh check. Needs somebody signed in where the workbook names no unit. */
  async planPush(): Promise<PushPlan> {
    return this.#push.plan();
  }

  /** Answers for the torn rows of a plan; those torn since then are asked about by the next one. */
  async settleTorn({ torn }: PushPlan, answer: TornAnswer): Promise<number> {
    const asked = new Set(torn?.rows.map(({ rowId }) => rowId));
    return this.#sheet.step((port, { layout }) => settleTorn(port, layout, this.#parts.mintId, answer, asked));
  }

  /**
   * Checks afresh and pushes what can go, batch by batch. Acknowledged rows are noted in the sheet even when the line drops
   * (`PushOfflineError`), the server refuses, or the clerk cancels between two batches; the next push goes on from there.
   */
  async push(options: PushOptions = {}): Promise<PushReport> {
    return this.#push.push(options);
  }

  /** Settles rows that somebody else changed, as a person chose field by field; the others' values come as one journalled batch. */
  async resolve(resolved: readonly ResolvedRow[], options: ApplyOptions = {}): Promise<ResolveReport> {
    return this.#push.resolve(resolved, options);
  }

  /** The last sendings of the workbook in front, for receipts and for taking one back. */
  async sendings(): Promise<SendingPage> {
    return this.#push.sendings();
  }

  async receipts(sendingId: string): Promise<ReceiptFile> {
    return this.#push.receipts(sendingId);
  }

  async undoSending(sendingId: string): Promise<UndoSendingReport> {
    return this.#push.undoSending(sendingId);
  }

  /** Reads what changed on the server, and writes results and marks by row id in one patch. */
  async pullStatuses({ full = false }: PullOptions = {}): Promise<StatusReport> {
    return this.#sheet.step(async (port, sheet) => {
      const unit = findUnit(sheet)?.code ?? this.#client.account?.unit.code;
      if (unit === undefined) throw new DeskError('not-signed-in');
      const memory = this.#memoryOf(sheet);
      if (full) memory.cursor = null;
      const queue = await readStatuses(this.#client, memory, { workbookId: workbookIdOf(sheet), unit });
      const snapshot = await port.snapshot();
      await this.#write(port, sheet, snapshot);
      return statusReport(snapshot.rows, memory, queue, sheet.identity !== null);
    });
  }

  /** Has the sheet asked about to its end although far too many of its rows failed. Answers how many rows wait again. */
  async askOn(): Promise<number> {
    return this.#sheet.step(async (_port, sheet) => {
      const unit = findUnit(sheet)?.code ?? this.#client.account?.unit.code;
      if (unit === undefined) throw new DeskError('not-signed-in');
      return this.#client.askOn({ unit, workbookId: workbookIdOf(sheet) });
    });
  }

  /** Takes every mark off without a trace. Results stay, and so does what tells somebody else's edit from one's own. */
  async clearMarks(): Promise<void> {
    await this.#sheet.step(async (port, { layout }) => {
      // A copied row has its original's id and marks: without an id of its own it could not be reached.
      await port.mintRowIds(this.#parts.mintId);
      const { rows, leftoverMarks } = await port.snapshot();
      const marks = rows
        .map(({ rowId, marks: before }) => ({ rowId, before, marks: unmarkedText(layout, before) }))
        .flatMap(({ rowId, before, marks: after }) => (before === after ? [] : [{ rowId, marks: after }]));
      if (marks.length > 0 || leftoverMarks) await port.apply({ marks });
    });
  }

  /** Brings a finding's cell into view. */
  async select(rowId: string, column: ColumnId): Promise<void> {
    await this.#sheet.step((port) => port.select(rowId, column));
  }

  /** Calls back after a person's edit in the sheet, from its first check on. Answers how to stop. */
  async watch(onEdit: (edit: SheetEdit) => void): Promise<() => Promise<void>> {
    return this.#sheet.watch(onEdit);
  }

  #getChecked(): CheckedSheet {
    if (!this.#checked) throw new DeskError('not-checked');
    return this.#checked;
  }

  async #apply(chosen: readonly ChosenFix[], options: ApplyOptions): Promise<FixReport> {
    const entry = { id: this.#parts.mintId(), at: this.#parts.clock().iso };
    return this.#sheet.step((port) => applyFixes(port, chosen, entry, options));
  }

  async #noteConfirmation(
    kind: ConfirmationEntry['kind'],
    findings: readonly Finding[],
    reason?: string,
  ): Promise<ConfirmReport> {
    const checked = this.#getChecked();
    const header = { id: this.#parts.mintId(), at: this.#parts.clock().iso, kind };
    return this.#sheet.step((port) => this.#confirmations.note(port, checked, findings, header, reason));
  }

  /** Ids, snapshot, rules, marks: the check that every writing step begins with. */
  async #check(options: ApplyOptions): Promise<CheckedSheet> {
    return this.#sheet.step(async (port, sheet) => {
      await port.mintRowIds(this.#parts.mintId);
      const snapshot = await port.snapshot();
      const checked = await this.#look(port, sheet, snapshot, options);
      await this.#write(port, sheet, snapshot, { findings: findingMarks(openFindings(checked)) }, options);
      return checked;
    });
  }

  /** Runs the rules over a snapshot and remembers what they found. */
  async #look(
    port: SheetPort,
    sheet: OpenedSheet,
    { rows }: SheetSnapshot,
    options: ApplyOptions = {},
  ): Promise<CheckedSheet> {
    const { clock, pause = async () => {} } = this.#parts;
    const { today } = clock();
    const values = rows.map((row) => row.values);
    const places = await this.#places?.tablesFor(values);
    const confirmations = await this.#confirmations.standing(port);
    const signature = await this.#judge.signatureOf(sheet.identity);
    const known = { today, places, account: this.#client.account, signature, confirmations };
    const findings = await checkInSlices(values, checkContext(sheet, known), { ...options, pause });
    this.#checked = checkedSheet(sheet, rows, findings, known);
    return this.#checked;
  }

  /** Rows of a workbook that is not what it was issued as, or is another school's, are not even offered to the server. */
  #refuseBlocked({ sheet, signature = 'unchecked' }: CheckedSheet): void {
    const { account } = this.#client;
    const code = findBlock(workbookStandings(sheet, account, signature), account);
    if (code) throw refusal(code, { unit: findUnit(sheet)?.name || (sheet.identity?.unit ?? '') });
  }

  /** Brings results and marks into agreement with what is known, in one patch, or in none when they agree. */
  async #write(
    port: SheetPort,
    sheet: OpenedSheet,
    { rows, leftoverMarks }: SheetSnapshot,
    known: Pick<ReconcileInput, 'findings' | 'staying'> = {},
    options: ApplyOptions = {},
  ): Promise<void> {
    const { statuses, seen } = this.#memoryOf(sheet);
    const patch = reconcileRows({ ...known, rows, layout: sheet.layout, statuses, seen });
    if (patch || leftoverMarks) await port.apply(patch ?? { marks: [] }, options);
  }

  #memoryOf(sheet: OpenedSheet): VerdictMemory {
    const id = workbookIdOf(sheet);
    const memory = this.#memories.get(id) ?? new VerdictMemory();
    this.#memories.set(id, memory);
    return memory;
  }
}
