import type Database from 'better-sqlite3';
import type { RecordKind } from '../../rules/record.ts';

export interface StoredWorkbook {
  readonly unit: string;
  readonly workbookId: string;
  readonly template: RecordKind;
  readonly version: number;
  readonly campaign: string;
  readonly firstSeenAt: number;
}

/** Workbooks that rows were pushed from. */
export class WorkbookTable {
  readonly #insert: Database.Statement<[StoredWorkbook]>;
  readonly #find: Database.Statement<[string, string], StoredWorkbook>;
  readonly #latest: Database.Statement<[string, RecordKind], StoredWorkbook>;

  constructor(database: Database.Database) {
    const select = `SELECT unit, workbook_id AS workbookId, template, version, campaign, first_seen_at AS firstSeenAt
      FROM workbooks WHERE unit = ?`;
    this.#insert = database.prepare(
      'INSERT INTO workbooks VALUES (@unit, @workbookId, @template, @version, @campaign, @firstSeenAt)',
    );
    this.#find = database.prepare(`${select} AND workbook_id = ?`);
    this.#latest = database.prepare(`${select} AND template = ? ORDER BY first_seen_at DESC, workbook_id LIMIT 1`);
  }

  insert(workbook: StoredWorkbook): void {
    this.#insert.run(workbook);
  }

  find(unit: string, workbookId: string): StoredWorkbook | undefined {
    return this.#find.get(unit, workbookId);
  }

  /** The newest workbook of a template that the unit has pushed from. */
  findLatest(unit: string, template: RecordKind): StoredWorkbook | undefined {
    return this.#latest.get(unit, template);
  }
}
