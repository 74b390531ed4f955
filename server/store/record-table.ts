import type { RawRow, RecordKind } from '../../rules/record.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { ShapedRow, Sql, TableShape } from './engine/sql.ts';
import { placeOf, type RecordSecret } from './record-secret.ts';
import { type SealedRecord, sealRecord } from './seal-record.ts';
import { type OpenCells, openCells, type SealedCells } from './sealed-cells.ts';
import { SealedColumn } from './sealed-column.ts';
import type { SealedTable } from './sealed-table.ts';

/** Why a kept row is not asked of the population service. */
export type NotAskedWhy = 'unverifiable' | 'not-applicable';

export interface StoredRecord {
  readonly unit: string;
  readonly recordId: string;
  readonly workbookId: string;
  readonly rowId: string;
  readonly template: RecordKind;
  readonly cells: RawRow;
  readonly claimHash: string;
  /** The usable number of a person who counts among the duplicates, else null. */
  readonly citizenId: string | null;
  readonly personHash: string;
  readonly why: NotAskedWhy | null;
  readonly incomplete: boolean;
  /** The number stands in another row of the unit as well: not asked until mended. */
  readonly duplicate: boolean;
  readonly round: number;
  readonly revision: number;
  /** When it first came (milliseconds since 1970 UTC, 0 before that was kept), and who sent it. */
  readonly createdAt: number;
  readonly createdBy: string | null;
}

/** A sheet row that shows a record. */
export interface ShownRow {
  readonly workbookId: string;
  readonly rowId: string;
  readonly campaign: string;
}

/** What the search for duplicates needs of a record. */
export interface NumberHolder {
  readonly recordId: string;
  /** Every sheet row that shows it; at least one. */
  readonly rows: readonly ShownRow[];
  readonly template: RecordKind;
  readonly personHash: string;
  readonly why: NotAskedWhy | null;
  readonly duplicate: boolean;
  readonly round: number;
}

/** A record as it goes into a workbook. */
export type RosterRow = Pick<StoredRecord, 'recordId' | 'rowId' | 'cells' | 'revision'>;

type RosterLine = Omit<RosterRow, 'cells'> & SealedCells & { readonly unit: string };

/** Names one record. */
export type RecordKey = Pick<StoredRecord, 'unit' | 'recordId'>;

type HolderRow = Omit<NumberHolder, 'duplicate' | 'rows'> &
  ShownRow & {
    readonly numberIndex: string;
    readonly duplicate: 0 | 1;
    /** A further row of the record, one a line; null where it has none. */
    readonly furtherWorkbookId: string | null;
    readonly furtherRowId: string;
    readonly furtherCampaign: string;
  };
type RecordRow = Omit<StoredRecord, 'cells' | 'claimHash' | 'citizenId' | 'incomplete' | 'duplicate'> &
  SealedCells & { readonly incomplete: 0 | 1; readonly duplicate: 0 | 1 };

const KEY = { unit: 'text', recordId: 'text' } as const;
const KEYS = ['unit', 'recordId'];
const SEQUENCE = { statusSequence: 'integer' } as const;

/** Everything but the record's unit, workbook and id may change. */
const CHANGING = {
  rowId: 'text',
  cells: 'text',
  secrets: 'text',
  numberIndex: 'text',
  className: 'text',
  classKey: 'text',
  personHash: 'text',
  why: 'text',
  incomplete: 'integer',
  duplicate: 'integer',
  round: 'integer',
  revision: 'integer',
} as const;

const INSERTED: TableShape = {
  table: 'records',
  columns: {
    ...KEY,
    workbookId: 'text',
    template: 'text',
    ...CHANGING,
    ...SEQUENCE,
    firstSequence: 'integer',
    createdAt: 'integer',
    createdBy: 'text',
  },
};
const UPDATED: TableShape = { table: 'records', columns: { ...KEY, ...CHANGING, ...SEQUENCE } };
const TOUCHED: TableShape = { table: 'records', columns: { ...KEY, ...SEQUENCE } };
const ROUND: TableShape = { table: 'records', columns: { ...KEY, round: 'integer', ...SEQUENCE } };
const DUPLICATE: TableShape = { table: 'records', columns: { ...KEY, duplicate: 'integer', ...SEQUENCE } };
const WHY: TableShape = { table: 'records', columns: { ...KEY, why: 'text', ...SEQUENCE } };

