import type { FieldDifference, PushRequest } from '../../contract/schemas/push.ts';
import type { RawRow } from '../../rules/record.ts';
import { mintOrderedId } from '../crypto.ts';
import type { RecordChange } from '../store/change-table.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import { LiveRows } from './duplicates.ts';
import { type FoundRecord, findRecords } from './find-records.ts';
import type { JudgedRow } from './judge-rows.ts';
import { mergeRow } from './merge-row.ts';
import type { PreparedRow } from './prepare-push.ts';
import type { PushedRow, WholeRow } from './read-push.ts';
import { findCellsAt, formerCells, lastEdit } from './row-history.ts';
import { type Settlement, settleRecords, type TouchedRecord } from './settle-records.ts';

/** One push under way. */
export interface IntakeInput {
  readonly workbook: PushRequest['workbook'];
  readonly columns: ReadonlySet<string>;
  readonly pushId: string;
  readonly accountId: string;
  readonly now: number;
  /** What the rules say of rows with these columns, which two sides made together. */
  readonly judge: (rows: readonly WholeRow[], columns: ReadonlySet<string>) => readonly JudgedRow[];
}

/** What became of a row. */
export interface RowWork extends TouchedRecord {
  readonly rowId: string;
  /** `seen`: came without cells and is as it was · `unknown`: came so and is not here. */
  readonly fate: 'taken' | 'stays' | 'conflict' | 'seen' | 'unknown';
  /** What the rules say of what is kept, or was sent; null for a row that came without cells. */
  readonly judged: JudgedRow | null;
  /** SHA-256 of the cells as they came; null for a row that came without. */
  readonly received: string | null;
  readonly differences: readonly FieldDifference[];
  readonly edit: ReturnType<typeof lastEdit>;
}

/** A row with the record it will change, before anything is judged anew or written. */
interface Draft {
  readonly row: PreparedRow;
  readonly judged: JudgedRow | null;
  readonly found: FoundRecord | undefined;
  /** It was sent as it is kept. */
  readonly same: boolean;
  readonly changes: readonly RecordChange[];
  readonly differences: readonly FieldDifference[];
  /** What both sides together make of it; null: what was sent. */
  readonly merged: RawRow | null;
  readonly fate: RowWork['fate'];
}

/**
 * Writes the rows of one push, and keeps history, duplicates and the queue in step with them. What somebody else changed since the
 * sheet last saw a row is never overwritten: different fields merge, the same field is a conflict. Expects a write transaction.
 */
export class Intake {
  readonly #tables: Tables;
  readonly #input: IntakeInput;
  readonly #live: LiveRows;
  readonly #rows: readonly PreparedRow[];

  constructor(tables: Tables, rows: readonly PreparedRow[], input: IntakeInput) {
    this.#tables = tables;
    this.#input = input;
    this.#rows = rows;
    const { unit, workbookId } = input.workbook;
    this.#live = new LiveRows(tables, unit, workbookId, new Set(rows.map((row) => row.rowId)), input.now);
  }

