import type { RawRow, RecordKind } from '../../rules/record.ts';
import type { Sql, TableShape } from './engine/sql.ts';

/** Why a kept row is not asked of the population service. */
export type NotAskedWhy = 'unverifiable' | 'not-applicable';

export interface StoredRecord {
  readonly unit: string;
  readonly recordId: string;
  readonly workbookId: string;
  readonly rowId: string;
  readonly template: RecordKind;
  readonly cells: RawRow;
  readonly rowHash: string;
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
}

/** What the search for duplicates needs of a record. */
export interface NumberHolder {
  readonly recordId: string;
  readonly rowId: string;
  readonly workbookId: string;
  readonly template: RecordKind;
  readonly campaign: string;
  readonly personHash: string;
  readonly why: NotAskedWhy | null;
  readonly duplicate: boolean;
  readonly round: number;
}

/** Names one record. */
export type RecordKey = Pick<StoredRecord, 'unit' | 'recordId'>;

type HolderRow = Omit<NumberHolder, 'duplicate'> & { readonly citizenId: string; readonly duplicate: 0 | 1 };
type RecordRow = Omit<StoredRecord, 'cells' | 'incomplete' | 'duplicate'> & {
  readonly cells: string;
  readonly incomplete: 0 | 1;
  readonly duplicate: 0 | 1;
};

const KEY = { unit: 'text', recordId: 'text' } as const;
const KEYS = ['unit', 'recordId'];
const SEQUENCE = { statusSequence: 'integer' } as const;

/** Everything but the record's unit, workbook and id may change. */
const CHANGING = {
  rowId: 'text',
  cells: 'text',
  rowHash: 'text',
  claimHash: 'text',
  citizenId: 'text',
  personHash: 'text',
  why: 'text',
  incomplete: 'integer',
  duplicate: 'integer',
  round: 'integer',
  revision: 'integer',
} as const;

const INSERTED: TableShape = {
  table: 'records',
  columns: { ...KEY, workbookId: 'text', template: 'text', ...CHANGING, ...SEQUENCE, firstSequence: 'integer' },
};
const UPDATED: TableShape = { table: 'records', columns: { ...KEY, ...CHANGING, ...SEQUENCE } };
const TOUCHED: TableShape = { table: 'records', columns: { ...KEY, ...SEQUENCE } };
const DUPLICATE: TableShape = { table: 'records', columns: { ...KEY, duplicate: 'integer', ...SEQUENCE } };
const WHY: TableShape = { table: 'records', columns: { ...KEY, why: 'text', ...SEQUENCE } };

const COLUMNS = `unit, record_id AS recordId, workbook_id AS workbookId, row_id AS rowId, template, cells,
  row_hash AS rowHash, claim_hash AS claimHash, citizen_id AS citizenId, person_hash AS personHash, why, incomplete,
  duplicate, round, revision`;

/** The rows that were acknowledged, each under an id of our own. A change of status moves the row behind every cursor. */
export class RecordTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(records: readonly StoredRecord[]): Promise<void> {
    const rows = await this.#withSequence(records.map(toRow));
    await this.#sql.insertMany(
      INSERTED,
      rows.map((row) => ({ ...row, firstSequence: row.statusSequence })),
    );
  }

  async update(records: readonly StoredRecord[]): Promise<void> {
    await this.#sql.updateMany(UPDATED, KEYS, await this.#withSequence(records.map(toRow)));
  }

  /** Moves the rows behind every cursor, because their verification changed. */
  async touch(records: readonly RecordKey[]): Promise<void> {
    const keys = records.map(({ unit, recordId }) => ({ unit, recordId }));
    await this.#sql.updateMany(TOUCHED, KEYS, await this.#withSequence(keys));
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
    return new Map(rows.map((row) => [row.rowId, fromRow(row)]));
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
    return new Map(rows.map((row) => [row.recordId, fromRow(row)]));
  }

  /** Everyone in the unit under each of these numbers; a number that nobody has is absent. */
  async holders(unit: string, citizenIds: Iterable<string>): Promise<ReadonlyMap<string, readonly NumberHolder[]>> {
    const numbers = [...citizenIds];
    const found = new Map<string, NumberHolder[]>();
    if (numbers.length === 0) return found;
    const rows = await this.#sql.all<HolderRow>(
      `SELECT record_id AS recordId, row_id AS rowId, workbook_id AS workbookId, records.template, campaign,
         person_hash AS personHash, citizen_id AS citizenId, why, duplicate, round
       FROM LIST(@numbers) AS wanted CROSS JOIN records INDEXED BY records_by_citizen_id
         JOIN workbooks USING (unit, workbook_id)
       WHERE unit = @unit AND citizen_id = wanted.value`,
      { unit, numbers },
    );
    for (const row of rows) {
      const holder = { ...row, duplicate: row.duplicate === 1 };
      const others = found.get(row.citizenId);
      if (others) others.push(holder);
      else found.set(row.citizenId, [holder]);
    }
    return found;
  }

  /** The rows of a workbook in the order in which they first came. */
  async roster(
    unit: string,
    workbookId: string,
  ): Promise<readonly { readonly rowId: string; readonly cells: RawRow }[]> {
    const rows = await this.#sql.all<{ rowId: string; cells: string }>(
      `SELECT row_id AS rowId, cells FROM records WHERE unit = @unit AND workbook_id = @workbookId
       ORDER BY first_sequence`,
      { unit, workbookId },
    );
    return rows.map(({ rowId, cells }) => ({ rowId, cells: JSON.parse(cells) }));
  }

  /** The classes that a unit's pupils stand in, as they are written. */
  async classNames(unit: string): Promise<readonly string[]> {
    const rows = await this.#sql.all<{ cells: string }>(
      `SELECT cells FROM records WHERE unit = @unit AND template = 'student'`,
      { unit },
    );
    const names = new Set<string>();
    for (const { cells } of rows) {
      const { className } = JSON.parse(cells) as RawRow;
      if (className !== undefined && className !== null) names.add(String(className));
    }
    return [...names].sort();
  }

  async count(): Promise<number> {
    return (await this.#sql.get<{ n: number }>('SELECT count(*) AS n FROM records'))?.n ?? 0;
  }

  /** Numbers in the order of the rows. The counter is raised once for all: whoever raises it holds everybody else up. */
  async #withSequence<Row>(rows: readonly Row[]): Promise<readonly (Row & { readonly statusSequence: number })[]> {
    if (rows.length === 0) return [];
    const [taken] = await this.#sql.returning<{ value: number }>(
      'UPDATE status_sequence SET value = value + @count RETURNING value',
      { count: rows.length },
    );
    if (!taken) throw new Error('status_sequence has lost its row');
    const first = taken.value - rows.length + 1;
    return rows.map((row, index) => ({ ...row, statusSequence: first + index }));
  }
}

function toRow(record: StoredRecord): RecordRow {
  return {
    ...record,
    cells: JSON.stringify(record.cells),
    incomplete: record.incomplete ? 1 : 0,
    duplicate: record.duplicate ? 1 : 0,
  };
}

function fromRow(row: RecordRow): StoredRecord {
  return { ...row, cells: JSON.parse(row.cells), incomplete: row.incomplete === 1, duplicate: row.duplicate === 1 };
}
