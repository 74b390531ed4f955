import assert from 'node:assert/strict';
import type { PushRequest } from '../../contract/schemas/push.ts';
import { citizenId, pupil, pushOf, rowId } from './invented-rows.ts';
import { problemOf, ServerWorld, TestClock } from './server-world.ts';
import { StubAdapter } from './stub-adapter.ts';

const COLUMNS = [
  'className',
  'fullName',
  'birthDate',
  'sex',
  'citizenId',
  'g12.cn.math',
  'g12.cn.rank',
  'g10.cn.rank',
] as const satisfies PushRequest['columns'];

/** A pupil of grade 12: who it is, then Toán and học lực of the year, and học lực of grade 10. */
function results(number: number, math: string | number | null, rank: string, rank10 = 'Khá') {
  const birthDate = { kind: 'date', year: 2012, month: 1 + (number % 12), day: 1 + (number % 28) } as const;
  return {
    rowId: rowId(number),
    cells: ['12A1', `Nguyễn Văn Bình`, birthDate, 'Nam', citizenId(number), math, rank, rank10],
  };
}

describe('pushing results', () => {
  let world: ServerWorld;
  let adapter: StubAdapter;

  before(async () => {
    adapter = new StubAdapter();
    world = await ServerWorld.start({ population: adapter, clock: new TestClock() });
  });
  after(() => world.close());

  const send = (rows: PushRequest['rows'], workbook: Partial<PushRequest['workbook']> = {}) =>
    world.push({
      ...pushOf(rows, { template: 'results', workbookId: 'so-ket-qua', ...workbook }),
      columns: [...COLUMNS],
    });

  it('keeps the scores as they were typed and asks about the person, as of any pupil', async () => {
    const answer = await send([results(1, '8,5', 'Giỏi')], { schoolYear: 2022 });
    assert.deepEqual(
      answer.rows.map(({ result, incomplete, errors }) => [result, incomplete, errors]),
      [['queued', false, []]],
    );
    await world.server.whenIdle();
    const { items } = await world.statuses({ query: '&workbookId=so-ket-qua' });
    assert.deepEqual(
      items.map((item) => [item.rowId, item.outcome]),
      [[rowId(1), 'match']],
    );
    const [kept] = await world.store.records.roster('T-A', 'results', '');
    assert.equal(kept?.cells['g12.cn.math'], '8,5');
    assert.equal(kept?.cells['g12.cn.rank'], 'Giỏi');
  });

  it('judges them by the school year that the sheet is about', async () => {
    const codes = async (schoolYear: number | undefined, number: number) =>
      (await send([results(number, 8, 'Giỏi', 'Giỏi')], schoolYear === undefined ? {} : { schoolYear })).rows[0]
        ?.errors;
    assert.deepEqual(await codes(2022, 2), []);
    assert.deepEqual(await codes(undefined, 3), ['scale.wrong-circular']);
  });

  it('lets a row with a wrong score go, recorded as chưa đủ', async () => {
    const { rows } = await send([results(4, 85, 'Giỏi')], { schoolYear: 2022 });
    assert.deepEqual([rows[0]?.result, rows[0]?.incomplete, rows[0]?.errors], ['queued', true, ['score.decimal-lost']]);
  });

  it('holds nobody double for standing in the list of pupils too', async () => {
    await world.push(pushOf([pupil(5)], { workbookId: 'so-hoc-sinh' }));
    await send([results(5, 8, 'Giỏi')], { schoolYear: 2022 });
    await world.server.whenIdle();
    const { items } = await world.statuses({ query: '&workbookId=so-ket-qua' });
    assert.deepEqual(items.find((item) => item.rowId === rowId(5))?.flags, []);
  });

  it('refuses scores in a list of pupils', async () => {
    const push = pushOf([{ rowId: rowId(6), cells: ['Nguyễn Văn Bình', 8] }]);
    const answer = await world.tryPush({ ...push, columns: ['fullName', 'g12.cn.math'] });
    assert.equal(problemOf(answer), 'body-invalid');
  });
});
