import assert from 'node:assert/strict';
import type { CellValue } from '../../rules/cell.ts';
import { getLayout } from '../../templates/layouts.ts';
import { encodeMarks, MARK } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { type FileSheetPort, openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { sheetPortContract } from '../desk/sheet-port.contract.ts';
import { fileHarness } from './file-harness.ts';
import { IDENTITY } from './identity-fixture.ts';
import { readPart } from './read-part.ts';
import { fixtureBytes } from './workbook-fixture.ts';

sheetPortContract('file', fileHarness);

const layout = getLayout('student');
const rowId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function template(): Promise<Uint8Array> {
  const values = { className: '1A', fullName: 'Nguyễn Văn Thử', birthDate: '05/09/2019', citizenId: '079219000123' };
  const rows = [1, 2, 3].map((n) => ({ rowId: rowId(n), values: { ...values, ordinal: n } }));
  return writeTemplateWorkbook({ layout, identity: IDENTITY, unitHeading: '', rows });
}

async function bound(bytes: Uint8Array): Promise<FileSheetPort> {
  const port = await openFileSheet(bytes);
  await port.bind(layout, matchHeader((await port.survey()).grid)!);
  return port;
}

/** What the package says of dropdowns, mark formats, notes, panes and print, in a comparable form. */
async function features(bytes: Uint8Array) {
  const sheet = await readPart(bytes, 'xl/worksheets/sheet1.xml');
  const styles = await readPart(bytes, 'xl/styles.xml');
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]);
  return {
    dropdowns: all(sheet, /<dataValidation [^>]*sqref="([^"]*)"/g),
    formats: all(sheet, /<conditionalFormatting sqref="([^"]*)"/g),
    formulas: all(sheet, /<cfRule [^>]*><formula>([^<]*)</g),
    symbols: all(styles, /<dxf>.*?<numFmt [^>]*formatCode="([^"]*)"/g),
    columns: columnsOf(sheet),
    pane: all(sheet, /<pane ([^>]*)\/>/g),
    print: all(sheet, /((?:paperSize|orientation|fitToWidth|fitToHeight)="[^"]*")/g),
    notes: all(await readPart(bytes, 'xl/comments1.xml'), /<t[^>]*>([^<]*)</g),
    states: all(await readPart(bytes, 'xl/workbook.xml'), /<sheet [^>]*state="([^"]*)"/g),
  };
}

/** One entry a column: neighbours that are alike may be written together. */
function columnsOf(sheet: string): readonly (string | undefined)[] {
  const runs = [...sheet.matchAll(/<col min="(\d+)" max="(\d+)" ([^>]*)\/>/g)];
  return runs.flatMap(([, min, max, look]) => new Array<string | undefined>(Number(max) - Number(min) + 1).fill(look));
}

