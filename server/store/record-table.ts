import type Database from 'better-sqlite3';
import type { RawRow, RecordKind } from '../../rules/record.ts';

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

type HolderRow = Omit<NumberHolder, 'duplicate'> & { readonly citizenId: string; readonly duplicate: 0 | 1 };
type Flags = 'cells' | 'incomplete' | 'duplicate';
type RecordRow = Omit<StoredRecord, Flags> & {
  readonly cells: string;
  readonly incomplete: 0 | 1;
  readonly duplicate: 0 | 1;
};

/** The rows that were acknowledged, each under an id of our own. A change of status moves the row behind every cursor. */
export class RecordTable {
  readonly #nextSequence: Database.Statement<[], number>;
  readonly #insert: Database.Statement<[RecordRow & { readonly sequence: number }]>;
  readonly #update: Database.Statement<[RecordRow & { readonly sequence: number }]>;
  readonly #touch: Database.Statement<[number, string, string]>;
  readonly #setDuplicate: Database.Statement<[0 | 1, number, string, string]>;
  readonly #setWhy: Database.Statement<[NotAskedWhy, number, string, string]>;
  readonly #byRows: Database.Statement<{ unit: string; workbookId: string; rowIds: string }, RecordRow>;
  readonly #byId: Database.Statement<[string, string], RecordRow>;
  readonly #holders: Database.Statement<{ unit: string; numbers: string }, HolderRow>;
  readonly #roster: Database.Statement<[string, string], { rowId: string; cells: string }>;
  readonly #classNames: Database.Statement<[string], string>;
  readonly #count: Database.Statement<[], number>;

  constructor(database: Database.Database) {
    const select = `SELECT unit, record_id AS recordId, workbook_id AS workbookId, row_id AS rowId, template, cells,
      row_hash AS rowHash, claim_hash AS claimHash, citizen_id AS citizenId, person_hash AS personHash, why, incomplete,
      duplicate, round, revision FROM records`;
    this.#nextSequence = database
      .prepare<[], number>('UPDATE status_sequence SET value = value + 1 RETURNING value')
      .pluck();
    this.#insert = database.prepare(
      `INSERT INTO records VALUES (@unit, @recordId, @workbookId, @rowId, @template, @cells, @rowHash, @claimHash, @citizenId,
         @personHash, @why, @incomplete, @duplicate, @round, @revision, @sequence, @sequence)`,
    );
    this.#update = database.prepare(
      `UPDATE records SET row_id = @rowId, cells = @cells, row_hash = @rowHash, claim_hash = @claimHash,
         citizen_id = @citizenId, person_hash = @personHash, why = @why, incomplete = @incomplete, duplicate = @duplicate,
         round = @round, revision = @revision, status_sequence = @sequence WHERE unit = @unit AND record_id = @recordId`,
    );
    this.#touch = database.prepare('UPDATE records SET status_sequence = ? WHERE unit = ? AND record_id = ?');
    this.#setDuplicate = database.prepare(
      'UPDATE records SET duplicate = ?, status_sequence = ? WHERE unit = ? AND record_id = ?',
    );
    this.#setWhy = database.prepare('UPDATE records SET why = ?, status_sequence = ? WHERE unit = ? AND record_id = ?');
    // Told how to go about it: left to itself SQLite walks through all rows of the unit, for every row that is pushed.
    this.#byRows = database.prepare(
      `${select.replace('FROM records', 'FROM json_each(@rowIds) AS wanted CROSS JOIN records')}
       WHERE unit = @unit AND workbook_id = @workbookId AND row_id = wanted.value`,
    );
    this.#byId = database.prepare(`${select} WHERE unit = ? AND record_id = ?`);
    this.#holders = database.prepare(
      `SELECT record_id AS recordId, row_id AS rowId, workbook_id AS workbookId, records.template, campaign,
         person_hash AS personHash, citizen_id AS citizenId, why, duplicate, round
       FROM json_each(@numbers) AS wanted CROSS JOIN records INDEXED BY records_by_citizen_id
         CROSS JOIN workbooks USING (unit, workbook_id)
       WHERE unit = @unit AND citizen_id = wanted.value`,
    );
    this.#roster = database.prepare(
      `SELECT row_id AS rowId, cells FROM records WHERE unit = ? AND workbook_id = ? ORDER BY first_sequence`,
    );
    this.#classNames = database
      .prepare<[string], string>(
        `SELECT DISTINCT cells ->> '$.className' AS name FROM records
         WHERE unit = ? AND template = 'student' AND name IS NOT NULL ORDER BY name`,
      )
      .pluck();
    this.#count = database.prepare<[], number>('SELECT count(*) FROM records').pluck();
  }

  insert(record: StoredRecord): void {
    this.#insert.run({ ...toRow(record), sequence: this.#takeSequence() });
  }

  /** Everything but the record's unit, workbook and id may change. */
  update(record: StoredRecord): void {
    this.#update.run({ ...toRow(record), sequence: this.#takeSequence() });
  }

  /** Moves the row behind every cursor, because its verification changed. */
  touch(unit: string, recordId: string): void {
    this.#touch.run(this.#takeSequence(), unit, recordId);
  }

  setDuplicate(unit: string, recordId: string, duplicate: boolean): void {
    this.#setDuplicate.run(duplicate ? 1 : 0, this.#takeSequence(), unit, recordId);
  }

  setWhy(unit: string, recordId: string, why: NotAskedWhy): void {
    this.#setWhy.run(why, this.#takeSequence(), unit, recordId);
  }

  /** By row id. */
  findRows(unit: string, workbookId: string, rowIds: readonly string[]): ReadonlyMap<string, StoredRecord> {
    const rows = this.#byRows.all({ unit, workbookId, rowIds: JSON.stringify(rowIds) });
    return new Map(rows.map((row) => [row.rowId, fromRow(row)]));
  }

  find(unit: string, recordId: string): StoredRecord | undefined {
    const row = this.#byId.get(unit, recordId);
    return row && fromRow(row);
  }

  /** Everyone in the unit under each of these numbers; a number that nobody has is absent. */
  holders(unit: string, citizenIds: Iterable<string>): ReadonlyMap<string, readonly NumberHolder[]> {
    const found = new Map<string, NumberHolder[]>();
    for (const row of this.#holders.all({ unit, numbers: JSON.stringify([...citizenIds]) })) {
      const holder = { ...row, duplicate: row.duplicate === 1 };
      const others = found.get(row.citizenId);
      if (others) others.push(holder);
      else found.set(row.citizenId, [holder]);
    }
    return found;
  }

  /** The rows of a workbook in the order in which they first came. */
  roster(unit: string, workbookId: string): readonly { readonly rowId: string; readonly cells: RawRow }[] {
    return this.#roster.all(unit, workbookId).map((row) => ({ rowId: row.rowId, cells: JSON.parse(row.cells) }));
  }

  /** The classes that a unit's pupils stand in, as they are written. */
  classNames(unit: string): readonly string[] {
    return this.#classNames.all(unit);
  }

  count(): number {
    return this.#count.get() ?? 0;
  }

  #takeSequence(): number {
    const next = this.#nextSequence.get();
    if (next === undefined) throw new Error('status_sequence has lost its row');
    return next;
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
