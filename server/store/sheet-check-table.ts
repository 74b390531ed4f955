import type { Suspicion } from '../../contract/suspicion.ts';
import type { Flag, Outcome } from '../../contract/verdict.ts';
import type { Sql, TableShape } from './engine/sql.ts';

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

const COLUMNS = `unit, workbook_id AS workbookId, doubt, answered, failed, held_at AS heldAt, suspicion,
  asked_on AS askedOn`;

const CHECKS: TableShape = {
  table: 'sheet_checks',
  columns: {
    unit: 'text',
    workbookId: 'text',
    doubt: 'real',
    answered: 'integer',
    failed: 'integer',
    heldAt: 'integer',
    suspicion: 'text',
    askedOn: 'integer',
  },
};

/** What the match-rate breaker remembers of each sheet. */
export class SheetCheckTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async find({ unit, workbookId }: SheetKey): Promise<SheetCheck | undefined> {
    const row = await this.#sql.get<SheetKey & CheckRow>(
      `SELECT ${COLUMNS} FROM sheet_checks WHERE unit = @unit AND workbook_id = @workbookId`,
      { unit, workbookId },
    );
    return row && fromRow(row);
  }

  /** Of sheets that are kept here, in their order; undefined for one of which nothing is remembered. */
  async findEach(sheets: readonly SheetKey[]): Promise<readonly (SheetCheck | undefined)[]> {
    const rows = await this.#sql.all<SheetKey & CheckRow>(
      `SELECT ${COLUMNS} FROM LIST(@keys) AS wanted CROSS JOIN sheet_checks
       WHERE unit = wanted.value ->> 'unit' AND workbook_id = wanted.value ->> 'workbookId'`,
      { keys: sheets.map(keyOf) },
    );
    const found = new Map(rows.map((row) => [keyOf(row), fromRow(row)]));
    return sheets.map((sheet) => found.get(keyOf(sheet)));
  }

  async save(checks: readonly (SheetKey & SheetCheck)[]): Promise<void> {
    await this.#sql.insertMany(
      CHECKS,
      checks.map((check) => ({
        ...check,
        suspicion: check.suspicion === null ? null : JSON.stringify(check.suspicion),
        askedOn: check.askedOn ? 1 : 0,
      })),
      `ON CONFLICT (unit, workbook_id) DO UPDATE SET doubt = excluded.doubt, answered = excluded.answered,
         failed = excluded.failed, held_at = excluded.held_at, suspicion = excluded.suspicion, asked_on = excluded.asked_on`,
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

/** As a value of a list, and to compare keys by. */
function keyOf({ unit, workbookId }: SheetKey): string {
  return JSON.stringify({ unit, workbookId });
}

function fromRow({
  unit: _unit,
  workbookId: _workbookId,
  suspicion,
  askedOn,
  ...row
}: SheetKey & CheckRow): SheetCheck {
  return {
    ...row,
    suspicion: suspicion === null ? null : (JSON.parse(suspicion) as Suspicion),
    askedOn: askedOn === 1,
  };
}
