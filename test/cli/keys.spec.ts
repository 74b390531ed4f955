import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { runCommandLine } from '../../cli/command-line.ts';
import { lockDataFolder, openStore } from '../../server/data-folder.ts';
import { record, UNITS } from '../server/store/stored-rows.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const ROWS = 4500;

describe('sosach keys', () => {
  let folder: TempFolder;
  const data = () => folder.path('data');

  beforeEach(async () => {
    folder = await tempFolder();
    const store = await openStore(data());
    await store.write(async (tables) => {
      await tables.units.upsert(UNITS);
      const workbook = { unit: 'T-A', workbookId: 'w-1', template: 'student', version: 1, campaign: '' } as const;
      await tables.workbooks.insert({ ...workbook, firstSeenAt: 1 });
      await tables.records.insert(
        Array.from({ length: ROWS }, (_, index) =>
          record(`r-${index}`, { cells: { citizenId: `001310${number(index)}` } }),
        ),
      );
    });
    await store.close();
  });
  afterEach(() => folder.remove());

  const number = (index: number) => String(index % 1000).padStart(6, '0');

  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(['keys', ...args, '--data', data()], io, '.');
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  /** Key ids with the count of what each seals. */
  async function listed(): Promise<readonly (readonly [string, number])[]> {
    const { stdout } = await run('list');
    return [...stdout.matchAll(/^([0-9a-f]{8})\s+(\d+)/gm)].map(([, keyId = '', values]) => [keyId, Number(values)]);
  }

  it('adds a key, seals everything anew with it and drops the old one; every row still opens', async () => {
    const [[old = '', values] = []] = await listed();
    assert.equal(values, ROWS);
    const { stdout } = await run('add');
    const added = /khóa ([0-9a-f]{8})/.exec(stdout)?.[1] ?? '';
    assert.deepEqual(await listed(), [
      [old, ROWS],
      [added, 0],
    ]);
    assert.match((await run('drop', old)).stderr, /\[record-key-in-use\]/);
    assert.match((await run('reseal')).stdout, new RegExp(`${ROWS} giá trị`));
    assert.match((await run('reseal')).stdout, /\b0 giá trị/, 'nothing is left to do');
    assert.equal((await run('drop', old)).code, 0);
    assert.deepEqual(await listed(), [[added, ROWS]]);
    const store = await openStore(data());
    for (const index of [0, 1999, 2000, ROWS - 1]) {
      assert.equal((await store.records.find('T-A', `r-${index}`))?.cells.citizenId, `001310${number(index)}`);
    }
    assert.deepEqual(
      (await store.audit.all()).map(({ action, counts }) => [action, counts]),
      [
        ['record-key-added', {}],
        ['records-resealed', { values: ROWS }],
        ['record-key-dropped', {}],
      ],
    );
    await store.close();
  });

  it('keeps the newest key and knows no other than its own', async () => {
    const [[only = ''] = []] = await listed();
    assert.match((await run('drop', only)).stderr, /\[record-key-in-use\]/);
    const { code, stderr } = await run('drop', '00000000');
    assert.deepEqual([code, /\[record-key-unknown\]/.test(stderr)], [2, true]);
  });

  it('changes nothing under a running server', async () => {
    const before = await listed();
    const unlock = lockDataFolder(data());
    for (const args of [['add'], ['reseal'], ['drop', before[0]?.[0] ?? '']]) {
      assert.match((await run(...args)).stderr, /\[data-folder-in-use\]/);
    }
    unlock();
    assert.deepEqual(await listed(), before);
  });

  it('refuses keys that are not the store’s', async () => {
    await (await openStore(folder.path('other'))).close();
    copyFileSync(folder.path('other/records.key'), folder.path('data/records.key'));
    assert.match((await run('list')).stderr, /\[records-key-other\]/);
  });
});
