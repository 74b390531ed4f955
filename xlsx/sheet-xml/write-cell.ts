import { isExcelDate } from '../../rules/cell.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import { escapeCellText, escapeXml } from '../package/escape-xml.ts';
import { withoutEnd } from '../package/tag-text.ts';
import { serialOf } from './day-serial.ts';
import type { CellPatch } from './sheet-patch.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
  /** The part's prefix for its own elements, colon included; '' for none. */
  readonly prefix: string;
  readonly date1904: boolean;
}

/** Attributes that speak of the value or of its place, which are written anew. */
const REWRITTEN = /\s(?:r|s|t|cm|vm)=(?:"[^"]*"|'[^']*')/g;

/** A cell of a sheet's part. Texts stand in the cell itself: the shared strings of the others stay as they are. */
export function writeCell(place: CellPlace, patch: CellPatch, style: number, oldTag = ''): string {
  const { prefix, row, column } = place;
  const kept = withoutEnd(oldTag)
    .replace(REWRITTEN, '')
    .replace(/^<[^\s/>]+/, '');
  const look = style === 0 ? '' : ` s="${style}"`;
  const { type, contents } = writeValue(place, patch);
  const open = `<${prefix}c r="${columnLetters(column)}${row}"${look}${type && ` t="${type}"`}${kept}`;
  return contents === '' ? `${open}/>` : `${open}>${contents}</${prefix}c>`;
}

function writeValue(
  { prefix, date1904 }: CellPlace,
  { value, formula }: CellPatch,
): { type: string; contents: string } {
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  const f = formula === undefined ? '' : `<${prefix}f>${escapeXml(formula.slice(1))}</${prefix}f>`;
  if (value === null || value === '') return { type: '', contents: f };
  if (typeof value === 'number') return { type: '', contents: f + v(String(value)) };
  if (typeof value === 'boolean') return { type: 'b', contents: f + v(value ? '1' : '0') };
  if (typeof value === 'string') {
    const text = escapeCellText(value);
    if (f !== '') return { type: 'str', contents: f + v(text) };
    return {
      type: 'inlineStr',
      contents: `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`,
    };
  }
  if (isExcelDate(value)) return { type: '', contents: f + v(String(serialOf(value, date1904))) };
  return { type: 'e', contents: f + v(escapeXml(value.code)) };
}
