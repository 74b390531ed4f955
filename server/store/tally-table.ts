import { VERIFIED_OUTCOMES } from '../../contract/verdict.ts';
import type { RecordKind } from '../../rules/record.ts';
import type { Sql } from './engine/sql.ts';

/** How many rows of one kind a unit has, by what is known of them. The rest is neither verified nor waiting: it needs a hand. */
export interface RowTally {
  readonly unit: string;
  readonly kind: RecordKind;
  readonly rows: number;
  readonly verified: number;
  readonly waiting: number;
  readonly notApplicable: number;
  readonly awaitingNumber: number;
}

const VERIFIED = VERIFIED_OUTCOMES.map((outcome) => `'${outcome}'`).join(', ');

/** Rows counted by unit and kind. */
export class TallyTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  ofUnits(units: readonly string[]): Promise<readonly RowTally[]> {
    // A verdict counts for the present round only: editing an identity field voids the one before.
    return this.#sql.all(
      `SELECT r.unit, r.template AS kind, count(*) AS rows,
         count(*) FILTER (WHERE r.why IS NULL AND r.duplicate = 0 AND shared.record_id IS NULL
           AND v.outcome IN (${VERIFIED})) AS verified,
         count(j.record_id) AS waiting,
         count(*) FILTER (WHERE r.why = 'not-applicable') AS notApplicable,
         count(*) FILTER (WHERE s.step = 'awaiting-number' AND j.record_id IS NULL AND r.why IS DISTINCT FROM 'not-applicable'
           AND (v.outcome IS NULL OR v.outcome NOT IN (${VERIFIED}))) AS awaitingNumber
       FROM LIST(@units) AS wanted CROSS JOIN records r
       LEFT JOIN verification_jobs j ON j.unit = r.unit AND j.record_id = r.record_id
       LEFT JOIN verdicts v ON v.unit = r.unit AND v.record_id = r.record_id AND v.round = r.round
       LEFT JOIN record_steps s ON s.unit = r.unit AND s.record_id = r.record_id AND s.round = r.round
       LEFT JOIN shared_numbers shared ON shared.unit = r.unit AND shared.record_id = r.record_id
       WHERE r.unit = wanted.value
       GROUP BY r.unit, r.template`,
      { units },
    );
  }
}
