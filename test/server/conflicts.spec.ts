import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import { type Cells, COLUMNS, citizenId, type PushRow, pupil, pushOf, rowId } from './invented-rows.ts';
import { problemOf, ServerWorld } from './server-world.ts';
import { StubAdapter } from './stub-adapter.ts';

type Sent = PushRequest['rows'][number];

/** Row versions: nobody's edit is overwritten by somebody who has not seen it. */
describe('pushes from copies that do not know of each other', () => {
  let world: ServerWorld;
  const adapter = new StubAdapter();

  before(async () => {
    world = await ServerWorld.start({ population: adapter });
  });
  after(() => world.close());

  const send = (rows: readonly Sent[], workbook: Partial<PushRequest['workbook']> = {}): Promise<PushAnswer> =>
    world.push(pushOf(rows, workbook));
  const one = async (row: Sent, workbook: Partial<PushRequest['workbook']> = {}) => {
    const { rows } = await send([row], workbook);
    return rows[0];
  };
  const whole = (number: number, base: number | null, change: Cells = {}): Sent => ({ ...pupil(number, change), base });
  const kept = async (number: number) => {
    const found = await world.store.records.findRows('T-A', 'so-1', [rowId(number)]);
    return found.get(rowId(number));
  };

  it('number every state of a row, and take an edit of the newest', async () => {
    assert.equal((await one(whole(1, null)))?.revision, 1);
    assert.equal((await one(whole(1, 1, { className: '9B' })))?.revision, 2);
    assert.equal((await one(whole(1, 2, { className: '9B' })))?.revision, 2);
    assert.equal((await kept(1))?.cells.className, '9B');
  });

  it('keep both sides’ edits of different fields, and tell each of the other’s', async () => {
    await one(whole(2, null));
    await one(whole(2, 1, { className: '9B' }));
    const answer = await one(whole(2, 1, { ward: 'Phường Ngọc Hà' }));
    assert.equal(answer?.revision, 3);
    assert.deepEqual(answer?.differences, [{ field: 'className', mine: '9A', theirs: '9B', base: '9A', clash: false }]);
    assert.equal(answer?.editedBy, 'vanthu.a');
    assert.ok(Date.parse(answer?.editedAt ?? '') > 0);
    const { cells } = (await kept(2)) ?? {};
    assert.deepEqual([cells?.className, cells?.ward], ['9B', 'Phường Ngọc Hà']);
  });

  it('do not overwrite the same field, however often they come, until they come with what they were shown', async () => {
    await one(whole(3, null));
    await one(whole(3, 1, { fullName: 'Nguyễn Văn Mới' }));
    for (const _time of [1, 2]) {
      const answer = await one(whole(3, 1, { fullName: 'Nguyễn Văn Khác' }));
      assert.equal(answer?.result, 'conflict');
      assert.equal(answer?.revision, 2);
      assert.deepEqual(answer?.differences, [
        { field: 'fullName', mine: 'Nguyễn Văn Khác', theirs: 'Nguyễn Văn Mới', base: pupilName(3), clash: true },
      ]);
      assert.equal((await kept(3))?.cells.fullName, 'Nguyễn Văn Mới');
    }
    assert.equal((await one(whole(3, 2, { fullName: 'Nguyễn Văn Khác' })))?.result, 'queued');
    assert.equal((await kept(3))?.cells.fullName, 'Nguyễn Văn Khác');
  });

  it('of which one never saw the row, clash wherever both say something, and fill each other’s blanks', async () => {
    await one(whole(4, null, { ward: null }));
    const answer = await one(whole(4, null, { className: '9C', province: null }));
    assert.equal(answer?.result, 'conflict');
    assert.deepEqual(
      answer?.differences?.map(({ field, clash, base }) => [field, clash, base]),
      [
        ['className', true, undefined],
        ['province', false, undefined],
      ],
    );
    const filling = await one(whole(4, null, { province: null }));
    assert.equal(filling?.revision, 2);
    assert.deepEqual(
      filling?.differences?.map(({ field, clash }) => [field, clash]),
      [['province', false]],
    );
    assert.deepEqual([(await kept(4))?.cells.ward, (await kept(4))?.cells.province], ['Phường Ba Đình', 'Hà Nội']);
  });

  it('older than revisions are taken as having seen what their own workbook wrote last, and nothing else', async () => {
    await one(pupil(5));
    assert.equal((await one(pupil(5, { className: '9B' })))?.revision, 2);
    const other = { workbookId: 'so-khac' };
    await one(pupil(5, { className: '9B' }), other);
    await one({ ...pupil(5, { className: '9D' }), base: 2 }, other);
    assert.equal((await one(pupil(5, { className: '9E' })))?.result, 'conflict');
  });

  it('cost an id and a number where nothing changed, and are told what others did', async () => {
    await one(whole(6, null));
    assert.deepEqual((await send([{ rowId: rowId(6), base: 1 }])).rows, []);
    await one(whole(6, 1, { className: '9B' }));
    const [row] = (await send([{ rowId: rowId(6), base: 1 }])).rows;
    assert.deepEqual(
      [row?.result, row?.differences?.[0]?.theirs, row?.differences?.[0]?.clash],
      ['unchanged', '9B', false],
    );
    const [unknown] = (await send([{ rowId: rowId(999), base: 4 }])).rows;
    assert.deepEqual([unknown?.result, unknown?.recordId, unknown?.revision], ['unknown', null, null]);
    const refused = await world.tryPush(pushOf([{ rowId: rowId(6) }]));
    assert.equal(problemOf(refused), 'body-invalid');
  });

  it('lose nothing of a column that one of them has not', async () => {
    await one(whole(7, null));
    const columns = COLUMNS.filter((column) => column !== 'ward');
    const cells = pupil(7, { className: '9B' }).cells.filter((_, at) => COLUMNS[at] !== 'ward');
    const body = { ...pushOf([]), columns, rows: [{ rowId: rowId(7), cells, base: 1 }] };
    assert.equal((await world.push(body)).rows[0]?.revision, 2);
    assert.deepEqual([(await kept(7))?.cells.ward, (await kept(7))?.cells.className], ['Phường Ba Đình', '9B']);
  });

  it('judge what two sides made together by the rules', async () => {
    await one(whole(8, null));
    await one(whole(8, 1, { citizenId: '001212000' }));
    const answer = await one(whole(8, 1, { className: '9B' }));
    assert.deepEqual([answer?.result, answer?.why], ['kept', 'unverifiable']);
  });

  it('write nothing in a dry run, not even its key, and say what would be', async () => {
    const key = 'dry-run-key-000000001';
    const body: PushRequest = { ...pushOf([whole(9, null)]), dryRun: true };
    const tried = await world.push(body, { key });
    assert.deepEqual(
      [tried.pushId, tried.rows[0]?.recordId, tried.rows[0]?.result, tried.rows[0]?.revision],
      [null, null, 'queued', 1],
    );
    assert.equal(await kept(9), undefined);
    const [last] = (await world.store.audit.all()).slice(-1);
    assert.deepEqual([last?.action, last?.counts.queued], ['push-tried', 1]);
    const real = await world.push(pushOf([whole(9, null)]), { key });
    assert.equal(real.rows[0]?.result, 'queued');
  });

  it('refuse in a dry run what they would refuse', async () => {
    const answer = await world.tryPush({ ...pushOf([whole(9, null)], { unit: 'T-B' }), dryRun: true });
    assert.equal(problemOf(answer), 'unit-foreign');
  });

  describe('of one school', () => {
    it('are one record where the same person stands in two, asked about once, with the answer in both', async () => {
      const asked = adapter.asked.length;
      const inClass = await one(whole(20, null), { workbookId: 'so-lop-9a' });
      const again = { ...whole(20, null), rowId: rowId(720) };
      const inSchool = await one(again, { workbookId: 'so-truong' });
      assert.equal(inSchool?.recordId, inClass?.recordId);
      assert.equal(inSchool?.result, 'unchanged');
      await world.server.whenIdle();
      assert.equal(adapter.asked.length, asked + 1);
      for (const [workbookId, id] of [
        ['so-lop-9a', rowId(20)],
        ['so-truong', rowId(720)],
      ] as const) {
        const { items } = await world.statuses({ query: `&workbookId=${workbookId}` });
        assert.deepEqual(
          items.map((item) => [item.rowId, item.outcome]),
          [[id, 'match']],
        );
      }
      const edited = await one(
        { ...again, ...whole(20, 1, { className: '9C' }), rowId: rowId(720) },
        { workbookId: 'so-truong' },
      );
      assert.equal(edited?.revision, 2);
      const clash = await one(whole(20, 1, { className: '9D' }), { workbookId: 'so-lop-9a' });
      assert.equal(clash?.result, 'conflict', 'the rules of conflict hold between the workbooks');
    });

    it('flow into one roster, without doubles', async () => {
      const campaign = `dot-${randomUUID()}`;
      await send([whole(30, null), whole(31, null)], { workbookId: 'lop-a', campaign });
      await send([whole(32, null)], { workbookId: 'lop-b', campaign });
      await send([{ ...whole(31, null), rowId: rowId(731) }, whole(33, null)], { workbookId: 'truong', campaign });
      const roster = await world.store.records.roster('T-A', 'student', campaign);
      assert.deepEqual(
        roster.map(({ cells }) => cells.citizenId),
        [30, 31, 32, 33].map(citizenId),
      );
    });

    it('take two rows of one file under one number for doubles, though the person stands elsewhere, too', async () => {
      await one(whole(40, null), { workbookId: 'lop-c' });
      const twice = await send(
        [
          { ...whole(40, null), rowId: rowId(740) },
          { ...whole(40, null), rowId: rowId(741) },
        ],
        {
          workbookId: 'truong-c',
        },
      );
      assert.deepEqual(
        twice.rows.map(({ errors }) => errors.includes('citizen-id.duplicate')),
        [true, true],
      );
    });
  });

  it('in whatever order two of them edit, send and choose: no value is replaced by one who was not shown it', async () => {
    const step = fc.record({
      who: fc.nat(1),
      act: fc.constantFrom('edit' as const, 'send' as const, 'send' as const, 'mine' as const, 'theirs' as const),
      field: fc.constantFrom('className' as const, 'ward' as const),
      value: fc.constantFrom('9A', '9B', '9C', '9D'),
    });
    let number = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        number++;
        const clients = [new Copy(number), new Copy(number)] as const;
        let server: Record<string, unknown> = {};
        for (const { who, act, field, value } of steps) {
          const copy = clients[who] as Copy;
          if (act === 'edit') copy.cells[field] = value;
          else if (act === 'send') await copy.send(one);
          else copy.choose(act);
          const now = ((await kept(number))?.cells ?? {}) as Record<string, unknown>;
          for (const name of ['className', 'ward']) {
            const before = server[name];
            if (now[name] === before || before === undefined) continue;
            assert.ok(copy.seen.has(`${name} ${before}`), `${name}: ${before} was replaced by ${now[name]}, unseen`);
          }
          server = { ...now };
        }
      }),
      { numRuns: 25 },
    );
  });
});

