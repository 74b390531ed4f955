import type { OpenReport } from '../../desk/reports.ts';
import type { ColumnId } from '../../templates/layout.ts';

/** A column as people read it at its head; '' for a finding that is about no column. */
export function columnHeader(sheet: OpenReport | null, column: ColumnId | null): string {
  if (!sheet?.recognised || column === null) return '';
  const header = sheet.layout.columns.find((candidate) => candidate.id === column)?.header ?? column;
  return header.replace(/\s+/gu, ' ');
}
