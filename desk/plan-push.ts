import { CELL_MAX_CHARS } from '../contract/push-limits.ts';
import { UPLOADED_FIELDS } from '../contract/uploaded-fields.ts';
import { findingsByRow } from '../rules/findings-by-row.ts';
import type { Message } from '../rules/messages.ts';
import { type RowOutlook, rowOutlook } from '../rules/row-outlook.ts';
import type { CheckedSheet } from './check-sheet.ts';
import type { PushPlan, StayingRow } from './reports.ts';
import type { SheetRow } from './sheet-port.ts';

/** What will go, and the rows themselves. */
export interface PushDecision {
  readonly plan: PushPlan;
  readonly going: readonly SheetRow[];
}

const COUNTED = {
  yes: 'asked',
  unverifiable: 'unverifiable',
  'not-applicable': 'notApplicable',
} as const satisfies Record<RowOutlook['verify'], keyof PushPlan>;

/** Good rows go, bad rows stay: decides row by row, by the same rule as the server. Pure. */
export function planPush(checked: CheckedSheet, unit: { readonly code: string; readonly name: string }): PushDecision {
  const { rows, sheet } = checked;
  const byRow = findingsByRow(checked.findings);
  const counts = { asked: 0, unverifiable: 0, notApplicable: 0, incomplete: 0 };
  const staying: StayingRow[] = [];
  const going: SheetRow[] = [];
  rows.forEach((row, index) => {
    const { rowId, rowNumber } = row;
    const tooLong = UPLOADED_FIELDS.some((field) => isTooLong(row.values[field]));
    if (tooLong) {
      staying.push({ rowId, rowNumber, reason: TOO_LONG });
      return;
    }
    const outlook = rowOutlook(sheet.layout.record, row.values, byRow.get(index) ?? []);
    if (!outlook.goes) {
      staying.push({ rowId, rowNumber, reason: outlook.reason ?? NOBODY });
      return;
    }
    going.push(row);
    counts[COUNTED[outlook.verify]]++;
    if (outlook.incomplete) counts.incomplete++;
  });
  const plan = { rows: rows.length, ...counts, staying, unit: unit.code, unitName: unit.name };
  return { plan, going };
}

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
