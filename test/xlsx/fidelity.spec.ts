import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import type { CellValue } from '../../rules/cell.ts';
import { getLayout } from '../../templates/layouts.ts';
import { encodeMarks, MARK } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { clearAnnotations } from '../../xlsx/clear-annotations.ts';
import { type FileSheetPort, openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { WorkbookPackage } from '../../xlsx/package/workbook-package.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { fortyFeatures, PEOPLE, type Variant } from './forty-features.ts';
import { packageParts } from './make-package.ts';
import { rawZip } from './raw-zip.ts';
import { readPart } from './read-part.ts';

const layout = getLayout('student');
const LIST = 'xl/worksheets/sheet1.xml';
const CHANGED = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml', LIST];
const VARIANTS: Readonly<Record<string, Variant>> = {
  'as Excel writes it': {},
  'with cells and rows that do not say where they stand': { bare: true },
  'with prefixes': { prefixed: true },
  'in strict form': { strict: true },
  'with data descriptors and ZIP64 fields': { streamed: true },
  'all of it at once': { bare: true, strict: true, prefixed: true, streamed: true },
};

async function marked(bytes: Uint8Array): Promise<FileSheetPort> {
  const port = await openFileSheet(bytes);
  await port.bind(layout, matchHeader((await port.survey()).grid)!);
  let n = 0;
  await port.mintRowIds(() => `00000000-0000-4000-8000-${String(++n).padStart(12, '0')}`);
  const { rows } = await port.snapshot();
  const marks = encodeMarks(
    layout,
    new Map([
      ['fullName', MARK.error],
      ['citizenId', MARK.query],
    ]),
  );
  await port.apply({
    marks: rows.map(({ rowId }) => ({ rowId, marks })),
    results: rows.map(({ rowId }) => ({ rowId, verdict: 'Có lỗi', reason: 'thử', nextStep: 'sửa' })),
  });
  return port;
}

describe('a workbook with forty features that libraries lose', () => {
  for (const [name, variant] of Object.entries(VARIANTS)) {
    it(`is read, ${name}`, async () => {
      const { sheets, date1904 } = await readWorkbook(fortyFeatures(variant));
      assert.deepEqual(
        sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.protected]),
        [
          ['Danh sách', false, false],
          ['Khóa', false, true],
          ['Ẩn & giấu', true, false],
        ],
      );
      assert.equal(date1904, true);
      const rows = sheets[0]!.cells.slice(3).map((line) => [line[0], line[1], line[4]]);
      assert.deepEqual(rows, PEOPLE as unknown as CellValue[][]);
      assert.deepEqual(
        sheets[0]?.cells.slice(3).map((line) => line[5]),
        ['TÀY', 'KINH', 6],
        'what formulas came to, shared ones too',
      );
      assert.deepEqual(sheets[0]?.cells[3]?.[2], { kind: 'date', year: 2016, month: 5, day: 25 });
      assert.deepEqual(
        [4, 5, 6].map((row) => sheets[0]?.formulas?.get(row)?.get(5)),
        ['=UPPER(D4)', '=UPPER(D5)', '=SUM(A4:A6*1)'],
      );
    });

    it(`is annotated and cleared byte for byte, ${name}`, async () => {
      const bytes = fortyFeatures(variant);
      const once = await (await marked(bytes)).save();
      assert.notDeepEqual(once, bytes);
      assert.deepEqual(await clearAnnotations(once), bytes);
      const twice = await (await marked(once)).save();
      assert.deepEqual(await clearAnnotations(twice), bytes);
    });

    it(`keeps every other part to its deflated bytes, ${name}`, async () => {
      const bytes = fortyFeatures(variant);
      const [before, after] = [new WorkbookPackage(bytes), new WorkbookPackage(await (await marked(bytes)).save())];
      assert.ok(before.directory.entries.length > 20);
      for (const entry of before.directory.entries) {
        if (CHANGED.includes(entry.name)) continue;
        assert.deepEqual(after.raw(after.find(entry.name)!), before.raw(entry), entry.name);
      }
    });
  }

  it('keeps in the changed parts whatever stood there, in its order', async () => {
    const bytes = fortyFeatures();
    const saved = await (await marked(bytes)).save();
    for (const part of CHANGED) {
      const left = pieces(await readPart(saved, part));
      let at = 0;
      for (const piece of pieces(await readPart(bytes, part))) {
        // What may read otherwise: the area in use, spans, hidden columns, the counts of lists that were added to.
        if (/^<(?:dimension|row|cols?|dxfs|cellXfs)\b/.test(piece)) continue;
        const found = left.indexOf(piece, at);
        assert.ok(found >= at, `${part}: ${piece}`);
        at = found + 1;
      }
    }
  });

  it('keeps the school’s fills, formulas, filters, notes and names beside our marks', async () => {
    const saved = await (await marked(fortyFeatures())).save();
    const { sheets } = await readWorkbook(saved);
    assert.deepEqual(
      [4, 5, 6].map((row) => sheets[0]?.formulas?.get(row)?.get(5)),
      ['=UPPER(D4)', '=UPPER(D5)', '=SUM(A4:A6*1)'],
    );
    const xml = await readPart(saved, LIST);
    for (const kept of [
      '<c r="B4" t="s" s="5">',
      'duplicateValues',
      'legacyDrawing',
      'ignoredError ',
      'x14:formula1',
    ]) {
      assert.ok(xml.includes(kept), kept);
    }
    const workbook = await readPart(saved, 'xl/workbook.xml');
    for (const kept of ['giau_kin', 'workbookHashValue', 'name="GioiTinh">\'Khóa\'!$A$1:$A$2']) {
      assert.ok(workbook.includes(kept), kept);
    }
    assert.match(workbook, /name="_sosach_cot" localSheetId="0" hidden="1">'Danh sách'!\$G:\$K</);
  });

  it('is spoken to in its own namespaces', async () => {
    const port = await marked(fortyFeatures({ strict: true }));
    port.file.memory.appendJournal(['x']);
    const saved = await port.save();
    const names = new WorkbookPackage(saved).directory.entries.map(({ name }) => name);
    assert.ok(names.includes('xl/worksheets/sosach.xml'));
    for (const name of names.filter((each) => /^xl\/(?:[^/]*|worksheets\/[^/]*|_rels\/[^/]*)$/.test(each))) {
      const text = (await readPart(saved, name)).replaceAll('openxmlformats.org/package/', '');
      assert.ok(!text.includes('schemas.openxmlformats.org'), name);
    }
  });

  it('opens in another library with the marks in it', async () => {
    const saved = await (await marked(fortyFeatures())).save();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(saved.slice().buffer);
    const sheet = workbook.getWorksheet('Danh sách')!;
    assert.deepEqual(
      ['G3', 'G4', 'H4', 'K3', 'E4'].map((address) => sheet.getCell(address).value),
      ['Kết quả xác thực', 'Có lỗi', 'thử', '_sosach_dau', '079319000123'],
    );
    assert.equal(sheet.getColumn('K').hidden, true);
  });

  it('is edited by a person and still cleared of our columns alone', async () => {
    const port = await marked(fortyFeatures());
    port.file.memory.activeSheet.editCell(5, 1, 'Lê Thị Sửa');
    const cleared = await clearAnnotations(await port.save());
    const { sheets } = await readWorkbook(cleared);
    assert.deepEqual(sheets[0]?.cells[4]?.slice(0, 2), [2, 'Lê Thị Sửa']);
    const before = new WorkbookPackage(fortyFeatures());
    const after = new WorkbookPackage(cleared);
    for (const entry of before.directory.entries) {
      if (entry.name !== LIST) assert.deepEqual(after.raw(after.find(entry.name)!), before.raw(entry), entry.name);
    }
  });
});

describe('a workbook without styles', () => {
  it('is given some with its marks, and gives them back', async () => {
    const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const header = [cell('A1', 'Họ và tên'), cell('B1', 'Ngày sinh'), cell('C1', 'Số CCCD')];
    const person = cell('A2', 'Người Thử');
    const sheet = `<sheetData><row r="1">${header.join('')}</row><row r="2">${person}</row></sheetData>`;
    const { 'xl/styles.xml': _, ...parts } = packageParts({ sheet });
    const relations = 'xl/_rels/workbook.xml.rels';
    const bare = { ...parts, [relations]: parts[relations]!.replace(/<Relationship Id="r2"[^>]*>/, '') };
    const bytes = rawZip(Object.entries(bare).map(([name, data]) => ({ name, data })));
    const saved = await (await marked(bytes)).save();
    assert.match(await readPart(saved, 'xl/styles.xml'), /<dxfs count="\d+"><dxf /);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(saved.slice().buffer);
    assert.equal(workbook.getWorksheet('DS')!.getCell('D2').value, 'Có lỗi');
    assert.deepEqual(await clearAnnotations(saved), bytes);
  });
});

/** Tags with the text behind them. */
function pieces(xml: string): string[] {
  return xml.split(/(?=<)/);
}
