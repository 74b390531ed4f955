import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import type { CellValue } from '../../rules/cell.ts';
import { readZipDirectory } from '../../xlsx/package/zip-directory.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { fixtureBytes } from './workbook-fixture.ts';

const day = (year: number, month: number, dayOfMonth: number): CellValue => ({
  kind: 'date',
  year,
  month,
  day: dayOfMonth,
});

async function firstSheet(fill: (sheet: ExcelJS.Worksheet) => void, date1904 = false) {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  fill(workbook.addWorksheet('Trang'));
  const { sheets } = await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return sheets[0]!;
}

const unreadable = (detail: string) => ({ name: 'SheetError', code: 'unreadable', detail });

describe('readWorkbook', () => {
  it('reads text, numbers, truth values, errors, rich text, links and formulas as what they came to', async () => {
    const sheet = await firstSheet((made) => {
      made.getCell('A1').value = 'Nguyễn Thị Thử';
      made.getCell('B1').value = 79308000022;
      made.getCell('C1').value = true;
      made.getCell('D1').value = { error: '#REF!' } as ExcelJS.CellErrorValue;
      made.getCell('E1').value = { richText: [{ text: 'Lê ' }, { font: { bold: true }, text: 'Thử' }] };
      made.getCell('F1').value = { text: 'lop1a@thu.vn', hyperlink: 'mailto:lop1a@thu.vn' };
      made.getCell('G1').value = { formula: 'A1', result: 'Nguyễn Thị Thử', date1904: false };
      made.getCell('H1').value = { formula: 'X1', result: { error: '#N/A' } as never, date1904: false };
      made.getCell('I1').value = { formula: 'B1', date1904: false } as ExcelJS.CellFormulaValue;
    });
    assert.deepEqual(sheet.cells, [
      [
        'Nguyễn Thị Thử',
        79308000022,
        true,
        { kind: 'error', code: '#REF!' },
        'Lê Thử',
        'lop1a@thu.vn',
        'Nguyễn Thị Thử',
        { kind: 'error', code: '#N/A' },
      ],
    ]);
    assert.equal(sheet.formulas?.get(1)?.get(6), '=A1');
  });

  for (const date1904 of [false, true]) {
    it(`resolves dates to days in the ${date1904 ? 1904 : 1900} system, and leaves a bare number a number`, async () => {
      const sheet = await firstSheet((made) => {
        made.getCell('A1').value = new Date(Date.UTC(2016, 4, 25));
        made.getCell('A1').numFmt = 'dd/mm/yyyy';
        made.getCell('A2').value = new Date(Date.UTC(2016, 1, 29, 23, 59));
        made.getCell('A2').numFmt = 'm/d/yy h:mm';
        made.getCell('A3').value = 42510;
        made.getCell('A4').value = '25/05/2016';
      }, date1904);
      assert.deepEqual(sheet.cells, [[day(2016, 5, 25)], [day(2016, 2, 29)], [42510], ['25/05/2016']]);
      assert.equal(sheet.numberFormats?.get(1)?.get(0), 'dd/mm/yyyy');
    });
  }

  it('leaves the covered cells of a merged area blank, names the area, and keeps gaps where they are', async () => {
    const sheet = await firstSheet((made) => {
      made.getCell('B2').value = 'Nơi thường trú';
      made.mergeCells('B2:D3');
      made.getCell('C5').value = 'x';
    });
    assert.deepEqual(sheet.cells, [[], [null, 'Nơi thường trú'], [], [], [null, null, 'x']]);
    assert.deepEqual(sheet.mergedAreas, [{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 3 }]);
  });

  it('tells hidden sheets, hidden columns and protection, and keeps `_sosach` to itself', async () => {
    const identity = {
      template: 'student',
      version: 1,
      unit: '001',
      unitName: '',
      campaign: '',
      workbookId: 'w',
      issuedAt: '',
    };
    const bytes = await fixtureBytes({
      sheets: [
        { name: 'DAN_TOC', cells: [['Kinh']], hidden: true },
        { name: 'Học sinh', cells: [['STT']], protected: true },
      ],
      identity,
      journal: [['|một|', '|hai|'], ['|ba|']],
    });
    const workbook = await readWorkbook(bytes);
    assert.deepEqual(
      workbook.sheets.map(({ name, hidden, protected: locked }) => [name, hidden, locked]),
      [
        ['DAN_TOC', true, false],
        ['Học sinh', false, true],
      ],
    );
    assert.equal(workbook.activeSheet, 'Học sinh');
    assert.deepEqual(workbook.identity, identity);
    assert.deepEqual(workbook.journal, [['|một|', '|hai|'], ['|ba|']]);
  });

  it('refuses what is no workbook, each with its reason', async () => {
    const whole = await fixtureBytes({ sheets: [{ name: 'A', cells: [['x']] }] });
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    await assert.rejects(readWorkbook(new Uint8Array()), unreadable('empty-file'));
    await assert.rejects(readWorkbook(png), unreadable('not-a-zip'));
    await assert.rejects(readWorkbook(whole.slice(0, whole.length / 2)), unreadable('damaged'));
    await assert.rejects(readWorkbook(emptyZip()), unreadable('not-a-workbook'));
    await assert.rejects(readWorkbook(withDamagedPart(whole)), unreadable('damaged'));
  });

  it('refuses a package that claims to inflate beyond all measure, before inflating it', async () => {
    const bytes = await fixtureBytes({ sheets: [{ name: 'A', cells: [['x']] }] });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 0x7fffffff, true);
    await assert.rejects(readWorkbook(bytes), unreadable('too-large'));
  });

  it('reads the directory behind a comment at the end of the file', async () => {
    const bytes = await fixtureBytes({ sheets: [{ name: 'A', cells: [['x']] }] });
    const commented = new Uint8Array([...bytes, ...new TextEncoder().encode('ghi chú')]);
    const names = readZipDirectory(commented).entries.map((entry) => entry.name);
    assert.ok(names.includes('xl/worksheets/sheet1.xml'));
  });
});

function emptyZip(): Uint8Array {
  const bytes = new Uint8Array(22);
  bytes.set([0x50, 0x4b, 0x05, 0x06]);
  return bytes;
}

/** The same package with the bytes of its first part overwritten. */
function withDamagedPart(bytes: Uint8Array): Uint8Array {
  const damaged = bytes.slice();
  damaged.fill(0xff, 60, Math.floor(bytes.length / 2));
  return damaged;
}