describe('FileSheetPort', () => {
  it('saves a workbook of ours with everything it had: dropdowns, mark formats, notes, panes, print', async () => {
    const bytes = await template();
    const port = await bound(bytes);
    const marks = encodeMarks(layout, new Map([['verdict', MARK.verified]]));
    await port.apply({
      cells: [{ rowId: rowId(2), field: 'fullName', before: 'Nguyễn Văn Thử', after: 'Trần Thị Thử' }],
      results: [{ rowId: rowId(1), verdict: 'Đã xác thực', reason: '', nextStep: '' }],
      marks: [{ rowId: rowId(1), marks }],
    });
    const saved = await port.save();
    assert.deepEqual(await features(saved), await features(bytes));
    assert.deepEqual(await features(await (await bound(saved)).save()), await features(bytes));
    const { rows } = await (await bound(saved)).snapshot();
    assert.deepEqual(
      rows.map((row) => [row.rowId, row.values.fullName, row.results.verdict, row.marks]),
      [
        [rowId(1), 'Nguyễn Văn Thử', 'Đã xác thực', marks],
        [rowId(2), 'Trần Thị Thử', '', ''],
        [rowId(3), 'Nguyễn Văn Thử', '', ''],
      ],
    );
  });

  it('makes a row as tall as the reason written into it', async () => {
    const port = await bound(await template());
    const reason = 'Ngày sinh khác với giấy thông báo số định danh cá nhân';
    await port.apply({ results: [{ rowId: rowId(2), verdict: 'Chưa xác thực được', reason, nextStep: '' }] });
    const xml = await readPart(await port.save(), 'xl/worksheets/sheet1.xml');
    const heights = [...xml.matchAll(/<row r="(\d+)"(?: ht="(\d+)")?/g)].map(([, row, height]) => [row, height]);
    assert.deepEqual(
      heights.find(([row]) => row === '7'),
      ['7', undefined],
    );
    assert.ok(Number(heights.find(([row]) => row === '8')?.[1]) >= 60);
  });

  it('does not touch the file it was opened from, and saves again and again', async () => {
    const bytes = await template();
    const before = bytes.slice();
    const port = await bound(bytes);
    const fix = (n: number, before: CellValue, after: string) =>
      port.apply({ cells: [{ rowId: rowId(n), field: 'note', before, after }] });
    await fix(1, null, 'một');
    await port.save();
    await fix(1, 'một', 'hai');
    await fix(2, null, '=1+1');
    const { rows } = await (await bound(await port.save())).snapshot();
    assert.deepEqual(
      rows.map((row) => row.values.note),
      ['hai', '=1+1', null],
    );
    assert.deepEqual(bytes, before);
  });

  it('writes a covered cell of a merged area without touching the cell that covered it', async () => {
    const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Dân tộc', 'Số CCCD'];
    const person = (n: number, ethnicity: string | null) => [n, `Người Thử ${n}`, '01/01/2019', ethnicity, null];
    const cells = [header, person(1, 'Tày'), person(2, null)];
    const bytes = await fixtureBytes({ sheets: [{ name: 'DS', cells, merges: ['D2:D3'] }], identity: IDENTITY });
    const port = await bound(bytes);
    await port.mintRowIds(
      (() => {
        let n = 0;
        return () => rowId(++n);
      })(),
    );
    const second = (await port.snapshot()).rows[1]!;
    await port.apply({ cells: [{ rowId: second.rowId, field: 'ethnicity', before: null, after: 'Nùng' }] });
    const { rows } = await (await bound(await port.save())).snapshot();
    assert.deepEqual(
      rows.map((row) => row.values.ethnicity),
      ['Tày', 'Nùng'],
    );
  });

  it('changes the number format of the one cell it mends, not of all that look alike', async () => {
    const born: CellValue = { kind: 'date', year: 2019, month: 9, day: 5 };
    const cells = [['Họ và tên', 'Ngày sinh', 'Số CCCD'], ...[1, 2].map((n) => [`Người Thử ${n}`, born, null])];
    const port = await bound(await fixtureBytes({ sheets: [{ name: 'DS', cells }], identity: IDENTITY }));
    let minted = 0;
    await port.mintRowIds(() => rowId(++minted));
    await port.apply({ cells: [{ rowId: rowId(1), field: 'birthDate', before: born, after: '05/09/2019' }] });
    const again = await bound(await port.save());
    const sheet = again.file.memory.activeSheet;
    assert.deepEqual([sheet.numberFormat(2, 1), sheet.numberFormat(3, 1)], ['@', 'dd/mm/yyyy']);
    assert.deepEqual(
      (await again.snapshot()).rows.map((row) => row.values.birthDate),
      ['05/09/2019', born],
    );
  });

  it('opens the sheet that is asked for, never a hidden one', async () => {
    const bytes = await fixtureBytes({
      sheets: [
        { name: 'Một', cells: [['a']] },
        { name: 'Hai', cells: [['b']] },
        { name: 'DAN_TOC', cells: [['Kinh']], hidden: true },
      ],
    });
    assert.equal((await (await openFileSheet(bytes)).survey()).sheetName, 'Một');
    assert.equal((await (await openFileSheet(bytes, 'Hai')).survey()).sheetName, 'Hai');
    await assert.rejects(openFileSheet(bytes, 'DAN_TOC'), { name: 'SheetError', code: 'sheet-gone' });
  });
});
