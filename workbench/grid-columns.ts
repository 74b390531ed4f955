import type { CellProps, ColumnRegular } from '@revolist/revogrid';
import type { MemorySheet } from '../desk/memory-sheet.ts';
import type { Language } from '../rules/messages.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { columnTitle, RESULT_COLUMNS, type ResultColumn } from '../templates/layout.ts';
import { MARK_LOOKS, MARK_WORDS } from '../templates/mark-looks.ts';
import type { GridRow } from './grid-rows.ts';
import type { SheetView } from './sheet-view.ts';

/** Pixels a character of the template's column width. */
const PIXELS_A_CHARACTER = 7.5;
const UNKNOWN_WIDTH = 110;
/** Our three columns stand in the frozen part of a 1366-pixel screen beside the pane: narrow, their full text is the cell's title. */
const RESULT_WIDTHS: Readonly<Record<ResultColumn, number>> = {
  // “? Chưa xác thực được” whole: the verdict is what people look for.
  verdict: 160,
  reason: 112,
  nextStep: 78,
};
const MAX_WIDTH = 160;
/** Room for the symbol of a mark beside the value; the frozen columns do without, for theirs is dear. */
const SYMBOL_WIDTH = 18;

/** The library's column definitions for every visible column of a sheet. */
export function gridColumns(sheet: MemorySheet, view: SheetView, language: Language): ColumnRegular[] {
  const columns: ColumnRegular[] = [];
  const width = Math.max(sheet.columnCount, 1);
  for (let column = 0; column < width; column++) {
    if (sheet.isHidden(column)) continue;
    const known = view.findColumn(column);
    columns.push({
      prop: column,
      name: columnLetters(column),
      size: widthOf(known?.id, known?.width) + (known && column > view.frozenThrough ? SYMBOL_WIDTH : 0),
      ...(column <= view.frozenThrough ? { pin: 'colPinStart' as const } : {}),
      columnProperties: () => (known ? { title: `${columnTitle(known)}: ${known.help[language]}` } : {}),
      cellProperties: ({ model }) => cellLook(view, (model as GridRow).rowNumber, column, String(model[column] ?? '')),
      cellTemplate: (h, { model }) => {
        const mark = view.findMark((model as GridRow).rowNumber, column);
        const text = String(model[column] ?? '');
        return mark ? [h('span', { class: 'wb-symbol' }, MARK_LOOKS[mark].symbol), text] : text;
      },
    });
  }
  return columns;
}

function widthOf(id: string | undefined, characters: number | undefined): number {
  const result = RESULT_COLUMNS.find((column) => column === id);
  if (result) return RESULT_WIDTHS[result];
  return characters === undefined
    ? UNKNOWN_WIDTH
    : Math.min(MAX_WIDTH, Math.round(characters * PIXELS_A_CHARACTER) + 12);
}

/** Fill by class, words as the cell's title: a symbol alone says too little. */
function cellLook(view: SheetView, row: number, column: number, text: string): CellProps {
  const mark = view.findMark(row, column);
  if (row === view.headerRow) return { class: { 'wb-header': true }, title: text };
  if (row < view.firstDataRow) return { class: { 'wb-title': true } };
  if (mark === undefined) return { title: text };
  return {
    class: { [`wb-mark-${mark}`]: true, 'wb-blank': text === '' },
    title: text === '' ? MARK_WORDS[mark] : `${MARK_WORDS[mark]}: ${text}`,
  };
}
