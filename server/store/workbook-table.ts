import type { RecordKind } from '../../rules/record.ts';
import type { Sql } from './engine/sql.ts';

export interface StoredWorkbook {
  readonly unit: string;
  readonly workbookId: string;
  readonly template: RecordKind;
  readonly version: number;
  readonly campaign: string;
  readonly firstSeenAt: number;
}

const SELECT = `SELECT unit, workbook_id AS workbookId, template, version, campaign, first_seen_at AS firstSeenAt
  FROM workbooks WHERE unit = @unit`;

/** Workbooks that rows were pushed from. */
export class WorkbookTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(workbook: StoredWorkbook): Promise<void> {
    await this.#sql.run(
      `INSERT INTO workbooks (unit, workbook_id, template, version, campaign, first_seen_at, last_pushed_at)
       VALUES (@unit, @workbookId, @template, @version, @campaign, @firstSeenAt, @firstSeenAt)`,
      { ...workbook },
    );
  }

  /** Rows came from it again: what it holds is in use. */
  async touch(unit: string, workbookId: string, at: number): Promise<void> {
    await this.#sql.run('UPDATE workbooks SET last_pushed_at = @at WHERE unit = @unit AND workbook_id = @workbookId', {
      unit,
      workbookId,
      at,
    });
  }

  find(unit: string, workbookId: string): Promise<StoredWorkbook | undefined> {
    return this.#sql.get(`${SELECT} AND workbook_id = @workbookId`, { unit, workbookId });
  }

  /** The newest workbook of a template that the unit has pushed from. */
  findLatest(unit: string, template: RecordKind): Promise<StoredWorkbook | undefined> {
    return this.#sql.get(`${SELECT} AND template = @template ORDER BY first_seen_at DESC, workbook_id LIMIT 1`, {
      unit,
      template,
    });
  }
}
