import type { OpenReport } from '../../desk/reports.ts';
import { type ColumnId, columnTitle } from '../../templates/layout.ts';

/** A column as people read it at its head; '' for a finding that is about no column. */
export function columnHeader(sheet: OpenReport | null, column: ColumnId | null): string {
  if (!sheet?.recognised || column === null) return '';
  const known = sheet.layout.columns.find((candidate) => candidate.id === column);
  return (known ? columnTitle(known) : column).replace(/\s+/gu, ' ');
}
