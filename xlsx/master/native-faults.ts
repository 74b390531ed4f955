import type { ConditionalFormattingRule } from 'exceljs';
import { columnLetters } from '../../templates/column-letters.ts';
import type { ColumnId, LayoutColumn } from '../../templates/layout.ts';
import type { Rows } from './native-checks.ts';

/**
 * The commonest faults of the citizen number, shown by the program itself where the add-in cannot run: not 12 digits, the same
 * number twice, the digit of the sex against the sex. Never by colour alone: a sign stands before the value.
 * They stand with the column's mark formats: LibreOffice reads only the first of two formats over one range.
 * @param marks letters of the marks column: once the add-in has judged a row, its own marks speak
 */
export function nativeFaultRules(
  columns: readonly LayoutColumn[],
  marks: string,
  rows: Rows,
): readonly ConditionalFormattingRule[] {
  const lettersOf = (id: ColumnId) => {
    const index = columns.findIndex((column) => column.id === id);
    return index < 0 ? undefined : columnLetters(index);
  };
  const number = lettersOf('citizenId');
  if (number === undefined) return [];
  const cell = `$${number}${rows.first}`;
  const sex = lettersOf('sex');
  const all = `$${number}$${rows.first}:$${number}$${rows.last}`;
  const isNumber = `AND(LEN(${cell})=12,ISNUMBER(--${cell}))`;
  const odd = `MOD(--MID(${cell},4,1),2)=1`;
  const faults = [
    `AND(LEN(${cell})>0,NOT(${isNumber}))`,
    `AND(LEN(${cell})=12,COUNTIF(${all},${cell})>1)`,
    ...(sex === undefined
      ? []
      : [`IFERROR(AND(${isNumber},LEN($${sex}${rows.first})>0,(${odd})<>($${sex}${rows.first}="Nữ")),FALSE)`]),
  ];
  return faults.map((fault) => ({
    type: 'expression',
    formulae: [`AND(LEN($${marks}${rows.first})=0,${fault})`],
    style: LOOK,
    priority: 0,
  }));
}

const LOOK: ConditionalFormattingRule['style'] = {
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFF3CD' } },
  font: { color: { argb: 'FF664D03' } },
  numFmt: '"⚠ "General;"⚠ "General;"⚠ "General;"⚠ "@',
};
