import { checkReport } from '../desk/check-sheet.ts';
import type { StaleCell } from '../desk/sheet-port.ts';
import { getRule } from '../rules/catalogue.ts';
import { cellText } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import { fill, type Language, type Message } from '../rules/messages.ts';
import { columnLetters } from '../templates/column-letters.ts';
import type { MendedSheet } from './mend-file.ts';
import { changedCells } from './mend-json.ts';
import { SEVERITY_WORDS } from './severity-words.ts';

const WORDS = {
  sheet: { vi: 'Trang tính {name}: {count} ô theo công thức', en: 'Sheet {name}: {count} cells by the recipe' },
  blank: { vi: '(trống)', en: '(blank)' },
  refused: { vi: '{place}: giữ nguyên, {why}', en: '{place}: left as it is, {why}' },
  left: {
    vi: 'Còn lại: {error} lỗi · {query} cần xác nhận · {note} lưu ý',
    en: 'Left: {error} errors · {query} to confirm · {note} notes',
  },
  shown: {
    vi: 'Chưa ghi gì. Thêm --out TỆP.xlsx để ghi bản đã sửa; tệp gốc giữ nguyên.',
    en: 'Nothing is written yet. Add --out FILE.xlsx to write the mended copy; the original stays as it is.',
  },
  written: { vi: 'Đã ghi {out}', en: 'Written: {out}' },
} as const satisfies Record<string, Message>;

const WHY = {
  changed: { vi: 'ô đã đổi', en: 'the cell changed' },
  'row-gone': { vi: 'dòng không còn', en: 'the row is gone' },
  'row-doubled': { vi: 'dòng bị chép đôi', en: 'the row was copied' },
  'column-gone': { vi: 'cột không còn', en: 'the column is gone' },
  formula: { vi: 'ô có công thức', en: 'the cell holds a formula' },
} as const satisfies Record<StaleCell['why'], Message>;

/** What `sosach mend` prints for people: every cell before → after, then what is left. */
export function mendText(file: string, out: string | null, sheets: readonly MendedSheet[], language: Language): string {
  const lines = [file];
  for (const sheet of sheets) lines.push(...sheetLines(sheet, language));
  lines.push(out === null ? WORDS.shown[language] : fill(WORDS.written[language], { out }));
  return `${lines.join('\n')}\n`;
}

function sheetLines({ checked, plan, report, after }: MendedSheet, language: Language): readonly string[] {
  const { sheetName: name, match } = checked.sheet;
  const numbers = new Map(checked.rows.map(({ rowId, rowNumber }) => [rowId, rowNumber]));
  const place = (field: FieldId, row: number) => `${columnLetters(match.columns.get(field) ?? 0)}${row}`;
  const text = (value: string) => (value === '' ? WORDS.blank[language] : value);
  const cells = changedCells(plan.cells, report.stale);
  const { error, query, note, groups } = checkReport(after);
  return [
    `  ${fill(WORDS.sheet[language], { name, count: String(cells.length) })}`,
    ...cells.map((cell) => {
      const titles = cell.codes.map((code) => getRule(code).title[language]).join(', ');
      const change = `${text(cellText(cell.before))} → ${text(cellText(cell.after))}`;
      return `    ${place(cell.field, cell.rowNumber)}: ${change} (${titles})`;
    }),
    ...report.stale.map(({ rowId, field, why }) => {
      return `    ${fill(WORDS.refused[language], { place: place(field, numbers.get(rowId) ?? 0), why: WHY[why][language] })}`;
    }),
    `    ${fill(WORDS.left[language], { error: String(error), query: String(query), note: String(note) })}`,
    ...groups.map(({ code, severity, title, findings }) => {
      return `      ${SEVERITY_WORDS[severity][language]} · ${title[language]} (${code}): ${findings.length}`;
    }),
  ];
}
