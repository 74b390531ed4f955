import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SheetError } from '../../desk/sheet-error.ts';
import type { CellValue } from '../../rules/cell.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { isDateFormat } from '../../xlsx/sheet-xml/number-formats.ts';
import { shiftFormula } from '../../xlsx/sheet-xml/shift-formula.ts';
import { makePackage } from './make-package.ts';

const date = (year: number, month: number, day: number): CellValue => ({ kind: 'date', year, month, day });
const cellsOf = async (sheet: string, more: Partial<Parameters<typeof makePackage>[0]> = {}) =>
  (await readWorkbook(await makePackage({ sheet, ...more }))).sheets[0]!.cells;
const refused = (detail: string) => ({ name: 'SheetError', code: 'unreadable', detail });

describe('what programs write and exceljs does not', () => {
  it('finds cells without references, in either quotes, in any order of attributes, under any prefix', async () => {
    const sheet = `<x:worksheet xmlns:x="urn"><x:dimension ref="A1"/><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t = 'inlineStr'><x:is><x:t>hai</x:t></x:is></x:c></x:row><x:row r='3'><x:c s="0" t="b" r='C3'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    assert.deepEqual(await cellsOf(sheet), [[1, 'hai'], [], [null, null, true]]);
  });

  it('joins runs, drops phonetic readings, keeps spaces, resolves escapes, entities and CDATA', async () => {
    const strings =
      '<si><r><t xml:space="preserve">Lê </t></r><r><rPr/><t>Thử</t></r><rPh sb="0" eb="2"><t>đọc</t></rPh></si><si><t> a_x000A_b &amp;#38; &#272;</t></si><si/><si><t><![CDATA[<b>]]></t></si>';
    const row = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    assert.deepEqual(
      await cellsOf(`<sheetData><row>${row}<c t="str"><f>1</f><v>_x0041_</v></c></row></sheetData>`, { strings }),
      [['Lê Thử', ' a\nb &#38; Đ', null, '<b>', 'A']],
    );
  });

  it('tells days from numbers by the format, in both systems, and knows the day that never was', async () => {
    const day = (serial: number) => `<c s="1"><v>${serial}</v></c>`;
    const sheet = `<sheetData><row>${[42515, 1, 59, 61, 0.5, -3, 43_000.99].map(day).join('')}<c t="d"><v>2016-05-25</v></c></row></sheetData>`;
    assert.deepEqual(await cellsOf(sheet), [
      [
        date(2016, 5, 25),
        date(1900, 1, 1),
        date(1900, 2, 28),
        date(1900, 3, 1),
        0.5,
        -3,
        date(2017, 9, 22),
        date(2016, 5, 25),
      ],
    ]);
    const in1904 = await cellsOf(`<sheetData><row>${day(41053)}</row></sheetData>`, {
      workbookPr: '<workbookPr date1904="1"/>',
    });
    assert.deepEqual(in1904, [[date(2016, 5, 25)]]);
  });

  it('knows a date format by its letters, not by its colours, quotes or escapes', () => {
    for (const format of ['dd/mm/yyyy', '[$-42A]d/m/yy;@', 'mmm\\-yy', '[h]:mm', '"ngày" dd'])
      assert.ok(isDateFormat(format), format);
    for (const format of ['General', '@', '0.00', '[Red]0', '"ngày"0', '0\\d', '#,##0 ;[Red](#,##0)']) {
      assert.ok(!isDateFormat(format), format);
    }
  });

  it('reads rows that somebody hid or filtered away: out of sight, they are in the list all the same', async () => {
    const row = (text: string, more: string) => `<row ${more}><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const sheet = `<sheetData>${row('một', 'r="1"')}${row('hai', 'r="2" hidden="1"')}${row('ba', 'r="3" zeroHeight="1" ht="0"')}</sheetData>`;
    assert.deepEqual(await cellsOf(sheet), [['một'], ['hai'], ['ba']]);
  });

  it('moves shared formulas as Excel does', () => {
    assert.equal(shiftFormula('A1+$B$2*C$3&"A1"&\'A1\'!D4', 2, 1), 'B3+$B$2*D$3&"A1"&\'A1\'!E6');
    assert.equal(shiftFormula('LOG10(A1)+Thue2024+A1', 1, 0), 'LOG10(A2)+THUE2024+A2'.replace('THUE', 'Thue'));
    assert.equal(shiftFormula('A1', -1, 0), '#REF!');
  });

  it('keeps the cells and formats of a row apart from those of the row above', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="1"><v>1</v></c></row><row r="2"><c r="B2" s="1"/><c r="C2"><v>2</v></c></row><row r="3"><c r="B3" s="1"><v>1</v></c><c r="C3" s="1"><v>1</v></c></row><row r="4"><c r="D4" s="1"/></row><row r="5"><c r="A5" s="1"><v>1</v></c><c r="B5" s="1"><v>1</v></c></row></sheetData>';
    const [read] = (await readWorkbook(await makePackage({ sheet }))).sheets;
    const day = date(1900, 1, 1);
    assert.deepEqual(read!.cells, [[1, day, day], [null, null, 2], [null, day, day], [], [day, day]]);
    assert.deepEqual(
      [...read!.numberFormats!].map(([row, formats]) => [row, [...formats.keys()]]),
      [
        [1, [1, 2]],
        [2, [1]],
        [3, [1, 2]],
        [5, [0, 1]],
      ],
    );
  });

  it('handles a million formatted empty rows', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => {
      return `<row r="${index + 2}" s="1" customFormat="1"><c r="A${index + 2}" s="1"/></row>`;
    });
    const sheet = `<sheetData><row><c><v>1</v></c></row>${rows.join('')}</sheetData>`;
    assert.deepEqual(await cellsOf(sheet), [[1]]);
  });
});

