import { type LoopStep, STEP_FLAGS } from '../../contract/loop/loop-state.ts';
import type { RowStatus } from '../../contract/schemas/status.ts';
import type { Flag, Outcome, Transport } from '../../contract/verdict.ts';
import { verdictExpiry } from '../../contract/verdict-age.ts';
import { addToGroup } from '../../rules/add-to-group.ts';
import { isoInstant, isoInstantOrNull } from '../clock.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import { BELOW } from './below.ts';
import { CLASS_IN_SIGHT, type ClassesInSight, classParams } from './class-in-sight.ts';
import type { Sql } from './engine/sql.ts';
import { openRecordSecret } from './record-secret.ts';
import type { NotAskedWhy } from './record-table.ts';
import { RoundTable, type StoredRound } from './round-table.ts';

export interface StatusFilter {
  /** This unit and all below it. */
  readonly root: string;
  readonly workbookId: string | null;
  readonly classes: ClassesInSight;
}

/** A record's status, once for each row that shows it: in the workbook asked about, or its first row where none was named. */
export interface RecordStatus {
  readonly sequence: number;
  readonly statuses: readonly RowStatus[];
}

interface StatusRow {
  readonly sequence: number;
  readonly unit: string;
  readonly workbookId: string;
  readonly rowId: string;
  readonly recordId: string;
  readonly round: number;
  readonly why: NotAskedWhy | null;
  readonly incomplete: 0 | 1;
  readonly duplicate: 0 | 1;
  readonly secrets: string;
  readonly jobState: 'waiting' | 'leased' | null;
  readonly jobTransport: Transport | null;
  readonly jobAskedAt: number | null;
  readonly outcome: Outcome | null;
  readonly compared: string | null;
  readonly flags: string | null;
  readonly askedAt: number | null;
  readonly answeredAt: number | null;
  readonly step: LoopStep | null;
  readonly shared: 0 | 1;
}

/** The record has a further row in the workbook: the same person stands in two of the school's files. */
const SHOWN_THERE = `EXISTS (SELECT 1 FROM record_rows s
  WHERE s.unit = r.unit AND s.record_id = r.record_id AND s.workbook_id = @workbookId)`;

/** A question of the filter's rows that is being asked or will be. */
const WAITING = `j.unit IN (SELECT code FROM below) AND (j.state = 'leased' OR j.transport IN ('queued', 'sent'))
  AND (CAST(@workbookId AS TEXT) IS NULL OR r.workbook_id = @workbookId OR ${SHOWN_THERE}) AND ${CLASS_IN_SIGHT}`;

