import assert from 'node:assert/strict';
import { runCommandLine } from '../../cli/command-line.ts';
import { openStore } from '../../server/data-folder.ts';
import type { Store } from '../../server/store/store.ts';
import { job, NOW, record, UNITS } from '../server/store/stored-rows.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach queue', () => {
  let folder: TempFolder;
  const data = () => folder.path('data');

  /** Two questions of T-A, one of which was set aside. */
  beforeEach(async () => {
    folder = await tempFolder();
    await withStore((store) =>
      store.write(async (tables) => {
        await tables.units.upsert(UNITS);
        const workbook = { unit: 'T-A', workbookId: 'w-1', template: 'student', version: 1, campaign: '' } as const;
        await tables.workbooks.insert({ ...workbook, firstSeenAt: NOW });
        await tables.records.insert([record('a'), record('b')]);
        await tables.verifications.enqueue([job('a'), job('b')]);
        const [leased] = await tables.verifications.lease(NOW, NOW + 1000, 1);
        assert.ok(leased && (await tables.asides.setAside(leased, 'not-answered')));
      }),
    );
  });
  afterEach(() => folder.remove());

  async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore(data());
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(['queue', ...args, '--data', data()], io, '.');
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('lists what waits and what was set aside, by ids alone', async () => {
    const { code, stdout } = await run('list');
    assert.equal(code, 0);
    assert.match(stdout, /^queued: 1\nset-aside: 1\n/);
    assert.match(stdout, /T-A {2}a .*dịch vụ trả lời các dòng khác/);
    assert.ok(!stdout.includes('Đỗ'));
    assert.ok(!(await run('list', '--unit', 'T-B')).stdout.includes('T-A'));
  });

  it('redrives it, once, and the trail tells', async () => {
    assert.match((await run('redrive', '--unit', 'T-B')).stdout, /hỏi lại 0 dòng/);
    assert.match((await run('redrive')).stdout, /hỏi lại 1 dòng/);
    assert.match((await run('redrive')).stdout, /hỏi lại 0 dòng/);
    assert.match((await run('list')).stdout, /^queued: 2\n$/);
    const events = await withStore((store) => store.audit.all());
    assert.deepEqual(
      events.map(({ action, counts }) => [action, counts]),
      [['questions-redriven', { rows: 1 }]],
    );
  });

  it('refuses a unit that there is not', async () => {
    for (const command of ['list', 'redrive']) {
      const { code, stderr } = await run(command, '--unit', 'T-Z');
      assert.equal(code, 2);
      assert.match(stderr, /T-Z/);
    }
  });
});
