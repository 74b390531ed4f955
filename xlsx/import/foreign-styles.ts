import { GENERAL_FORMAT } from '../../desk/cell-format.ts';
import { escapeXml } from '../package/escape-xml.ts';
import { findBuiltInId } from '../sheet-xml/number-formats.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Numbers below are Excel's own (ECMA-376 part 1, 18.8.30). */
const FIRST_CUSTOM = 164;
/** Excel takes no longer code; and above this many, not one more. */
const LONGEST_CODE = 255;
const MOST_CODES = 200;
const CONTROL = /[\x00-\x1f]/;
/** What libraries call format 14, the short date of the person's own Windows. */
const SHORT_DATE: Readonly<Record<string, number>> = { 'm/d/yy': 14, 'm/d/yyyy': 14 };

/** The cell formats of a workbook in the making: number formats, and nothing else. */
export class ForeignStyles {
  readonly #indexes = new Map<string, number>([[GENERAL_FORMAT, 0]]);
  readonly #codes: string[] = [];
  readonly #xfs: number[] = [0];

  /** What a cell's `s` has to say for this number format. */
  indexOf(format: string): number {
    const known = this.#indexes.get(format);
    if (known !== undefined) return known;
    const id = SHORT_DATE[format] ?? findBuiltInId(format) ?? this.#addCode(format);
    const index = id === 0 ? 0 : this.#xfs.push(id) - 1;
    this.#indexes.set(format, index);
    return index;
  }

  toXml(): string {
    const codes = this.#codes.map(
      (code, at) => `<numFmt numFmtId="${FIRST_CUSTOM + at}" formatCode="${escapeXml(code)}"/>`,
    );
    const xfs = this.#xfs.map(
      (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    );
    return (
      `<styleSheet xmlns="${MAIN}">` +
      (codes.length > 0 ? `<numFmts count="${codes.length}">${codes.join('')}</numFmts>` : '') +
      '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  #addCode(format: string): number {
    if (format.length > LONGEST_CODE || this.#codes.length >= MOST_CODES || CONTROL.test(format)) return 0;
    return FIRST_CUSTOM + this.#codes.push(format) - 1;
  }
}
