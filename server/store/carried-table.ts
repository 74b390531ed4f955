import type { Flag, Outcome, Transport } from '../../contract/verdict.ts';
import type { Sql, TableShape } from './engine/sql.ts';
import type { RecordKey } from './record-table.ts';

/** An open question of a unit. */
export interface OpenQuestion {
  readonly recordId: string;
  readonly round: number;
  readonly transport: Transport;
  readonly askedAt: number | null;
}

/** A record's present round, answered by one adapter. */
export interface AnsweredQuestion {
  readonly recordId: string;
  readonly round: number;
  readonly outcome: Outcome;
  readonly flags: readonly Flag[];
  readonly askedAt: number;
}

const HANDED_IN: TableShape = {
  table: 'verification_jobs',
  columns: { unit: 'text', recordId: 'text', round: 'integer', state: 'text', transport: 'text', askedAt: 'integer' },
};

/** The questions of the verification queue, as somebody who carries them to the service sees them. */
export class CarriedTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** In the order of the rows. */
  open(unit: string): Promise<readonly OpenQuestion[]> {
    return this.#sql.all(
      `SELECT j.record_id AS recordId, j.round, j.transport, j.asked_at AS askedAt
       FROM verification_jobs j JOIN records r ON r.unit = j.unit AND r.record_id = j.record_id
       WHERE j.unit = @unit ORDER BY r.first_sequence`,
      { unit },
    );
  }

  async answered(unit: string, adapter: string): Promise<readonly AnsweredQuestion[]> {
    const rows = await this.#sql.all<Omit<AnsweredQuestion, 'flags'> & { readonly flags: string }>(
      `SELECT v.record_id AS recordId, v.round, v.outcome, v.flags, v.asked_at AS askedAt
       FROM verdicts v JOIN records r ON r.unit = v.unit AND r.record_id = v.record_id AND r.round = v.round
       WHERE v.unit = @unit AND v.adapter = @adapter`,
      { unit, adapter },
    );
    return rows.map(({ flags, ...row }) => ({ ...row, flags: JSON.parse(flags) }));
  }

  /** Everything that was not handed in waits to be, whoever was busy with it before; returns whose status that changes. */
  takeOver(): Promise<readonly RecordKey[]> {
    return this.#sql.returning(
      `UPDATE verification_jobs SET state = 'waiting', transport = 'queued', asked_at = NULL
       WHERE state = 'leased' OR transport NOT IN ('queued', 'sent', 'held', 'set-aside') RETURNING unit, record_id AS recordId`,
    );
  }

  /**
   * Notes that these were handed in. They stay `waiting`: nobody holds them, and whoever can ask by himself one day may take them.
   * A question that is no longer open in this round is left as it is.
   */
  async handIn(
    unit: string,
    questions: readonly Pick<OpenQuestion, 'recordId' | 'round'>[],
    now: number,
  ): Promise<void> {
    await this.#sql.updateMany(
      HANDED_IN,
      ['unit', 'recordId', 'round'],
      questions.map(({ recordId, round }) => ({
        unit,
        recordId,
        round,
        state: 'waiting',
        transport: 'sent',
        askedAt: now,
      })),
    );
  }
}
