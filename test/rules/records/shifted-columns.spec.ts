import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { inventRoster } from '../../../cli/tryout/invent-roster.ts';
import { describeFinding } from '../../../rules/catalogue.ts';
import type { CellValue } from '../../../rules/cell.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import type { FieldId } from '../../../rules/field.ts';
import type { Finding } from '../../../rules/finding.ts';
import type { RawRow } from '../../../rules/record.ts';

const CONTEXT = { kind: 'student', today: { year: 2026, month: 11, day: 22 } } as const;
const SINGLE = ['citizen-id.sex-disagrees', 'citizen-id.birth-year-disagrees', 'citizen-id.swapped-with-neighbour'];

function roster(rows: number, plantFaults: boolean, firstCitizen = 0): RawRow[] {
  const request = { kind: 'student', seed: 'shifted', rows, firstCitizen, plantFaults, citizens: 40_000 } as const;
  return inventRoster(request).map(({ values }) => values);
}

/** Every column reasoning there is. */
function ofColumns(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }) => code.startsWith('column.'));
}

function withColumn(rows: readonly RawRow[], field: FieldId, valueAt: (at: number) => CellValue | undefined): RawRow[] {
  return rows.map((row, at) => ({ ...row, [field]: valueAt(at) ?? null }));
}

/** From row `from` to row `to` each cell holds what belongs a row higher; the first of them is blank. */
function pushedDown(rows: readonly RawRow[], field: FieldId, from: number, to: number): RawRow[] {
  return withColumn(rows, field, (at) => {
    if (at < from || at > to) return rows[at]?.[field];
    return at === from ? null : rows[at - 1]?.[field];
  });
}

/** From row `from` on each cell holds what belongs a row lower; the last is blank. */
function pulledUp(rows: readonly RawRow[], field: FieldId, from: number): RawRow[] {
  return withColumn(rows, field, (at) => rows[at < from ? at : at + 1]?.[field]);
}

function applied(rows: readonly RawRow[], { fix }: Finding): RawRow[] {
  const after = [...rows];
  for (const { row, field, after: text } of fix?.changes ?? []) after[row] = { ...after[row], [field]: text || null };
  return after;
}

describe('a column that is a row off', () => {
  it('is never seen in a list that stands right, with the usual single faults or without', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.boolean(),
        (rows, first, faults) => {
          assert.deepEqual(ofColumns(checkRows(roster(rows, faults, first), CONTEXT)), []);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is said once for numbers pushed down, with its rows, and nothing of what it explains is said besides', () => {
    const whole = roster(160, false);
    const rows = [...pushedDown(whole, 'citizenId', 30, 159), { citizenId: whole[159]?.citizenId ?? null }];
    const findings = checkRows(rows, CONTEXT);
    const [found = assert.fail(), ...others] = ofColumns(findings);
    assert.deepEqual(others, []);
    assert.equal(found?.field, 'citizenId');
    assert.deepEqual(
      findings.filter(({ code }) => SINGLE.includes(code)),
      [],
    );
    const { vi } = describeFinding(found, (row) => row + 9);
    assert.match(vi, /Từ dòng \d+ đến dòng \d+, cột Số định danh .* khớp dòng ngay trên/);
    assert.match(describeFinding(found).en, /agree with the row above/);
    assert.ok((found.rows?.[0] ?? 0) <= 40 && (found.rows?.at(-1) ?? 0) >= 150);
    // Moved back as one, without losing a number: the list is what it was.
    assert.equal(found.fix?.whole, true);
    assert.deepEqual(applied(rows, found).slice(0, 160), whole);
  });

  it('is mended for numbers pulled up through the whole list', () => {
    const whole = roster(90, false);
    const rows = pulledUp(whole, 'citizenId', 0);
    const [found = assert.fail(), ...others] = ofColumns(checkRows(rows, CONTEXT));
    assert.deepEqual(others, []);
    assert.match(describeFinding(found).vi, /khớp dòng ngay dưới/);
    const mended = applied(rows, found);
    assert.deepEqual(mended.slice(1), whole.slice(1));
    assert.equal(mended[0]?.citizenId, null);
  });

  it('is found among number cells that lost their zeros too', () => {
    const whole = roster(120, false);
    const numbers = withColumn(pushedDown(whole, 'citizenId', 0, 119), 'citizenId', (at) =>
      at === 0 ? null : Number(whole[at - 1]?.citizenId),
    );
    const [found, ...others] = ofColumns(checkRows(numbers, CONTEXT));
    assert.deepEqual([found?.field, others.length], ['citizenId', 0]);
  });

  for (const field of ['birthDate', 'sex', 'fullName'] as const) {
    it(`is told from the other columns: ${field}`, () => {
      // Grades in turn, so that neighbours are of different years.
      const whole = roster(600, false).sort((a, b) =>
        String(a.ministryId).slice(5) < String(b.ministryId).slice(5) ? -1 : 1,
      );
      const [found, ...others] = ofColumns(checkRows(pushedDown(whole, field, 100, 599), CONTEXT));
      assert.deepEqual([found?.field, others.length], [field, 0]);
      if (field === 'fullName') assert.equal(found?.fix, undefined);
    });
  }

  it('offers no move where a value would be lost or the end is a guess', () => {
    const whole = roster(160, false);
    // Pasted over: the first number stands twice, the last is gone.
    const rows = withColumn(whole, 'citizenId', (at) => whole[at > 20 && at <= 100 ? at - 1 : at]?.citizenId);
    const [found] = ofColumns(checkRows(rows, CONTEXT));
    assert.equal(found?.field, 'citizenId');
    assert.equal(found?.fix, undefined);
  });

  it('sexes the wrong way round are no shift', () => {
    const rows = roster(400, false).map((row) => ({ ...row, sex: row.sex === 'Nam' ? 'Nữ' : 'Nam' }));
    const findings = checkRows(rows, CONTEXT);
    assert.deepEqual(ofColumns(findings), []);
    assert.deepEqual(
      findings
        .filter(({ code }) => code === 'citizen-id.sex-disagrees')
        .map(({ row, rows: said }) => [row, said?.length]),
      [[null, 400]],
    );
  });

  it('numbers of another list are no shift', () => {
    const other = roster(200, false, 15_000);
    const rows = withColumn(roster(200, false), 'citizenId', (at) => other[at]?.citizenId);
    assert.deepEqual(ofColumns(checkRows(rows, CONTEXT)), []);
  });

  it('wherever it begins and ends, it is found once, and moving it leaves nothing that it explains', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 60, max: 200 }),
        fc.integer({ min: 0, max: 10_000 }),
        (from, length, first) => {
          const whole = roster(from + length, false, first);
          const last = whole.length - 1;
          const rows = [...pushedDown(whole, 'citizenId', from, last), { citizenId: whole[last]?.citizenId ?? null }];
          const [found, ...others] = ofColumns(checkRows(rows, CONTEXT));
          assert.deepEqual([found?.field, others.length], ['citizenId', 0]);
          if (!found?.fix) return;
          const mended = applied(rows, found);
          assert.deepEqual(ofColumns(checkRows(mended, CONTEXT)), []);
          assert.deepEqual(applied(mended, found), mended);
          const numbers = (list: readonly RawRow[]) => list.flatMap(({ citizenId }) => citizenId ?? []).sort();
          assert.deepEqual(numbers(mended), numbers(rows));
        },
      ),
      { numRuns: 25 },
    );
  });
});
