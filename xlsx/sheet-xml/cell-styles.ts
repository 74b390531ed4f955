import { GENERAL_FORMAT } from '../../desk/cell-format.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import { isTrue } from '../package/workbook-map.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { builtInFormat, isDateFormat } from './number-formats.ts';

/** What reading and writing cells needs of one cell format (`xf` of `cellXfs`). */
export interface CellStyle {
  readonly format: string;
  readonly date: boolean;
  readonly wrapped: boolean;
}

/** Excel ends at 65,490. */
const MOST_STYLES = 200_000;

const PLAIN: CellStyle = { format: GENERAL_FORMAT, date: false, wrapped: false };

/** The cell formats of `styles.xml` in order: a cell's `s` counts into them. */
export function readCellStyles(styles: Uint8Array | undefined): readonly CellStyle[] {
  if (!styles) return [PLAIN];
  const custom = new Map<number, string>();
  const dates = new Map<string, boolean>();
  const found: CellStyle[] = [];
  const xml = new XmlScanner(styles);
  let inside = false;
  while (xml.next()) {
    if (xml.is('cellXfs')) inside = !xml.closing && !xml.empty;
    else if (xml.closing) continue;
    else if (xml.is('numFmt')) custom.set(Number(xml.find('numFmtId')), xml.find('formatCode') ?? '');
    else if (xml.is('dxfs')) xml.skipElement();
    else if (inside && xml.is('xf')) {
      const id = Number(xml.find('numFmtId') ?? 0);
      const format = custom.get(id) || builtInFormat(id) || GENERAL_FORMAT;
      if (!dates.has(format)) dates.set(format, isDateFormat(format));
      found.push({ format, date: dates.get(format) === true, wrapped: false });
      if (found.length > MOST_STYLES) throw new SheetError('unreadable', 'too-large');
    } else if (inside && xml.is('alignment') && found.length > 0) {
      const last = found.pop()!;
      found.push({ ...last, wrapped: isTrue(xml.find('wrapText')) });
    }
  }
  return found.length > 0 ? found : [PLAIN];
}
