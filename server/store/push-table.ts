import type Database from 'better-sqlite3';
import type { PushAnswer } from '../../contract/schemas/push.ts';

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
  readonly #insert: Database.Statement<[PushRow]>;
  readonly #find: Database.Statement<[string, string], PushRow>;
  readonly #recentRowIds: Database.Statement<[string, string, number], string>;
  readonly #purge: Database.Statement<[number]>;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(
      'INSERT INTO pushes VALUES (@unit, @idempotencyKey, @bodyHash, @workbookId, @accountId, @at, @answer)',
    );
    this.#find = database.prepare(
      `SELECT unit, idempotency_key AS idempotencyKey, body_hash AS bodyHash, workbook_id AS workbookId,
         account_id AS accountId, at, answer FROM pushes WHERE unit = ? AND idempotency_key = ?`,
    );
    this.#recentRowIds = database
      .prepare<[string, string, number], string>(
        `SELECT json_extract(answered.value, '$.rowId') FROM pushes, json_each(pushes.answer, '$.rows') AS answered
         WHERE unit = ? AND workbook_id = ? AND at >= ?`,
      )
      .pluck();
    this.#purge = database.prepare('DELETE FROM pushes WHERE at < ?');
  }

  insert(push: StoredPush): void {
    this.#insert.run({ ...push, answer: JSON.stringify(push.answer) });
  }

  find(unit: string, idempotencyKey: string): StoredPush | undefined {
    const row = this.#find.get(unit, idempotencyKey);
    return row && { ...row, answer: JSON.parse(row.answer) };
  }

  /** Row ids that were pushed from a workbook since an instant. */
  recentRowIds(unit: string, workbookId: string, since: number): ReadonlySet<string> {
    return new Set(this.#recentRowIds.all(unit, workbookId, since));
  }

  purgeOlder(before: number): void {
    this.#purge.run(before);
  }
}
