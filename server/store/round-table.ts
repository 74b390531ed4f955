import type { ComparedField, Flag, Outcome } from '../../contract/verdict.ts';
import type { FieldId } from '../../rules/field.ts';
import type { Sql, TableShape } from './engine/sql.ts';
import type { RecordKey } from './record-table.ts';

/** How a round came about. The first one comes with its record and is not kept here. */
export interface NewRound extends RecordKey {
  readonly round: number;
  readonly at: number;
  /** null: the program by itself. */
  readonly accountId: string | null;
  readonly changed: readonly FieldId[];
}

/** One round with what came of it. */
export interface StoredRound {
  readonly recordId: string;
  readonly round: number;
  readonly at: number;
  /** Display name of who put the question; null: the program. */
  readonly by: string | null;
  readonly changed: readonly FieldId[];
  readonly verdict: RoundVerdict | null;
}

export interface RoundVerdict {
  readonly outcome: Outcome;
  readonly compared: readonly ComparedField[];
  readonly flags: readonly Flag[];
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** A record whose answer has aged. */
export interface AgedRecord extends RecordKey {
  readonly round: number;
}

type RoundRow = Omit<StoredRound, 'changed' | 'verdict'> & { readonly changed: string };
type VerdictRow = Omit<RoundVerdict, 'compared' | 'flags'> & {
  readonly recordId: string;
  readonly round: number;
  readonly compared: string;
  readonly flags: string;
};

const ROUNDS: TableShape = {
  table: 'rounds',
  columns: {
    unit: 'text',
    recordId: 'text',
    round: 'integer',
    at: 'integer',
    accountId: 'text',
    changed: 'text',
  },
};
const EXPIRY: TableShape = {
  table: 'verdicts',
  columns: { unit: 'text', recordId: 'text', round: 'integer', expiresAt: 'integer' },
};

/** The rounds of a record: when and by whom each question was put, what had changed, what was answered. */
export class RoundTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Begins rounds; the answers of those before no longer count, and so no longer age. */
  async insert(rounds: readonly NewRound[]): Promise<void> {
    await this.#sql.insertMany(
      ROUNDS,
      rounds.map((round) => ({ ...round, changed: JSON.stringify(round.changed) })),
    );
    const keys = ['unit', 'recordId', 'round'];
    const before = rounds.map(({ unit, recordId, round }) => ({ unit, recordId, round: round - 1, expiresAt: null }));
    await this.#sql.updateMany(EXPIRY, keys, before);
  }

  /** Every round of these records, oldest first, by record id. */
  async ofRecords(unit: string, recordIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredRound[]>> {
    if (recordIds.length === 0) return new Map();
    const firsts = await this.#sql.all<RoundRow>(
      `SELECT record_id AS recordId, 1 AS round, records.created_at AS at, accounts.display_name AS by, '[]' AS changed
       FROM LIST(@recordIds) AS wanted CROSS JOIN records
       LEFT JOIN accounts ON accounts.account_id = records.created_by
       WHERE records.unit = @unit AND record_id = wanted.value`,
      { unit, recordIds },
    );
    const later = await this.#sql.all<RoundRow>(
      `SELECT record_id AS recordId, round, at, accounts.display_name AS by, changed
       FROM LIST(@recordIds) AS wanted CROSS JOIN rounds LEFT JOIN accounts ON accounts.account_id = rounds.account_id
       WHERE rounds.unit = @unit AND record_id = wanted.value ORDER BY round`,
      { unit, recordIds },
    );
    const verdicts = await this.#verdicts(unit, recordIds);
    const found = new Map<string, StoredRound[]>();
    for (const row of [...firsts, ...later]) {
      const rounds = found.get(row.recordId) ?? [];
      const verdict = verdicts.get(`${row.recordId} ${row.round}`) ?? null;
      // Of records older than the keeping of it, when they came is not known; when they were asked about is.
      rounds.push({ ...row, at: row.at || (verdict?.askedAt ?? 0), changed: JSON.parse(row.changed), verdict });
      found.set(row.recordId, rounds);
    }
    return found;
  }

  /** Records whose answer no longer counts, the longest ago first; those in their clerk's hands wait. */
  aged(now: number, limit: number): Promise<readonly AgedRecord[]> {
    return this.#sql.all(
      `SELECT v.unit, v.record_id AS recordId, v.round FROM verdicts v
       JOIN records r ON r.unit = v.unit AND r.record_id = v.record_id AND r.round = v.round
       LEFT JOIN record_steps s ON s.unit = v.unit AND s.record_id = v.record_id AND s.round = v.round
       WHERE v.expires_at <= @now AND r.why IS NULL AND r.duplicate = 0
         AND (s.step IS NULL OR s.step NOT IN ('notice-received', 'mended'))
       ORDER BY v.expires_at LIMIT @limit`,
      { now, limit },
    );
  }

  async #verdicts(unit: string, recordIds: readonly string[]): Promise<ReadonlyMap<string, RoundVerdict>> {
    const rows = await this.#sql.all<VerdictRow>(
      `SELECT record_id AS recordId, round, outcome, compared, flags, asked_at AS askedAt, answered_at AS answeredAt
       FROM LIST(@recordIds) AS wanted CROSS JOIN verdicts WHERE unit = @unit AND record_id = wanted.value`,
      { unit, recordIds },
    );
    return new Map(
      rows.map(({ recordId, round, compared, flags, ...rest }) => [
        `${recordId} ${round}`,
        { ...rest, compared: JSON.parse(compared), flags: JSON.parse(flags) },
      ]),
    );
  }
}
