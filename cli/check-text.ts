import { type CheckedSheet, checkReport } from '../desk/check-sheet.ts';
import type { CheckReport, FindingGroup, FindingView } from '../desk/reports.ts';
import { fill, type Language, type Message } from '../rules/messages.ts';
import type { CheckedFile, SkipReason } from './check-file.ts';
import { findingColumn } from './finding-column.ts';
import { SEVERITY_WORDS } from './severity-words.ts';

/** Examples shown of each rule; `--json` has them all. */
const SHOWN = 5;

/** Why a sheet was passed over. */
export const SKIP_WORDS = {
  'no-header-found': { vi: 'không có dòng tiêu đề', en: 'no header found' },
  empty: { vi: 'trống', en: 'empty' },
  hidden: { vi: 'đang ẩn', en: 'hidden' },
} as const satisfies Record<SkipReason, Message>;

const WORDS = {
  sheet: {
    vi: 'Trang tính {name} · mẫu {template} · tiêu đề ở dòng {row}',
    en: 'Sheet {name} · template {template} · header in row {row}',
  },
  totals: {
    vi: '{rows} dòng · {clean} dòng sạch · {error} lỗi · {query} cần xác nhận · {note} lưu ý',
    en: '{rows} rows · {clean} clean · {error} errors · {query} to confirm · {note} notes',
  },
  confirmed: { vi: ' · {confirmed} đã xác nhận', en: ' · {confirmed} confirmed' },
  fixable: { vi: ' · có đề xuất sửa {count} ô', en: ' · {count} cells with a proposed fix' },
  more: { vi: '… và {count} chỗ nữa', en: '… and {count} more' },
  skipped: { vi: 'Bỏ qua: {names}', en: 'Skipped: {names}' },
} as const satisfies Record<string, Message>;

/** What `sosach check` prints for people: findings by rule, each with its count and first places. */
export function checkText(file: string, checked: CheckedFile, language: Language): string {
  const say = (key: keyof typeof WORDS, params: Record<string, string | number>) =>
    fill(
      WORDS[key][language],
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    );
  const lines = [file];
  for (const sheet of checked.sheets) {
    const report = checkReport(sheet);
    const { sheetName: name, layout, match } = sheet.sheet;
    lines.push(`  ${say('sheet', { name, template: layout.id, row: match.headerRow })}`);
    for (const group of report.groups) lines.push(...groupLines(sheet, group));
    const confirmed = report.confirmed > 0 ? say('confirmed', { confirmed: report.confirmed }) : '';
    lines.push(`    ${say('totals', totalsOf(report))}${confirmed}`);
  }
  if (checked.skipped.length > 0) {
    const names = checked.skipped.map((sheet) => `${sheet.name} (${SKIP_WORDS[sheet.why][language]})`).join(', ');
    lines.push(`  ${say('skipped', { names })}`);
  }
  return `${lines.join('\n')}\n`;

  function groupLines(sheet: CheckedSheet, group: FindingGroup): readonly string[] {
    const fixable = group.fixable > 0 ? say('fixable', { count: group.fixable }) : '';
    const head = `    ${SEVERITY_WORDS[group.severity][language]} · ${group.title[language]} (${group.code}): ${group.findings.length}${fixable}`;
    const shown = group.findings
      .slice(0, SHOWN)
      .map((view) => `      ${placeOf(sheet, view)}${view.message[language]}`);
    const rest = group.findings.length - shown.length;
    return rest > 0 ? [head, ...shown, `      ${say('more', { count: rest })}`] : [head, ...shown];
  }
}

function totalsOf({ rows, clean, error, query, note }: CheckReport): Record<string, number> {
  return { rows, clean, error, query, note };
}

/** `G12: `, `G: ` for a column, nothing for the sheet. */
function placeOf(sheet: CheckedSheet, { finding }: FindingView): string {
  const column = findingColumn(sheet.sheet.match, finding) ?? '';
  const row = finding.row === null ? '' : (sheet.rows[finding.row]?.rowNumber ?? '');
  return column === '' && row === '' ? '' : `${column}${row}: `;
}
