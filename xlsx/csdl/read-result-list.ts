import { composeParts } from '../../desk/field-parts.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import { type CellValue, cellText } from '../../rules/cell.ts';
import type { FieldId } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import { findResultList, type ResultList } from '../../templates/csdl/find-result-list.ts';
import { importWorkbook } from '../import/import-workbook.ts';
import { type ReadSheet, readWorkbook } from '../read-workbook.ts';

/** A line of a result list, as it reads. */
export interface ResultLine {
  /** 1-based place of its sheet among those of the file. */
  readonly sheet: number;
  /** As in Excel. */
  readonly row: number;
  /** What the line says of the person; CSDL ngành's code stands under `ministryId`, of staff too. */
  readonly cells: RawRow;
  /** The results it states, blank ones left out; more than one where the list has several columns for them. */
  readonly statuses: readonly string[];
  readonly reasons: readonly string[];
  readonly requestId: string;
  readonly answeredOn: CellValue;
}

/** Why a file is no result list. */
export type ResultListTrouble = 'unreadable' | 'own-workbook' | 'no-status' | 'no-list';

export type ReadResultList =
  | { readonly lines: readonly ResultLine[] }
  /** `detail` of `unreadable` says why, as `SheetError` does: damaged, password, html-page, … Never a content of the file. */
  | { readonly trouble: ResultListTrouble; readonly detail: string };

/**
 * The lines of every result list in a file that CSDL ngành handed out, whatever its format. Hidden sheets are catalogues and
 * left out. What the file does is an answer, never a rejection.
 */
export async function readResultList(bytes: Uint8Array): Promise<ReadResultList> {
  try {
    const { sheets, identity } = await readWorkbook((await importWorkbook(bytes)).bytes);
    if (identity !== null) return { trouble: 'own-workbook', detail: '' };
    const found = sheets.map((sheet) => (sheet.hidden ? 'no-list' : findResultList(sheet.cells)));
    const lines = found.flatMap((list, at) => (typeof list === 'string' ? [] : linesOf(sheets[at]!, at + 1, list)));
    if (found.some((list) => typeof list !== 'string')) return { lines };
    const trouble = (['own-workbook', 'no-status'] as const).find((one) => found.includes(one)) ?? 'no-list';
    return { trouble, detail: '' };
  } catch (error) {
    if (error instanceof SheetError) return { trouble: 'unreadable', detail: error.detail.split(' ')[0] ?? '' };
    throw error;
  }
}

function linesOf({ cells }: ReadSheet, sheet: number, list: ResultList): ResultLine[] {
  const lines: ResultLine[] = [];
  for (let line = list.firstLine; line < cells.length; line++) {
    const row = cells[line] ?? [];
    const text = (column: number | null) => (column === null ? '' : cellText(row[column]).trim());
    const texts = (columns: readonly number[]) => columns.map(text).filter((one) => one !== '');
    const read: ResultLine = {
      sheet,
      row: line + 1,
      cells: personOf(list, row),
      statuses: texts(list.statuses),
      reasons: texts(list.reasons),
      requestId: text(list.requestId),
      answeredOn: list.answeredOn === null ? null : (row[list.answeredOn] ?? null),
    };
    if (!isHeaderAgain(list, read, cells)) lines.push(read);
  }
  return lines;
}

function personOf({ columns, parts }: ResultList, row: readonly CellValue[]): RawRow {
  const person: { [F in FieldId]?: CellValue } = {};
  for (const [id, column] of columns) person[id as FieldId] = row[column] ?? null;
  for (const [field, found] of parts) person[field] = composeParts(field, found, row);
  return person as RawRow;
}

/** Printed lists repeat their header on every page: a result that reads like its own header is none. */
function isHeaderAgain(list: ResultList, { statuses }: ResultLine, cells: ReadSheet['cells']): boolean {
  if (statuses.length === 0) return false;
  const above = cells.slice(Math.max(0, list.firstLine - 5), list.firstLine);
  const headers = new Set(above.flatMap((row) => list.statuses.map((column) => cellText(row[column]).trim())));
  return statuses.every((status) => headers.has(status));
}
