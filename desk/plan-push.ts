import { CELL_MAX_CHARS } from '../contract/push-limits.ts';
import { isUploaded } from '../contract/uploaded-fields.ts';
import { readBirthDateForm } from '../rules/fields/read-birth-date.ts';
import { findingsByRow } from '../rules/findings-by-row.ts';
import type { Message } from '../rules/messages.ts';
import { type RowOutlook, rowOutlook } from '../rules/row-outlook.ts';
import type { Layout } from '../templates/layout.ts';
import type { CheckedSheet } from './check-sheet.ts';
import type { OpenedSheet } from './open-sheet.ts';
import type { PushPlan, StayingRow } from './reports.ts';
import { findFingerprint } from './row-fingerprint.ts';
import { readRowMarks } from './row-marks.ts';
import { rowContent } from './row-seen.ts';
import type { SheetRow } from './sheet-port.ts';
import type { VerdictMemory } from './verdict-memory.ts';

/** What will go, and the rows themselves. */
export interface PushDecision {
  readonly plan: PushPlan;
  readonly going: readonly GoingRow[];
}

/** A row on its way. */
export interface GoingRow {
  readonly row: SheetRow;
  /** The revision that this copy of the sheet has seen; null: none. Undefined: it was acknowledged before there were revisions. */
  readonly base: number | null | undefined;
  /** It reads as it did when it was acknowledged: its cells need not go again. */
  readonly asSeen: boolean;
}

const COUNTED = {
  yes: 'asked',
  unverifiable: 'unverifiable',
  'not-applicable': 'notApplicable',
} as const satisfies Record<RowOutlook['verify'], keyof PushPlan>;

/**
 * Good rows go, bad rows stay: decides row by row, by the same rule as the server. Pure.
 * @param seen what was seen of records and does not stand in the sheet yet
 */
export function planPush(
  checked: CheckedSheet,
  unit: { readonly code: string; readonly name: string },
  seen: VerdictMemory['seen'] = new Map(),
): PushDecision {
  const { rows, sheet } = checked;
  const byRow = findingsByRow(checked.findings);
  const counts = { asked: 0, unverifiable: 0, notApplicable: 0, incomplete: 0 };
  const staying: StayingRow[] = [];
  const going: GoingRow[] = [];
  rows.forEach((row, index) => {
    const { rowId, rowNumber } = row;
    const outlook = rowOutlook(sheet.layout.record, row.values, byRow.get(index) ?? []);
    const reason = findTransportReason(sheet, row) ?? (outlook.goes ? null : (outlook.reason ?? NOBODY));
    if (reason) {
      staying.push({ rowId, rowNumber, reason });
      return;
    }
    going.push(goingRow(sheet.layout, row, seen));
    counts[COUNTED[outlook.verify]]++;
    if (outlook.incomplete) counts.incomplete++;
  });
  const plan = { rows: rows.length, ...counts, staying, unit: unit.code, unitName: unit.name };
  return { plan, going };
}

function goingRow(layout: Layout, row: SheetRow, news: VerdictMemory['seen']): GoingRow {
  const marks = readRowMarks(layout, row.marks);
  const isOwn = findFingerprint(row.rowId, marks.fingerprint) !== null;
  const seen = news.has(row.rowId) ? news.get(row.rowId) : isOwn ? marks.seen : null;
  if (seen)
    return { row, base: seen.revision, asSeen: seen.content !== null && seen.content === rowContent(row.values) };
  return { row, base: isOwn && !news.has(row.rowId) ? undefined : null, asSeen: false };
}

/** Why a row cannot be carried as it is, whatever the rules say of it. */
function findTransportReason({ date1904, fields }: OpenedSheet, { values }: SheetRow): Message | undefined {
  for (const field of fields) if (isTooLong(values[field]) && isUploaded(field)) return TOO_LONG;
  // A pushed number does not tell its date system: the person would be asked about with a birth date four years off.
  return date1904 && readBirthDateForm(values.birthDate, date1904).form === 'serial' ? SERIAL_OF_1904 : undefined;
}

const SERIAL_OF_1904: Message = {
  vi: 'Ngày sinh đang là một con số của tệp đếm ngày từ 1904. Bấm Sửa để đổi thành ngày rồi gửi lại.',
  en: 'The birth date is a bare number of a file that counts days from 1904. Press Fix to turn it into a date, then send again.',
};

const TOO_LONG: Message = {
  vi: `Có ô dài quá ${CELL_MAX_CHARS} ký tự. Rút ngắn ô đó rồi gửi lại.`,
  en: `A cell is longer than ${CELL_MAX_CHARS} characters. Shorten it, then send again.`,
};

const NOBODY: Message = {
  vi: 'Dòng này chưa cho biết là của ai. Nhập họ tên rồi gửi lại.',
  en: 'The row does not say whose it is. Enter the full name, then send again.',
};

function isTooLong(cell: unknown): boolean {
  return typeof cell === 'string' && cell.length > CELL_MAX_CHARS;
}
