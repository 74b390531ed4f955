import type { PushAnswer } from '../../contract/schemas/push.ts';
import type { Sql } from './engine/sql.ts';

export interface StoredPush {
  readonly unit: string;
  readonly idempotencyKey: string;
  readonly bodyHash: string;
  readonly workbookId: string;
  readonly accountId: string;
  readonly at: number;
  readonly answer: PushAnswer;
}

type PushRow = Omit<StoredPush, 'answer'> & { readonly answer: string };

/** What was answered to each push, so that a repeated request gets the same answer. Holds ids and codes, no cells. */
export class PushTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(push: StoredPush): Promise<void> {
    await this.#sql.run(
      `INSERT INTO pushes (unit, idempotency_key, body_hash, workbook_id, account_id, at, answer)
       VALUES (@unit, @idempotencyKey, @bodyHash, @workbookId, @accountId, @at, @answer)`,
      { ...push, answer: JSON.stringify(push.answer) },
    );
  }

  async find(unit: string, idempotencyKey: string): Promise<StoredPush | undefined> {
    const row = await this.#sql.get<PushRow>(
      `SELECT unit, idempotency_key AS idempotencyKey, body_hash AS bodyHash, workbook_id AS workbookId,
         account_id AS accountId, at, answer FROM pushes WHERE unit = @unit AND idempotency_key = @idempotencyKey`,
      { unit, idempotencyKey },
    );
    return row && { ...row, answer: JSON.parse(row.answer) };
  }

  /** Row ids that were pushed from a workbook since an instant. */
  async recentRowIds(unit: string, workbookId: string, since: number): Promise<ReadonlySet<string>> {
    const found = await this.#sql.all<{ answer: string }>(
      'SELECT answer FROM pushes WHERE unit = @unit AND workbook_id = @workbookId AND at >= @since',
      { unit, workbookId, since },
    );
    return new Set(found.flatMap(({ answer }) => (JSON.parse(answer) as PushAnswer).rows.map((row) => row.rowId)));
  }

  async purgeOlder(before: number): Promise<void> {
    await this.#sql.run('DELETE FROM pushes WHERE at < @before', { before });
  }
}
