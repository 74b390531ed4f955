import type { PushAnswer } from '../../contract/schemas/push.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql } from './engine/sql.ts';

export interface StoredPush {
  readonly unit: string;
  readonly idempotencyKey: string;
  /** Kept as a blind index: the hash of a push of one row would give its number away. */
  readonly bodyHash: string;
  readonly workbookId: string;
  readonly accountId: string;
  readonly at: number;
  readonly answer: PushAnswer;
}

/** What was answered before under the same key. */
export interface EarlierPush {
  readonly answer: PushAnswer;
  readonly isSameBody: boolean;
}

/** What was answered to each push, so that a repeated request gets the same answer. Holds ids and codes, no cells. */
export class PushTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  async insert(push: StoredPush): Promise<void> {
    await this.#sql.run(
      `INSERT INTO pushes (unit, idempotency_key, body_hash, workbook_id, account_id, at, answer)
       VALUES (@unit, @idempotencyKey, @bodyHash, @workbookId, @accountId, @at, @answer)`,
      { ...push, bodyHash: this.#cipher.index(push.bodyHash), answer: JSON.stringify(push.answer) },
    );
  }

  async find(unit: string, idempotencyKey: string, bodyHash: string): Promise<EarlierPush | undefined> {
    const row = await this.#sql.get<{ bodyHash: string; answer: string }>(
      'SELECT body_hash AS bodyHash, answer FROM pushes WHERE unit = @unit AND idempotency_key = @idempotencyKey',
      { unit, idempotencyKey },
    );
    return row && { answer: JSON.parse(row.answer), isSameBody: row.bodyHash === this.#cipher.index(bodyHash) };
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
