import type { FieldId } from '../rules/field.ts';
import type { Layout } from '../templates/layout.ts';
import { findLikelyHeader } from '../templates/likely-header.ts';
import type { MatchOptions } from '../templates/match-header.ts';
import type { SheetMatch } from '../templates/sheet-match.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';
import { recogniseSheet } from './recognise-sheet.ts';
import type { OpenReport } from './reports.ts';
import type { SheetPort } from './sheet-port.ts';

/** A recognised sheet. */
export interface OpenedSheet {
  readonly sheetName: string;
  readonly layout: Layout;
  readonly match: SheetMatch;
  readonly identity: WorkbookIdentity | null;
  /** As `recogniseSheet` tells it. */
  readonly issuedTo: string | null;
  /** Merged cells among the data: only the first of them holds a value. */
  readonly mergedData: boolean;
  /** Bare numbers of a date column count days from 1904. Default: 1900. */
  readonly date1904?: boolean;
  /** Fields that have a column in this sheet. */
  readonly fields: ReadonlySet<FieldId>;
}

/** Looks at the sheet in front and says what it is. Writes nothing: a foreign sheet stays as it is until it is checked. */
export async function openSheet(
  port: SheetPort,
  options: MatchOptions = {},
): Promise<{ readonly report: OpenReport; readonly opened: OpenedSheet | null }> {
  const survey = await port.survey();
  const { sheetName, grid, identity, date1904 = false } = survey;
  const found = recogniseSheet(grid, options);
  if (!found) {
    const empty = grid.every((row) => row.every((cell) => cell === null || cell === ''));
    const likelyHeader = findLikelyHeader(grid);
    const why = empty ? 'empty' : 'no-header-found';
    return {
      report: { recognised: false, sheetName, why, ...(likelyHeader ? { likelyHeader } : {}) },
      opened: null,
    };
  }
  const { layout, match, columns, dataLines, issuedTo } = found;
  const mergedData = survey.mergedRows?.some((row) => row >= match.firstDataRow) ?? survey.mergedAreas > 0;
  return {
    report: {
      recognised: true,
      sheetName,
      layout,
      match,
      identity,
      issuedTo,
      rows: dataLines.length,
      protected: survey.protected,
      problems: match.problems,
    },
    opened: {
      sheetName,
      layout,
      match,
      identity,
      issuedTo,
      mergedData,
      date1904,
      fields: new Set(columns.fields.keys()),
    },
  };
}
