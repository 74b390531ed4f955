import assert from 'node:assert/strict';
import { checkInSlices, SLICE_ROWS } from '../../desk/check-in-slices.ts';
import { checkRows } from '../../rules/check-rows.ts';
import { pupils } from '../../rules/example-rows.ts';
import { deskFixture, pupil } from './desk-fixture.ts';

const CONTEXT = { kind: 'student', today: { year: 2026, month: 11, day: 22 } } as const;

function manyRows(count: number) {
  return pupils(Array.from({ length: count }, (_, at) => (at % 100 === 0 ? { sex: 'nu' } : {}))).rows;
}

describe('desk: a check in slices', () => {
  it('finds what the plain check finds, with a pause and a word of progress between slices', async () => {
    const rows = manyRows(2 * SLICE_ROWS + 1);
    const said: string[] = [];
    const found = await checkInSlices(rows, CONTEXT, {
      pause: async () => void said.push('pause'),
      onProgress: (done, total) => said.push(`${done}/${total}`),
    });
    assert.deepEqual(found, checkRows(rows, CONTEXT));
    assert.deepEqual(said, ['2000/4001', 'pause', '4000/4001', 'pause']);
  });

  it('takes a sheet of one slice in one piece', async () => {
    const rows = manyRows(SLICE_ROWS);
    const unused = async () => assert.fail('paused');
    const found = await checkInSlices(rows, CONTEXT, { pause: unused, onProgress: unused, signal: { aborted: true } });
    assert.deepEqual(found, checkRows(rows, CONTEXT));
  });

  it('stops at the next pause once the person wishes so', async () => {
    const signal = { aborted: false };
    let pauses = 0;
    const pause = async () => {
      pauses++;
      signal.aborted = true;
    };
    await assert.rejects(checkInSlices(manyRows(3 * SLICE_ROWS), CONTEXT, { pause, signal }), {
      name: 'DeskError',
      code: 'cancelled',
    });
    assert.equal(pauses, 1);
  });

  it('stopped in the middle, a check leaves marks and proposals as they were, and a push sends nothing', async () => {
    const signal = { aborted: false };
    let stopping = false;
    const pause = async () => {
      signal.aborted = stopping;
    };
    const rows = Array.from({ length: SLICE_ROWS + 1 }, (_, at) => pupil(at, at === 0 ? { sex: 'nu' } : {}));
    const fixture = deskFixture(rows, undefined, [], pause);
    await fixture.desk.check({ signal });
    const marked = fixture.workbook.toData();
    const proposed = fixture.desk.proposals();
    assert.ok(proposed.length > 0);

    stopping = true;
    fixture.type(5, 'sex', 'Nam');
    const typed = fixture.workbook.toData();
    assert.notDeepEqual(typed, marked);
    await assert.rejects(fixture.desk.check({ signal }), { code: 'cancelled' });
    assert.deepEqual(fixture.desk.proposals(), proposed);
    signal.aborted = false;
    await assert.rejects(fixture.desk.push({ signal }), { code: 'cancelled' });
    assert.deepEqual(fixture.workbook.toData(), typed);
    assert.equal(fixture.server.requests.length, 0);
  });
});
