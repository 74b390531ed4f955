import type { CellValue } from '../rules/cell.ts';
import type { Layout } from '../templates/layout.ts';
import { getLayout } from '../templates/layouts.ts';
import { type MatchOptions, matchHeader } from '../templates/match-header.ts';
import type { SheetMatch } from '../templates/sheet-match.ts';
import { findUnitLine } from '../templates/unit-line.ts';
import { type BoundColumns, isFilledRow, planBinding } from './bound-columns.ts';

/** A grid whose header was found: what it is, where its columns are, which of its lines are rows of data. */
export interface RecognisedSheet {
  readonly layout: Layout;
  readonly match: SheetMatch;
  readonly columns: BoundColumns;
  /** 0-based lines of the grid that hold a row of data. */
  readonly dataLines: readonly number[];
  /** The unit that the heading names in a sheet that has our row ids, as every workbook of ours does; null in any other. */
  readonly issuedTo: string | null;
}

/** Reads a raw grid by its header text; undefined when no header is found. Whoever hands in the grid, it is read the same way. */
export function recogniseSheet(
  grid: readonly (readonly CellValue[])[],
  options: MatchOptions = {},
): RecognisedSheet | undefined {
  const match = matchHeader(grid, options);
  if (!match) return undefined;
  const layout = getLayout(match.template);
  const { columns } = planBinding(layout, match, grid[match.headerRow - 1] ?? [], 0);
  const dataLines: number[] = [];
  // Matching has looked for the rows that hold nobody: what is left is told by being filled.
  const idle = new Set(match.problems.flatMap(({ rows = [] }) => rows));
  for (let line = match.firstDataRow - 1; line < grid.length; line++) {
    if (isFilledRow(columns, grid[line] ?? []) && !idle.has(line + 1)) dataLines.push(line);
  }
  const issuedTo = match.rowIdColumn === null ? undefined : findUnitLine(grid.slice(0, match.headerRow - 1));
  return { layout, match, columns, dataLines, issuedTo: issuedTo ?? null };
}
