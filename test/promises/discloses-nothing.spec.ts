import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPARED_FIELDS, FLAGS } from '../../contract/verdict.ts';
import type { ClaimAnswer } from '../../server/population/population-adapter.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import { ServerWorld } from '../server/server-world.ts';
import { StubAdapter } from '../server/stub-adapter.ts';

/** Promise 5: a verdict discloses nothing of the register: only which field differs. The server's half. */
describe('promise: a verdict discloses nothing', () => {
  const TRUTH = ['Trần Thị Sự Thật', '19990909', 'Xã Có Thật', '001199000777'];
  let world: ServerWorld;

  before(async () => {
    const adapter = new StubAdapter();
    // An adapter that forgot the contract and passes on what the service told it.
    adapter.answer = async (claims) =>
      claims.map(
        ({ requestId }, index) =>
          ({
            requestId,
            transport: 'answered',
            outcome: index === 0 ? TRUTH[0] : 'differs',
            compared: ['fullName', TRUTH[0], 'sex'],
            flags: ['differs.name', TRUTH[1], `differs.residence: ${TRUTH[2]}`],
            HoVaTen: TRUTH[0],
            cha: { SoDinhDanh: TRUTH[3] },
            toString: () => TRUTH.join(),
          }) as unknown as ClaimAnswer,
      );
    world = await ServerWorld.start({ population: adapter });
    await world.push(pushOf([pupil(1), pupil(2)]));
    await world.server.whenIdle();
  });
  after(() => world.close());

  const assertSilent = (text: string, where: string) => {
    for (const value of TRUTH) assert.ok(!text.includes(value), `${value} in ${where}`);
  };

  it('in no answer of the API', async () => {
    const page = await world.statuses();
    assertSilent(JSON.stringify(page), 'statuses');
    const told = page.items.find((item) => item.outcome === 'differs');
    assert.deepEqual(told?.compared, ['fullName', 'sex']);
    assert.deepEqual(told?.flags, ['differs.name']);
    for (const item of page.items) {
      assert.ok(item.compared.every((field) => COMPARED_FIELDS.includes(field)));
      assert.ok(item.flags.every((flag) => FLAGS.includes(flag)));
    }
    const workbook = await world.get('/api/v1/workbooks/student', await world.token('vanthu.a')).responseType('blob');
    assertSilent(String(workbook.body), 'workbook');
  });

  it('in no log line', () => {
    assert.ok(world.logLines.length > 0);
    assertSilent(world.logLines.join('\n'), 'log');
  });

  it('in no file of the data folder', async () => {
    await world.restart({ population: null });
    const files = readdirSync(world.dataDir);
    assert.ok(files.includes('so-sach.sqlite'));
    let kept = 0;
    for (const file of files) {
      const text = readFileSync(join(world.dataDir, file)).toString('utf8');
      assertSilent(text, file);
      kept += text.split('differs.name').length - 1;
    }
    assert.ok(kept > 0, 'the verdict itself is there to be found');
  });
});
