import type { ComparedField } from '../../contract/verdict.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql, TableShape } from './engine/sql.ts';
import { placeOf } from './record-secret.ts';
import type { RecordKey } from './record-table.ts';
import { SealedColumn } from './sealed-column.ts';
import type { SealedTable } from './sealed-table.ts';

/** A paper of the police that was seen in a round: what it is, and what was compared with it. */
export interface StoredNotice extends NoticeKey {
  readonly number: string;
  /** ISO 8601 day. */
  readonly date: string;
  readonly issuer: string;
  readonly compared: readonly ComparedField[];
  readonly at: number;
  readonly accountId: string;
}

interface NoticeKey extends RecordKey {
  readonly round: number;
}

type NoticeRow = Omit<StoredNotice, 'compared'> & { readonly compared: string; readonly by: string | null };

const KEY = { unit: 'text', recordId: 'text', round: 'integer' } as const;
const NOTICES: TableShape = {
  table: 'notices',
  columns: { ...KEY, number: 'text', date: 'text', issuer: 'text', compared: 'text', at: 'integer', accountId: 'text' },
};

/** Notices, their numbers sealed. */
export class NoticeTable {
  readonly sealed: SealedTable;
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
    this.sealed = new SealedColumn<NoticeKey>(sql, cipher, {
      table: 'notices',
      keys: KEY,
      column: 'number',
      place: noticePlace,
    });
  }

  /** One notice a round: recorded again, it is what it is now. */
  async save({ compared, ...notice }: StoredNotice): Promise<void> {
    const number = this.#cipher.seal(notice.number, noticePlace(notice));
    await this.#sql.insertMany(
      NOTICES,
      [{ ...notice, number, compared: JSON.stringify(compared) }],
      `ON CONFLICT (unit, record_id, round) DO UPDATE SET number = excluded.number, date = excluded.date,
         issuer = excluded.issuer, compared = excluded.compared, at = excluded.at, account_id = excluded.account_id`,
    );
  }

  /** The notices of these records in all their rounds. */
  async ofRecords(
    unit: string,
    recordIds: readonly string[],
  ): Promise<readonly (StoredNotice & { readonly by: string | null })[]> {
    if (recordIds.length === 0) return [];
    const rows = await this.#sql.all<NoticeRow>(
      `SELECT notices.unit, record_id AS recordId, round, number, date, issuer, compared, at,
         notices.account_id AS accountId, accounts.display_name AS by
       FROM LIST(@recordIds) AS wanted CROSS JOIN notices
       LEFT JOIN accounts ON accounts.account_id = notices.account_id
       WHERE notices.unit = @unit AND record_id = wanted.value`,
      { unit, recordIds },
    );
    return rows.map((row) => ({
      ...row,
      number: this.#cipher.open(row.number, noticePlace(row)),
      compared: JSON.parse(row.compared),
    }));
  }
}

/** Where the sealed number of a notice lies: in another record or round it does not open. */
function noticePlace(notice: NoticeKey): string {
  return `${placeOf(notice)}/notice/${notice.round}`;
}
