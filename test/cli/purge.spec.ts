import assert from 'node:assert/strict';
import { runCommandLine } from '../../cli/command-line.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import { ServerWorld, TestClock } from '../server/server-world.ts';
import { captureIo } from './capture-io.ts';

describe('sosach purge', () => {
  let world: ServerWorld;

  before(async () => {
    // Rows that were pushed in a year long past, by the clock that the command looks at.
    const clock = new TestClock();
    clock.advance((Date.parse('2020-01-01') - clock.now()) / 1000);
    world = await ServerWorld.start({ clock });
    await world.push(pushOf([pupil(1), pupil(2)]));
  });
  after(() => world.close());

  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(['purge', '--data', world.dataDir, ...args], io, world.dataDir);
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('first says what is due and removes nothing, then removes it beside the running server and says so', async () => {
    const look = await run('--dry-run');
    assert.deepEqual([look.code, look.stderr], [0, '']);
    assert.match(look.stdout, /730 ngày.*\n {2}đến hạn 2 \/ 2 are due\n/);
    assert.match(look.stdout, /chưa xóa gì/);
    assert.equal((await world.store.countRows()).records, 2);

    const done = await run();
    assert.deepEqual([done.code, done.stderr], [0, '']);
    assert.match(done.stdout, /đến hạn 2, đã xóa 2, còn lại 0 \/ 2 were due, 0 are left\n/);
    assert.match(done.stdout, /không còn trong tệp dữ liệu/);
    assert.equal((await world.store.countRows()).records, 0);
    assert.equal((await world.get('/api/v1/statuses', await world.token('vanthu.a'))).status, 200);
    assert.match((await run()).stdout, /đến hạn 0, đã xóa 0, còn lại 0/);
  });

  it('takes its periods from the settings, and no others', async () => {
    const before = process.env.SOSACH_KEEP_RECORDS;
    process.env.SOSACH_KEEP_RECORDS = '1';
    try {
      const { code, stderr } = await run('--dry-run');
      assert.deepEqual(
        [code, stderr],
        [2, 'SOSACH_KEEP_RECORDS=1: cần số nguyên từ 90 đến 3650 (a whole number from 90 to 3650)\n'],
      );
      process.env.SOSACH_KEEP_RECORDS = '90';
      assert.match((await run('--dry-run')).stdout, /\n {2}90 ngày từ hạn cuối/);
    } finally {
      if (before === undefined) delete process.env.SOSACH_KEEP_RECORDS;
      else process.env.SOSACH_KEEP_RECORDS = before;
    }
  });
});
