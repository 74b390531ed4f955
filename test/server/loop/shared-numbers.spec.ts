import assert from 'node:assert/strict';
import type { RowStatus } from '../../../contract/schemas/status.ts';
import { rowState } from '../../../contract/verdict.ts';
import { type Cells, citizenId, pupil, pushOf, rowId } from '../invented-rows.ts';
import { ServerWorld } from '../server-world.ts';
import { StubAdapter } from '../stub-adapter.ts';

/** One number in two schools: each is told that it is so, and nothing of the other's. */
describe('a number that two schools have', () => {
  let world: ServerWorld;

  before(async () => {
    world = await ServerWorld.start({ population: new StubAdapter() });
  });
  after(() => world.close());

  const SCHOOLS = { 'T-A': 'vanthu.a', 'T-B': 'vanthu.b' } as const;
  type School = keyof typeof SCHOOLS;

  async function send(unit: School, number: number, change: Cells = {}, workbook: object = {}): Promise<void> {
    const body = pushOf([pupil(number, change)], { unit, workbookId: `so-${unit}`, ...workbook });
    await world.push(body, { as: SCHOOLS[unit] });
    await world.server.whenIdle();
  }

  async function statusOf(unit: School, number: number): Promise<RowStatus> {
    const found = (await world.statuses({ as: SCHOOLS[unit] })).items.find((item) => item.rowId === rowId(number));
    assert.ok(found);
    return found;
  }

  const told = async (unit: School, number: number) =>
    (await statusOf(unit, number)).flags.includes('duplicateElsewhere');

  it('is told to each as a change of its own row, with nothing of the other’s', async () => {
    await send('T-A', 1);
    const { cursor } = await world.statuses();
    await send('T-B', 101, { citizenId: citizenId(1), fullName: 'Trần Thị Người Khác' });
    const { items } = await world.statuses({ since: cursor });
    assert.deepEqual(
      items.map((item) => [item.rowId, item.flags, rowState(item)]),
      [[rowId(1), ['duplicateElsewhere'], 'duplicate']],
    );
    assert.equal(await told('T-B', 101), true);
    const other = await statusOf('T-B', 101);
    for (const page of [JSON.stringify(items), JSON.stringify(other)]) {
      assert.doesNotMatch(page, page.includes(other.recordId) ? /T-A/ : /T-B|Người Khác/);
    }
  });

  it('is taken back from both as soon as one of them mends its row', async () => {
    const { cursor } = await world.statuses();
    await send('T-B', 101, { citizenId: citizenId(101), fullName: 'Trần Thị Người Khác' });
    assert.deepEqual([await told('T-A', 1), await told('T-B', 101)], [false, false]);
    const { items } = await world.statuses({ since: cursor });
    assert.deepEqual(
      items.map((item) => [item.rowId, rowState(item)]),
      [[rowId(1), 'verified']],
    );
  });

  it('is told to each when both send it at the same time', async () => {
    const numbers = [201, 202, 203, 204, 205];
    await Promise.all(numbers.flatMap((number) => [send('T-A', number), send('T-B', number)]));
    for (const number of numbers) {
      assert.deepEqual([await told('T-A', number), await told('T-B', number)], [true, true], String(number));
    }
  });

  it('is over when one marks the pupil as gone, or takes the number out', async () => {
    for (const [number, change] of [
      [2, { studentStatus: 'Chuyển đi kỳ 1' }],
      [3, { citizenId: null }],
    ] as const) {
      await send('T-A', number);
      await send('T-B', number);
      assert.deepEqual([await told('T-A', number), await told('T-B', number)], [true, true]);
      await send('T-B', number, change);
      assert.deepEqual([await told('T-A', number), await told('T-B', number)], [false, false], JSON.stringify(change));
    }
  });

  it('is not said of results, which stay with a former school', async () => {
    await send('T-A', 4);
    const columns = ['fullName', 'birthDate', 'citizenId'] as const;
    const cells = ['Nguyễn Văn Cũ', '05/05/2012', citizenId(4)];
    const results = { ...pushOf([]), columns: [...columns], rows: [{ rowId: rowId(4), cells }] };
    await world.push(
      { ...results, workbook: { ...results.workbook, template: 'results', unit: 'T-B', workbookId: 'so-diem' } },
      { as: 'vanthu.b' },
    );
    assert.equal(await told('T-A', 4), false);
  });

  it('does not count as verified while it lasts', async () => {
    await send('T-A', 5);
    const verified = async () =>
      (await world.store.tallies.ofUnits(['T-A'])).find(({ kind }) => kind === 'student')?.verified;
    const before = (await verified()) ?? 0;
    await send('T-B', 5);
    assert.equal(await verified(), before - 1);
  });
});
