import type Database from 'better-sqlite3';
import { VERIFIED_OUTCOMES } from '../../contract/verdict.ts';
import type { RecordKind } from '../../rules/record.ts';

/** How many rows of one kind a unit has, by what is known of them. The rest is neither verified nor waiting: it needs a hand. */
export interface RowTally {
  readonly unit: string;
  readonly kind: RecordKind;
  readonly rows: number;
  readonly verified: number;
  readonly waiting: number;
  readonly notApplicable: number;
}

const VERIFIED = VERIFIED_OUTCOMES.map((outcome) => `'${outcome}'`).join(', ');

/** Rows counted by unit and kind. */
export class TallyTable {
  readonly #ofUnits: Database.Statement<{ units: string }, RowTally>;

  constructor(database: Database.Database) {
    // A verdict counts for the present round only: editing an identity field voids the one before.
    this.#ofUnits = database.prepare(
      `SELECT r.unit, r.template AS kind, count(*) AS rows,
         sum(r.why IS NULL AND r.duplicate = 0 AND v.outcome IN (${VERIFIED})) AS verified,
         sum(j.record_id IS NOT NULL) AS waiting,
         sum(r.why IS 'not-applicable') AS notApplicable
       FROM json_each(@units) AS wanted CROSS JOIN records r ON r.unit = wanted.value
       LEFT JOIN verification_jobs j ON j.unit = r.unit AND j.record_id = r.record_id
       LEFT JOIN verdicts v ON v.unit = r.unit AND v.record_id = r.record_id AND v.round = r.round
       GROUP BY r.unit, r.template`,
    );
  }

  ofUnits(units: readonly string[]): readonly RowTally[] {
    return this.#ofUnits
      .all({ units: JSON.stringify(units) })
      .map((row) => ({ ...row, verified: row.verified ?? 0, notApplicable: row.notApplicable ?? 0 }));
  }
}
