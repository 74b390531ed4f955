import { type CellValue, cellText } from '../../rules/cell.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import { escapeCellText } from '../package/escape-xml.ts';
import { LINE_HEIGHT, LOST_TO_MARK, wrappedLines } from '../row-height.ts';

/** A column of the master's sheet. */
export interface PressColumn {
  /** Index of its cell format in the master's styles. */
  readonly style: string;
  /** Characters. */
  readonly width: number;
  readonly wraps: boolean;
  /** Numbers stay numbers; anything else is written as text. */
  readonly integer: boolean;
}

/**
 * One row of data in SpreadsheetML. Texts are inline, so that the shared strings are the same in every workbook; formula-like
 * texts too are texts: a string cell is never computed.
 * @param rowNumber as in Excel
 * @param values one a column, from column A
 */
export function rowXml(columns: readonly PressColumn[], rowNumber: number, values: readonly CellValue[]): string {
  let cells = '';
  let lines = 1;
  columns.forEach((column, index) => {
    const value = values[index] ?? null;
    const text = cellText(value);
    if (text === '') return;
    const head = `<c r="${columnLetters(index)}${rowNumber}" s="${column.style}"`;
    cells +=
      column.integer && typeof value === 'number'
        ? `${head}><v>${value}</v></c>`
        : `${head} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(text)}</t></is></c>`;
    if (column.wraps) lines = Math.max(lines, wrappedLines(text, column.width - LOST_TO_MARK));
  });
  // Neither LibreOffice nor Excel measures rows of such a file, and a reason cut off in mid-sentence helps nobody.
  const height = lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : '';
  return `<row r="${rowNumber}"${height}>${cells}</row>`;
}