const COLUMNS = `unit, record_id AS recordId, workbook_id AS workbookId, row_id AS rowId, template, cells,
  secrets, person_hash AS personHash, why, incomplete, duplicate, round, revision, created_at AS createdAt,
  created_by AS createdBy`;

/** The rows that were acknowledged, each under an id of our own. A change of status moves the row behind every cursor. */
export class RecordTable {
  readonly sealed: SealedTable;
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
    this.sealed = new SealedColumn<RecordKey>(sql, cipher, {
      table: 'records',
      keys: KEY,
      column: 'secrets',
      place: placeOf,
    });
  }

  /** @param sealed by record id, of those that were sealed already, as they are */
  async insert(records: readonly StoredRecord[], sealed?: ReadonlyMap<string, SealedRecord>): Promise<void> {
    if (records.length === 0) return;
    const first = await this.#takeSequence(records.length);
    await this.#sql.insertMany(
      INSERTED,
      records.map((record, index) => toRow(this.#cipher, record, first + index, sealed?.get(record.recordId))),
    );
  }

  async update(records: readonly StoredRecord[]): Promise<void> {
    if (records.length === 0) return;
    const first = await this.#takeSequence(records.length);
    await this.#sql.updateMany(
      UPDATED,
      KEYS,
      records.map((record, index) => toRow(this.#cipher, record, first + index)),
    );
  }

  /** With their questions, verdicts, history and further rows. */
  async remove(unit: string, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    await this.#sql.run(
      `DELETE FROM records WHERE unit = @unit AND record_id IN (SELECT wanted.value FROM LIST(@recordIds) AS wanted)`,
      { unit, recordIds },
    );
  }

  /** Moves the rows behind every cursor, because their verification changed. */
  async touch(records: readonly RecordKey[]): Promise<void> {
    const keys = records.map(({ unit, recordId }) => ({ unit, recordId }));
    await this.#sql.updateMany(TOUCHED, KEYS, await this.#withSequence(keys));
  }

  /** The same question is put once more. */
  async setRound(records: readonly (RecordKey & { readonly round: number })[]): Promise<void> {
    const rows = records.map(({ unit, recordId, round }) => ({ unit, recordId, round }));
    await this.#sql.updateMany(ROUND, KEYS, await this.#withSequence(rows));
  }

  async setDuplicate(records: readonly (RecordKey & { readonly duplicate: boolean })[]): Promise<void> {
    const rows = records.map(({ unit, recordId, duplicate }) => ({ unit, recordId, duplicate: duplicate ? 1 : 0 }));
    await this.#sql.updateMany(DUPLICATE, KEYS, await this.#withSequence(rows));
  }

  async setWhy({ unit, recordId }: RecordKey, why: NotAskedWhy): Promise<void> {
    await this.#sql.updateMany(WHY, KEYS, await this.#withSequence([{ unit, recordId, why }]));
  }

  /** By row id. */
  async findRows(
    unit: string,
    workbookId: string,
    rowIds: readonly string[],
  ): Promise<ReadonlyMap<string, StoredRecord>> {
    // Told how to go about it: left to itself SQLite walks through all rows of the unit, for every row that is pushed.
    const rows = await this.#sql.all<RecordRow>(
      `SELECT ${COLUMNS} FROM LIST(@rowIds) AS wanted CROSS JOIN records
       WHERE unit = @unit AND workbook_id = @workbookId AND row_id = wanted.value`,
      { unit, workbookId, rowIds },
    );
    return new Map(rows.map((row) => [row.rowId, fromRow(this.#cipher, row)]));
  }

  async find(unit: string, recordId: string): Promise<StoredRecord | undefined> {
    return (await this.findMany(unit, [recordId])).get(recordId);
  }

  /** By record id. */
  async findMany(unit: string, recordIds: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    if (recordIds.length === 0) return new Map();
    const rows = await this.#sql.all<RecordRow>(
      `SELECT ${COLUMNS} FROM LIST(@recordIds) AS wanted CROSS JOIN records
       WHERE unit = @unit AND record_id = wanted.value`,
      { unit, recordIds },
    );
    return new Map(rows.map((row) => [row.recordId, fromRow(this.#cipher, row)]));
  }

  /** In the order of the keys, whichever their units; undefined for one that names no record. */
  async findEach(keys: readonly RecordKey[]): Promise<readonly (StoredRecord | undefined)[]> {
    const rows = await this.#sql.all<RecordRow>(
      `SELECT ${COLUMNS} FROM LIST(@keys) AS wanted CROSS JOIN records
       WHERE unit = wanted.value ->> 'unit' AND record_id = wanted.value ->> 'recordId'`,
      { keys: keys.map(keyOf) },
    );
    const found = new Map(rows.map((row) => [keyOf(row), fromRow(this.#cipher, row)]));
    return keys.map((key) => found.get(keyOf(key)));
  }

  /** Everyone in the unit under each of these numbers; a number that nobody has is absent. */
  async holders(unit: string, citizenIds: Iterable<string>): Promise<ReadonlyMap<string, readonly NumberHolder[]>> {
    const numberOf = new Map([...citizenIds].map((number) => [this.#cipher.index(number), number]));
    const found = new Map<string, Map<string, NumberHolder & { readonly rows: ShownRow[] }>>();
    if (numberOf.size === 0) return new Map();
    const lines = await this.#sql.all<HolderRow>(
      `SELECT records.record_id AS recordId, records.row_id AS rowId, records.workbook_id AS workbookId, records.template,
         workbooks.campaign, person_hash AS personHash, number_index AS numberIndex, why, duplicate, round,
         further.workbook_id AS furtherWorkbookId, further.row_id AS furtherRowId, theirs.campaign AS furtherCampaign
       FROM LIST(@numbers) AS wanted CROSS JOIN records INDEXED BY records_by_number
         JOIN workbooks ON workbooks.unit = records.unit AND workbooks.workbook_id = records.workbook_id
         LEFT JOIN record_rows further ON further.unit = records.unit AND further.record_id = records.record_id
         LEFT JOIN workbooks theirs ON theirs.unit = further.unit AND theirs.workbook_id = further.workbook_id
       WHERE records.unit = @unit AND number_index = wanted.value`,
      { unit, numbers: [...numberOf.keys()] },
    );
    for (const line of lines) {
      const { recordId, template, personHash, why, round } = line;
      const citizenId = numberOf.get(line.numberIndex)!;
      const holders = found.get(citizenId) ?? new Map();
      found.set(citizenId, holders);
      const holder = holders.get(recordId) ?? {
        ...{ recordId, template, personHash, why, round, duplicate: line.duplicate === 1 },
        rows: [{ workbookId: line.workbookId, rowId: line.rowId, campaign: line.campaign }],
      };
      holders.set(recordId, holder);
      const { furtherWorkbookId: workbookId, furtherRowId: rowId, furtherCampaign: campaign } = line;
      if (workbookId !== null) holder.rows.push({ workbookId, rowId, campaign });
    }
    return new Map([...found].map(([number, holders]) => [number, [...holders.values()]]));
  }

  /** The people of a unit's workbooks of one kind and campaign, each once, in the order in which they first came. */
  async roster(unit: string, template: RecordKind, campaign: string): Promise<readonly RosterRow[]> {
    const rows = await this.#sql.all<RosterLine>(
      `SELECT records.unit AS unit, record_id AS recordId, row_id AS rowId, cells, secrets, revision FROM records
         JOIN workbooks ON workbooks.unit = records.unit AND workbooks.workbook_id = records.workbook_id
       WHERE records.unit = @unit AND records.template = @template AND campaign = @campaign ORDER BY first_sequence`,
      { unit, template, campaign },
    );
    return rows.map(({ recordId, rowId, revision, ...row }) => ({
      ...{ recordId, rowId, revision },
      cells: openCells<RecordSecret>(this.#cipher, placeOf({ ...row, recordId }), row).cells,
    }));
  }

  /** The records that first came with a workbook, in the order in which they did. */
  async ofWorkbook(unit: string, workbookId: string): Promise<readonly StoredRecord[]> {
    const rows = await this.#sql.all<RecordRow>(
      `SELECT ${COLUMNS} FROM records WHERE unit = @unit AND workbook_id = @workbookId ORDER BY first_sequence`,
      { unit, workbookId },
    );
    return rows.map((row) => fromRow(this.#cipher, row));
  }

  /** The classes that a unit's pupils stand in, as they are written. */
  async classNames(unit: string): Promise<readonly string[]> {
    const rows = await this.#sql.all<{ className: string }>(
      `SELECT DISTINCT class_name AS className FROM records
       WHERE unit = @unit AND template = 'student' AND class_name IS NOT NULL ORDER BY class_name`,
      { unit },
    );
    return rows.map(({ className }) => className);
  }

  async count(): Promise<number> {
    return (await this.#sql.get<{ n: number }>('SELECT count(*) AS n FROM records'))?.n ?? 0;
  }

  /** Numbers in the order of the rows. */
  async #withSequence<Row>(rows: readonly Row[]): Promise<readonly (Row & { readonly statusSequence: number })[]> {
    if (rows.length === 0) return [];
    const first = await this.#takeSequence(rows.length);
    return rows.map((row, index) => ({ ...row, statusSequence: first + index }));
  }

  /** The first of so many numbers. The counter is raised once for all: whoever raises it holds everybody else up. */
  async #takeSequence(count: number): Promise<number> {
    const [taken] = await this.#sql.returning<{ value: number }>(
      'UPDATE status_sequence SET value = value + @count RETURNING value',
      { count },
    );
    if (!taken) throw new Error('status_sequence has lost its row');
    return taken.value - count + 1;
  }
}

/** As a value of a list, and to compare keys by. */
function keyOf({ unit, recordId }: RecordKey): string {
  return JSON.stringify({ unit, recordId });
}

/** Field by field: copying whole records costs a tenth of a push. `firstSequence` is written where a record is new. */
function toRow(cipher: RecordCipher, record: StoredRecord, sequence: number, known?: SealedRecord): ShapedRow {
  const sealed = known ?? sealRecord(cipher, record);
  return {
    unit: record.unit,
    recordId: record.recordId,
    workbookId: record.workbookId,
    rowId: record.rowId,
    template: record.template,
    cells: sealed.cells,
    secrets: sealed.secrets,
    numberIndex: sealed.numberIndex,
    className: sealed.className,
    classKey: sealed.classKey,
    personHash: record.personHash,
    why: record.why,
    incomplete: record.incomplete ? 1 : 0,
    duplicate: record.duplicate ? 1 : 0,
    round: record.round,
    revision: record.revision,
    createdAt: record.createdAt,
    createdBy: record.createdBy,
    statusSequence: sequence,
    firstSequence: sequence,
  };
}

/** What is sealed is opened when it is asked for: most rows that are looked up are as they were, and nobody asks. */
function fromRow(cipher: RecordCipher, { secrets, ...row }: RecordRow): StoredRecord {
  let open: OpenCells<RecordSecret> | undefined;
  const opened = () => {
    open ??= openCells<RecordSecret>(cipher, placeOf(row), { cells: row.cells, secrets });
    return open;
  };
  return {
    ...row,
    get cells() {
      return opened().cells;
    },
    get claimHash() {
      return opened().more.claimHash;
    },
    get citizenId() {
      return opened().more.citizenId;
    },
    incomplete: row.incomplete === 1,
    duplicate: row.duplicate === 1,
  };
}