  /** Writes what is new and what changed, and settles it; every row is looked up and written together with the others. */
  async take(): Promise<{ readonly works: readonly RowWork[]; readonly settlement: Settlement }> {
    const { workbook, now } = this.#input;
    const { records: found, free } = await findRecords(this.#tables, workbook, this.#rows, this.#live);
    const rows = this.#rows.map((row) => {
      const known = found.get(row.rowId);
      const same = known !== undefined && row.cells !== null && sameCells(row.cells, known.record.cells);
      return { row, judged: row.judged, found: known, same };
    });
    const history = await this.#tables.changes.ofRecords(workbook.unit, rows.flatMap(needsHistory));
    const drafts = rows.map((one) =>
      this.#draft({ ...one, changes: (one.found && history.get(one.found.record.recordId)) ?? [] }),
    );
    const works = this.#judgeMerged(drafts).map((draft) => this.#workOf(draft));
    await this.#write(works, found);
    return { works, settlement: await settleRecords(this.#tables, workbook.unit, works, this.#live, now, free) };
  }

  #draft(known: Omit<Draft, 'differences' | 'merged' | 'fate'>): Draft {
    const { row, judged, found, same, changes } = known;
    const plain = { ...known, differences: [], merged: null };
    if (!found) return { ...plain, fate: row.cells ? fateOf(judged) : 'unknown' };
    const { record } = found;
    // Most rows that come again are as they were: nothing to merge, and nobody's history to read.
    if (same) return { ...plain, fate: fateOf(judged) };
    const base = this.#baseOf(row, found, changes);
    if (!row.cells && base === record.revision) return { ...plain, fate: 'seen' };
    const origin = base === null ? null : findCellsAt(record, changes, base);
    const mine = row.cells ?? origin;
    if (mine === null) return { ...plain, fate: 'unknown' };
    const { workbook, columns } = this.#input;
    const { cells, differences } = mergeRow(workbook.template, { mine, theirs: record.cells, base: origin, columns });
    if (!row.cells) return { ...plain, differences, fate: 'seen' };
    if (differences.some(({ clash }) => clash)) return { ...plain, differences, fate: 'conflict' };
    const merged = sameCells(cells, mine) ? null : cells;
    return { ...plain, differences, merged, fate: merged ? 'taken' : fateOf(judged) };
  }

  /** The revision that the sheet has seen; null when it has seen none. */
  #baseOf({ base }: PushedRow, { record, place }: FoundRecord, changes: readonly RecordChange[]): number | null {
    if (typeof base === 'number') return base;
    // A copy that does not tell (older than revisions, or a row whose id is new) has seen what its own workbook wrote last.
    const isSilent = base === undefined || place === 'moved';
    const writer = lastEdit(record, changes)?.workbookId ?? record.workbookId;
    return isSilent && writer === this.#input.workbook.workbookId ? record.revision : null;
  }

  /** What two sides made together has to be judged once more: neither of them sent it so. */
  #judgeMerged(drafts: readonly Draft[]): readonly Draft[] {
    const merged = drafts.flatMap(({ row, merged: cells }) => (cells ? { rowId: row.rowId, cells } : []));
    if (merged.length === 0) return drafts;
    const fields = new Set([...this.#input.columns, ...merged.flatMap(({ cells }) => Object.keys(cells))]);
    const judged = new Map(this.#input.judge(merged, fields).map((row) => [row.rowId, row]));
    return drafts.map((draft) => {
      const anew = draft.merged && judged.get(draft.row.rowId);
      return anew ? { ...draft, judged: anew, fate: fateOf(anew) } : draft;
    });
  }

  #workOf({ row, judged, found, same, changes, differences, fate }: Draft): RowWork {
    const before = found?.record;
    const edit = differences.length > 0 && before ? lastEdit(before, changes) : null;
    const plain = { rowId: row.rowId, fate, judged, received: null, differences, edit, before };
    if (fate === 'stays' || fate === 'unknown')
      return { ...plain, record: undefined, before: undefined, change: 'none' };
    if (fate !== 'taken' || !judged || judged.fate === 'stays') return { ...plain, record: before, change: 'none' };
    const record = this.#recordOf(row, judged, judged.fate === 'asked' ? null : judged.fate, same, found);
    const { received } = row;
    if (!before) return { ...plain, received, record, change: 'new' };
    if (isSame(before, record)) return { ...plain, received, record: before, change: 'none' };
    return { ...plain, received, record, change: 'changed' };
  }

  #recordOf(
    { draft }: PreparedRow,
    judged: JudgedRow,
    why: StoredRecord['why'],
    same: boolean,
    found: FoundRecord | undefined,
  ): StoredRecord {
    const { workbook, now, accountId } = this.#input;
    const { rowId, cells, citizenId, incomplete } = judged;
    const before = found?.record;
    // Most rows that come again are as they were, and so is what follows from their cells.
    const kept = same ? before : undefined;
    const hash = kept?.claimHash ?? judged.claimHash;
    return {
      unit: workbook.unit,
      recordId: before?.recordId ?? draft?.recordId ?? mintOrderedId(now),
      workbookId: before?.workbookId ?? workbook.workbookId,
      rowId: before && !movesHome(found, workbook.workbookId) ? before.rowId : rowId,
      template: workbook.template,
      cells: kept?.cells ?? cells,
      claimHash: hash,
      citizenId,
      personHash: kept?.personHash ?? judged.personHash,
      why,
      incomplete,
      duplicate: before !== undefined && before.citizenId === citizenId && before.duplicate,
      // Another question is another round, also when the last one was never asked: its request id may have left the house.
      round: before ? before.round + (before.claimHash === hash ? 0 : 1) : 1,
      revision: (before?.revision ?? 0) + 1,
      createdAt: before?.createdAt ?? now,
      createdBy: before ? before.createdBy : accountId,
    };
  }

  async #write(works: readonly RowWork[], found: ReadonlyMap<string, FoundRecord>): Promise<void> {
    const { workbook, pushId, accountId, now } = this.#input;
    const { unit, workbookId } = workbook;
    const recordsOf = (change: RowWork['change']) =>
      works.flatMap((work) => (work.change === change && work.record ? work.record : []));
    const drafts = this.#rows.flatMap(({ draft }) => (draft ? [[draft.recordId, draft] as const] : []));
    await this.#tables.records.insert(recordsOf('new'), new Map(drafts));
    await this.#tables.records.update(recordsOf('changed'));
    await this.#tables.changes.insert(
      works.flatMap(({ record, before, change }) =>
        change === 'changed' && record && before
          ? {
              ...{ unit, recordId: record.recordId, revision: record.revision, pushId, workbookId, accountId, at: now },
              ...formerCells(before.cells, record.cells),
              ...{ claimHash: before.claimHash, round: before.round, newRound: record.round },
            }
          : [],
      ),
    );
    const kept = works.filter(({ record }) => record !== undefined);
    const joined = kept.filter(({ rowId }) => isFurther(found.get(rowId), workbookId));
    await this.#tables.recordRows.insert(
      joined.map(({ rowId, record }) => ({ unit, workbookId, rowId, recordId: record?.recordId ?? '' })),
    );
    for (const { rowId, record } of joined) {
      if (found.get(rowId)?.place === 'moved' && record) await this.#dropOldRows(record.recordId, rowId);
    }
  }

  /** The row got a new id: under its old one nobody is shown any more. */
  async #dropOldRows(recordId: string, rowId: string): Promise<void> {
    const { unit, workbookId } = this.#input.workbook;
    for (const row of await this.#tables.recordRows.ofRecords(unit, [recordId])) {
      if (row.workbookId === workbookId && row.rowId !== rowId) await this.#tables.recordRows.remove(row);
    }
  }
}

