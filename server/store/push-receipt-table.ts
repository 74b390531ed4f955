import type { PushCounts } from '../../contract/schemas/sending.ts';
import type { RecordKind } from '../../rules/record.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql } from './engine/sql.ts';
import { SealedColumn } from './sealed-column.ts';
import type { SealedTable } from './sealed-table.ts';

/** What was signed of one push. */
export interface StoredPushReceipt extends PushCounts {
  readonly unit: string;
  readonly number: number;
  readonly pushId: string;
  readonly sendingId: string;
  readonly idempotencyKey: string;
  readonly workbookId: string;
  readonly accountId: string;
  readonly at: number;
  readonly unitName: string;
  readonly template: RecordKind;
  readonly campaign: string;
  readonly rowsHash: string;
  readonly previous: string | null;
  /** SHA-256 of what was signed: the next receipt's `previous`. */
  readonly hash: string;
  readonly signature: string;
  /** The digests of the rows, in the order in which they were hashed. */
  readonly rows: readonly string[];
}

/**
 * Sealed: who has the ids of the rows and all of their cells but the number could try out numbers until a digest fits, or anything
 * that was made of digests.
 */
type Secret = Pick<StoredPushReceipt, 'rowsHash' | 'previous' | 'hash' | 'signature' | 'rows'>;

type ReceiptRow = Omit<StoredPushReceipt, keyof Secret> & { readonly secrets: string };

/** Pushes of one sending, added up. Instants are milliseconds since 1970 UTC. */
export interface SendingRow extends PushCounts {
  readonly sendingId: string;
  readonly at: number;
  readonly endedAt: number;
  readonly by: string | null;
  readonly pushes: number;
  readonly undoneAt: number | null;
}

const COLUMNS = `unit, number, push_id AS pushId, sending_id AS sendingId, idempotency_key AS idempotencyKey,
  workbook_id AS workbookId, account_id AS accountId, at, unit_name AS unitName, template, campaign, queued, kept, unchanged,
  stays, conflict, secrets`;

type ReceiptPlace = Pick<StoredPushReceipt, 'unit' | 'number'>;

/** The receipts of each unit, one chain; and the sendings that they make up. */
export class PushReceiptTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;
  readonly sealed: SealedTable;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
    this.sealed = new SealedColumn<ReceiptPlace>(sql, cipher, {
      table: 'push_receipts',
      keys: { unit: 'text', number: 'integer' },
      column: 'secrets',
      place: placeOf,
    });
  }

  async insert({ rowsHash, previous, hash, signature, rows, ...receipt }: StoredPushReceipt): Promise<void> {
    const secret: Secret = { rowsHash, previous, hash, signature, rows };
    await this.#sql.run(
      `INSERT INTO push_receipts (unit, number, push_id, sending_id, idempotency_key, workbook_id, account_id, at, unit_name,
         template, campaign, queued, kept, unchanged, stays, conflict, secrets)
       VALUES (@unit, @number, @pushId, @sendingId, @idempotencyKey, @workbookId, @accountId, @at, @unitName,
         @template, @campaign, @queued, @kept, @unchanged, @stays, @conflict, @secrets)`,
      { ...receipt, secrets: this.#cipher.seal(JSON.stringify(secret), placeOf(receipt)) },
    );
  }

  /** Where the unit's chain ends; undefined before its first receipt. */
  async last(unit: string): Promise<StoredPushReceipt | undefined> {
    const row = await this.#sql.get<ReceiptRow>(
      `SELECT ${COLUMNS} FROM push_receipts WHERE unit = @unit ORDER BY number DESC LIMIT 1`,
      { unit },
    );
    return row && this.#open(row);
  }

  /** In the order of the chain. */
  async ofSending(unit: string, sendingId: string): Promise<readonly StoredPushReceipt[]> {
    const rows = await this.#sql.all<ReceiptRow>(
      `SELECT ${COLUMNS} FROM push_receipts WHERE unit = @unit AND sending_id = @sendingId ORDER BY number`,
      { unit, sendingId },
    );
    return rows.map((row) => this.#open(row));
  }

  #open({ secrets, ...row }: ReceiptRow): StoredPushReceipt {
    return { ...row, ...(JSON.parse(this.#cipher.open(secrets, placeOf(row))) as Secret) };
  }

  /** The last sendings of a workbook, newest first. */
  sendings(unit: string, workbookId: string, limit: number): Promise<readonly SendingRow[]> {
    return this.#sql.all(
      `SELECT s.sending_id AS sendingId, min(s.at) AS at, max(s.at) AS endedAt, max(a.display_name) AS by, count(*) AS pushes,
         CAST(sum(queued) AS INTEGER) AS queued, CAST(sum(kept) AS INTEGER) AS kept, CAST(sum(unchanged) AS INTEGER) AS unchanged, CAST(sum(stays) AS INTEGER) AS stays,
         CAST(sum(conflict) AS INTEGER) AS conflict, max(u.at) AS undoneAt
       FROM push_receipts s
       LEFT JOIN accounts a ON a.account_id = s.account_id
       LEFT JOIN undone_sendings u ON u.unit = s.unit AND u.sending_id = s.sending_id
       WHERE s.unit = @unit AND s.workbook_id = @workbookId
       GROUP BY s.sending_id ORDER BY max(s.number) DESC LIMIT @limit`,
      { unit, workbookId, limit },
    );
  }

  /** The answer that was given when a sending was taken back; undefined while it stands. */
  async findUndone(unit: string, sendingId: string): Promise<string | undefined> {
    const row = await this.#sql.get<{ answer: string }>(
      'SELECT answer FROM undone_sendings WHERE unit = @unit AND sending_id = @sendingId',
      { unit, sendingId },
    );
    return row?.answer;
  }

  async insertUndone(undone: {
    readonly unit: string;
    readonly sendingId: string;
    readonly accountId: string;
    readonly at: number;
    readonly answer: string;
  }): Promise<void> {
    await this.#sql.run(
      `INSERT INTO undone_sendings (unit, sending_id, account_id, at, answer)
       VALUES (@unit, @sendingId, @accountId, @at, @answer)`,
      { ...undone },
    );
  }
}

/** Where a receipt's sealed part lies: in another's place it does not open. */
function placeOf({ unit, number }: ReceiptPlace): string {
  return `${unit}/receipt/${number}`;
}
