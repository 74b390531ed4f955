import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { claimHash } from '../../contract/claim-hash.ts';
import type { RowStatus } from '../../contract/schemas/status.ts';
import { Gate } from './gate.ts';
import { COLUMNS, citizenId, pupil, pushOf, rowId } from './invented-rows.ts';
import { problemOf, ServerWorld, TestClock } from './server-world.ts';
import { matched, StubAdapter } from './stub-adapter.ts';

describe('push', () => {
  let world: ServerWorld;
  let adapter: StubAdapter;
  const clock = new TestClock();
  /** Each test has a workbook of its own. */
  let workbookId: string;

  before(async () => {
    adapter = new StubAdapter();
    world = await ServerWorld.start({ population: adapter, clock });
  });
  beforeEach(() => {
    workbookId = randomUUID();
    clock.advance(1000);
  });
  after(() => world.close());

  const send = (rows: Parameters<typeof pushOf>[0], change: Parameters<typeof pushOf>[1] = {}) =>
    world.push(pushOf(rows, { workbookId, campaign: workbookId, ...change }));

  async function statusByRow(id = workbookId): Promise<ReadonlyMap<string, RowStatus>> {
    await world.server.whenIdle();
    const { items } = await world.statuses({ query: `&workbookId=${id}` });
    return new Map(items.map((item) => [item.rowId, item]));
  }

  it('answers row by row: good rows go, bad rows stay', async () => {
    const answer = await send([
      pupil(1),
      pupil(2, { fullName: '' }),
      pupil(3, { citizenId: '12345' }),
      pupil(4, { nationality: 'Lào', citizenId: '' }),
      pupil(5, { className: '' }),
    ]);
    assert.deepEqual(
      answer.rows.map(({ result, why, incomplete }) => [result, why, incomplete]),
      [
        ['queued', null, false],
        ['stays', null, true],
        ['kept', 'unverifiable', true],
        ['kept', 'not-applicable', false],
        ['queued', null, true],
      ],
    );
    assert.deepEqual(answer.rows[1]?.errors, ['full-name.missing']);
    assert.equal(answer.rows[1]?.recordId, null);
    assert.deepEqual(answer.rows[2]?.errors, ['citizen-id.not-12-digits']);
    const statuses = await statusByRow();
    assert.deepEqual(
      [...statuses.values()].map((item) => [item.rowId, item.transport, item.outcome, item.why]).sort(),
      [
        [rowId(1), 'answered', 'match', null],
        [rowId(3), 'answered', null, 'unverifiable'],
        [rowId(4), 'answered', 'not-applicable', 'not-applicable'],
        [rowId(5), 'answered', 'match', null],
      ],
    );
    assert.deepEqual(adapter.asked.map((claim) => claim.citizenId).sort(), [citizenId(1), citizenId(5)]);
  });

  it('asks in the form of the service', async () => {
    await send([pupil(6, { fullName: 'Trần  Thị Thử'.normalize('NFD'), birthDate: 2012, sex: 'nam' })]);
    await world.server.whenIdle();
    const claim = adapter.asked.at(-1);
    assert.ok(claim);
    const { requestId, purpose, officer, ...rest } = claim;
    assert.ok(requestId.length <= 40 && purpose && officer);
    assert.deepEqual(rest, {
      unit: 'T-A',
      citizenId: citizenId(6),
      fullName: 'TRẦN THỊ THỬ',
      birthDate: { year: 2012 },
      sex: 'Nam',
      province: 'Hà Nội',
      ward: { era: '2025-07', code: '00004' },
    });
    const status = (await statusByRow()).get(rowId(6));
    assert.deepEqual(status?.flags, ['yearOnlyBirth']);
  });

  it('answers the same key and body the same again, and changes nothing', async () => {
    const key = randomUUID();
    const body = pushOf([pupil(10), pupil(11)], { workbookId });
    const first = await world.push(body, { key });
    const before = await world.store.records.count();
    const audited = (await world.store.audit.all()).length;
    assert.deepEqual(await world.push(body, { key }), first);
    assert.equal((await world.store.audit.all()).length, audited, 'nothing was done, nothing is told');
    assert.equal(await world.store.records.count(), before);
    const other = await world.tryPush(pushOf([pupil(12)], { workbookId }), { key });
    assert.equal(problemOf(other), 'idempotency-key-reused');
    assert.equal(await world.store.records.count(), before);
  });

  it('makes one batch of one key that is sent twice at the same time', async () => {
    const key = randomUUID();
    const body = pushOf([pupil(13), pupil(14)], { workbookId });
    const before = await world.store.records.count();
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.push(body, { key })));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal(await world.store.records.count(), before + 2);
  });

  it('skips what has not changed, and lets its verdict stand', async () => {
    await send([pupil(20), pupil(21)]);
    await world.server.whenIdle();
    const asked = adapter.asked.length;
    const again = await send([pupil(20), pupil(21, { className: '9B' })]);
    assert.deepEqual(
      again.rows.map((row) => [row.result, row.why]),
      [
        ['unchanged', null],
        ['kept', null],
      ],
    );
    await world.server.whenIdle();
    assert.equal(adapter.asked.length, asked, 'a class is not asked about');
    const statuses = await statusByRow();
    assert.equal(statuses.get(rowId(21))?.outcome, 'match');
    assert.equal(statuses.get(rowId(21))?.round, 1);
  });

  it('voids the verdict of a row whose identity changed, and asks anew in another round', async () => {
    await send([pupil(30)]);
    await world.server.whenIdle();
    const first = adapter.asked.at(-1)?.requestId;
    const changed = pupil(30, { fullName: 'Nguyễn Văn Khác' });
    const answer = await send([changed]);
    assert.equal(answer.rows[0]?.result, 'queued');
    const status = (await statusByRow()).get(rowId(30));
    assert.equal(status?.outcome, 'match');
    assert.equal(status?.round, 2);
    const cells = Object.fromEntries(COLUMNS.map((column, index) => [column, changed.cells[index]]));
    assert.equal(status?.claimHash, claimHash(cells));
    assert.notEqual(adapter.asked.at(-1)?.requestId, first);
  });

  it('drops the answer to a question that is no longer the row’s', async () => {
    const gate = new Gate();
    const asked = new Gate();
    adapter.answer = async (claims) => {
      asked.open();
      await gate.passed;
      return claims.map(({ requestId }) => ({
        requestId,
        transport: 'answered',
        outcome: 'no-such-number',
        compared: [],
        flags: [],
      }));
    };
    await send([pupil(35)]);
    await asked.passed;
    const before = await world.statuses({ query: `&workbookId=${workbookId}` });
    assert.deepEqual([before.items[0]?.transport, before.waiting], ['sent', 1]);
    const second = new Gate();
    adapter.answer = async (claims) => {
      await second.passed;
      return claims.map(matched);
    };
    await send([pupil(35, { fullName: 'Nguyễn Văn Sửa' })]);
    gate.open();
    const between = await world.statuses({ query: `&workbookId=${workbookId}` });
    assert.deepEqual([between.items[0]?.round, between.items[0]?.outcome, between.waiting], [2, null, 1]);
    second.open();
    const status = (await statusByRow()).get(rowId(35));
    assert.deepEqual([status?.round, status?.outcome], [2, 'match']);
  });

  it('takes a row out of the queue when it may no longer be asked', async () => {
    adapter.answer = async (claims) => claims.map(({ requestId }) => ({ requestId, transport: 'closed-hours' }));
    await send([pupil(40)]);
    await send([pupil(40, { studentStatus: 'Chuyển đi kỳ 1' })]);
    const status = (await statusByRow()).get(rowId(40));
    assert.deepEqual([status?.outcome, status?.why], ['not-applicable', 'not-applicable']);
    assert.equal(await world.store.verifications.count(), 0);
    clock.advance(86_400);
    adapter.answer = async (claims) => claims.map(matched);
  });

  describe('a number that stands twice', () => {
    const twin = (number: number, of: number) =>
      pupil(number, { citizenId: citizenId(of), fullName: `Lê Thị Trùng ${'ABCDEFGH'[number % 8]}` });

    it('in one push: neither row is asked, and both say so', async () => {
      const answer = await send([pupil(50), twin(51, 50), pupil(52)]);
      assert.deepEqual(
        answer.rows.map((row) => [row.result, row.why, row.incomplete, row.errors.includes('citizen-id.duplicate')]),
        [
          ['kept', 'unverifiable', true, true],
          ['kept', 'unverifiable', true, true],
          ['queued', null, false, false],
        ],
      );
      const statuses = await statusByRow();
      assert.deepEqual(statuses.get(rowId(51))?.flags, ['duplicateInUnit']);
      assert.equal(statuses.get(rowId(51))?.why, 'unverifiable');
      assert.deepEqual(statuses.get(rowId(52))?.flags, []);
    });

    it('in two batches of one sending: both are flagged, the verdict of the first stays', async () => {
      await send([pupil(55)]);
      await world.server.whenIdle();
      const answer = await send([twin(56, 55)]);
      assert.equal(answer.rows[0]?.why, 'unverifiable');
      assert.deepEqual(answer.rows[0]?.errors, ['citizen-id.duplicate']);
      const statuses = await statusByRow();
      assert.deepEqual(statuses.get(rowId(55))?.flags, ['duplicateInUnit']);
      assert.equal(statuses.get(rowId(55))?.outcome, 'match');
      assert.deepEqual(statuses.get(rowId(56))?.flags, ['duplicateInUnit']);
    });

    it('is over when one of the two is mended: the flags go, and what was never asked is asked', async () => {
      await send([pupil(60), twin(61, 60)]);
      await world.server.whenIdle();
      const asked = adapter.asked.length;
      await send([pupil(60), twin(61, 62)]);
      const statuses = await statusByRow();
      assert.deepEqual(statuses.get(rowId(60))?.flags, []);
      assert.equal(statuses.get(rowId(60))?.outcome, 'match');
      assert.equal(statuses.get(rowId(61))?.outcome, 'match');
      assert.equal(adapter.asked.length, asked + 2);
    });

    it('in another workbook of the campaign: flagged for another person, not for the same one', async () => {
      const campaign = randomUUID();
      await send([pupil(65), pupil(66)], { campaign });
      const answer = await send([pupil(165, { citizenId: citizenId(65) }), pupil(66)], {
        campaign,
        workbookId: randomUUID(),
      });
      assert.deepEqual(
        answer.rows.map((row) => row.errors.includes('citizen-id.duplicate')),
        [true, false],
      );
      const elsewhere = await send([pupil(265, { citizenId: citizenId(65) })], {
        campaign: randomUUID(),
        workbookId: randomUUID(),
      });
      assert.equal(elsewhere.rows[0]?.result, 'queued');
    });

    it('does not count a pupil who has left, nor a dummy number', async () => {
      const answer = await send([
        pupil(70),
        pupil(71, { citizenId: citizenId(70), studentStatus: 'Thôi học kỳ 1' }),
        pupil(72, { citizenId: '000000000000' }),
        pupil(73, { citizenId: '000000000000' }),
      ]);
      assert.equal(answer.rows[0]?.result, 'queued');
      const statuses = await statusByRow();
      assert.deepEqual(statuses.get(rowId(72))?.flags, []);
    });
  });

  it('keeps the record of a row that got a new id in the sheet, with its verdict', async () => {
    const first = await send([pupil(80), pupil(81)]);
    await world.server.whenIdle();
    clock.advance(600);
    const again = await send([{ ...pupil(80), rowId: rowId(880) }, pupil(81)]);
    assert.equal(again.rows[0]?.recordId, first.rows[0]?.recordId);
    const statuses = await statusByRow();
    assert.equal(statuses.get(rowId(880))?.outcome, 'match');
    assert.equal(statuses.has(rowId(80)), false);
  });

  it('does not rob a row that was sent a moment ago, and drops the false double later', async () => {
    await send([pupil(85)]);
    const copied = await send([{ ...pupil(85), rowId: rowId(885) }]);
    assert.deepEqual(copied.rows[0]?.errors, ['citizen-id.duplicate']);
    clock.advance(600);
    await send([{ ...pupil(85), rowId: rowId(885) }]);
    const statuses = await statusByRow();
    assert.deepEqual(statuses.get(rowId(885))?.flags, []);
    assert.equal(statuses.get(rowId(885))?.outcome, 'match');
  });

  it('refuses what no sheet of ours sends, and keeps nothing of it', async () => {
    const before = await world.store.records.count();
    const good = pushOf([pupil(90)], { workbookId });
    const bodies: [string, unknown][] = [
      ['body.columns[1]', { ...good, columns: ['fullName', 'fullName'] }],
      ['body.columns[0]', { ...good, columns: ['staffId'] }],
      ['body.columns[0]', { ...good, columns: ['note'] }],
      ['body.rows[1].rowId', { ...good, rows: [pupil(90), pupil(90)] }],
      ['body.rows[0].cells', { ...good, columns: ['fullName'] }],
      ['body.rows[0].rowId', { ...good, rows: [{ rowId: 'x', cells: [] }] }],
      ['body.rows[0].cells[0]', { ...good, rows: [{ rowId: rowId(1), cells: [{ kind: 'date', year: 0 }] }] }],
      ['body.rows', { ...good, rows: [] }],
      [
        'body.rows',
        { ...good, rows: Array.from({ length: 1001 }, (_, index) => ({ rowId: rowId(index), cells: [] })) },
      ],
      ['body', { ...good, extra: 1 }],
    ];
    for (const [where, body] of bodies) {
      const answer = await world.tryPush(body);
      assert.equal(problemOf(answer), 'body-invalid', where);
      assert.ok(answer.body.title.vi.includes(`(${where})`), `${where}: ${answer.body.title.vi}`);
    }
    await world.push(good);
    const asStaff = { ...good, columns: ['fullName'], rows: [{ rowId: rowId(1), cells: ['Lê Thử'] }] };
    const otherKind = await world.tryPush({ ...asStaff, workbook: { ...good.workbook, template: 'staff' } });
    assert.equal(problemOf(otherKind), 'body-invalid');
    assert.equal(await world.store.records.count(), before + 1);
  });

  it('writes who pushed how much, and nobody’s name', async () => {
    await send([pupil(95), pupil(96, { fullName: '' })]);
    const event = (await world.store.audit.all()).at(-1);
    assert.equal(event?.action, 'pushed');
    assert.equal(event?.unit, 'T-A');
    assert.deepEqual(event?.counts, { queued: 1, kept: 0, unchanged: 0, stays: 1, conflict: 0, unknown: 0 });
  });
});
