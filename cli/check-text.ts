import { type CheckedSheet, checkReport } from '../desk/check-sheet.ts';
import type { CheckReport, FindingGroup, FindingView } from '../desk/reports.ts';
import { fill, type Language, type Message } from '../rules/messages.ts';
import { isScoreField } from '../rules/score-field.ts';
import { headerKey } from '../rules/text/header-key.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { type ColumnMapping, columnMapping, type MappedField } from '../templates/column-mapping.ts';
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
  signed: { vi: 'Chữ ký hợp lệ: phát cho {unit} ngày {at}', en: 'Signature valid: issued to {unit} on {at}' },
  columns: { vi: 'Cột nào là gì: {columns}', en: 'Which column is what: {columns}' },
  scores: { vi: '{count} cột điểm và xếp loại', en: '{count} columns of scores and ranks' },
  kept: { vi: 'Giữ nguyên, không gửi: {columns}', en: 'Kept, never sent: {columns}' },
  missing: { vi: 'Không có cột: {columns}', en: 'No column for: {columns}' },
  totals: {
    vi: '{rows} dòng · {clean} dòng sạch · {error} lỗi · {query} cần xác nhận · {note} lưu ý',
    en: '{rows} rows · {clean} clean · {error} errors · {query} to confirm · {note} notes',
  },
  confirmed: { vi: ' · {confirmed} đã xác nhận', en: ' · {confirmed} confirmed' },
  fixable: { vi: ' · có đề xuất sửa {count} ô', en: ' · {count} cells with a proposed fix' },
  more: { vi: '… và {count} chỗ nữa', en: '… and {count} more' },
  likelyHeader: {
    vi: '{name}: dòng {row} giống tiêu đề nhưng chưa đủ cột nhận ra: {columns}',
    en: '{name}: row {row} reads like a header, but too few columns are known: {columns}',
  },
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
  const { identity, signature } = checked;
  if (identity && signature === 'valid') {
    lines.push(`  ${say('signed', { unit: identity.unitName || identity.unit, at: identity.issuedAt.slice(0, 10) })}`);
  }
  for (const sheet of checked.sheets) {
    const report = checkReport(sheet);
    const { sheetName: name, layout, match } = sheet.sheet;
    lines.push(`  ${say('sheet', { name, template: layout.id, row: match.headerRow })}`);
    lines.push(...mappingLines(columnMapping(layout, match)).map((line) => `    ${line}`));
    for (const group of report.groups) lines.push(...groupLines(sheet, group));
    const confirmed = report.confirmed > 0 ? say('confirmed', { confirmed: report.confirmed }) : '';
    lines.push(`    ${say('totals', totalsOf(report))}${confirmed}`);
  }
  if (checked.skipped.length > 0) {
    const names = checked.skipped.map((sheet) => `${sheet.name} (${SKIP_WORDS[sheet.why][language]})`).join(', ');
    lines.push(`  ${say('skipped', { names })}`);
    for (const { name, likelyHeader } of checked.skipped) {
      if (!likelyHeader) continue;
      const columns = likelyHeader.columns
        .map(({ column, header }) => `${columnLetters(column)} “${header}”`)
        .join(' · ');
      lines.push(`    ${say('likelyHeader', { name, row: likelyHeader.row, columns })}`);
    }
  }
  return `${lines.join('\n')}\n`;

  function mappingLines({ mapped, kept, missing }: ColumnMapping): readonly string[] {
    const scores = mapped.filter(({ field }) => isScoreField(field.id)).length;
    const columns = [
      ...mapped.filter(({ field }) => !isScoreField(field.id)).map(mappedText),
      ...(scores === 0 ? [] : [say('scores', { count: scores })]),
    ].join(' · ');
    const others = kept.map(({ column, header }) => `${columnLetters(column)} “${header}”`).join(' · ');
    return [
      say('columns', { columns }),
      ...(others === '' ? [] : [say('kept', { columns: others })]),
      ...(missing.length === 0 ? [] : [say('missing', { columns: missing.map(({ header }) => header).join(' · ') })]),
    ];
  }

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

/** `C+D Họ và tên ← “Họ đệm + Tên”`; the header is left out where it is the template's own. */
function mappedText({ field, columns, header }: MappedField): string {
  const letters = columns.map(({ column }) => columnLetters(column)).join('+');
  const isOwn = headerKey(header) === headerKey(field.header);
  return `${letters} ${field.header}${isOwn ? '' : ` ← “${header}”`}`;
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
