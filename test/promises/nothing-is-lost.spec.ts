import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DifferingRow } from '../../desk/reports.ts';
import { deskFixture, FIRST_ROW, pupil } from '../desk/desk-fixture.ts';

/** Promise 3: nothing typed is ever lost, and nothing is changed silently. */
describe('promise 3: nothing typed is lost, nothing is changed silently', () => {
  const FAULTY = [
    pupil(0, { sex: 'nu' }),
    pupil(1, { fullName: 'Lê  Thị Mai' }),
    pupil(2, { birthDate: '1.2.2016' }),
    pupil(3, { citizenId: 1316000103, sex: 'Nữ' }),
  ];

  it('changes no field before somebody applies a proposal', async () => {
    const fixture = deskFixture(FAULTY);
    const before = dataCells(fixture);
    await fixture.desk.open();
    await fixture.desk.check();
    fixture.desk.proposals();
    assert.deepEqual(dataCells(fixture), before);
  });

  it('changes exactly the cells that were proposed, to exactly what was shown', async () => {
    const fixture = deskFixture(FAULTY);
    await fixture.desk.check();
    const proposals = fixture.desk.proposals();
    const before = dataCells(fixture);
    const report = await fixture.desk.applyFixes(proposals);
    const expected = before.map((line) => [...line]);
    for (const { rowNumber, field, after } of proposals.flatMap((proposal) => proposal.cells)) {
      expected[rowNumber - FIRST_ROW]![fixture.column(field)] = after;
    }
    assert.deepEqual(dataCells(fixture), expected);
    assert.ok(report.applied >= 4);
  });

  it('takes everything back after save and reopen: values, kinds and formats', async () => {
    const fixture = deskFixture(FAULTY);
    await fixture.desk.check();
    const before = dataCells(fixture);
    const format = fixture.sheet.numberFormat(FIRST_ROW + 3, fixture.column('citizenId'));
    await fixture.desk.applyFixes(fixture.desk.proposals());
    assert.notDeepEqual(dataCells(fixture), before);

    const later = fixture.reopen();
    await later.desk.open();
    assert.equal((await later.desk.journal()).undoable.length, 1);
    const report = await later.desk.undo();
    assert.deepEqual(report.stale, []);
    assert.deepEqual(dataCells(later), before);
    assert.equal(later.sheet.numberFormat(FIRST_ROW + 3, later.column('citizenId')), format);
    await assert.rejects(later.desk.undo(), { name: 'DeskError', code: 'nothing-to-undo' });
  });

  it('takes back batch after batch, newest first', async () => {
    const fixture = deskFixture(FAULTY);
    await fixture.desk.check();
    await fixture.desk.applyFixes(fixture.desk.proposals(['sex.not-in-list']));
    await fixture.desk.applyFixes(fixture.desk.proposals(['full-name.spacing']));
    assert.deepEqual(
      (await fixture.desk.journal()).undoable.map((entry) => entry.label),
      ['full-name.spacing', 'sex.not-in-list'],
    );
    await fixture.desk.undo();
    assert.equal(fixture.read(FIRST_ROW + 1, 'fullName'), 'Lê  Thị Mai');
    assert.equal(fixture.read(FIRST_ROW, 'sex'), 'Nữ');
    await fixture.desk.undo();
    assert.equal(fixture.read(FIRST_ROW, 'sex'), 'nu');
  });

  it('never overwrites what was typed after the preview', async () => {
    const fixture = deskFixture(FAULTY);
    await fixture.desk.check();
    const proposals = fixture.desk.proposals(['sex.not-in-list']);
    fixture.type(FIRST_ROW, 'sex', 'Nam');
    const report = await fixture.desk.applyFixes(proposals);
    assert.equal(report.applied, 0);
    assert.deepEqual(
      report.stale.map(({ why, found }) => ({ why, found })),
      [{ why: 'changed', found: 'Nam' }],
    );
    assert.equal(fixture.read(FIRST_ROW, 'sex'), 'Nam');
  });

  it('never overwrites what was typed after the fix when taking it back', async () => {
    const fixture = deskFixture(FAULTY);
    await fixture.desk.check();
    await fixture.desk.applyFixes(fixture.desk.proposals());
    fixture.type(FIRST_ROW, 'sex', 'Nam');
    const report = await fixture.desk.undo();
    assert.deepEqual(
      report.stale.map(({ field, found }) => ({ field, found })),
      [{ field: 'sex', found: 'Nam' }],
    );
    assert.equal(fixture.read(FIRST_ROW, 'sex'), 'Nam');
    assert.equal(fixture.read(FIRST_ROW + 1, 'fullName'), 'Lê  Thị Mai', 'the rest is taken back');
  });

  it('says which journal lines can no longer be read, and still takes back the others', async () => {
    const fixture = deskFixture(FAULTY);
    await fixture.desk.check();
    await fixture.desk.applyFixes(fixture.desk.proposals(['sex.not-in-list']));
    fixture.workbook.appendJournal(['|{"v":1, half of it']);
    const journal = await fixture.desk.journal();
    assert.deepEqual(journal.damaged, ['_sosach!A21']);
    await fixture.desk.undo();
    assert.equal(fixture.read(FIRST_ROW, 'sex'), 'nu');
  });

  it('holds whatever a person does between preview, fix and undo', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('type' as const),
        row: fc.nat(3),
        value: fc.constantFrom('Nam', 'Nữ', 'nu', 'x', ''),
      }),
      fc.record({ do: fc.constantFrom('sort' as const, 'insert' as const), row: fc.nat(3), value: fc.constant('') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 4 }), async (first, second) => {
        const fixture = deskFixture(FAULTY);
        await fixture.desk.check();
        const proposals = fixture.desk.proposals();
        for (const each of first) act(fixture, each);
        const typed = byName(fixture);
        await fixture.desk.applyFixes(proposals);
        for (const each of second) act(fixture, each);
        const beforeUndo = byName(fixture);
        if ((await fixture.desk.journal()).undoable.length > 0) await fixture.desk.undo();
        const after = byName(fixture);
        for (const [ordinal, sex] of after) {
          // The cell holds what the person had typed before the fix, or what they typed after it: never anything else.
          assert.ok([typed.get(ordinal), beforeUndo.get(ordinal)].includes(sex), `row ${ordinal}: ${sex}`);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('holds between two copies of a workbook: what is on the server is replaced by nobody who was not shown it', async () => {
    const step = fc.record({
      who: fc.nat(1),
      do: fc.constantFrom(
        'type' as const,
        'type' as const,
        'push' as const,
        'mine' as const,
        'theirs' as const,
        'undo' as const,
      ),
      row: fc.nat(1),
      value: fc.constantFrom('5A', '5B', '5C', '5D'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const first = deskFixture([pupil(0), pupil(1)]);
        await first.client.signIn('van-thu', 'mật khẩu thử');
        await first.desk.push();
        const second = first.reopen();
        await second.client.signIn('van-thu', 'mật khẩu thử');
        const copies = [new Clerk(first), new Clerk(second)];
        for (const { who, do: what, row, value } of steps) {
          const clerk = copies[who] as Clerk;
          const before = serverClasses(first);
          await clerk.act(what, row, value);
          serverClasses(first).forEach((now, at) => {
            const was = before[at];
            if (now !== was) assert.ok(clerk.knows(at, was), `${was} was replaced by ${now} before it was shown`);
          });
        }
        // And whatever stands in a sheet is what its clerk typed or took.
        for (const clerk of copies) clerk.assertOwn();
      }),
      { numRuns: 40 },
    );
  });

  /** What the server holds of each row's class, by the rows' order. */
  function serverClasses({ server }: ReturnType<typeof deskFixture>): readonly unknown[] {
    return [...server.rows.values()].map((row) => row.className ?? null);
  }

  /** Somebody at one copy of the workbook, with what she has been shown. */
  class Clerk {
    readonly #fixture: ReturnType<typeof deskFixture>;
    #differing: readonly DifferingRow[] = [];
    readonly #shown = [new Set<unknown>(['5A']), new Set<unknown>(['5A'])];
    readonly #own: unknown[] = ['5A', '5A'];

    constructor(fixture: ReturnType<typeof deskFixture>) {
      this.#fixture = fixture;
    }

    knows(row: number, value: unknown): boolean {
      return this.#shown[row]?.has(value) === true;
    }

    assertOwn(): void {
      for (const row of [0, 1]) assert.equal(this.#fixture.read(FIRST_ROW + row, 'className'), this.#own[row]);
    }

    async act(what: 'type' | 'push' | 'mine' | 'theirs' | 'undo', row: number, value: string): Promise<void> {
      const { desk, type } = this.#fixture;
      if (what === 'type') {
        type(FIRST_ROW + row, 'className', value);
        this.#own[row] = value;
      } else if (what === 'push') {
        this.#own.forEach((own, at) => void this.#shown[at]?.add(own));
        this.#differing = (await desk.push()).differing ?? [];
        for (const each of this.#differing) for (const { theirs } of each.fields) this.#rowOf(each).add(theirs);
      } else if (what === 'undo') {
        if ((await desk.journal()).undoable.length > 0) await desk.undo();
        this.#lookAtOwn();
      } else {
        const choices = this.#differing.map((each) => ({
          row: each,
          choices: new Map(each.fields.map(({ field }) => [field, what] as const)),
        }));
        await desk.resolve(choices);
        this.#differing = [];
        this.#lookAtOwn();
      }
    }

    #rowOf({ rowNumber }: DifferingRow): Set<unknown> {
      return this.#shown[rowNumber - FIRST_ROW] as Set<unknown>;
    }

    /** What was taken from others, or given back, was shown before → after; nothing else may have come. */
    #lookAtOwn(): void {
      for (const row of [0, 1]) {
        const now = this.#fixture.read(FIRST_ROW + row, 'className');
        assert.ok(now === this.#own[row] || this.knows(row, now), `${now} came into the sheet unseen`);
        this.#own[row] = now;
      }
    }
  }

  function act(
    fixture: ReturnType<typeof deskFixture>,
    { do: what, row, value }: { readonly do: 'type' | 'sort' | 'insert'; readonly row: number; readonly value: string },
  ): void {
    if (what === 'type') fixture.type(FIRST_ROW + row, 'sex', value);
    else if (what === 'insert') fixture.sheet.insertRow(FIRST_ROW + row);
    else fixture.sheet.sortRows(FIRST_ROW, fixture.sheet.rowCount, fixture.column('citizenId'));
  }

  function byName(fixture: ReturnType<typeof deskFixture>): Map<unknown, unknown> {
    const rows = new Map<unknown, unknown>();
    for (let row = FIRST_ROW; row <= fixture.sheet.rowCount; row++) {
      const ordinal = fixture.read(row, 'ordinal');
      if (ordinal !== null) rows.set(ordinal, fixture.read(row, 'sex'));
    }
    return rows;
  }

  /** The person's own columns, as wide as they were before the program came. */
  function dataCells(fixture: ReturnType<typeof deskFixture>) {
    const width = fixture.column('note') + 1;
    return Array.from({ length: FAULTY.length }, (_, index) => {
      const cells = fixture.sheet.readRow(FIRST_ROW + index);
      return Array.from({ length: width }, (_unused, column) => cells[column] ?? null);
    });
  }
});
