import assert from 'node:assert/strict';
import type { RecordHistory } from '../../../contract/schemas/loop.ts';
import { type Cells, citizenId, pupil, pushOf, rowId } from '../invented-rows.ts';
import { ServerWorld, TestClock } from '../server-world.ts';
import { StubAdapter } from '../stub-adapter.ts';

/** From one school to another: found by the release of the first and one's own row, and by nothing else. */
describe('a pupil who moves to another school', () => {
  let world: ServerWorld;
  const clock = new TestClock();

  before(async () => {
    world = await ServerWorld.start({ population: new StubAdapter(), clock });
  });
  after(() => world.close());

  const SCHOOLS = { 'T-A': 'vanthu.a', 'T-B': 'vanthu.b' } as const;
  const LEFT = { studentStatus: 'Chuyển đi kỳ 1' };

  async function send(unit: 'T-A' | 'T-B', number: number, change: Cells = {}): Promise<void> {
    await world.push(pushOf([pupil(number, change)], { unit, workbookId: `so-${unit}` }), { as: SCHOOLS[unit] });
    await world.server.whenIdle();
  }

  async function transferOf(unit: 'T-A' | 'T-B', number: number): Promise<RecordHistory['transfer']> {
    const as = SCHOOLS[unit];
    const found = (await world.statuses({ as })).items.find((item) => item.rowId === rowId(number));
    const answer = await world.get(`/api/v1/records/${found?.recordId}/history`, await world.token(as));
    assert.equal(answer.status, 200);
    return answer.body.transfer;
  }

  const directions = async (unit: 'T-A' | 'T-B', number: number) => {
    const transfer = await transferOf(unit, number);
    return transfer && [transfer.direction, transfer.claimedAt !== null];
  };

  it('is found by the release, whichever of the two comes first, and each is told no more than when', async () => {
    await send('T-A', 1);
    await send('T-A', 1, LEFT);
    assert.deepEqual(await directions('T-A', 1), ['out', false]);
    clock.advance(3600);
    await send('T-B', 1);
    assert.deepEqual(
      [await directions('T-A', 1), await directions('T-B', 1)],
      [
        ['out', true],
        ['in', true],
      ],
    );
    const told = await transferOf('T-B', 1);
    assert.deepEqual(Object.keys(told ?? {}).sort(), ['claimedAt', 'direction', 'releasedAt']);
    assert.doesNotMatch(JSON.stringify([told, await transferOf('T-A', 1)]), /T-A|T-B/);

    await send('T-A', 2);
    await send('T-B', 2);
    assert.equal(await transferOf('T-B', 2), null, 'without a release there is nothing to find');
    await send('T-A', 2, LEFT);
    await send('T-B', 2, { className: '9B' });
    assert.deepEqual(await directions('T-B', 2), ['in', true]);
  });

  it('is not found by the number alone, nor with another name or birth date', async () => {
    await send('T-A', 3);
    await send('T-A', 3, LEFT);
    for (const change of [{ fullName: 'Trần Thị Dò Tìm' }, { birthDate: '09/09/2012' }]) {
      await send('T-B', 3, change);
      assert.equal(await transferOf('T-B', 3), null);
      assert.deepEqual(await directions('T-A', 3), ['out', false]);
    }
    await send('T-B', 3);
    assert.deepEqual(await directions('T-B', 3), ['in', true]);
  });

  it('is one person’s: a row that becomes somebody else gives the claim back', async () => {
    await send('T-A', 4);
    await send('T-A', 4, LEFT);
    await send('T-B', 4);
    assert.deepEqual(await directions('T-A', 4), ['out', true]);
    await send('T-B', 4, { citizenId: citizenId(104), fullName: 'Lê Thị Khác' });
    assert.deepEqual([await directions('T-A', 4), await transferOf('T-B', 4)], [['out', false], null]);
  });

  it('is no longer released when the first school says that the pupil stays', async () => {
    await send('T-A', 5);
    await send('T-A', 5, LEFT);
    await send('T-A', 5);
    assert.equal(await transferOf('T-A', 5), null);
    await send('T-B', 5);
    assert.equal(await transferOf('T-B', 5), null);
  });

  it('is nothing that a foreigner’s row says', async () => {
    await send('T-A', 6);
    await send('T-A', 6, { nationality: 'Lào' });
    assert.equal(await transferOf('T-A', 6), null);
  });
});
