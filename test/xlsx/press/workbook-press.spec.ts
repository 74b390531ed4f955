import assert from 'node:assert/strict';
import { getLayout } from '../../../templates/layouts.ts';
import { matchHeader } from '../../../templates/match-header.ts';
import { WorkbookPackage } from '../../../xlsx/package/workbook-package.ts';
import { type TemplateRow, WorkbookPress } from '../../../xlsx/press/workbook-press.ts';
import { readWorkbook } from '../../../xlsx/read-workbook.ts';
import { IDENTITY } from '../identity-fixture.ts';

const layout = getLayout('student');
const makePress = (capacity = 50) => WorkbookPress.make({ layout, capacity, optionalColumns: [] });
const rowId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const file = new WorkbookPackage(bytes);
  const parts = new Map<string, string>();
  for (const entry of file.directory.entries)
    parts.set(entry.name, new TextDecoder().decode(await file.inflate(entry)));
  return parts;
}

describe('WorkbookPress', () => {
  it('prints one workbook after the other from the same master, each with its own identity', async () => {
    const press = await makePress();
    const first = press.print({ identity: { ...IDENTITY, unit: '0001', unitName: 'Trường <A> & "B"' } });
    const second = press.print({ identity: { ...IDENTITY, unit: '0002', unitName: '', signature: 's1.k.x' } });
    assert.equal((await readWorkbook(first)).identity?.unitName, 'Trường <A> & "B"');
    assert.deepEqual((await readWorkbook(second)).identity, {
      ...IDENTITY,
      unit: '0002',
      unitName: '',
      signature: 's1.k.x',
    });
    const texts = (await readWorkbook(second)).sheets[0]!.cells.flat().filter(Boolean).map(String);
    assert.ok(!texts.some((text) => text.includes('TRƯỜNG <A>')));
  });

  it('leaves no slot and nothing of another unit in any part', async () => {
    const press = await makePress();
    press.print({ identity: { ...IDENTITY, unitName: 'Trường Khác' } });
    for (const [name, xml] of await partsOf(press.print({ identity: IDENTITY }))) {
      assert.ok(!xml.includes('\ue000'), name);
      assert.doesNotMatch(xml, /Trường Khác/i, name);
    }
  });

  it('shares every part but those that say whose it is', async () => {
    const press = await makePress();
    const one = await partsOf(press.print({ identity: { ...IDENTITY, unit: '1' } }));
    const two = await partsOf(press.print({ identity: { ...IDENTITY, unit: '2' } }));
    const differing = [...one].filter(([name, xml]) => two.get(name) !== xml).map(([name]) => name);
    assert.deepEqual(differing, ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet6.xml']);
  });

  it('writes known rows with the last verdict and its marks', async () => {
    const rows: TemplateRow[] = [
      {
        rowId: rowId(1),
        values: { fullName: 'Trần Văn Bình' },
        results: { verdict: '✔ Đã xác thực', reason: '', nextStep: '' },
        marks: '....V',
      },
      { rowId: rowId(2), values: { fullName: 'Lê Minh Châu' } },
    ];
    const [sheet] = (await readWorkbook((await makePress()).print({ identity: IDENTITY, rows }))).sheets;
    const match = matchHeader(sheet!.cells)!;
    const [first, second] = sheet!.cells.slice(match.firstDataRow - 1);
    assert.equal(first?.[match.columns.get('verdict')!], '✔ Đã xác thực');
    assert.equal(first?.[match.marksColumn!], '....V');
    assert.equal(second?.[match.rowIdColumn!], rowId(2));
    assert.equal(second?.[match.marksColumn!] ?? null, null);
  });

  it('lists the school’s classes, and tells of its campaign', async () => {
    const campaign = {
      name: 'Đợt <1>',
      schoolYear: 2022,
      circular: '1118/PGDĐT',
      instructions: 'Gửi sớm & đủ.',
      deadlines: ['Học sinh: trước 14h00 ngày 24/10/2022'],
    };
    const bytes = (await makePress()).print({ identity: IDENTITY, classes: ['1A', '10A <chọn>'], campaign });
    const { sheets } = await readWorkbook(bytes);
    const texts = (name: string) => sheets.find((sheet) => sheet.name === name)?.cells.flat();
    assert.deepEqual(texts('Lớp'), ['1A', '10A <chọn>']);
    const guide = texts('Hướng dẫn') ?? [];
    const instructions = `Lời dặn của đợt: ${campaign.instructions}`;
    for (const text of [campaign.name, campaign.circular, instructions, `Hạn: ${campaign.deadlines[0]}`]) {
      assert.ok(guide.includes(text), text);
    }
    assert.ok(texts('Học sinh')?.some((text) => String(text).startsWith('Năm học 2022–2023')));
    const none = await readWorkbook((await makePress()).print({ identity: IDENTITY }));
    assert.deepEqual(none.sheets.find((sheet) => sheet.name === 'Lớp')?.cells.flat() ?? [], []);
  });

  it('refuses more rows than its dropdowns and formats reach', async () => {
    const press = await makePress(1);
    const rows = [1, 2].map((n) => ({ rowId: rowId(n), values: { fullName: 'An' } }));
    assert.throws(() => press.print({ identity: IDENTITY, rows }), RangeError);
  });
});