describe('what is refused', () => {
  const sheet = '<sheetData><row><c><v>1</v></c></row></sheetData>';
  for (const [name, broken] of Object.entries({
    'a DOCTYPE': `<!DOCTYPE a [<!ENTITY b "c">]><worksheet>${sheet}</worksheet>`,
    'elements that do not close': '<worksheet><sheetData><row></sheetData></worksheet>',
    'elements that close twice': '<worksheet><sheetData/></sheetData></worksheet>',
    'a row beyond the last': '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>',
    'a column beyond the last': '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>',
    'a cell that stands in another row': '<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>',
    'a string that is not there': '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>',
    'nesting without end': `<worksheet>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</worksheet>`,
    'no sheet at all': '<worksheets/>',
  })) {
    it(`${name}`, () => assert.rejects(cellsOf(broken), refused('damaged')));
  }

  it('a package whose parts point outside it', async () => {
    const bytes = await makePackage({ sheet, others: { '../../etc/passwd': 'x' } });
    await assert.rejects(readWorkbook(bytes), refused('damaged'));
  });

  it('a bomb, by the ratio it declares', async () => {
    const bytes = await makePackage({ sheet, others: { 'xl/bomb.xml': ' '.repeat(20_000_000) } });
    await assert.rejects(readWorkbook(bytes), refused('too-large'));
  });

  it('a part that inflates to more than it declares', async () => {
    const bytes = await makePackage({ sheet: `${sheet}<!--${'x'.repeat(50_000)}-->` });
    const name = new TextEncoder().encode('xl/worksheets/sheet1.xml');
    const at = Buffer.from(bytes).lastIndexOf(name) - 46;
    new DataView(bytes.buffer).setUint32(at + 24, 100, true);
    await assert.rejects(readWorkbook(bytes), refused('damaged'));
  });

  it('whatever else a broken package holds, by name: never a crash, never a wrong row', async () => {
    const whole = await makePackage({
      sheet: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42515</v></c></row></sheetData>',
      strings: '<si><t>Nguyễn Văn Thử</t></si>',
    });
    const right = (await readWorkbook(whole)).sheets;
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), cut: fc.option(fc.nat(whole.length)) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = whole.slice();
        for (const { at, byte, cut } of changes) {
          bytes[at] = byte;
          if (cut !== null && cut % 7 === 0) bytes = bytes.slice(0, cut);
          if (bytes.length <= at) break;
        }
        try {
          assert.deepEqual((await readWorkbook(bytes)).sheets[0]?.cells, right[0]?.cells);
        } catch (error) {
          if (!(error instanceof SheetError)) throw error;
          assert.equal(error.code, 'unreadable');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('broken XML behind a right checksum, with an error or some rows, never anything else', async () => {
    const sheet =
      '<worksheet><cols><col min="1" max="2"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>';
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '&',
      ' ',
      '=',
      '<c',
      '</row>',
      '<row>',
      'r="A9"',
      '<!--',
      ']]>',
      '\0',
      '9',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(sheet.length), fc.nat(6), piece, async (at, gone, put) => {
        const broken = sheet.slice(0, at) + put + sheet.slice(at + gone);
        try {
          await cellsOf(broken, { strings: '<si><t>a</t></si>' });
        } catch (error) {
          if (!(error instanceof SheetError)) throw error;
        }
      }),
      { numRuns: 150 },
    );
  });
});
