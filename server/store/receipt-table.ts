import type { RecordKind } from '../../rules/record.ts';
import type { Sql } from './engine/sql.ts';

/** Which workbook: a unit has one of each kind in a campaign. */
export interface ReceiptKey {
  readonly unit: string;
  readonly campaignId: string;
  readonly kind: RecordKind;
}

/** What became of it. Instants are milliseconds since 1970 UTC, null: not yet. */
export interface StoredReceipt extends ReceiptKey {
  readonly sentAt: number | null;
  readonly openedAt: number | null;
  readonly version: number | null;
  readonly checkedAt: number | null;
  readonly errorRows: number;
  readonly stays: number;
  readonly pushedAt: number | null;
}

/** Sent, opened, checked, pushed: the first of each for the first two, the last for the others. */
export class ReceiptTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async sent(keys: readonly ReceiptKey[], now: number): Promise<void> {
    await this.#sql.insertMany(
      { table: 'receipts', columns: { unit: 'text', campaignId: 'text', kind: 'text', sentAt: 'integer' } },
      keys.map(({ unit, campaignId, kind }) => ({ unit, campaignId, kind, sentAt: now })),
      'ON CONFLICT (unit, campaign_id, kind) DO UPDATE SET sent_at = coalesce(receipts.sent_at, excluded.sent_at)',
    );
  }

  async opened(key: ReceiptKey, version: number, now: number): Promise<void> {
    await this.#upsert(
      key,
      { openedAt: now, version },
      'opened_at = coalesce(receipts.opened_at, excluded.opened_at), version = excluded.version',
    );
  }

  async checked(
    key: ReceiptKey,
    { errorRows, stays }: { readonly errorRows: number; readonly stays: number },
    now: number,
  ): Promise<void> {
    await this.#upsert(
      key,
      { checkedAt: now, errorRows, stays },
      'checked_at = excluded.checked_at, error_rows = excluded.error_rows, stays = excluded.stays',
    );
  }

  async pushed(key: ReceiptKey, version: number, now: number): Promise<void> {
    await this.#upsert(
      key,
      { pushedAt: now, openedAt: now, version },
      `pushed_at = excluded.pushed_at, opened_at = coalesce(receipts.opened_at, excluded.opened_at),
         version = excluded.version`,
    );
  }

  ofUnits(campaignId: string, units: readonly string[]): Promise<readonly StoredReceipt[]> {
    return this.#sql.all(
      `SELECT unit, campaign_id AS campaignId, kind, sent_at AS sentAt, opened_at AS openedAt, version,
         checked_at AS checkedAt, error_rows AS errorRows, stays, pushed_at AS pushedAt
       FROM LIST(@units) AS wanted CROSS JOIN receipts
       WHERE unit = wanted.value AND campaign_id = @campaignId`,
      { campaignId, units },
    );
  }

  async #upsert(
    { unit, campaignId, kind }: ReceiptKey,
    values: Readonly<Record<string, number>>,
    changes: string,
  ): Promise<void> {
    const numbers = Object.fromEntries(Object.keys(values).map((name) => [name, 'integer'] as const));
    await this.#sql.insertMany(
      { table: 'receipts', columns: { unit: 'text', campaignId: 'text', kind: 'text', ...numbers } },
      [{ unit, campaignId, kind, ...values }],
      `ON CONFLICT (unit, campaign_id, kind) DO UPDATE SET ${changes}`,
    );
  }
}
