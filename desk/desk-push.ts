import type { ReceiptFile, SendingPage, UndoAnswer } from '../contract/schemas/sending.ts';
import type { CheckedSheet } from './check-sheet.ts';
import { DeskError } from './desk-error.ts';
import type { DeskSheet } from './desk-sheet.ts';
import { OfflineError } from './http-transport.ts';
import type { OpenedSheet } from './open-sheet.ts';
import { type PushDecision, planPush } from './plan-push.ts';
import { pushReport } from './push-report.ts';
import {
  type AnsweredBatch,
  type PushedRow,
  PushOfflineError,
  type PushOutcome,
  pushRows,
  pushUnanswered,
  type UnansweredBatch,
} from './push-rows.ts';
import { findUnit, pushedWorkbook, workbookIdOf } from './pushed-workbook.ts';
import type { ReconcileInput } from './reconcile-rows.ts';
import type { PushPlan, PushReport, ResolveReport, UndoSendingReport } from './reports.ts';
import { type ResolvedRow, resolveDifferences } from './resolve-differences.ts';
import { differingWords, type ResultWords, refusedWords, stayingWords, undoneWords } from './result-words.ts';
import { getReceipts, listSendings, type SendingScope, undoSending } from './sending-client.ts';
import { SheetError, type SheetErrorCode } from './sheet-error.ts';
import type { ApplyOptions, SheetPort, SheetSnapshot } from './sheet-port.ts';
import type { SyncClient } from './sync-client.ts';
import { findTornRows } from './torn-rows.ts';
import type { VerdictMemory } from './verdict-memory.ts';

export interface PushOptions extends ApplyOptions {
  /** For a workbook without identity: the unit whose rows these are, as the clerk confirmed it. */
  readonly unit?: string;
  /** The server judges and answers, and writes nothing; neither does the desk. */
  readonly dryRun?: boolean;
}

/** What pushing needs of the desk. */
export interface PushDesk {
  readonly sheet: DeskSheet;
  readonly client: SyncClient;
  readonly clock: () => { readonly iso: string };
  readonly mintId: () => string;
  readonly delay: (milliseconds: number) => Promise<void>;
  /** A fresh check; rejects for a workbook whose rows are not to be sent. */
  check(options: ApplyOptions): Promise<CheckedSheet>;
  memoryOf(sheet: OpenedSheet): VerdictMemory;
  /** Brings results and marks into agreement with what is known. */
  write(
    port: SheetPort,
    sheet: OpenedSheet,
    snapshot: SheetSnapshot,
    known?: Pick<ReconcileInput, 'staying'>,
  ): Promise<void>;
}

/**
 * How long acknowledged rows may stand unnoted in the sheet, in milliseconds. Noting reads the whole sheet, which costs a second where it
 * is large; what a crash leaves unnoted is sent once more and answered as unchanged.
 */
const NOTE_AFTER_MS = 10_000;

/** Sending the sheet's rows, settling what somebody else changed, and taking sendings back. */
export class DeskPush {
  readonly #desk: PushDesk;
  /** By workbook: the batch that went out last and was not answered. */
  readonly #unanswered = new Map<string, UnansweredBatch>();

  constructor(desk: PushDesk) {
    this.#desk = desk;
  }

  /** What would go and what would stay, by a fresh check. Needs somebody signed in where the workbook names no unit. */
  async plan(): Promise<PushPlan> {
    await this.#desk.sheet.bind();
    const checked = await this.#desk.check({});
    const unit = findUnit(checked.sheet) ?? this.#desk.client.account?.unit;
    if (!unit) throw new DeskError('not-signed-in');
    const torn = findTornRows(checked.sheet.layout, checked.rows);
    const { plan } = planPush(checked, unit);
    return { ...plan, ...(torn.rows.length > 0 ? { torn } : {}) };
  }

