import { type BoundColumns, findColumn, planBinding } from '../desk/bound-columns.ts';
import type { MemorySheet } from '../desk/memory-sheet.ts';
import type { OpenReport } from '../desk/reports.ts';
import { cellText } from '../rules/cell.ts';
import type { ColumnId, LayoutColumn } from '../templates/layout.ts';
import { MARK_LOOKS } from '../templates/mark-looks.ts';
import { type MARK, type MarkChar, markPosition } from '../templates/marks.ts';

/** What the grid has to know of a sheet besides its cells. A sheet that is not recognised has neither header nor columns. */
export interface SheetView {
  /** 1-based row that stays in view, or null. */
  readonly headerRow: number | null;
  readonly firstDataRow: number;
  /** 0-based column up to which columns stay in view, or -1. */
  readonly frozenThrough: number;
  /** The template's column that lies at a 0-based sheet column. */
  findColumn(column: number): LayoutColumn | undefined;
  /** The mark on a cell; undefined for none. */
  findMark(row: number, column: number): keyof typeof MARK_LOOKS | undefined;
}

const UNKNOWN: SheetView = {
  headerRow: null,
  firstDataRow: 1,
  frozenThrough: -1,
  findColumn: () => undefined,
  findMark: () => undefined,
};

export function sheetView(sheet: MemorySheet, report: OpenReport | null): SheetView {
  if (!report?.recognised || report.sheetName !== sheet.name) return UNKNOWN;
  const { layout, match } = report;
  const { columns } = planBinding(layout, match, sheet.readRow(match.headerRow), sheet.columnCount);
  const ids = idsByColumn(columns);
  const byId = new Map(layout.columns.map((column) => [column.id, column]));
  return {
    headerRow: match.headerRow,
    firstDataRow: match.firstDataRow,
    frozenThrough: frozenThrough(columns),
    findColumn(column) {
      const id = ids.get(column);
      return id === undefined ? undefined : byId.get(id);
    },
    findMark(row, column) {
      const id = ids.get(column);
      if (id === undefined || row < match.firstDataRow) return undefined;
      const mark = cellText(sheet.read(row, columns.marksColumn))[markPosition(layout, id) - 1];
      return isShown(mark) ? mark : undefined;
    },
  };
}

/** What the grid's columns depend on, as a text to compare. */
export function sheetShape(sheet: MemorySheet, view: SheetView): string {
  const columns = Array.from({ length: sheet.columnCount }, (_, column) =>
    sheet.isHidden(column) ? '-' : (view.findColumn(column)?.id ?? ''),
  );
  return [view.headerRow, view.firstDataRow, view.frozenThrough, ...columns].join();
}

function isShown(mark: string | undefined): mark is Exclude<MarkChar, typeof MARK.none> {
  return mark !== undefined && mark in MARK_LOOKS;
}

function idsByColumn(columns: BoundColumns): ReadonlyMap<number, ColumnId> {
  return new Map([...columns.fieldColumns, ...columns.results].map(([id, column]) => [column, id]));
}

/** More columns than this in view would leave no room to scroll beside the pane. */
const MOST_FROZEN = 8;

/** Through the template's own place where our columns stand beside the name; else through the name, as nobody's columns move. */
function frozenThrough(columns: BoundColumns): number {
  const own = findColumn(columns, columns.layout.frozenThrough) ?? Number.POSITIVE_INFINITY;
  if (own < MOST_FROZEN) return own;
  const name = findColumn(columns, 'fullName') ?? Number.POSITIVE_INFINITY;
  return name < MOST_FROZEN ? name : -1;
}