function pupilName(number: number): unknown {
  return pupil(number).cells[COLUMNS.indexOf('fullName')];
}

/** One copy of a sheet with one row, as a clerk has it before her. */
class Copy {
  readonly #number: number;
  #base: number | null = null;
  #shown: PushAnswer['rows'][number] | undefined;
  readonly cells: Cells = { className: '9A', ward: 'Phường Ba Đình' };
  /** Every value that she typed, was shown or had acknowledged. */
  readonly seen = new Set<string>();

  constructor(number: number) {
    this.#number = number;
  }

  async send(one: (row: Sent) => Promise<PushAnswer['rows'][number] | undefined>): Promise<void> {
    const row: PushRow = pupil(this.#number, this.cells);
    const answer = await one({ ...row, base: this.#base });
    assert.ok(answer);
    this.#shown = answer.differences ? answer : undefined;
    for (const { field, theirs } of answer.differences ?? []) this.seen.add(`${field} ${theirs}`);
    for (const [field, value] of Object.entries(this.cells)) this.seen.add(`${field} ${value}`);
    if (!answer.differences) this.#base = answer.revision;
  }

  choose(side: 'mine' | 'theirs'): void {
    if (!this.#shown) return;
    const { revision, differences = [] } = this.#shown;
    if (side === 'theirs') for (const { field, theirs } of differences) this.cells[field as 'ward'] = theirs;
    this.#base = revision;
    this.#shown = undefined;
  }
}
