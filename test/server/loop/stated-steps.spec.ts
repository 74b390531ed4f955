import assert from 'node:assert/strict';
import { loopState } from '../../../contract/loop/loop-state.ts';
import type { RecordHistory } from '../../../contract/schemas/loop.ts';
import { type Cells, COLUMNS, pupil, pushOf, rowId } from '../invented-rows.ts';
import { ServerWorld } from '../server-world.ts';
import { StubAdapter } from '../stub-adapter.ts';

/** Seed 002: the newest number issued is entered though it is known to be wrong, and the row says so itself. */
describe('a row that states what was done', () => {
  let world: ServerWorld;
  const adapter = new StubAdapter();

  before(async () => {
    adapter.answer = async (claims) =>
      claims.map(({ requestId }) => ({
        requestId,
        transport: 'answered',
        outcome: 'no-such-number',
        compared: ['citizenId'],
        flags: [],
      }));
    world = await ServerWorld.start({ population: adapter });
  });
  after(() => world.close());

  async function send(number: number, stated: string | null, change: Cells = {}) {
    const { cells } = pupil(number, change);
    const body = pushOf([{ rowId: rowId(number), cells: [...cells, stated] }]);
    await world.push({ ...body, columns: [...COLUMNS, 'citizenIdStatus'] });
    await world.server.whenIdle();
    const status = (await world.statuses()).items.find((item) => item.rowId === rowId(number));
    assert.ok(status);
    return status;
  }

  it('stands where it says, by the person who sent it', async () => {
    const status = await send(1, 'chờ cấp số mới');
    assert.deepEqual([loopState(status), status.flags], ['awaiting-number', ['numberKnownWrong']]);
    const path = `/api/v1/records/${status.recordId}/history`;
    const { rounds }: RecordHistory = (await world.get(path, await world.token('vanthu.a'))).body;
    assert.deepEqual(
      rounds[0]?.steps.map(({ action, by }) => [action, by]),
      [['await-number', 'vanthu.a']],
    );
  });

  it('moves with what it says, and goes back when it says nothing more', async () => {
    await send(2, 'Đang chờ cấp số mới');
    assert.equal(loopState(await send(2, 'Đã hướng dẫn phụ huynh liên hệ công an')), 'parents-guided');
    assert.equal(loopState(await send(2, 'Có số')), 'wrong-information');
  });

  it('stands there again after an edit that leaves what it says', async () => {
    await send(3, 'Đang chờ cấp số mới');
    const status = await send(3, 'Đang chờ cấp số mới', { birthDate: '06/06/2012' });
    assert.deepEqual([status.round, loopState(status)], [2, 'awaiting-number']);
  });

  it('does not take back what people have done since', async () => {
    const status = await send(4, 'Đang chờ cấp số mới');
    await world
      .post(
        '/api/v1/loop-actions',
        { action: 'resend', rows: [{ recordId: status.recordId, round: 1 }] },
        await world.token('vanthu.a'),
      )
      .set('Idempotency-Key', 'stated-step-0000001');
    await world.server.whenIdle();
    const notice = { number: '1/TB', date: '2026-11-01', issuer: 'Công an xã Thử', compared: [] };
    await world
      .post(
        '/api/v1/loop-actions',
        { action: 'record-notice', rows: [{ recordId: status.recordId, round: 2 }], notice },
        await world.token('vanthu.a'),
      )
      .set('Idempotency-Key', 'stated-step-0000002');
    assert.equal(loopState(await send(4, 'Có số')), 'notice-received');
  });

  it('waits for its number also where it has none to be asked about', async () => {
    const status = await send(5, 'Đang chờ cấp số mới', { citizenId: null });
    assert.deepEqual([loopState(status), status.why], ['awaiting-number', 'unverifiable']);
  });
});
