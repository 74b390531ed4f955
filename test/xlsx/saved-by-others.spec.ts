import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Desk } from '../../desk/desk.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import type { FieldId } from '../../rules/field.ts';
import { getLayout } from '../../templates/layouts.ts';
import { encodeMarks, MARK } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { clearAnnotations } from '../../xlsx/clear-annotations.ts';
import { type FileSheetPort, openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { changePackage } from '../../xlsx/package/change-package.ts';
import { WorkbookPackage } from '../../xlsx/package/workbook-package.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { idMinter } from '../desk/contract-sheet.ts';
import { IDENTITY } from '../desk/desk-fixture.ts';
import { ScriptedServer } from '../desk/scripted-server.ts';
import { readPart } from './read-part.ts';

const layout = getLayout('student');
const saved = (name: string) => readFile(new URL(`libreoffice/${name}.xlsx`, import.meta.url));
const rowId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const SHEET = 'xl/worksheets/sheet1.xml';

async function opened(bytes: Uint8Array): Promise<FileSheetPort> {
  const port = await openFileSheet(bytes);
  await port.bind(layout, matchHeader((await port.survey()).grid)!);
  return port;
}

async function marked(bytes: Uint8Array, field: FieldId = 'ethnicity'): Promise<FileSheetPort> {
  const port = await opened(bytes);
  let n = 6;
  await port.mintRowIds(() => rowId(++n));
  const { rows } = await port.snapshot();
  await port.apply({ marks: [{ rowId: rows[0]!.rowId, marks: encodeMarks(layout, new Map([[field, MARK.query]])) }] });
  return port;
}

/** The package with one part's text changed, as a program that copies what it does not know would save it. */
async function changed(bytes: Uint8Array, part: string, change: (text: string) => string): Promise<Uint8Array> {
  const text = change(await readPart(bytes, part));
  return changePackage(new WorkbookPackage(bytes), new Map([[part, new TextEncoder().encode(text)]]));
}

const partNames = (bytes: Uint8Array) => new WorkbookPackage(bytes).directory.entries.map(({ name }) => name);
const dropFormats = (text: string) => text.replace(/<conditionalFormatting[\s\S]*<\/conditionalFormatting>/, '');

describe('workbooks that LibreOffice saved after us', () => {
  it('keep identity, row ids, marks, results and the journal', async () => {
    const port = await opened(await saved('marked-template'));
    assert.deepEqual(port.file.memory.identity, IDENTITY);
    const { rows } = await port.snapshot();
    assert.deepEqual(
      rows.map((row) => [row.rowId, row.values.fullName, row.results.verdict]),
      [
        [rowId(1), 'Trần Văn Thử', ''],
        [rowId(2), 'Lê Thị Thử', 'Có lỗi'],
      ],
    );
    assert.match(rows[1]?.marks ?? '', /^\.+E\.+$/);
    assert.deepEqual(
      (await port.readJournal()).map(({ id, cells }) => [id, cells.length]),
      [['fix-1', 1]],
    );
  });

  it('take a fix, give it back, and hide what is ours again', async () => {
    const port = await opened(await saved('marked-template'));
    const before = (await port.snapshot()).rows[0]!.values.birthDate ?? null;
    await port.apply({
      cells: [{ rowId: rowId(1), field: 'birthDate', before, after: '02/01/2019' }],
      journal: { id: 'fix-2', at: '2026-11-22T02:00:00.000Z', kind: 'fix', label: 'x' },
    });
    const bytes = await port.save();
    assert.match(await readPart(bytes, 'xl/workbook.xml'), /<sheet name="_sosach"[^>]*state="veryHidden"/);
    const again = await opened(bytes);
    assert.equal((await again.snapshot()).rows[0]?.values.birthDate, '02/01/2019');
    assert.equal((await again.readJournal()).length, 2);
  });

  it('are checked, pushed and answered like any other', async () => {
    const port = await openFileSheet(await saved('marked-template'));
    const server = new ScriptedServer();
    const client = new SyncClient(server);
    const desk = new Desk({
      port,
      client,
      clock: () => ({ iso: '2026-11-22T08:00:00Z', today: { year: 2026, month: 11, day: 22 } }),
      mintId: idMinter(),
    });
    await client.signIn('van-thu', 'mật khẩu thử');
    await desk.check();
    await desk.push();
    assert.deepEqual([...server.rows.keys()], [rowId(1), rowId(2)], 'the ids they had');
    server.decide(rowId(1), { transport: 'answered', outcome: 'no-such-number' });
    await desk.pullStatuses();
    const again = await opened(await port.save());
    const [first, second] = (await again.snapshot()).rows;
    assert.notEqual(first?.results.verdict, '');
    assert.ok(second?.marks.includes('E'), 'a day that never was');
  });

  it('get their hidden columns and mark formats back when a program dropped them', async () => {
    const bare = await changed(await saved('marked-template'), SHEET, (text) =>
      dropFormats(text).replaceAll('hidden="true"', 'hidden="false"'),
    );
    assert.deepEqual((await readWorkbook(bare)).sheets[0]?.hiddenColumns, []);
    const healed = await (await marked(bare)).save();
    const { match } = await findMatch(healed);
    const { hiddenColumns } = (await readWorkbook(healed)).sheets[0]!;
    assert.deepEqual(hiddenColumns, [match.rowIdColumn, match.marksColumn]);
    const formats = (await readPart(healed, SHEET)).match(/MID\(\$U7,/g);
    const kept = (await readPart(await (await marked(await saved('marked-template'))).save(), SHEET)).match(
      /MID\(\$U7,/g,
    );
    assert.equal(formats?.length, kept?.length, 'as many as where none was dropped');
  });

  it('are cleared of our columns, marks, formats, names and journal, and of nothing else', async () => {
    const bytes = await saved('marked-list');
    const cleared = await clearAnnotations(bytes);
    const { sheets, journal } = await readWorkbook(cleared);
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Lớp 1A', 'Ghi chú'],
    );
    assert.deepEqual(sheets[0]?.cells, [
      ['STT', 'Họ và tên', 'Ngày sinh', 'Dân tộc', 'Số CCCD', 'Kết quả xác thực'],
      [1, 'Trần Văn Thử', '01/01/2019', 'Tày', '079319000123', 'Khớp'],
      [2, 'Lê Thị Thử', '31/02/2019', 'Kinh', '07931900045', 'Có lỗi'],
      [],
      [2],
    ]);
    assert.deepEqual([journal, sheets[0]?.hiddenColumns], [[], []]);
    const [sheet, workbook] = [await readPart(cleared, SHEET), await readPart(cleared, 'xl/workbook.xml')];
    for (const ours of ['MID($', '_sosach', 'r="G2"']) assert.ok(!sheet.includes(ours), ours);
    assert.match(sheet, /<formula>LEN\(\$E2\)(?:<|&lt;)(?:>|&gt;)12<\/formula>/);
    assert.ok(!workbook.includes('_sosach'));
    assert.match(workbook, /name="HoTen"/);
    const gone = partNames(bytes).filter((name) => !partNames(cleared).includes(name));
    assert.deepEqual(gone, ['xl/worksheets/sheet3.xml']);
    await assert.rejects(clearAnnotations(cleared), { code: 'refused', detail: 'not-annotated' });
  });

  it('are cleared of marks alone when they were made from our template', async () => {
    const bytes = await saved('marked-template');
    const cleared = await clearAnnotations(bytes);
    const { rows } = await (await opened(cleared)).snapshot();
    assert.deepEqual(
      rows.map((row) => [row.rowId, row.marks, row.results.verdict]),
      [
        [rowId(1), '', ''],
        [rowId(2), '', 'Có lỗi'],
      ],
    );
    const [before, after] = [await readWorkbook(bytes), await readWorkbook(cleared)];
    assert.deepEqual([after.identity, after.journal], [before.identity, before.journal]);
  });

  it('lose all of our marks also when they were marked again since', async () => {
    const again = await (await marked(await saved('marked-list'))).save();
    assert.match(await readPart(again, 'xl/workbook.xml'), /_sosach_cot/);
    const { sheets } = await readWorkbook(await clearAnnotations(again));
    assert.equal(sheets[0]?.cells[0]?.length, 6);
    assert.equal(sheets.length, 2);
  });

  it('are told from the school’s own results by the empty columns, where the name of ours is lost', async () => {
    const nameless = await changed(await saved('marked-list'), 'xl/workbook.xml', (text) =>
      text.replace(/<definedNames>.*<\/definedNames>/, ''),
    );
    const { sheets } = await readWorkbook(await clearAnnotations(nameless));
    assert.deepEqual(sheets[0]?.cells[0]?.slice(5), ['Kết quả xác thực', 'Nguyên nhân', 'Việc cần làm']);
    const unmarked = await changed(nameless, 'xl/sharedStrings.xml', (text) =>
      text.replace('ngày không có thật', ' ').replace(/>sửa</, '><'),
    );
    const { sheets: left } = await readWorkbook(await clearAnnotations(unmarked));
    assert.deepEqual(left[0]?.cells[0]?.slice(5), ['Kết quả xác thực']);
  });

  it('give a list that LibreOffice wrote back byte for byte', async () => {
    const bytes = await saved('list');
    const once = await (await marked(bytes)).save();
    assert.deepEqual(Buffer.from(await clearAnnotations(once)), bytes);
    const twice = await (await marked(once, 'birthDate')).save();
    assert.deepEqual(Buffer.from(await clearAnnotations(twice)), bytes);
  });

  it('lose the copy of what was before, which would bring back rows that were changed since', async () => {
    const once = await (await marked(await saved('list'))).save();
    const edited = await changed(once, 'xl/sharedStrings.xml', (text) => text.replace('Lê Thị Thử', 'Lê Thị Sửa'));
    const cleared = await clearAnnotations(edited);
    const { sheets } = await readWorkbook(cleared);
    assert.deepEqual(sheets[0]?.cells[2]?.slice(0, 2), [2, 'Lê Thị Sửa']);
    assert.deepEqual(sheets[0]?.cells[0]?.length, 6);
    assert.ok(!partNames(cleared).includes('xl/sosach/original.bin'));
    assert.ok(!(await readPart(cleared, '[Content_Types].xml')).includes('sosach'));
  });
});

async function findMatch(bytes: Uint8Array) {
  const { cells } = (await readWorkbook(bytes)).sheets[0]!;
  return { match: matchHeader(cells)! };
}
