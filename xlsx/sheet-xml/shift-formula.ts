import { columnLetters } from '../../templates/column-letters.ts';
import { COLUMN_COUNT, columnIndex, LAST_ROW } from './cell-reference.ts';

/** Texts and sheet names in quotes, function names and names first, so that none of them passes for a reference. */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*\]|[\p{L}_\\][\p{L}\p{N}_.\\]*\s*\(|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*/giu;

/** A formula as it reads `rows` further down and `columns` further right: what a cell of a shared formula says (18.3.1.40). */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKENS, (token, fixedColumn, letters, fixedRow, digits) => {
    if (letters === undefined) return token;
    const column = columnIndex(letters) + (fixedColumn ? 0 : columns);
    const row = Number(digits) + (fixedRow ? 0 : rows);
    if (column < 0 || column >= COLUMN_COUNT || row < 1 || row > LAST_ROW) return '#REF!';
    return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
  });
}
