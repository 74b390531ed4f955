import assert from 'node:assert/strict';
import type { TakenAnswers } from '../../../../contract/schemas/carried.ts';
import { rowState } from '../../../../contract/verdict.ts';
import type { CellValue } from '../../../../rules/cell.ts';
import { createCsdlAdapter } from '../../../../server/population/csdl/csdl-adapter.ts';
import { readWorkbook } from '../../../../xlsx/read-workbook.ts';
import { COLUMNS, citizenId, type PushRow, pupil, pushOf, rowId } from '../../invented-rows.ts';
import { problemOf, ServerWorld } from '../../server-world.ts';
import { listFile, type ResultTable } from './carried-world.ts';

/** Push → workbook to hand in → result list → statuses, over HTTP. */
describe('the server with questions carried by hand', () => {
  const adapter = { ...createCsdlAdapter(), register: 'invented' as const };
  let world: ServerWorld;

  beforeEach(async () => {
    world = await ServerWorld.start({ population: adapter });
  });
  afterEach(() => world.close());

  const columns = ['ministryId', ...COLUMNS] as const;
  const code = (number: number) => `0100000${String(number).padStart(3, '0')}`;
  /** Pupils with the code that CSDL ngành knows them by. */
  const push = (
    rows: readonly PushRow[],
    codes: (number: number) => CellValue = code,
    as = 'vanthu.a',
    unit = 'T-A',
  ) => {
    const coded = rows.map((row) => ({ ...row, cells: [codes(Number(row.rowId.slice(-6))), ...row.cells] }));
    return world.push({ ...pushOf(coded, { unit }), columns: [...columns] } as never, { as });
  };
  const handIn = async (as = 'vanthu.a', query = '') =>
    world.post(`/api/v1/carried/questions${query}`, {}, await world.token(as)).responseType('blob');
  const take = async (table: ResultTable, as = 'vanthu.a'): Promise<TakenAnswers> => {
    const answer = await world.sendFile('/api/v1/carried/answers', await listFile(table), as);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const state = async (as = 'vanthu.a') => (await world.get('/api/v1/carried', await world.token(as))).body;
  const states = async () => {
    const { items } = await world.statuses();
    return Object.fromEntries(
      items.map((item) => [Number(item.rowId.slice(-6)), `${item.transport} ${rowState(item)}`]),
    );
  };
  const list = (...lines: readonly (readonly [number, string, string?])[]): ResultTable => [
    ['Mã định danh', 'Số ĐDCN', 'Trạng thái xác thực', 'Lý do'],
    ...lines.map(([number, status, why]) => [code(number), citizenId(number), status, why ?? '']),
  ];

  it('writes what waits, notes it as sent, and takes the answers back to the right rows', async () => {
    await push([pupil(1), pupil(2), pupil(3)]);
    assert.deepEqual(await state(), {
      by: 'csdl',
      forms: [{ form: 'pupil', waiting: 3, handedIn: 0, withoutCode: 0 }],
    });
    assert.deepEqual(await states(), { 1: 'queued pending', 2: 'queued pending', 3: 'queued pending' });
    const answer = await handIn();
    assert.match(answer.headers['content-disposition'] ?? '', /csdl-nganh-hoc-sinh-T-A\.xlsx/);
    const { sheets } = await readWorkbook(answer.body);
    assert.deepEqual(
      sheets[0]?.cells.slice(1).map((row) => row[14]),
      [1, 2, 3].map(citizenId),
    );
    assert.deepEqual(await states(), { 1: 'sent pending', 2: 'sent pending', 3: 'sent pending' });
    const page = await world.statuses();
    assert.deepEqual([page.waiting, page.etaSeconds], [3, null], 'what is on its way has no answer yet');
    assert.deepEqual(await state(), {
      by: 'csdl',
      forms: [{ form: 'pupil', waiting: 0, handedIn: 3, withoutCode: 0 }],
    });

    const taken = await take(list([3, 'Sai thông tin', 'Ngày sinh'], [1, 'Đã xác thực'], [2, 'Đang xác thực']));
    assert.deepEqual(taken, { lines: 3, applied: 2, known: 0, repeated: 0, waiting: 1, notApplied: {}, places: [] });
    assert.deepEqual(await states(), { 1: 'answered verified', 2: 'sent pending', 3: 'answered wrong-information' });
    const { items } = await world.statuses();
    const told = items.find((item) => item.rowId === rowId(3));
    assert.deepEqual(
      [told?.flags, told?.compared, told?.round],
      [['differs.birthDate'], ['citizenId', 'fullName', 'birthDate'], 1],
    );
    assert.ok(told?.askedAt && told.answeredAt);
  });

  it('may be downloaded and read as often as one likes', async () => {
    await push([pupil(1), pupil(2)]);
    await handIn();
    const since = (await world.statuses()).cursor;
    const again = await handIn();
    assert.equal((await readWorkbook(again.body)).sheets[0]?.cells.length, 3);
    assert.deepEqual((await world.statuses({ since })).items, [], 'sent before, so nothing changed');
    const table = list([1, 'Đã xác thực'], [2, 'Chưa xác thực']);
    assert.deepEqual([(await take(table)).applied, (await take(table)).applied], [2, 0]);
    const third = await take(table);
    assert.deepEqual([third.known, third.notApplied], [2, {}]);
    const later = await take(list([2, 'Chưa xác thực'], [1, 'Sai thông tin']));
    assert.deepEqual(
      [later.known, later.notApplied, later.places],
      [1, { 'answered-otherwise': 1 }, [{ sheet: 1, row: 3, reason: 'answered-otherwise' }]],
    );
    const events = (await world.store.audit.all()).filter(({ action }) => /handed-in|answers-taken/.test(action));
    assert.deepEqual(
      events.map(({ action, unit, counts }) => [action, unit, counts]),
      [
        ['questions-handed-in', 'T-A', { rows: 2, fresh: 2, withoutCode: 0 }],
        ['questions-handed-in', 'T-A', { rows: 2, fresh: 0, withoutCode: 0 }],
        ['answers-taken', 'T-A', { lines: 2, applied: 2, known: 0 }],
        ['answers-taken', 'T-A', { lines: 2, applied: 0, known: 2 }],
        ['answers-taken', 'T-A', { lines: 2, applied: 0, known: 2 }],
        ['answers-taken', 'T-A', { lines: 2, applied: 0, known: 1 }],
      ],
    );
  });

  it('takes what a later list adds to “Chưa xác thực”, as another round', async () => {
    await push([pupil(1), pupil(2)]);
    await handIn();
    await take(list([1, 'Chưa xác thực'], [2, 'Chưa xác thực']));
    const later = list([1, 'Đã xác thực'], [2, 'Sai ngày sinh']);
    assert.deepEqual([(await take(later)).applied, (await take(later)).known], [2, 2]);
    const { items } = await world.statuses();
    assert.deepEqual(items.map(({ rowId: id, round, outcome, flags }) => [id, round, outcome, flags.join()]).sort(), [
      [rowId(1), 2, 'match', ''],
      [rowId(2), 2, 'differs', 'differs.birthDate'],
    ]);
    const recordId = items.find((item) => item.rowId === rowId(1))?.recordId;
    const { body } = await world.get(`/api/v1/records/${recordId}/history`, await world.token('vanthu.a'));
    assert.deepEqual(
      body.rounds.map((round: { outcome: string; changed: string[] }) => [round.outcome, round.changed]),
      [
        ['unconfirmed', []],
        ['match', []],
      ],
    );
    assert.deepEqual((await state()).forms, [], 'and nothing is left open');
  });

  it('keeps a mended row out of the reach of a late list', async () => {
    await push([pupil(1)]);
    await handIn();
    await push([pupil(1, { citizenId: citizenId(901) })]);
    assert.deepEqual(await states(), { 1: 'queued pending' }, 'the mended row waits to be handed in');
    const late = await take(list([1, 'Sai thông tin']));
    assert.deepEqual([late.applied, late.notApplied], [0, { 'asked-otherwise': 1 }]);
    const blind = await take([
      ['Mã định danh', 'Trạng thái'],
      [code(1), 'Đã xác thực'],
    ]);
    assert.deepEqual([blind.applied, blind.notApplied], [0, { 'round-unclear': 1 }]);
    assert.deepEqual(await states(), { 1: 'queued pending' });
  });

  it('takes the answer of a mended row from a list that shows what was mended', async () => {
    await push([pupil(1)]);
    await handIn();
    await take(list([1, 'Sai thông tin', 'Họ tên']));
    await push([pupil(1, { fullName: 'Nguyễn Văn Mới' })]);
    await handIn();
    const named = (name: string): ResultTable => [
      ['Mã định danh', 'Họ tên', 'Trạng thái xác thực'],
      [code(1), name, 'Đã xác thực'],
    ];
    assert.deepEqual((await take(list([1, 'Đã xác thực']))).notApplied, { 'round-unclear': 1 }, 'no name: any round');
    assert.deepEqual((await take(named('Nguyễn Văn Cũ'))).notApplied, { 'asked-otherwise': 1 });
    assert.equal((await take(named('NGUYỄN VĂN MỚI'))).applied, 1);
    const [row] = (await world.statuses()).items;
    assert.deepEqual([row?.round, row?.outcome], [2, 'match']);
  });

  it('changes nothing for another school’s list, and shows no school another’s rows', async () => {
    await push([pupil(1)]);
    await push([pupil(2)], code, 'vanthu.b', 'T-B');
    const taken = await take(list([1, 'Đã xác thực']), 'vanthu.b');
    assert.deepEqual([taken.applied, taken.notApplied], [0, { 'fits-none': 1 }]);
    assert.deepEqual(await states(), { 1: 'queued pending' });
    const { sheets } = await readWorkbook((await handIn('vanthu.b')).body);
    assert.deepEqual(
      sheets[0]?.cells.slice(1).map((row) => row[14]),
      [citizenId(2)],
    );
    const foreign = await handIn('vanthu.b', '?unit=T-A');
    assert.equal(foreign.status, 403);
    assert.equal(
      problemOf(await world.sendFile('/api/v1/carried/answers?unit=T-A', Buffer.from('x'), 'vanthu.b')),
      'unit-foreign',
    );
    assert.equal(problemOf(await world.get('/api/v1/carried?unit=T-A', await world.token('vanthu.b'))), 'unit-foreign');
  });

  it('counts the rows that lack their code, and hands them in when they have it', async () => {
    await push([pupil(1), pupil(2)], (number) => (number === 1 ? null : code(number)));
    assert.deepEqual((await state()).forms, [{ form: 'pupil', waiting: 2, handedIn: 0, withoutCode: 1 }]);
    await handIn();
    assert.deepEqual(await states(), { 1: 'queued pending', 2: 'sent pending' });
    await push([pupil(1)]);
    await handIn();
    assert.deepEqual(await states(), { 1: 'sent pending', 2: 'sent pending' });
  });

  it('turns no row red for what is wrong with a file', async () => {
    await push([pupil(1)]);
    await handIn();
    const whole = await listFile(list([1, 'Sai thông tin']));
    const files: readonly Uint8Array[] = [
      new Uint8Array(),
      whole.subarray(0, 700),
      Buffer.from('<html><table><tr><td>Sai thông tin</td></tr></table>'),
      (await handIn()).body,
      await listFile([
        ['Số ĐDCN', 'Trạng thái xác thực'],
        [citizenId(1), 'chữ lạ'],
      ]),
    ];
    for (const file of files) {
      await world.sendFile('/api/v1/carried/answers', file);
      assert.deepEqual(await states(), { 1: 'sent pending' });
    }
  });

  it('leaves a sheet alone that is held, and takes an answer that comes for it all the same', async () => {
    await push([pupil(1), pupil(2)]);
    const sheet = { unit: 'T-A', workbookId: 'so-1' };
    await world.store.write((tables) => tables.asides.holdSheet(sheet));
    assert.deepEqual((await state()).forms, []);
    assert.equal((await readWorkbook((await handIn()).body)).sheets[0]?.cells.length, 1);
    assert.equal((await take(list([1, 'Đã xác thực']))).applied, 1);
    await world.store.write((tables) => tables.asides.releaseSheet(sheet, Date.now()));
    await handIn();
    assert.deepEqual(await states(), { 1: 'answered verified', 2: 'sent pending' });
  });

  it('waits for whoever asks next, when the way of asking changes', async () => {
    await push([pupil(1), pupil(2)]);
    await handIn();
    await push([pupil(3)]);
    await world.restart({ population: null });
    await world.server.whenIdle();
    assert.deepEqual(await states(), {
      1: 'refused-config could-not-ask',
      2: 'refused-config could-not-ask',
      3: 'refused-config could-not-ask',
    });
    await world.restart({ population: adapter });
    assert.deepEqual(await states(), { 1: 'queued pending', 2: 'queued pending', 3: 'queued pending' });
  });
});
