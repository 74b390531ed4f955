import type { Suspicion } from '../../contract/suspicion.ts';
import type { Flag, Outcome } from '../../contract/verdict.ts';
import type { Sql, SqlValue } from './engine/sql.ts';

/** How the answers about one sheet went so far, while it is being asked about. */
export interface SheetCheck {
  /** See `breaker/match-rate.ts`. */
  readonly doubt: number;
  readonly answered: number;
  readonly failed: number;
  /** When asking stopped; null while it goes on. */
  readonly heldAt: number | null;
  readonly suspicion: Suspicion | null;
  /** Somebody has looked at it and had it asked on. */
  readonly askedOn: boolean;
}

export interface SheetKey {
  readonly unit: string;
  readonly workbookId: string;
}

export interface SheetAnswer {
  readonly rowId: string;
  readonly outcome: Outcome;
  readonly flags: readonly Flag[];
}

type CheckRow = Omit<SheetCheck, 'suspicion' | 'askedOn'> & {
  readonly suspicion: string | null;
  readonly askedOn: 0 | 1;
};

/** What the match-rate breaker remembers of each sheet. */
export class SheetCheckTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async find({ unit, workbookId }: SheetKey): Promise<SheetCheck | undefined> {
    const row = await this.#sql.get<CheckRow>(
      `SELECT doubt, answered, failed, held_at AS heldAt, suspicion, asked_on AS askedOn FROM sheet_checks
       WHERE unit = @unit AND workbook_id = @workbookId`,
      { unit, workbookId },
    );
    if (!row) return undefined;
    return {
      ...row,
      suspicion: row.suspicion === null ? null : (JSON.parse(row.suspicion) as Suspicion),
      askedOn: row.askedOn === 1,
    };
  }

  async save({ unit, workbookId }: SheetKey, check: SheetCheck): Promise<void> {
    const params: Record<string, SqlValue> = {
      unit,
      workbookId,
      doubt: check.doubt,
      answered: check.answered,
      failed: check.failed,
      heldAt: check.heldAt,
      suspicion: check.suspicion === null ? null : JSON.stringify(check.suspicion),
      askedOn: check.askedOn ? 1 : 0,
    };
    await this.#sql.run(
      `INSERT INTO sheet_checks (unit, workbook_id, doubt, answered, failed, held_at, suspicion, asked_on)
       VALUES (@unit, @workbookId, @doubt, @answered, @failed, @heldAt, @suspicion, @askedOn)
       ON CONFLICT (unit, workbook_id) DO UPDATE SET doubt = excluded.doubt, answered = excluded.answered,
         failed = excluded.failed, held_at = excluded.held_at, suspicion = excluded.suspicion, asked_on = excluded.asked_on`,
      params,
    );
  }

  async remove({ unit, workbookId }: SheetKey): Promise<void> {
    await this.#sql.run('DELETE FROM sheet_checks WHERE unit = @unit AND workbook_id = @workbookId', {
      unit,
      workbookId,
    });
  }

  /** What the present rounds of a sheet's rows were answered. */
  async answers({ unit, workbookId }: SheetKey): Promise<readonly SheetAnswer[]> {
    const rows = await this.#sql.all<Omit<SheetAnswer, 'flags'> & { readonly flags: string }>(
      `SELECT r.row_id AS rowId, v.outcome, v.flags FROM records r
         JOIN verdicts v ON v.unit = r.unit AND v.record_id = r.record_id AND v.round = r.round
       WHERE r.unit = @unit AND r.workbook_id = @workbookId`,
      { unit, workbookId },
    );
    return rows.map((row) => ({ ...row, flags: JSON.parse(row.flags) }));
  }
}
