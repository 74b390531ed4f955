import type { CampaignPart } from '../../contract/schemas/campaign.ts';
import type { Sql } from './engine/sql.ts';
import type { RecordKey } from './record-table.ts';

/** A workbook that nothing was pushed from for long. */
export interface QuietWorkbook {
  readonly unit: string;
  readonly workbookId: string;
  readonly campaign: string;
}

const IS_FOLLOWED = `EXISTS (SELECT 1 FROM record_changes n
  WHERE n.unit = c.unit AND n.record_id = c.record_id AND n.revision > c.revision)`;

/** Finds and removes what is kept no longer. What hangs on a record (rounds, jobs, notices…) goes with it. */
export class RetentionTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** @param unit null: of all units */
  quietWorkbooks(before: number, unit: string | null): Promise<readonly QuietWorkbook[]> {
    return this.#sql.all(
      `SELECT unit, workbook_id AS workbookId, campaign FROM workbooks
       WHERE last_pushed_at < @before AND (CAST(@unit AS TEXT) IS NULL OR unit = @unit) ORDER BY unit, workbook_id`,
      { before, unit },
    );
  }

  /** What each campaign's parts are due by. */
  async campaignParts(): Promise<ReadonlyMap<string, readonly CampaignPart[]>> {
    const rows = await this.#sql.all<{ campaignId: string; parts: string }>(
      'SELECT campaign_id AS campaignId, parts FROM campaigns',
    );
    return new Map(rows.map(({ campaignId, parts }) => [campaignId, JSON.parse(parts) as CampaignPart[]]));
  }

  /** Records that stand in these workbooks of a unit and in no other: a person is kept as long as one list still names them. */
  async recordsOnlyIn(unit: string, workbookIds: readonly string[]): Promise<readonly RecordKey[]> {
    return this.#sql.all(
      `SELECT unit, record_id AS recordId FROM records r
       WHERE unit = @unit AND workbook_id IN (SELECT value FROM LIST(@workbookIds) AS wanted)
         AND NOT EXISTS (SELECT 1 FROM record_rows o WHERE o.unit = r.unit AND o.record_id = r.record_id
           AND o.workbook_id NOT IN (SELECT value FROM LIST(@workbookIds) AS wanted))
       ORDER BY record_id`,
      { unit, workbookIds },
    );
  }

  /**
   * Records that nobody is asked about and that have not changed since `before`, behind a key, in the order of keys: those of people
   * who have left are among them.
   */
  async quietNotApplicable({
    unit,
    after,
    before,
    limit,
  }: {
    readonly unit: string | null;
    readonly after: RecordKey;
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly RecordKey[]> {
    return this.#sql.all(
      `SELECT r.unit, r.record_id AS recordId FROM records r JOIN workbooks w USING (unit, workbook_id)
       WHERE r.why = 'not-applicable' AND (CAST(@unit AS TEXT) IS NULL OR r.unit = @unit)
         AND (r.unit > @afterUnit OR (r.unit = @afterUnit AND r.record_id > @afterRecord))
         AND w.first_seen_at < @before AND r.created_at < @before
         AND NOT EXISTS (SELECT 1 FROM record_changes c
           WHERE c.unit = r.unit AND c.record_id = r.record_id AND c.at >= @before)
         AND NOT EXISTS (SELECT 1 FROM verdicts v
           WHERE v.unit = r.unit AND v.record_id = r.record_id AND v.answered_at >= @before)
       ORDER BY r.unit, r.record_id LIMIT ${limit}`,
      { unit, afterUnit: after.unit, afterRecord: after.recordId, before },
    );
  }

  async remove(unit: string, recordIds: readonly string[]): Promise<void> {
    await this.#sql.run(
      'DELETE FROM records WHERE unit = @unit AND record_id IN (SELECT value FROM LIST(@recordIds) AS wanted)',
      { unit, recordIds },
    );
  }

  /** How many answers to pushes are older, by unit. */
  async countOldPushes(before: number, unit: string | null): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#sql.all<{ unit: string; n: number }>(
      `SELECT unit, count(*) AS n FROM pushes
       WHERE at < @before AND (CAST(@unit AS TEXT) IS NULL OR unit = @unit) GROUP BY unit`,
      { before, unit },
    );
    return new Map(rows.map((row) => [row.unit, row.n]));
  }

  /** Returns how many there were. */
  async removeOldPushes(before: number, unit: string): Promise<number> {
    return this.#sql.run('DELETE FROM pushes WHERE unit = @unit AND at < @before', { before, unit });
  }

  /** How many former values are older, by unit. The last change of a record is not among them: it says who wrote what stands there. */
  async countOldChanges(before: number, unit: string | null): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#sql.all<{ unit: string; n: number }>(
      `SELECT unit, count(*) AS n FROM record_changes c
       WHERE at < @before AND (CAST(@unit AS TEXT) IS NULL OR unit = @unit) AND ${IS_FOLLOWED} GROUP BY unit`,
      { before, unit },
    );
    return new Map(rows.map((row) => [row.unit, row.n]));
  }

  /** Returns how many there were. */
  async removeOldChanges(before: number, unit: string): Promise<number> {
    return this.#sql.run(`DELETE FROM record_changes AS c WHERE unit = @unit AND at < @before AND ${IS_FOLLOWED}`, {
      before,
      unit,
    });
  }

  /** How many of these are still there. */
  async countLeft(unit: string, recordIds: readonly string[]): Promise<number> {
    const found = await this.#sql.get<{ n: number }>(
      `SELECT count(*) AS n FROM records
       WHERE unit = @unit AND record_id IN (SELECT value FROM LIST(@recordIds) AS wanted)`,
      { unit, recordIds },
    );
    return found?.n ?? 0;
  }
}
