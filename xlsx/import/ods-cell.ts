import { GENERAL_FORMAT } from '../../desk/cell-format.ts';
import type { Codec } from '../package/codec.ts';
import { decodeText, type XmlScanner } from '../package/xml-scanner.ts';
import { serialOf } from '../sheet-xml/day-serial.ts';
import type { ForeignCell } from './foreign-workbook.ts';
import type { OdsFormats } from './ods-formats.ts';

type Contents = Omit<ForeignCell, 'column'>;

const SHORT_DATE = 'dd/mm/yyyy';
const TIME = 'hh:mm:ss';
const SECONDS_A_DAY = 86_400;
/** Excel's longest text; one element may stand for that many spaces and no more. */
const MOST_SPACES = 32_767;
/** The first day Excel can count; older ones stay texts. */
const FIRST_YEAR = 1900;

/** The cell whose opening tag the scanner stands on, and walks past; undefined for a blank one (ODF 1.3 part 3, 9.1.4 and 19.387). */
export function readOdsCell(
  xml: XmlScanner,
  attributes: ReadonlyMap<string, string>,
  formats: OdsFormats,
  codec: Codec,
): Contents | undefined {
  const format = formats.find(attributes.get('table:style-name'));
  const date = attributes.get('office:date-value') ?? '';
  const text = readParagraphs(xml, codec);
  if (attributes.get('calcext:value-type') === 'error') {
    return { value: { kind: 'error', code: text.startsWith('#') ? text : '#VALUE!' }, format: GENERAL_FORMAT };
  }
  switch (attributes.get('office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(attributes.get('office:value') ?? Number.NaN);
      return Number.isFinite(number) ? { value: number, format: format ?? GENERAL_FORMAT } : asText(text, format);
    }
    case 'boolean':
      return { value: attributes.get('office:boolean-value') === 'true', format: GENERAL_FORMAT };
    case 'date':
      return readDay(date, format) ?? asText(text || date, format);
    case 'time':
      return readTime(attributes.get('office:time-value') ?? '', format) ?? asText(text, format);
    default:
      return asText(text || (attributes.get('office:string-value') ?? ''), format);
  }
}

function asText(text: string, format: string | undefined): Contents | undefined {
  return text === '' ? undefined : { value: text, format: format ?? GENERAL_FORMAT };
}

function readDay(iso: string, format: string | undefined): Contents | undefined {
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?.*)?$/.exec(iso) ?? [];
  if (Number(year) < FIRST_YEAR || day === undefined) return undefined;
  const serial = serialOf({ kind: 'date', year: Number(year), month: Number(month), day: Number(day) }, false);
  const part = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / SECONDS_A_DAY;
  return { value: serial + part, format: format ?? SHORT_DATE };
}

/** A duration of ISO 8601, which is how a time of day is written: `PT07H30M00S`. */
function readTime(iso: string, format: string | undefined): Contents | undefined {
  const [whole, hours = 0, minutes = 0, seconds = 0] =
    /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:\.\d+)?S)?$/.exec(iso) ?? [];
  if (whole === undefined) return undefined;
  const part = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / SECONDS_A_DAY;
  return { value: part, format: format ?? TIME };
}

/** The text a person sees: paragraphs as lines, without the notes and drawings that hang on the cell. */
function readParagraphs(xml: XmlScanner, codec: Codec): string {
  if (xml.empty) return '';
  const outside = xml.depth;
  const lines: string[] = [];
  while (xml.next() && xml.depth > outside) {
    if (xml.closing) continue;
    if (xml.is('p')) lines.push(readParagraph(xml, codec));
    else xml.skipElement();
  }
  return lines.join('\n');
}

function readParagraph(xml: XmlScanner, codec: Codec): string {
  if (xml.empty) return '';
  const outside = xml.depth;
  let text = '';
  let from = xml.tagEnd;
  for (;;) {
    xml.next();
    text += plain(codec.decode(xml.bytes, from, xml.tagStart));
    if (xml.depth <= outside) return text;
    if (!xml.closing) text += standsFor(xml);
    from = xml.tagEnd;
  }
}

/** What an element inside a paragraph means as text (ODF 1.3 part 3, 6.1.3 to 6.1.5); spans only look different. */
function standsFor(xml: XmlScanner): string {
  if (xml.is('s')) return ' '.repeat(Math.min(Math.max(Number(xml.find('text:c') ?? 1) || 1, 1), MOST_SPACES));
  if (xml.is('tab')) return '\t';
  if (xml.is('line-break')) return '\n';
  if (xml.is('annotation')) xml.skipElement();
  return '';
}

/**
 * Line ends and tabs of the file itself are its layout and count as one space. Plain spaces stay as many as they are: the standard
 * would fold them, but LibreOffice neither writes nor reads them so, and a doubled space in a name is a finding.
 */
function plain(xml: string): string {
  return decodeText(xml.replace(/[\t\r\n][\t\r\n ]*/g, ' '));
}