  async push(options: PushOptions): Promise<PushReport> {
    const desk = this.#desk;
    const { dryRun = false } = options;
    let checked = await desk.check({ signal: options.signal });
    const torn = findTornRows(checked.sheet.layout, checked.rows).rows.length;
    if (torn > 0) throw new DeskError('rows-torn', { params: { count: String(torn) } });
    const unit = findUnit(checked.sheet) ?? { code: options.unit ?? '', name: '' };
    if (unit.code === '') throw new DeskError('unit-unknown');
    const memory = desk.memoryOf(checked.sheet);
    const before = dryRun ? null : await this.#pushUnanswered(checked.sheet, memory);
    if (before !== null) checked = await desk.check({ signal: options.signal });
    const decision = planPush(checked, unit, memory.seen);
    const note = this.#noter(checked.sheet, memory);
    const outcome = await pushRows(
      {
        client: desk.client,
        workbook: pushedWorkbook(checked.sheet, unit.code),
        fields: checked.sheet.fields,
        rows: decision.going,
        sendingId: desk.mintId(),
        dryRun,
        mintId: desk.mintId,
        delay: desk.delay,
        now: () => Date.parse(desk.clock().iso),
        onAnswered: dryRun ? async () => {} : note.answered,
      },
      options,
    );
    if (outcome.unanswered) this.#unanswered.set(workbookIdOf(checked.sheet), outcome.unanswered);
    const notWritten = dryRun ? null : await note.rest(decision);
    const report = {
      ...pushReport(checked.sheet, decision, withEarlier(outcome, before), dryRun),
      ...(notWritten === null ? {} : { notWritten }),
    };
    if (outcome.failure instanceof OfflineError) throw new PushOfflineError(report, { cause: outcome.failure });
    if (outcome.failure !== null) throw outcome.failure;
    return report;
  }

  /** Does what was chosen for differing rows, and notes it in the sheet. */
  async resolve(resolved: readonly ResolvedRow[], options: ApplyOptions): Promise<ResolveReport> {
    const entry = { id: this.#desk.mintId(), at: this.#desk.clock().iso };
    return this.#desk.sheet.step(async (port, sheet) => {
      const report = await resolveDifferences(port, this.#desk.memoryOf(sheet), resolved, entry, options);
      await this.#note(port, sheet, await port.snapshot());
      return report;
    });
  }

  /** The last sendings of the workbook in front. */
  async sendings(): Promise<SendingPage> {
    return this.#desk.sheet.step((_, sheet) => listSendings(this.#desk.client, this.#scopeOf(sheet)));
  }

  async receipts(sendingId: string): Promise<ReceiptFile> {
    return this.#desk.sheet.step((_, sheet) => getReceipts(this.#desk.client, sendingId, this.#scopeOf(sheet).unit));
  }

