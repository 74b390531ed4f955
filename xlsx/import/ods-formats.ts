import { GENERAL_FORMAT, TEXT_FORMAT } from '../../desk/cell-format.ts';
import { XmlScanner } from '../package/xml-scanner.ts';

/** More digits than Excel shows are nobody's format. */
const MOST_DIGITS = 30;
const MOST_LENGTH = 255;

/** The cell styles of an OpenDocument spreadsheet, as far as they are number formats, and the styles of hidden sheets. */
export class OdsFormats {
  /** Format codes by the name of a data style. */
  readonly #codes = new Map<string, string>();
  readonly #dataStyles = new Map<string, string>();
  readonly #hidden = new Set<string>();

  /** Takes in the styles of a part up to where its sheets begin. */
  read(part: Uint8Array): void {
    const xml = new XmlScanner(part);
    let style = '';
    while (xml.next() && !xml.is('spreadsheet')) {
      if (xml.closing) continue;
      if (xml.is('style')) {
        style = xml.find('style:name') ?? '';
        const data = xml.find('style:data-style-name');
        if (data !== undefined) this.#dataStyles.set(style, data);
      } else if (xml.is('table-properties')) {
        if (xml.find('table:display') === 'false') this.#hidden.add(style);
      } else if (DATA_STYLES.some((name) => xml.is(name))) this.#readDataStyle(xml);
    }
  }

  /** The number format of a cell style; undefined where it says nothing. */
  find(style: string | undefined): string | undefined {
    const data = style === undefined ? undefined : this.#dataStyles.get(style);
    return data === undefined ? undefined : this.#codes.get(data);
  }

  isHidden(tableStyle: string | undefined): boolean {
    return tableStyle !== undefined && this.#hidden.has(tableStyle);
  }

  #readDataStyle(xml: XmlScanner): void {
    const name = xml.find('style:name') ?? '';
    if (xml.empty) return;
    const outside = xml.depth;
    let code = '';
    while (xml.next() && xml.depth > outside && code.length < MOST_LENGTH) if (!xml.closing) code += codePiece(xml);
    if (code !== '') this.#codes.set(name, code);
  }
}

const DATA_STYLES = ['date-style', 'time-style', 'number-style', 'text-style', 'percentage-style'];
/** Date and time fields by element: short and long (ODF 1.3 part 3, 16.29). */
const FIELDS = {
  day: ['d', 'dd'],
  month: ['m', 'mm'],
  year: ['yy', 'yyyy'],
  hours: ['h', 'hh'],
  minutes: ['m', 'mm'],
  seconds: ['s', 'ss'],
} as const;
const SEPARATORS = /^[/\-.,: ]$/;

function codePiece(xml: XmlScanner): string {
  for (const [name, [short, long]] of Object.entries(FIELDS)) {
    if (!xml.is(name)) continue;
    const shown = xml.find('number:style') === 'long' ? long : short;
    return name === 'month' && xml.find('number:textual') === 'true' ? 'mmm' : shown;
  }
  if (xml.is('text-content')) return TEXT_FORMAT;
  if (xml.is('text')) return separator(xml);
  return xml.is('number') ? digits(xml) : '';
}

/** What stands between the fields of a date; units of money and the like are left out. */
function separator(xml: XmlScanner): string {
  if (xml.empty) return '';
  const start = xml.tagEnd;
  xml.skipElement();
  const text = new TextDecoder().decode(xml.bytes.subarray(start, xml.tagStart));
  return SEPARATORS.test(text) || text === '%' ? text : '';
}

function digits(xml: XmlScanner): string {
  const count = (name: string) => Math.min(Math.max(Number(xml.find(`number:${name}`) ?? 0) || 0, 0), MOST_DIGITS);
  const whole = count('min-integer-digits');
  const decimals = count('decimal-places');
  if (whole <= 1 && decimals === 0)
    return whole === 1 && xml.find('number:decimal-places') === '0' ? '0' : GENERAL_FORMAT;
  return '0'.repeat(Math.max(whole, 1)) + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
}
