import assert from 'node:assert/strict';
import { suspicionWords } from '../../../contract/suspicion.ts';
import { VERIFIED_OUTCOMES } from '../../../contract/verdict.ts';
import type { Claim, ClaimAnswer } from '../../../server/population/population-adapter.ts';
import { COLUMNS, type PushRow, pushOf, rowId } from '../invented-rows.ts';
import { ServerWorld, TestClock } from '../server-world.ts';
import { StubAdapter } from '../stub-adapter.ts';
import { answerTo, changed, classList, dayMonthSwapped, type Listed, pastedOff } from './class-list.ts';

const ROWS = 200;
const BATCH = 10;
const SAME_FOR_ALL = {
  className: '9A',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  province: 'Hà Nội',
  ward: 'Phường Ba Đình',
  studentStatus: 'Đang học',
};

/** The breaker at work: a sheet with one column a row off, pushed to a running server. */
describe('a sheet of which far too many rows fail', () => {
  let world: ServerWorld;
  let adapter: StubAdapter;
  const list = classList('trường', ROWS, { from: 2011, to: 2014 });

  beforeEach(async () => {
    adapter = new StubAdapter({ batchSize: BATCH });
    adapter.answer = async (claims) => claims.map(registerAnswer);
    world = await ServerWorld.start({ population: adapter, clock: new TestClock(), verification: { concurrency: 1 } });
  });
  afterEach(() => world.close());

  /** The register knows the people of the list as they are, whatever stands in the sheet. */
  function registerAnswer(claim: Claim): ClaimAnswer {
    const { year, month = 0, day = 0 } = claim.birthDate;
    const birthDate = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
    const row = { fullName: claim.fullName, birthDate, sex: claim.sex ?? '', citizenId: claim.citizenId };
    const told = answerTo(list, { person: list[0]!.person, row }, 'fields');
    assert.ok(told && told.outcome !== 'not-applicable');
    return {
      requestId: claim.requestId,
      transport: 'answered',
      outcome: told.outcome,
      compared: ['citizenId', 'fullName', 'birthDate', 'sex'],
      flags: told.flags,
    };
  }
  const rowsOf = (sheet: readonly Listed[]): PushRow[] =>
    sheet.map(({ row }, at) => {
      const cells: Readonly<Partial<Record<string, string>>> = { ...SAME_FOR_ALL, ...row };
      return { rowId: rowId(at), cells: COLUMNS.map((column) => cells[column] ?? null) };
    });
  async function send(sheet: readonly Listed[]): Promise<void> {
    await world.push(pushOf(rowsOf(sheet)));
    await world.server.whenIdle();
  }
  const statuses = () => world.statuses({ query: '&workbookId=so-1' });
  const count = async (transport: string) =>
    (await statuses()).items.filter((item) => item.transport === transport).length;
  const askOn = async (unit = 'T-A', as = 'vanthu.a') =>
    world.post('/api/v1/holds/release', { unit, workbookId: 'so-1' }, await world.token(as));

  it('is stopped within the first slice, and the column is named', async () => {
    await send(pastedOff(list, 'birthDate', 1));
    assert.ok(adapter.asked.length <= 3 * BATCH, `${adapter.asked.length} were asked`);
    const { held, waiting, etaSeconds } = await statuses();
    assert.deepEqual(held?.suspicion, { column: 'birthDate', kind: 'row-off' });
    assert.equal(suspicionWords(held?.suspicion ?? null).vi, 'Cột Ngày sinh có thể lệch một dòng.');
    assert.equal(held?.answered, adapter.asked.length);
    assert.equal(held?.rows, await count('held'));
    assert.ok(held && held.failed >= 19 && held.rows >= ROWS - 3 * BATCH - 1);
    assert.deepEqual([waiting, etaSeconds], [0, 0], 'nobody is told to wait for what does not come');
    const event = (await world.store.audit.all()).find(({ action }) => action === 'sheet-held');
    assert.deepEqual(event?.counts, { answered: held.answered, failed: held.failed, held: held.rows });
  });

  it('gets no verdict by being held: transport alone says so', async () => {
    await send(pastedOff(list, 'citizenId', 1));
    const held = (await statuses()).items.filter((item) => item.transport === 'held');
    assert.ok(held.length > 100);
    assert.ok(held.every(({ outcome, flags }) => outcome === null && flags.length === 0));
    assert.equal((await statuses()).held?.suspicion?.column, 'citizenId');
  });

  it('stays stopped over a restart, and so do rows that come after', async () => {
    await send(pastedOff(list, 'birthDate', 1).slice(0, 150));
    const asked = adapter.asked.length;
    await world.restart({ population: adapter });
    await world.push(pushOf(rowsOf(pastedOff(list, 'birthDate', 1)).slice(150)));
    await world.server.whenIdle();
    assert.equal(adapter.asked.length, asked);
    assert.equal(await count('held'), (await statuses()).held?.rows);
    assert.equal(await count('queued'), 0);
  });

  it('is asked about to its end once the clerk has looked', async () => {
    await send(pastedOff(list, 'birthDate', 1));
    const before = (await statuses()).held?.rows;
    const answer = await askOn();
    assert.deepEqual(answer.body, { rows: before });
    await world.server.whenIdle();
    const { items, held } = await statuses();
    assert.equal(held, null);
    assert.ok(items.every((item) => item.transport === 'answered'));
    assert.deepEqual((await askOn()).body, { rows: 0 });
    assert.equal((await world.store.audit.all()).filter(({ action }) => action === 'asked-on').length, 1);
  });

  it('is not for another school to go on with', async () => {
    await send(pastedOff(list, 'birthDate', 1));
    assert.equal((await askOn('T-A', 'vanthu.b')).body.code, 'unit-foreign');
    assert.equal((await askOn('T-A', 'xem.a')).body.code, 'forbidden');
    assert.ok((await count('held')) > 0);
  });

  it('is asked about anew when the column was mended', async () => {
    await send(pastedOff(list, 'birthDate', 1));
    await send(list);
    const { items, held } = await statuses();
    assert.equal(held, null);
    assert.equal(items.length, ROWS);
    assert.ok(items.every(({ outcome }) => VERIFIED_OUTCOMES.some((verified) => verified === outcome)));
  });

  it('is stopped again when it was mended the wrong way', async () => {
    await send(pastedOff(list, 'birthDate', 1));
    const before = adapter.asked.length;
    await send(pastedOff(list, 'birthDate', -1));
    assert.ok(adapter.asked.length - before <= 3 * BATCH);
    assert.deepEqual((await statuses()).held?.suspicion, { column: 'birthDate', kind: 'row-off' });
  });

  it('does not hold up the unit’s other sheets', async () => {
    await send(pastedOff(list, 'birthDate', 1).slice(0, 100));
    const others = rowsOf(list)
      .slice(100)
      .map((row) => ({ ...row, rowId: row.rowId.replace(/^0{8}/, '11111111') }));
    await world.push(pushOf(others, { workbookId: 'so-2' }));
    await world.server.whenIdle();
    const { items, held } = await world.statuses({ query: '&workbookId=so-2' });
    assert.ok(held === null && items.length === 100 && items.every((item) => item.transport === 'answered'));
  });

  it('is not one in which one row in five is wrong', async () => {
    const honest = changed(list, (row, at) =>
      at % 5 === 2 ? { fullName: `${row.fullName} Sai` } : at % 25 === 0 ? dayMonthSwapped(row) : {},
    );
    await send(honest);
    const { items, held } = await statuses();
    assert.equal(held, null);
    assert.ok(items.every((item) => item.transport === 'answered'));
    assert.ok(items.filter(({ outcome }) => outcome === 'differs').length >= ROWS / 5);
    assert.equal(new Set(items.map((item) => item.claimHash)).size, ROWS);
  });
});
