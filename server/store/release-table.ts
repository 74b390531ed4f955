import type { TransferDirection } from '../../contract/loop/transfer.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql, TableShape } from './engine/sql.ts';
import type { RecordKey } from './record-table.ts';

/** A person whom a unit has let go, under the number and the name and birth date that another will have to know. */
export interface NewRelease extends RecordKey {
  readonly number: string;
  readonly personHash: string;
  readonly at: number;
}

/** A record of one's own that may be a released person. */
export interface Claimant extends RecordKey {
  readonly number: string;
  readonly personHash: string;
}

/** What a unit is told of a move: when, never from where or to where. */
export interface StoredTransfer {
  readonly direction: TransferDirection;
  readonly releasedAt: number;
  readonly claimedAt: number | null;
}

const RELEASES: TableShape = {
  table: 'releases',
  columns: { unit: 'text', recordId: 'text', numberIndex: 'text', personHash: 'text', releasedAt: 'integer' },
};

/** People on their way from one unit to another. */
export class ReleaseTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  /** Released again, it counts from the first time. */
  async release(releases: readonly NewRelease[]): Promise<void> {
    await this.#sql.insertMany(
      RELEASES,
      releases.map(({ number, at, ...release }) => ({
        ...release,
        numberIndex: this.#cipher.index(number),
        releasedAt: at,
      })),
      `ON CONFLICT (unit, record_id) DO UPDATE SET number_index = excluded.number_index,
         person_hash = excluded.person_hash`,
    );
  }

  /** The person has not gone after all. */
  async withdraw(unit: string, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    await this.#sql.run(
      `DELETE FROM releases
       WHERE unit = @unit AND record_id IN (SELECT wanted.value FROM LIST(@recordIds) AS wanted)`,
      { unit, recordIds },
    );
  }

  /** Each release goes to the first record that has its number, name and birth date. */
  async claim(claimants: readonly Claimant[], at: number): Promise<void> {
    if (claimants.length === 0) return;
    const byNumber = new Map(claimants.map((claimant) => [this.#cipher.index(claimant.number), claimant]));
    const found = await this.#sql.all<RecordKey & { readonly numberIndex: string; readonly personHash: string }>(
      `SELECT unit, record_id AS recordId, number_index AS numberIndex, person_hash AS personHash
       FROM LIST(@indexes) AS wanted CROSS JOIN releases WHERE number_index = wanted.value AND claimed_unit IS NULL`,
      { indexes: [...byNumber.keys()] },
    );
    for (const { unit, recordId, numberIndex, personHash } of found) {
      const claimant = byNumber.get(numberIndex);
      if (!claimant || claimant.unit === unit || claimant.personHash !== personHash) continue;
      await this.#sql.run(
        `UPDATE releases SET claimed_unit = @claimedUnit, claimed_record = @claimedRecord, claimed_at = @at
         WHERE unit = @unit AND record_id = @recordId AND claimed_unit IS NULL`,
        { unit, recordId, claimedUnit: claimant.unit, claimedRecord: claimant.recordId, at },
      );
    }
  }

  /** These records are somebody else by now, or gone: whoever has the person may claim her or him. */
  async unclaim(unit: string, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    await this.#sql.run(
      `UPDATE releases SET claimed_unit = NULL, claimed_record = NULL, claimed_at = NULL
       WHERE claimed_unit = @unit AND claimed_record IN (SELECT wanted.value FROM LIST(@recordIds) AS wanted)`,
      { unit, recordIds },
    );
  }

  async findTransfer({ unit, recordId }: RecordKey): Promise<StoredTransfer | undefined> {
    return this.#sql.get(
      `SELECT CASE WHEN unit = @unit AND record_id = @recordId THEN 'out' ELSE 'in' END AS direction,
         released_at AS releasedAt, claimed_at AS claimedAt FROM releases
       WHERE (unit = @unit AND record_id = @recordId) OR (claimed_unit = @unit AND claimed_record = @recordId)
       ORDER BY released_at DESC LIMIT 1`,
      { unit, recordId },
    );
  }
}