  /** Takes a sending back on the server. The sheet's cells stay as they are: only what is said of its rows changes. */
  async undoSending(sendingId: string): Promise<UndoSendingReport> {
    return this.#desk.sheet.step(async (port, sheet) => {
      const answer = await undoSending(this.#desk.client, sendingId, this.#scopeOf(sheet).unit);
      const snapshot = await port.snapshot();
      await this.#desk.write(port, sheet, snapshot, {
        staying: noteUndone(answer, snapshot, this.#desk.memoryOf(sheet)),
      });
      return undoReport(answer, snapshot);
    });
  }

  #scopeOf(sheet: OpenedSheet): SendingScope {
    const unit = findUnit(sheet)?.code ?? this.#desk.client.account?.unit.code;
    if (unit === undefined) throw new DeskError('not-signed-in');
    return { unit, workbookId: workbookIdOf(sheet) };
  }

  /** What was on its way when the line dropped goes first, as it was: only so is it known what became of it. */
  async #pushUnanswered(sheet: OpenedSheet, memory: VerdictMemory): Promise<readonly PushedRow[] | null> {
    const id = workbookIdOf(sheet);
    const batch = this.#unanswered.get(id);
    if (!batch) return null;
    try {
      const { rows, answers } = await pushUnanswered(this.#desk, batch);
      noteBatch(memory, { rows, answers });
      this.#unanswered.delete(id);
      return answers;
    } catch (error) {
      if (error instanceof OfflineError) throw error;
      // Refused for good: its rows go with the others, as they are now.
      this.#unanswered.delete(id);
      return null;
    }
  }

  /** Notes answers in the sheet: now and then while the push runs, and at its end. */
  #noter(sheet: OpenedSheet, memory: VerdictMemory) {
    const { clock } = this.#desk;
    const staying = new Map<string, ResultWords>();
    let notedAt = Date.parse(clock().iso);
    const write = () => this.#writeAnswers(sheet, staying);
    return {
      answered: async (batch: AnsweredBatch): Promise<void> => {
        for (const [rowId, words] of noteBatch(memory, batch)) staying.set(rowId, words);
        if (Date.parse(clock().iso) - notedAt < NOTE_AFTER_MS) return;
        await write();
        notedAt = Date.parse(clock().iso);
      },
      rest: ({ plan }: PushDecision): Promise<SheetErrorCode | null> => {
        for (const { rowId, reason } of plan.staying) staying.set(rowId, stayingWords(reason.vi));
        return write();
      },
    };
  }

  /** From here on the rows themselves remember what was seen, wherever they are moved to. */
  async #note(
    port: SheetPort,
    sheet: OpenedSheet,
    snapshot: SheetSnapshot,
    staying: ReadonlyMap<string, ResultWords> = new Map(),
  ): Promise<void> {
    await this.#desk.write(port, sheet, snapshot, { staying });
    this.#desk.memoryOf(sheet).seen.clear();
  }

  /** Writes what became of the pushed rows; answers what hindered it, for the rows are on the server all the same. */
  async #writeAnswers(
    { sheetName }: OpenedSheet,
    staying: ReadonlyMap<string, ResultWords>,
  ): Promise<SheetErrorCode | null> {
    try {
      await this.#desk.sheet.step(async (port, sheet) => {
        if (sheet.sheetName !== sheetName) throw new SheetError('sheet-gone');
        await this.#note(port, sheet, await port.snapshot(), staying);
      });
      return null;
    } catch (error) {
      if (error instanceof SheetError) return error.code;
      throw error;
    }
  }
}

/** Takes a batch's answers into the memory; answers the words of the rows that did not go, or not as they stand. */
function noteBatch(memory: VerdictMemory, { rows, answers }: AnsweredBatch): ReadonlyMap<string, ResultWords> {
  const sent = new Map(rows.map(({ row }) => [row.rowId, row.values]));
  const words = new Map<string, ResultWords>();
  for (const answer of answers) {
    memory.notePushed(answer, sent.get(answer.rowId) ?? {});
    if (answer.result === 'stays') words.set(answer.rowId, refusedWords(answer.errors));
    else if (answer.differences) words.set(answer.rowId, differingWords(answer.result === 'conflict'));
  }
  return words;
}

/** A batch sent once more counts by what became of it, not by what the sheet's rows are called after it. */
function withEarlier(outcome: PushOutcome, earlier: readonly PushedRow[] | null): PushOutcome {
  if (earlier === null) return outcome;
  const byId = new Map(earlier.map((row) => [row.rowId, row]));
  const answers = outcome.answers.map((row) => (row.result === 'unchanged' ? (byId.get(row.rowId) ?? row) : row));
  return { ...outcome, answers };
}

function noteUndone(
  { rows }: UndoAnswer,
  snapshot: SheetSnapshot,
  memory: VerdictMemory,
): ReadonlyMap<string, ResultWords> {
  const values = new Map(snapshot.rows.map((row) => [row.rowId, row.values]));
  const words = new Map<string, ResultWords>();
  for (const { rowId, result, revision } of rows) {
    const now = values.get(rowId);
    if (!now || result === 'changed-since') continue;
    // What the server went back to is what stood there before: this copy has seen it.
    if (revision === null) memory.noteRemoved(rowId);
    else memory.noteSeen(rowId, revision, now);
    words.set(rowId, undoneWords());
  }
  return words;
}

function undoReport({ rows }: UndoAnswer, snapshot: SheetSnapshot): UndoSendingReport {
  const count = (result: UndoAnswer['rows'][number]['result']) => rows.filter((row) => row.result === result).length;
  const changed = new Set(rows.flatMap((row) => (row.result === 'changed-since' ? [row.rowId] : [])));
  return {
    removed: count('removed'),
    restored: count('restored'),
    changedSince: snapshot.rows.filter(({ rowId }) => changed.has(rowId)).map(({ rowNumber }) => rowNumber),
    left: changed.size,
  };
}