/** What is known of each row, read from the record, its open question and the verdict of its present round. */
export class StatusTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;
  readonly #rounds: RoundTable;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
    this.#rounds = new RoundTable(sql);
  }

  /** Records whose status changed behind `since`, in the order of their changes. */
  async page(filter: StatusFilter, since: number, limit: number): Promise<readonly RecordStatus[]> {
    const rows = await this.#sql.all<StatusRow>(
      `${BELOW} SELECT ${COLUMNS} FROM records r ${JOINS}
       WHERE r.unit IN (SELECT code FROM below) AND r.status_sequence > @since
         AND (CAST(@workbookId AS TEXT) IS NULL OR r.workbook_id = @workbookId OR ${SHOWN_THERE}) AND ${CLASS_IN_SIGHT}
       ORDER BY r.status_sequence LIMIT @limit`,
      { ...filter, ...classParams(filter.classes), since, limit },
    );
    const found = await this.#withRounds(rows);
    const further = filter.workbookId === null ? new Map() : await this.#furtherRows(rows, filter.workbookId);
    return rows.map(({ unit, recordId, rowId, workbookId }, index) => {
      const { sequence, status } = found[index]!;
      const isHome = filter.workbookId === null || workbookId === filter.workbookId;
      const others: readonly string[] = further.get(`${unit} ${recordId}`) ?? [];
      const rowIds = [...(isHome ? [rowId] : []), ...others];
      return { sequence, statuses: rowIds.map((shown) => ({ ...status, rowId: shown })) };
    });
  }

  /** Ids of the rows of a workbook that show these records beside their first row, by unit and record. */
  async #furtherRows(rows: readonly StatusRow[], workbookId: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const units = new Map<string, StatusRow[]>();
    for (const row of rows) addToGroup(units, row.unit, row);
    const found = new Map<string, string[]>();
    for (const [unit, own] of units) {
      const shown = await this.#sql.all<{ recordId: string; rowId: string }>(
        `SELECT record_id AS recordId, row_id AS rowId FROM LIST(@recordIds) AS wanted CROSS JOIN record_rows
         WHERE unit = @unit AND record_id = wanted.value AND workbook_id = @workbookId`,
        { unit, workbookId, recordIds: own.map(({ recordId }) => recordId) },
      );
      for (const { recordId, rowId } of shown) addToGroup(found, `${unit} ${recordId}`, rowId);
    }
    return found;
  }

  /** How these records stand, by record id; one of a class out of sight is not among them. */
  async ofRecords(
    unit: string,
    recordIds: readonly string[],
    classes: ClassesInSight,
  ): Promise<ReadonlyMap<string, RowStatus>> {
    if (recordIds.length === 0) return new Map();
    const rows = await this.#sql.all<StatusRow>(
      `SELECT ${COLUMNS} FROM LIST(@recordIds) AS wanted CROSS JOIN records r ${JOINS}
       WHERE r.unit = @unit AND r.record_id = wanted.value AND ${CLASS_IN_SIGHT}`,
      { unit, recordIds, ...classParams(classes) },
    );
    return new Map((await this.#withRounds(rows)).map(({ status }) => [status.recordId, status]));
  }

  /** Rows that are being asked or will be, those put off by the service not counted. */
  async waiting(filter: StatusFilter): Promise<number> {
    const counted = await this.#sql.get<{ n: number }>(
      `${BELOW} SELECT count(*) AS n FROM verification_jobs j
         JOIN records r ON r.unit = j.unit AND r.record_id = j.record_id
       WHERE ${WAITING}`,
      { ...filter, ...classParams(filter.classes) },
    );
    return counted?.n ?? 0;
  }

  /** Rows that are asked until the last of those waiting is: theirs, and those of other units whose turn comes before. */
  async ahead(filter: StatusFilter): Promise<number> {
    const counted = await this.#sql.get<{ n: number }>(
      `${BELOW}, last AS
         (SELECT j.priority, j.turn FROM verification_jobs j
            JOIN records r ON r.unit = j.unit AND r.record_id = j.record_id
          WHERE ${WAITING} ORDER BY j.priority DESC, j.turn DESC LIMIT 1)
       SELECT count(*) AS n FROM last
         JOIN verification_jobs q ON q.priority < last.priority OR (q.priority = last.priority AND q.turn <= last.turn)`,
      { ...filter, ...classParams(filter.classes) },
    );
    return counted?.n ?? 0;
  }

  /** The number of the newest change. */
  async sequence(): Promise<number> {
    return (await this.#sql.get<{ value: number }>('SELECT value FROM status_sequence'))?.value ?? 0;
  }

  /** Most rows have one round, which says nothing that the verdict does not: theirs are not looked up. */
  async #withRounds(
    rows: readonly StatusRow[],
  ): Promise<readonly { readonly sequence: number; readonly status: RowStatus }[]> {
    const byUnit = new Map<string, string[]>();
    for (const { unit, recordId, round } of rows) if (round > 1) addToGroup(byUnit, unit, recordId);
    const rounds = new Map<string, readonly StoredRound[]>();
    for (const [unit, recordIds] of byUnit) {
      for (const [recordId, found] of await this.#rounds.ofRecords(unit, recordIds)) rounds.set(recordId, found);
    }
    return rows.map((row) => ({
      sequence: row.sequence,
      status: statusOf(this.#cipher, row, rounds.get(row.recordId) ?? []),
    }));
  }
}

const COLUMNS = `r.status_sequence AS sequence, r.unit, r.workbook_id AS workbookId, r.row_id AS rowId, r.record_id AS recordId, r.round, r.why, r.incomplete,
  r.duplicate, r.secrets, j.state AS jobState, j.transport AS jobTransport, j.asked_at AS jobAskedAt,
  v.outcome, v.compared, v.flags, v.asked_at AS askedAt, v.answered_at AS answeredAt, s.step,
  CASE WHEN shared.record_id IS NULL THEN 0 ELSE 1 END AS shared`;
const JOINS = `LEFT JOIN verification_jobs j ON j.unit = r.unit AND j.record_id = r.record_id
  LEFT JOIN verdicts v ON v.unit = r.unit AND v.record_id = r.record_id AND v.round = r.round
  LEFT JOIN record_steps s ON s.unit = r.unit AND s.record_id = r.record_id AND s.round = r.round
  LEFT JOIN shared_numbers shared ON shared.unit = r.unit AND shared.record_id = r.record_id`;

/** As many as a person reads in one cell of the sheet; the pane shows them all. */
const ROUNDS_TOLD = 5;

function statusOf(cipher: RecordCipher, row: StatusRow, rounds: readonly StoredRound[]): RowStatus {
  return {
    rowId: row.rowId,
    recordId: row.recordId,
    ...answerOf(row),
    round: row.round,
    why: row.why ?? (row.duplicate === 1 && row.outcome === null ? 'unverifiable' : null),
    incomplete: row.incomplete === 1 || row.duplicate === 1,
    claimHash: openRecordSecret(cipher, row).claimHash,
    step: row.step,
    expiresAt: isoInstantOrNull(expiryOf(row)),
    rounds: rounds.slice(-ROUNDS_TOLD).map(({ round, at, by, changed, verdict }) => ({
      round,
      at: isoInstant(at),
      by,
      changed: [...changed],
      outcome: verdict?.outcome ?? null,
    })),
  };
}

function expiryOf({ outcome, step, answeredAt }: StatusRow): number | null {
  return outcome === null || answeredAt === null ? null : verdictExpiry(outcome, step, answeredAt);
}

/**
 * `answered` without an outcome stands for a row that is kept and not asked: nothing is under way for it, and `why` says so.
 * The number doubled in the unit is our own knowledge, added to whatever the service said.
 */
function answerOf(
  row: StatusRow,
): Pick<RowStatus, 'transport' | 'outcome' | 'compared' | 'flags' | 'askedAt' | 'answeredAt'> {
  const own: readonly Flag[] = [
    ...(row.duplicate === 1 ? (['duplicateInUnit'] as const) : []),
    ...(row.shared === 1 ? (['duplicateElsewhere'] as const) : []),
    ...(row.step === null ? [] : STEP_FLAGS[row.step]),
  ];
  const silent = { compared: [], flags: [...own], askedAt: null, answeredAt: null };
  if (row.why === 'not-applicable') return { ...silent, transport: 'answered', outcome: 'not-applicable', flags: [] };
  if (row.why === 'unverifiable') return { ...silent, transport: 'answered', outcome: null };
  if (row.outcome !== null) {
    return {
      transport: 'answered',
      outcome: row.outcome,
      compared: JSON.parse(row.compared ?? '[]'),
      flags: [...JSON.parse(row.flags ?? '[]'), ...own],
      askedAt: isoInstantOrNull(row.askedAt),
      answeredAt: isoInstantOrNull(row.answeredAt),
    };
  }
  if (row.jobTransport === null) return { ...silent, transport: 'answered', outcome: null };
  const transport = row.jobState === 'leased' ? 'sent' : row.jobTransport;
  return { ...silent, transport, outcome: null, askedAt: isoInstantOrNull(row.jobAskedAt) };
}
