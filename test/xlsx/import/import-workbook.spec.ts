import assert from 'node:assert/strict';
import { type BookType, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { zlibCodec } from '../../../cli/zlib-codec.ts';
import { fileFormat } from '../../../xlsx/import/file-format.ts';
import { importWorkbook } from '../../../xlsx/import/import-workbook.ts';
import { readWorkbook } from '../../../xlsx/read-workbook.ts';
import { fixtureBytes } from '../workbook-fixture.ts';
import { bookOf, bytesOf, type FixtureCell } from './sheetjs-fixture.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function imported(bytes: Uint8Array) {
  const { bytes: made, format } = await importWorkbook(bytes, zlibCodec);
  return { format, made, ...(await readWorkbook(made, zlibCodec)) };
}

const TABLE: FixtureCell[][] = [
  ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Điểm', 'Đạt', 'Xếp loại'],
  [1, 'Nguyễn Thị Thử', { day: 42_252 }, '001215000123', 8.5, true, { error: 0x2a }],
  [2, 'Đặng  Hoài\nÂn ', '05/09/2015', 1215000124, -0.25, false, { error: 0x17 }],
  [null, null, { day: 30_000 }],
];

/** Formats that keep numbers and texts apart, each as SheetJS writes it. */
const TYPED = ['biff8', 'ods', 'xlml'] as const satisfies readonly BookType[];

describe('importWorkbook', () => {
  it('hands an .xlsx on as it is', async () => {
    const bytes = await fixtureBytes({ sheets: [{ name: 'A', cells: [['x']] }] });
    const { bytes: made, format } = await importWorkbook(bytes);
    assert.deepEqual([made === bytes, format], [true, 'xlsx']);
  });

  for (const type of TYPED) {
    it(`reads out of .${type} what the same table holds as .xlsx`, async () => {
      // SheetJS writes no errors into .ods.
      const book = bookOf(type === 'ods' ? TABLE.map((row) => row.slice(0, 6)) : TABLE);
      const own = await readWorkbook(bytesOf(book, 'xlsx'));
      const { sheets, format } = await imported(bytesOf(book, type));
      assert.deepEqual(sheets[0]?.cells, own.sheets[0]?.cells);
      assert.equal(format, { biff8: 'xls', ods: 'ods', xlml: 'xml' }[type]);
      assert.deepEqual(sheets[0]?.cells[1]?.[2], { kind: 'date', year: 2015, month: 9, day: 5 });
      assert.equal(sheets[0]?.numberFormats?.get(2)?.get(2), 'dd/mm/yyyy');
    });

    it(`reads any table out of .${type} as out of .xlsx`, async () => {
      const text = fc.string({ unit: fc.constantFrom('a', 'ệ', 'Đ', '&', '<', '>', '"', "'", '0', '7'), minLength: 1 });
      const cell = fc.oneof(
        text,
        fc.integer(),
        fc
          .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
          .map((n) => Math.round(n * 1000) / 1000),
        fc.boolean(),
        fc.integer({ min: 61, max: 60_000 }).map((day) => ({ day })),
        fc.constant(null),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }), async (table) => {
          const book = bookOf([['tên'], ...table]);
          const own = await readWorkbook(bytesOf(book, 'xlsx'));
          assert.deepEqual((await imported(bytesOf(book, type))).sheets[0]?.cells, own.sheets[0]?.cells);
        }),
        { numRuns: 40 },
      );
    });

    it(`keeps names, hidden sheets, merged areas and the 1904 days of .${type}`, async () => {
      const sheets = [
        { name: 'DS & lớp 1', Hidden: 0 },
        { name: 'DAN_TOC', Hidden: 1 },
      ] as const;
      const book = utils.book_new();
      for (const { name } of sheets) {
        const day = { t: 'n', v: 40_000, z: 'dd/mm/yyyy' };
        const sheet = utils.aoa_to_sheet([
          ['Họ và tên', 'Ngày sinh'],
          ['An', day],
          ['gộp', ''],
          ['', 'che'],
        ]);
        sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 3, c: 1 } }];
        utils.book_append_sheet(book, sheet, name);
      }
      book.Workbook = { Sheets: sheets.map((sheet) => ({ ...sheet })), WBProps: { date1904: true } };
      const read = await imported(bytesOf(book, type));
      // SheetJS writes neither hidden sheets nor days of 1904 into .ods.
      const hides = type !== 'ods';
      assert.deepEqual(
        read.sheets.map(({ name, hidden }) => [name, hidden]),
        sheets.map(({ name, Hidden }) => [name, hides && Hidden === 1]),
      );
      assert.deepEqual(read.sheets[0]?.mergedAreas, [{ firstRow: 3, lastRow: 4, firstColumn: 0, lastColumn: 1 }]);
      const day = type === 'ods' ? { year: 2009, month: 7, day: 6 } : { year: 2013, month: 7, day: 7 };
      assert.deepEqual(read.sheets[0]?.cells[1]?.[1], { kind: 'date', ...day });
    });
  }

  it('reads lists in plain text, every cell as the text it is', async () => {
    const text = 'Họ và tên;Ngày sinh;Số CCCD\r\nNguyễn Thị Thử;05/09/2015;001215000123\r\n\r\nÂn;;1.23E+11\r\n';
    const { sheets, format, made } = await imported(utf8(text));
    assert.equal(format, 'text');
    assert.deepEqual(sheets[0]?.cells, [
      ['Họ và tên', 'Ngày sinh', 'Số CCCD'],
      ['Nguyễn Thị Thử', '05/09/2015', '001215000123'],
      [],
      ['Ân', null, '1.23E+11'],
    ]);
    assert.equal(sheets[0]?.columnFormats?.get(2), '@', 'what is typed below stays text too');
    assert.equal(fileFormat(made), 'xlsx');
  });

  it('writes names that Excel takes, each once', async () => {
    const book = utils.book_new();
    for (const name of ['Lớp 1', 'x'.repeat(31)]) utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), name);
    const bytes = bytesOf(book, 'xlml');
    const odd = new TextDecoder().decode(bytes).replace('ss:Name="Lớp 1"', `ss:Name="${'x'.repeat(31)}[1]/2"`);
    const { sheets } = await imported(utf8(odd));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
    );
  });
});
