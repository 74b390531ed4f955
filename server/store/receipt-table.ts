import type Database from 'better-sqlite3';
import type { RecordKind } from '../../rules/record.ts';

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
  readonly #sent: Database.Statement<[ReceiptKey & { now: number }]>;
  readonly #opened: Database.Statement<[ReceiptKey & { now: number; version: number }]>;
  readonly #checked: Database.Statement<[ReceiptKey & { now: number; errorRows: number; stays: number }]>;
  readonly #pushed: Database.Statement<[ReceiptKey & { now: number; version: number }]>;
  readonly #ofUnits: Database.Statement<{ campaignId: string; units: string }, StoredReceipt>;

  constructor(database: Database.Database) {
    const upsert = <More>(columns: string, values: string, changes: string) =>
      database.prepare<[ReceiptKey & { now: number } & More]>(
        `INSERT INTO receipts (unit, campaign_id, kind, ${columns}) VALUES (@unit, @campaignId, @kind, ${values})
         ON CONFLICT (unit, campaign_id, kind) DO UPDATE SET ${changes}`,
      );
    this.#sent = upsert<unknown>('sent_at', '@now', 'sent_at = coalesce(sent_at, @now)');
    this.#opened = upsert<{ version: number }>(
      'opened_at, version',
      '@now, @version',
      'opened_at = coalesce(opened_at, @now), version = @version',
    );
    this.#checked = upsert<{ errorRows: number; stays: number }>(
      'checked_at, error_rows, stays',
      '@now, @errorRows, @stays',
      'checked_at = @now, error_rows = @errorRows, stays = @stays',
    );
    this.#pushed = upsert<{ version: number }>(
      'pushed_at, opened_at, version',
      '@now, @now, @version',
      'pushed_at = @now, opened_at = coalesce(opened_at, @now), version = @version',
    );
    this.#ofUnits = database.prepare(
      `SELECT unit, campaign_id AS campaignId, kind, sent_at AS sentAt, opened_at AS openedAt, version,
         checked_at AS checkedAt, error_rows AS errorRows, stays, pushed_at AS pushedAt
       FROM json_each(@units) AS wanted CROSS JOIN receipts
       WHERE unit = wanted.value AND campaign_id = @campaignId`,
    );
  }

  sent(key: ReceiptKey, now: number): void {
    this.#sent.run({ ...key, now });
  }

  opened(key: ReceiptKey, version: number, now: number): void {
    this.#opened.run({ ...key, now, version });
  }

  checked(key: ReceiptKey, counts: { readonly errorRows: number; readonly stays: number }, now: number): void {
    this.#checked.run({ ...key, ...counts, now });
  }

  pushed(key: ReceiptKey, version: number, now: number): void {
    this.#pushed.run({ ...key, now, version });
  }

  ofUnits(campaignId: string, units: readonly string[]): readonly StoredReceipt[] {
    return this.#ofUnits.all({ campaignId, units: JSON.stringify(units) });
  }
}
