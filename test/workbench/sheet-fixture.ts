import { MemorySheet } from '../../desk/memory-sheet.ts';
import type { OpenReport } from '../../desk/reports.ts';
import type { FieldId } from '../../rules/field.ts';
import { type ColumnId, RESULT_COLUMNS } from '../../templates/layout.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../../templates/sheet-match.ts';
import { LAYOUT, pupil } from '../desk/desk-fixture.ts';

const COLUMNS = LAYOUT.columns.filter((column) => column.presence !== 'optional');
export const HEADER_ROW = 3;

export function columnOf(id: ColumnId): number {
  return COLUMNS.findIndex((column) => column.id === id);
}

/** A sheet of our own template with its two hidden columns, and what the desk says of it. */
export function sheetFixture(marks: readonly string[]): { sheet: MemorySheet; report: OpenReport } {
  const isResult = (id: ColumnId) => (RESULT_COLUMNS as readonly ColumnId[]).includes(id);
  const rows = marks.map((mark, index) => [
    ...COLUMNS.map(({ id }) => (isResult(id) ? null : (pupil(index)[id as FieldId] ?? null))),
    `id-${index}`,
    mark,
  ]);
  const sheet = new MemorySheet({
    name: 'Học sinh',
    cells: [
      ['TRƯỜNG THỬ'],
      ['DANH SÁCH'],
      [...COLUMNS.map(({ header }) => header), ROW_ID_HEADER, MARKS_HEADER],
      ...rows,
    ],
    hiddenColumns: [COLUMNS.length, COLUMNS.length + 1],
  });
  const report: OpenReport = {
    recognised: true,
    sheetName: sheet.name,
    layout: LAYOUT,
    match: {
      template: 'student',
      headerRow: HEADER_ROW,
      firstDataRow: HEADER_ROW + 1,
      columns: new Map(COLUMNS.map(({ id }, column) => [id, column])),
      parts: new Map(),
      headers: new Map(),
      rowIdColumn: COLUMNS.length,
      marksColumn: COLUMNS.length + 1,
      problems: [],
    },
    identity: null,
    issuedTo: null,
    rows: rows.length,
    protected: false,
    problems: [],
  };
  return { sheet, report };
}
