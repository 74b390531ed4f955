import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { runCheck } from '../../cli/check.ts';
import type { CheckJson } from '../../cli/check-json.ts';
import { type MendOptions, runMend } from '../../cli/mend.ts';
import type { MendJson } from '../../cli/mend-json.ts';
import { formatRecipe, type Recipe } from '../../desk/recipe.ts';
import type { CellValue } from '../../rules/cell.ts';
import { fileDesk } from '../xlsx/file-desk.ts';
import { type FixtureSheet, fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const TODAY = '2026-11-22';
const HEADER = ['STT', 'Lớp', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Số CCCD'];
const ROWS: readonly (readonly CellValue[])[] = [
  [1, '1A', ' NGƯỜI  THỬ', '01/02/2020', 'Nam', 'Tày', 1220000123],
  [2, '1A', 'Người  Khác', '31/02/2020', 'nu', 'Tày', '001320000124'],
];
const RECIPE: Recipe = {
  fixes: [
    { code: 'full-name.spacing' },
    { code: 'full-name.capitals' },
    { code: 'citizen-id.leading-zero-lost', field: 'citizenId' },
  ],
  synonyms: {},
};

describe('sosach mend', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
    await writeFile(folder.path('truong.json'), formatRecipe(RECIPE));
    await list({ name: 'DS', cells: [HEADER, ...ROWS] });
  });

  afterEach(() => folder.remove());

  async function list(sheet: FixtureSheet): Promise<void> {
    await writeFile(folder.path('ds.xlsx'), await fixtureBytes({ sheets: [sheet] }));
  }

  async function run(options: Partial<MendOptions> = {}) {
    const io = captureIo();
    const recipe = folder.path(options.recipe ?? 'truong.json');
    const out = options.out === undefined ? {} : { out: folder.path(options.out) };
    const code = await runMend(folder.path('ds.xlsx'), { today: TODAY, ...options, recipe, ...out }, io);
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('shows every cell before → after, what is left, and writes nothing without --out', async () => {
    const before = await readFile(folder.path('ds.xlsx'));
    const { code, stdout, stderr } = await run();
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, / {4}C2: {2}NGƯỜI {2}THỬ → Người Thử \(.+, .+\)\n/);
    assert.match(stdout, / {4}C3: Người {2}Khác → Người Khác \(.+\)\n/);
    assert.match(stdout, / {4}G2: 1220000123 → 001220000123 \(.+\)\n/);
    assert.match(stdout, /Ngày không có trong lịch \(birth-date\.impossible\): 1\n/);
    assert.match(stdout, /Chưa ghi gì\./);
    assert.deepEqual(await readFile(folder.path('ds.xlsx')), before);
    assert.deepEqual(await readdir(folder.path('.')), ['ds.xlsx', 'truong.json']);
  });

  it('writes exactly that into a copy, which the pane can take back', async () => {
    const before = await readFile(folder.path('ds.xlsx'));
    const { code, stdout } = await run({ out: 'ra.xlsx', json: true });
    assert.equal(code, 1);
    const report = JSON.parse(stdout) as MendJson;
    assert.deepEqual(Object.keys(report), ['file', 'out', 'sheets', 'skipped', 'totals']);
    assert.deepEqual(report.totals, { rows: 2, changed: 3, error: 2 });
    const [sheet] = report.sheets;
    assert.deepEqual(
      sheet?.changes.map(({ row, column, field, codes, after }) => [row, column, field, codes.length, after]),
      [
        [2, 'C', 'fullName', 2, 'Người Thử'],
        [2, 'G', 'citizenId', 1, '001220000123'],
        [3, 'C', 'fullName', 1, 'Người Khác'],
      ],
    );
    assert.deepEqual(
      sheet?.left.find((left) => left.code === 'sex.not-in-list'),
      {
        code: 'sex.not-in-list',
        severity: 'error',
        count: 1,
        fixable: 1,
      },
    );
    assert.deepEqual(await readFile(folder.path('ds.xlsx')), before);
    const { desk, port } = await fileDesk(await readFile(folder.path('ra.xlsx')));
    const cells = async () => (await port.survey()).grid.map((row) => row.slice(0, HEADER.length));
    assert.deepEqual((await cells())[1]?.slice(2), ['Người Thử', '01/02/2020', 'Nam', 'Tày', '001220000123']);
    await desk.check();
    assert.equal((await desk.undo()).applied, 3);
    assert.deepEqual(await cells(), [HEADER, ...ROWS]);
  });

  it('replayed on its own result changes nothing more', async () => {
    await run({ out: 'ra.xlsx' });
    await writeFile(folder.path('ds.xlsx'), await readFile(folder.path('ra.xlsx')));
    const report = JSON.parse((await run({ json: true })).stdout) as MendJson;
    assert.deepEqual(report.sheets[0]?.changes, []);
  });

  it('leaves formulas, and says so', async () => {
    const formulas = [{ row: 3, column: 2, formula: '="Người  "&"Khác"' }];
    await list({ name: 'DS', cells: [HEADER, ...ROWS], formulas });
    const { stdout } = await run();
    assert.match(stdout, /C3: giữ nguyên, ô có công thức\n/);
    assert.doesNotMatch(stdout, /C3: .+→/);
  });

  it('reads the school’s own header texts, as check does with the same recipe', async () => {
    await list({ name: 'DS', cells: [HEADER.with(6, 'Số thẻ của em'), ...ROWS] });
    await writeFile(
      folder.path('tieu-de.json'),
      formatRecipe({ ...RECIPE, synonyms: { 'Số thẻ của em': 'citizenId' } }),
    );
    const fields = async (recipe?: string) => {
      const io = captureIo();
      await runCheck([folder.path('ds.xlsx')], { today: TODAY, json: true, ...(recipe ? { recipe } : {}) }, io);
      return (JSON.parse(io.stdout()) as CheckJson).sheets[0]?.columns.citizenId;
    };
    assert.equal(await fields(), undefined);
    assert.equal(await fields(folder.path('tieu-de.json')), 'G');
    assert.match((await run({ recipe: 'tieu-de.json' })).stdout, /G2: 1220000123 → 001220000123/);
  });

  it('says in one line why a recipe cannot be used, and writes nothing', async () => {
    await writeFile(folder.path('hong.json'), '{"sosach":"recipe","version":1,"fixes":[{"code":"moon.full"}]}');
    for (const [recipe, words] of [
      ['khong-co.json', /không mở được tệp/],
      ['ds.xlsx', /không phải công thức sửa/],
      ['hong.json', /quy tắc “moon\.full”/],
    ] as const) {
      const { code, stdout, stderr } = await run({ recipe, out: 'ra.xlsx' });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^--recipe [^\n]+\n$/);
      assert.match(stderr, words);
    }
    assert.deepEqual(await readdir(folder.path('.')), ['ds.xlsx', 'hong.json', 'truong.json']);
  });

  it('never writes over the file itself', async () => {
    const { code, stderr } = await run({ out: 'ds.xlsx' });
    assert.equal(code, 2);
    assert.match(stderr, /tệp gốc được giữ nguyên/);
  });

  it('mends a list that is no .xlsx into one', async () => {
    const lines = [HEADER, ...ROWS].map((row) => row.map(String).join(','));
    await writeFile(folder.path('ds.xlsx'), lines.join('\r\n'));
    assert.match((await run({ out: 'ra.csv' })).stderr, /^--out [^\n]+\.xlsx[^\n]+\n$/);
    assert.equal((await run({ out: 'ra.xlsx' })).code, 1);
    const { port } = await fileDesk(await readFile(folder.path('ra.xlsx')));
    assert.equal((await port.survey()).grid[1]?.[2], 'Người Thử');
  });

  it('exits with 0 when nothing at error is left', async () => {
    await list({ name: 'DS', cells: [HEADER, [1, '1A', 'Người  Thử', '01/02/2020', 'Nam', 'Tày', '001220000123']] });
    const { code } = await run({ out: 'ra.xlsx' });
    assert.equal(code, 0);
  });
});
