import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { LoopRowsPage, PerformAnswer, RecordHistory } from '../../../contract/schemas/loop.ts';
import type { RowStatus } from '../../../contract/schemas/status.ts';
import { COMPARED_FIELDS, type Outcome } from '../../../contract/verdict.ts';
import { type Cells, pupil, pushOf } from '../invented-rows.ts';
import { problemOf, ServerWorld, TestClock } from '../server-world.ts';
import { StubAdapter } from '../stub-adapter.ts';

const NOTICE = { number: '128/TB-CAX', date: '2026-11-20', issuer: 'Công an xã Thử', compared: [...COMPARED_FIELDS] };
const DAY = 24 * 3600;
/** What a service can say of a question. */
type Asked = Exclude<Outcome, 'not-applicable'>;

/** The loop through the API: steps, notices, rounds, lists, ageing. */
describe('the loop on the server', () => {
  let world: ServerWorld;
  const clock = new TestClock();
  const adapter = new StubAdapter();
  let next: Asked = 'differs';

  before(async () => {
    adapter.answer = async (claims) =>
      claims.map(({ requestId }) => ({
        requestId,
        transport: 'answered',
        outcome: next,
        compared: ['citizenId', 'fullName', 'birthDate'],
        flags: next === 'differs' ? (['differs.birthDate'] as const) : [],
      }));
    world = await ServerWorld.start({ population: adapter, clock });
  });
  after(() => world.close());

  async function send(numbers: readonly number[], change: Cells = {}, outcome: Asked = 'differs'): Promise<void> {
    next = outcome;
    await world.push(pushOf(numbers.map((number) => pupil(number, change))));
    await world.server.whenIdle();
  }

  async function statusOf(number: number): Promise<RowStatus> {
    const found = (await world.statuses()).items.find(({ rowId }) => rowId === pupil(number).rowId);
    assert.ok(found);
    return found;
  }

  async function tryPerform(body: unknown, { as = 'vanthu.a', key = String(randomUUID()) } = {}) {
    return world.post('/api/v1/loop-actions', body, await world.token(as)).set('Idempotency-Key', key);
  }

  async function perform(
    action: string,
    numbers: readonly number[],
    part: object = {},
  ): Promise<PerformAnswer['rows']> {
    const statuses = await Promise.all(numbers.map(statusOf));
    const rows = statuses.map(({ recordId, round }) => ({ recordId, round }));
    const answer = await tryPerform({ action, rows, ...part });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body.rows;
  }

  async function historyOf(number: number, as = 'vanthu.a'): Promise<RecordHistory> {
    const { recordId } = await statusOf(number);
    const answer = await world.get(`/api/v1/records/${recordId}/history?unit=T-A`, await world.token(as));
    assert.equal(answer.status, 200);
    return answer.body;
  }

  const results = (rows: PerformAnswer['rows']) => rows.map(({ result, state }) => [result, state]);

  it('brings a failed row from step to step, and tells each as a change of its status', async () => {
    await send([1]);
    assert.equal((await statusOf(1)).step, null);
    const { cursor } = await world.statuses();
    assert.deepEqual(results(await perform('ask-notice', [1])), [['done', 'awaiting-notice']]);
    const { items } = await world.statuses({ since: cursor });
    assert.deepEqual(
      items.map(({ step, flags, round }) => [step, flags, round]),
      [['awaiting-notice', ['differs.birthDate', 'noticePending'], 1]],
    );
    assert.deepEqual(results(await perform('confirm-mended', [1])), [['not-allowed', 'awaiting-notice']]);
    const some = { ...NOTICE, compared: ['citizenId'] };
    assert.deepEqual(results(await perform('record-notice', [1], { notice: some })), [['done', 'notice-received']]);
    assert.deepEqual(results(await perform('confirm-mended', [1])), [['notice-incomplete', 'notice-received']]);
    const { number: _kept, ...again } = NOTICE;
    assert.deepEqual(results(await perform('record-notice', [1], { notice: again })), [['done', 'notice-received']]);
    assert.deepEqual(results(await perform('confirm-mended', [1])), [['done', 'mended']]);
    assert.deepEqual(results(await perform('resend', [1])), [['done', 'pending']]);
    await world.server.whenIdle();
    const after = await statusOf(1);
    assert.deepEqual(
      [after.round, after.step, after.outcome],
      [2, null, 'differs'],
      'a new round begins without a step',
    );
  });

  it('tells the whole way of it, with who and when, and of the notice only what it is', async () => {
    const history = await historyOf(1);
    assert.deepEqual(
      history.rounds.map(({ round, changed, outcome }) => [round, changed, outcome]),
      [
        [1, [], 'differs'],
        [2, [], 'differs'],
      ],
    );
    assert.deepEqual(
      history.rounds.map(({ by }) => by),
      ['vanthu.a', 'vanthu.a'],
    );
    const [first] = history.rounds;
    assert.deepEqual(
      first?.steps.map(({ action, state, by }) => [action, state, by]),
      [
        ['ask-notice', 'awaiting-notice', 'vanthu.a'],
        ['record-notice', 'notice-received', 'vanthu.a'],
        ['record-notice', 'notice-received', 'vanthu.a'],
        ['confirm-mended', 'mended', 'vanthu.a'],
        ['resend', null, 'vanthu.a'],
      ],
    );
    assert.deepEqual(
      [first?.notice?.number, first?.notice?.date, first?.notice?.issuer, first?.notice?.compared],
      ['•••••••CAX', NOTICE.date, NOTICE.issuer, NOTICE.compared],
    );
    assert.equal(history.rounds[1]?.notice, null, 'the paper was this round’s alone');
  });

  it('refuses a notice without a number, of a day to come, for many rows, or with anything more in it', async () => {
    await send([2, 3]);
    const { number: _none, ...numberless } = NOTICE;
    const first = await perform('record-notice', [2], { notice: numberless });
    assert.deepEqual(results(first), [['notice-incomplete', 'wrong-information']]);
    assert.equal((await historyOf(2)).rounds[0]?.notice, null);
    const { recordId, round } = await statusOf(2);
    const rows = [{ recordId, round }];
    const bad = [
      { rows, notice: { ...NOTICE, date: '2099-01-01' } },
      { rows, notice: { ...NOTICE, scan: 'x' } },
      { rows: [...rows, { recordId: 'khac', round: 1 }], notice: NOTICE },
    ];
    for (const body of bad) {
      assert.equal(problemOf(await tryPerform({ action: 'record-notice', ...body })), 'body-invalid');
    }
  });

  it('does one thing for many rows, and says row by row what became of it', async () => {
    await send([4, 5]);
    await send([6], {}, 'match');
    await perform('ask-notice', [4]);
    const before = await statusOf(5);
    await send([5], { fullName: 'Nguyễn Văn Sửa Lại' });
    const [four, six] = await Promise.all([statusOf(4), statusOf(6)]);
    const rows = [four, before, six, { recordId: 'khong-co', round: 1 }].map(({ recordId, round }) => ({
      recordId,
      round,
    }));
    const answer = await tryPerform({ action: 'guide-parents', rows });
    assert.deepEqual(
      answer.body.rows.map(({ result, state }: PerformAnswer['rows'][number]) => [result, state]),
      [
        ['done', 'parents-guided'],
        ['changed', 'wrong-information'],
        ['not-allowed', 'verified'],
        ['not-found', null],
      ],
    );
  });

  it('answers a repeated request as the first time, and refuses its key for another', async () => {
    await send([7]);
    const { recordId, round } = await statusOf(7);
    const body = { action: 'await-number', rows: [{ recordId, round }] };
    const first = await tryPerform(body, { key: 'loop-lap-lai-0000001' });
    const again = await tryPerform(body, { key: 'loop-lap-lai-0000001' });
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.equal((await historyOf(7)).rounds[0]?.steps.length, 1);
    const other = await tryPerform({ ...body, action: 'step-back' }, { key: 'loop-lap-lai-0000001' });
    assert.equal(problemOf(other), 'idempotency-key-reused');
  });

  it('takes the last step back to what the answer said', async () => {
    await send([8], {}, 'unconfirmed');
    await perform('await-number', [8]);
    assert.deepEqual(results(await perform('step-back', [8])), [['done', 'not-confirmed']]);
    assert.deepEqual([(await statusOf(8)).step, (await statusOf(8)).flags], [null, []]);
  });

  it('voids step and verdict by an edit, and calls it mended where the paper was there', async () => {
    await send([9, 10]);
    await perform('record-notice', [9], { notice: NOTICE });
    await perform('guide-parents', [10]);
    await send([9, 10], { birthDate: '05/05/2012' }, 'match');
    for (const number of [9, 10]) {
      const { round, step, outcome, rounds } = await statusOf(number);
      assert.deepEqual([round, step, outcome], [2, null, 'match']);
      assert.deepEqual(rounds.map((each) => [each.round, each.by, each.changed, each.outcome]).at(-1), [
        2,
        'vanthu.a',
        ['birthDate'],
        'match',
      ]);
    }
    const steps = async (number: number) =>
      (await historyOf(number)).rounds[0]?.steps.map(({ action, state }) => [action, state]);
    assert.deepEqual((await steps(9))?.at(-1), ['edit', 'mended']);
    assert.deepEqual((await steps(10))?.at(-1), ['guide-parents', 'parents-guided']);
  });

  it('lists the rows at a step, page by page, in the unit and below, and no others', async () => {
    const numbers = [11, 12, 13];
    await send(numbers);
    await perform('await-number', numbers);
    const list = async (query: string, as: string): Promise<LoopRowsPage> => {
      const answer = await world.get(`/api/v1/loop-rows?state=awaiting-number${query}`, await world.token(as));
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };
    const all = await list('', 'vanthu.a');
    const rowIds = all.items.map(({ rowId }) => rowId);
    for (const number of numbers) assert.ok(rowIds.includes(pupil(number).rowId));
    assert.deepEqual((await list('', 'canbo.x1')).items, all.items);
    assert.deepEqual((await list('', 'vanthu.b')).items, []);
    const paged: LoopRowsPage['items'] = [];
    let cursor = '';
    do {
      const page = await list(`&limit=2${cursor && `&cursor=${cursor}`}`, 'vanthu.a');
      paged.push(...page.items);
      cursor = page.cursor ?? '';
    } while (cursor !== '');
    assert.deepEqual(paged, all.items);
    assert.equal(all.items[0]?.kind, 'student');
    const foreign = await world.get('/api/v1/loop-rows?state=awaiting-number&unit=T-B', await world.token('vanthu.a'));
    assert.equal(problemOf(foreign), 'unit-foreign');
  });

  it('lets nobody act outside their unit or their role, nor read another unit’s history', async () => {
    await send([14]);
    const { recordId, round } = await statusOf(14);
    const body = { action: 'ask-notice', rows: [{ recordId, round }] };
    assert.equal(problemOf(await tryPerform(body, { as: 'xem.a' })), 'forbidden');
    assert.equal(problemOf(await tryPerform(body, { as: 'canbo.x1' })), 'forbidden');
    assert.equal(problemOf(await tryPerform({ ...body, unit: 'T-A' }, { as: 'vanthu.b' })), 'unit-foreign');
    const own = await tryPerform(body, { as: 'vanthu.b' });
    assert.deepEqual(
      own.body.rows,
      [{ recordId, result: 'not-found', state: null }],
      'in their own unit there is no such row',
    );
    const path = `/api/v1/records/${recordId}/history`;
    assert.equal(problemOf(await world.get(path, await world.token('vanthu.b'))), 'not-found');
    assert.equal(problemOf(await world.get(`${path}?unit=T-A`, await world.token('vanthu.b'))), 'unit-foreign');
    assert.equal((await historyOf(14, 'canbo.x1')).rounds.length, 1);
    assert.equal((await statusOf(14)).step, null);
  });

  it('asks again what has aged, keeps the step it stood at, and leaves alone what is in the clerk’s hands', async () => {
    await send([21], {}, 'match');
    await send([22, 23, 24]);
    await perform('await-number', [22]);
    await perform('record-notice', [23], { notice: NOTICE });
    const answered = Date.parse((await statusOf(22)).answeredAt ?? '');
    assert.equal(Date.parse((await statusOf(22)).expiresAt ?? ''), answered + 21 * DAY * 1000);
    assert.equal((await statusOf(23)).expiresAt, null);

    clock.advance(22 * DAY);
    next = 'unconfirmed';
    await world.restart();
    await world.server.whenIdle();
    const read = async (number: number) => {
      const { round, step, outcome } = await statusOf(number);
      return [round, step, outcome];
    };
    assert.deepEqual(await read(21), [1, null, 'match']);
    assert.deepEqual(await read(22), [2, 'awaiting-number', 'unconfirmed']);
    assert.deepEqual(await read(23), [1, 'notice-received', 'differs']);
    assert.deepEqual(await read(24), [2, null, 'unconfirmed']);
    const { rounds } = await historyOf(22);
    assert.deepEqual([rounds[1]?.by, rounds[1]?.changed], [null, []], 'by the program, with nothing changed');

    clock.advance(344 * DAY);
    next = 'match';
    await world.restart();
    await world.server.whenIdle();
    assert.deepEqual(await read(21), [2, null, 'match']);
    assert.equal((await statusOf(22)).outcome, 'match');
    const parked = await world.get('/api/v1/loop-rows?state=awaiting-number', await world.token('vanthu.a'));
    assert.ok(
      !parked.body.items.some(({ rowId }: { rowId: string }) => rowId === pupil(22).rowId),
      'a number that agrees by now is no longer waited for',
    );
  });

  it('counts a number to come apart: neither verified nor waiting', async () => {
    const tally = async () => (await world.store.tallies.ofUnits(['T-A'])).find(({ kind }) => kind === 'student');
    await send([31]);
    const before = await tally();
    await perform('await-number', [31]);
    const after = await tally();
    assert.ok(before && after);
    assert.deepEqual(after, { ...before, awaitingNumber: before.awaitingNumber + 1 });
    await send([31], { birthDate: '09/09/2012' }, 'match');
    assert.deepEqual(await tally(), { ...before, verified: before.verified + 1 });
  });

  it('leaves what was done in the audit trail, in numbers', async () => {
    const events = (await world.store.audit.all()).filter(({ action }) => action === 'guide-parents');
    assert.ok(events.some(({ unit, counts }) => unit === 'T-A' && counts.done === 1 && counts['not-found'] === 1));
  });
});