/** The record itself names the row; else the row stands beside it, as a further one. */
function movesHome(found: FoundRecord | undefined, workbookId: string): boolean {
  return found?.place === 'moved' && found.record.workbookId === workbookId;
}

function isFurther(found: FoundRecord | undefined, workbookId: string): boolean {
  return found !== undefined && found.place !== 'known' && !movesHome(found, workbookId);
}

/** Only of rows that somebody else may have changed: who did, and what it was before. */
function needsHistory({ row: { base }, found, same }: Pick<Draft, 'row' | 'found' | 'same'>): readonly string[] {
  if (!found || (typeof base === 'number' && base === found.record.revision)) return [];
  // Most rows that do not tell are as they were.
  if (same) return [];
  return [found.record.recordId];
}

function fateOf(judged: JudgedRow | null): 'taken' | 'stays' {
  return judged && judged.fate !== 'stays' ? 'taken' : 'stays';
}

/** Equal cells, judged as before, under the same row id: nothing to write. */
function isSame(before: StoredRecord, record: StoredRecord): boolean {
  return (
    before.rowId === record.rowId &&
    before.why === record.why &&
    before.incomplete === record.incomplete &&
    before.citizenId === record.citizenId &&
    before.personHash === record.personHash &&
    sameCells(before.cells, record.cells)
  );
}

/** Both in the order of the record's fields. */
function sameCells(a: RawRow, b: RawRow): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
