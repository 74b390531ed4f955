import { claimHash } from '../../contract/claim-hash.ts';
import { checkRows } from '../../rules/check-rows.ts';
import { ALL_PLACES } from '../../rules/codes/all-places.ts';
import type { Finding } from '../../rules/finding.ts';
import { findingsByRow } from '../../rules/findings-by-row.ts';
import { findPlainDate } from '../../rules/plain-date.ts';
import type { RecordKind } from '../../rules/record.ts';
import { type RecordReading, readRecord } from '../../rules/record-reading.ts';
import { rowOutlook } from '../../rules/row-outlook.ts';
import { sha256 } from '../crypto.ts';
import type { WholeRow } from './read-push.ts';

/** What the shared rules say of one pushed row by itself; doubled numbers are judged over the whole unit, elsewhere. */
export interface JudgedRow extends WholeRow {
  readonly fate: 'stays' | 'asked' | 'unverifiable' | 'not-applicable';
  /** Kept though something required is wrong or missing: chưa đủ. */
  readonly incomplete: boolean;
  /** Codes of the findings at error severity. */
  readonly errors: readonly string[];
  /** The number it shows, usable or not. */
  readonly number: string | null;
  /** The number under which the row counts among the duplicates; null when it has none or the person is not asked about. */
  readonly citizenId: string | null;
  /** Over name and birth date: equal for the same person in two workbooks. */
  readonly personHash: string;
  /** Over what is asked of the population service. */
  readonly claimHash: string;
}

const DOUBLED = 'citizen-id.duplicate';

/**
 * @param day ISO 8601, on which the rows are judged
 * @param schoolYear first calendar year of the one that the rows are about; default: that of the day
 */
export function judgeRows(
  kind: RecordKind,
  rows: readonly WholeRow[],
  columns: ReadonlySet<string>,
  day: string,
  schoolYear?: number,
): readonly JudgedRow[] {
  const today = findPlainDate(day);
  if (!today) throw new RangeError('the day of judgement is no day');
  const cells = rows.map((row) => row.cells);
  const byRow = findingsByRow(checkRows(cells, { kind, today, columns, schoolYear, places: ALL_PLACES }));
  return rows.map(({ rowId, cells: row }, index) => {
    const findings = byRow.get(index) ?? [];
    // Batches cut a sheet anywhere: whether a number is doubled is not for one batch to say.
    const own = findings.filter((finding) => finding.code !== DOUBLED);
    const reading = readRecord(kind, row);
    const outlook = rowOutlook(kind, row, own, reading);
    const fate = outlook.goes ? (outlook.verify === 'yes' ? 'asked' : outlook.verify) : 'stays';
    return {
      rowId,
      cells: row,
      fate,
      incomplete: outlook.incomplete,
      errors: errorsOf(findings),
      number: reading.citizenId,
      citizenId: fate === 'asked' || fate === 'unverifiable' ? usableNumber(reading, own) : null,
      personHash: sha256(`${reading.nameKey}|${JSON.stringify(reading.birthDate)}`),
      claimHash: claimHash(row),
    };
  });
}

function errorsOf(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
}

/** A number that is itself at fault (a dummy, say) stands in many rows and makes none of them another's double. */
function usableNumber(reading: RecordReading, findings: readonly Finding[]): string | null {
  const faulty = findings.some(({ effect, field }) => effect === 'unverifiable' && field === 'citizenId');
  return faulty ? null : reading.citizenId;
}
