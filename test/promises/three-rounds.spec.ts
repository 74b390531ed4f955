import assert from 'node:assert/strict';
import { nodeTransport } from '../../cli/node-transport.ts';
import { type PerformAnswer, RecordHistory } from '../../contract/schemas/loop.ts';
import { COMPARED_FIELDS } from '../../contract/verdict.ts';
import { Desk } from '../../desk/desk.ts';
import { MemorySheetPort } from '../../desk/memory-sheet-port.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import type { CellValue } from '../../rules/cell.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import type { ColumnId } from '../../templates/layout.ts';
import { deskFixture, FIRST_ROW, IDENTITY, pupil } from '../desk/desk-fixture.ts';
import { PASSWORD, ServerWorld, TestClock } from '../server/server-world.ts';
import { StubAdapter } from '../server/stub-adapter.ts';

const DAY_SECONDS = 24 * 3600;
const TRUE_NAME = 'NGUYỄN THỊ BÌNH AN';

/**
 * Issue 5, done when 1: a pupil who fails twice and passes on the third round shows three rounds with dates, persons and changed
 * fields, through the API and in the sheet.
 */
describe('a pupil who fails twice and passes on the third round', () => {
  let world: ServerWorld;
  const clock = new TestClock();
  const identity = { ...IDENTITY, unit: 'T-A', unitName: 'Đơn vị T-A', campaign: '' };
  // Two clerks of one school over one open workbook.
  const fixture = deskFixture([pupil(0, { fullName: 'Nguyễn Thị Bình Anh', birthDate: '03/04/2016' })], identity);

  before(async () => {
    const adapter = new StubAdapter();
    adapter.answer = async (claims) =>
      claims.map(({ requestId, fullName, birthDate }) => {
        const flags = [
          ...(fullName === TRUE_NAME ? [] : (['differs.name'] as const)),
          ...(birthDate.day === 3 && birthDate.month === 5 ? [] : (['differs.birthDate'] as const)),
        ];
        const outcome = flags.length === 0 ? 'match' : 'differs';
        return { requestId, transport: 'answered', outcome, compared: ['citizenId', 'fullName', 'birthDate'], flags };
      });
    world = await ServerWorld.start({ population: adapter, clock });
    const head = { username: 'hieutruong.a', displayName: 'Lê Văn Hiệu Trưởng', role: 'head', unit: 'T-A' } as const;
    await createAccount(world.store, { ...head, password: PASSWORD });
  });
  after(() => world.close());

  const read = (id: ColumnId): CellValue => fixture.read(FIRST_ROW, id);

  /** As this person: sends the sheet, waits for the answer, and has it written into the row. */
  async function send(username: string): Promise<Desk> {
    const client = new SyncClient(nodeTransport(world.server.httpUrl));
    await client.signIn(username, PASSWORD);
    const desk = new Desk({
      port: new MemorySheetPort(fixture.workbook, {
        findSelection: async () => ({ firstRow: FIRST_ROW, lastRow: FIRST_ROW }),
      }),
      client,
      clock: () => ({ iso: new Date(clock.now()).toISOString(), today: { year: 2026, month: 11, day: 22 } }),
      mintId: () => crypto.randomUUID(),
    });
    await desk.open();
    await desk.push();
    await world.server.whenIdle();
    await desk.pullStatuses();
    return desk;
  }

  it('is refused, brings the notice, and is refused again', async () => {
    const desk = await send('vanthu.a');
    assert.deepEqual(
      [read('verdict'), read('reason')],
      ['Chưa xác thực – sai thông tin', 'Khác: họ tên, ngày sinh (so với dữ liệu dân cư)'],
    );
    const [row] = await desk.loop.rows(await desk.loop.selectedRowIds());
    assert.ok(row?.status);
    const notice = {
      number: '128/TB-CAX',
      date: '2026-11-20',
      issuer: 'Công an xã Thử',
      compared: [...COMPARED_FIELDS],
    };
    for (const [action, paper] of [['ask-notice'], ['record-notice', notice]] as const) {
      const done: PerformAnswer['rows'] = await desk.loop.perform(await desk.loop.prepare(action, [row.status], paper));
      assert.deepEqual(
        done.map(({ result }) => result),
        ['done'],
      );
    }
    await desk.pullStatuses();
    assert.equal(read('verdict'), 'Đã nhận giấy thông báo');

    fixture.type(FIRST_ROW, 'fullName', 'Nguyễn Thị Bình An');
    await desk.check();
    assert.equal(read('verdict'), 'Đã sửa theo giấy', 'void at once, before any push');
    clock.advance(DAY_SECONDS);
    await send('hieutruong.a');
    assert.equal(read('verdict'), 'Chưa xác thực – sai thông tin');
  });

  it('agrees the third time, and its row tells all three: day, person, changed fields, what came of it', async () => {
    fixture.type(FIRST_ROW, 'birthDate', '03/05/2016');
    clock.advance(DAY_SECONDS);
    await send('vanthu.a');
    assert.deepEqual(
      [read('verdict'), read('reason')],
      [
        'Đã xác thực',
        'Khớp: số, họ tên, ngày sinh. Lần 1 22/11/2026: vanthu.a gửi – chưa xác thực – sai thông tin; ' +
          'lần 2 23/11/2026: Lê Văn Hiệu Trưởng sửa họ tên – chưa xác thực – sai thông tin; ' +
          'lần 3 24/11/2026: vanthu.a sửa ngày sinh – đã xác thực',
      ],
    );
  });

  it('tells them through the API, too, with every step and the paper between', async () => {
    const [status] = (await world.statuses()).items;
    assert.ok(status);
    const path = `/api/v1/records/${status.recordId}/history`;
    const history = RecordHistory.parse((await world.get(path, await world.token('vanthu.a'))).body);
    assert.equal(history.state, 'verified');
    assert.deepEqual(
      history.rounds.map(({ round, at, by, changed, outcome, flags }) => [
        round,
        at.slice(0, 10),
        by,
        changed,
        outcome,
        flags,
      ]),
      [
        [1, '2026-11-22', 'vanthu.a', [], 'differs', ['differs.name', 'differs.birthDate']],
        [2, '2026-11-23', 'Lê Văn Hiệu Trưởng', ['fullName'], 'differs', ['differs.birthDate']],
        [3, '2026-11-24', 'vanthu.a', ['birthDate'], 'match', []],
      ],
    );
    for (const { askedAt, answeredAt } of history.rounds) assert.ok(askedAt && answeredAt && askedAt <= answeredAt);
    assert.deepEqual(
      history.rounds[0]?.steps.map(({ action, state, by }) => [action, state, by]),
      [
        ['ask-notice', 'awaiting-notice', 'vanthu.a'],
        ['record-notice', 'notice-received', 'vanthu.a'],
        ['edit', 'mended', 'Lê Văn Hiệu Trưởng'],
      ],
    );
    const { number, date, issuer, compared } = history.rounds[0]?.notice ?? {};
    assert.deepEqual(
      [number, date, issuer, compared],
      ['•••••••CAX', '2026-11-20', 'Công an xã Thử', [...COMPARED_FIELDS]],
    );
    assert.doesNotMatch(JSON.stringify(history), /Bình An|2016|00131600/, 'names of fields, never a value');
  });
});
