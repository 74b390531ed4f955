import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describeFinding, RULES } from '../../rules/catalogue.ts';
import { checkRow } from '../../rules/check-row.ts';
import { checkRows, RowsCheck } from '../../rules/check-rows.ts';
import { pupil, pupils } from '../../rules/example-rows.ts';
import { FIELDS } from '../../rules/field.ts';
import type { Finding } from '../../rules/finding.ts';
import { findingsByRow } from '../../rules/findings-by-row.ts';
import type { RawRow } from '../../rules/record.ts';
import { ruleSummaries } from '../../rules/rule-summary.ts';
import { pupilRows } from './generated-rows.ts';

const CONTEXT = { kind: 'student', today: { year: 2026, month: 11, day: 22 } } as const;

/** `count` faultless pupils, the first `faulty` of them changed. */
function rowsWith(count: number, faulty: number, change: (row: RawRow, at: number) => RawRow): RawRow[] {
  const rows = pupils(Array.from({ length: count }, (_, at) => ({ className: `11A${1 + Math.floor(at / 10)}` }))).rows;
  return rows.map((row, at) => (at < faulty ? { ...row, ...change(row, at) } : row));
}

function ofCode(findings: readonly Finding[], code: string): Finding[] {
  return findings.filter((finding) => finding.code === code);
}

describe('checkRows', () => {
  it('finds nothing in faultless rows', () => {
    assert.deepEqual(
      checkRows(
        rowsWith(60, 0, () => ({})),
        CONTEXT,
      ),
      [],
    );
  });

  it('takes no rows, empty rows and rows with a running number only', () => {
    assert.deepEqual(checkRows([], CONTEXT), []);
    assert.deepEqual(checkRows([{}, { ordinal: 1, fullName: null, note: 'xem lại', citizenId: ' ' }], CONTEXT), []);
  });

  it('puts column findings first, then rows in order, then the order of the fields', () => {
    const rows = [pupil({}).rows[0] ?? {}, ...pupil({ ward: null, sex: null, fullName: null, nationality: null }).rows];
    const places = checkRows(rows, CONTEXT).map(({ row, field, code }) => `${row} ${field} ${code}`);
    const inRow = ['fullName', 'sex', 'citizenId', 'ward'] as const;
    assert.equal(places[0], 'null nationality nationality.missing');
    assert.deepEqual(
      [...inRow].sort((a, b) => FIELDS.indexOf(a) - FIELDS.indexOf(b)),
      inRow,
    );
    assert.deepEqual(
      checkRows(rows, CONTEXT)
        .filter(({ row }) => row === 1)
        .map(({ field }) => field),
      ['ministryId', ...inRow],
    );
  });

  it('finds the same in steps of any size, finished early or late', () => {
    fc.assert(
      fc.property(pupilRows, fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), (rows, steps) => {
        const check = new RowsCheck(rows, CONTEXT);
        let done = 0;
        for (const step of steps) {
          done = Math.min(rows.length, done + step);
          assert.equal(check.step(step), done);
        }
        assert.deepEqual(check.finish(), checkRows(rows, CONTEXT));
      }),
    );
  });

  it('does not miss a column that the sheet does not have', () => {
    const { rows } = pupil({});
    const [row = {}] = rows;
    const { ward: _ward, sex: _sex, nationality: _nationality, ...without } = row;
    assert.deepEqual(checkRows([without], CONTEXT), []);
    const codes = checkRows([without], { ...CONTEXT, columns: new Set([...Object.keys(without), 'ward', 'sex']) });
    assert.deepEqual(
      codes.map(({ code }) => code),
      ['sex.missing', 'residence.missing'],
    );
  });

  it('applies a rule only on the days it is in force', () => {
    const rows = pupil({ sex: 'Nam', birthDate: '2010' }).rows;
    const codes = (year: number) =>
      checkRows(rows, { ...CONTEXT, today: { year, month: 1, day: 1 }, schoolYear: 2026 }).map(({ code }) => code);
    assert.ok(codes(2016).includes('citizen-id.sex-disagrees'));
    assert.ok(!codes(2015).includes('citizen-id.sex-disagrees'));
  });

  it('turns the school year on 1 August', () => {
    const rows = pupil({ birthDate: '12/03/2007', citizenId: '001307000123' }).rows;
    const codes = (month: number) =>
      checkRows(rows, { ...CONTEXT, today: { year: 2027, month, day: 1 } }).map(({ code }) => code);
    assert.deepEqual(codes(7), []);
    assert.deepEqual(codes(8), ['birth-date.age-out-of-range']);
  });
});

describe('a fault that the column shares', () => {
  const CASES: readonly (readonly [string, boolean, (row: RawRow) => RawRow])[] = [
    ['full-name.capitals', false, (row) => ({ fullName: String(row.fullName).toUpperCase() })],
    ['full-name.unicode-form', true, (row) => ({ fullName: String(row.fullName).normalize('NFD') })],
    ['citizen-id.leading-zero-lost', true, (row) => ({ citizenId: Number(row.citizenId) })],
    ['citizen-id.separators', true, (row) => ({ citizenId: String(row.citizenId).replace(/^(...)(...)/, '$1 $2 ') })],
    ['birth-date.text-form', true, () => ({ birthDate: '12-3-2010' })],
    ['birth-date.stored-as-number', true, () => ({ birthDate: 40249 })],
    ['ministry-id.leading-zero-lost', false, (row) => ({ ministryId: Number(row.ministryId) })],
    ['full-name.legacy-font', false, () => ({ fullName: 'NguyÔn V¨n §øc' })],
    ['full-name.spacing', true, (row) => ({ fullName: `${row.fullName} ` })],
    ['class.spelling', true, (row) => ({ className: `Lớp ${row.className}` })],
    ['ethnicity.not-in-list', true, () => ({ ethnicity: 'kinh' })],
    ['nationality.not-in-list', false, () => ({ nationality: 'VN' })],
    ['student-status.not-in-list', true, () => ({ studentStatus: 'ĐANG HỌC' })],
    ['residence.province-unknown', false, () => ({ province: 'Ha Noi' })],
  ];

  for (const [code, safe, change] of CASES) {
    it(`${code}: once for 12 of 20 cells, singly for 11 of 20 and for 9 of 9`, () => {
      const rows = rowsWith(20, 12, change);
      const [column, ...others] = ofCode(checkRows(rows, CONTEXT), code);
      assert.deepEqual(others, []);
      assert.equal(column?.row, null);
      assert.deepEqual(column?.rows, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      assert.equal(column?.params.count, '12');
      assert.equal(column?.params.filled, '20');
      assert.equal(column?.fix?.changes.length, 12);
      assert.equal(column?.fix?.safe, safe);
      assert.match(describeFinding(column ?? assert.fail()).vi, /12/);
      assert.equal(findingsByRow([column ?? assert.fail()]).size, 12);

      const fewer = ofCode(checkRows(rowsWith(20, 11, change), CONTEXT), code);
      assert.deepEqual(
        fewer.map(({ row }) => row),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      );
      assert.equal(ofCode(checkRows(rowsWith(9, 9, change), CONTEXT), code).length, 9);
    });
  }

  it('keeps numbers that do not agree out of the safe bulk fix', () => {
    const rows = rowsWith(20, 20, (row, at) => ({
      citizenId: Number(row.citizenId),
      ...(at === 3 ? { sex: 'Nam' } : {}),
    }));
    const found = ofCode(checkRows(rows, CONTEXT), 'citizen-id.leading-zero-lost');
    assert.deepEqual(
      found.map(({ row, fix }) => [row, fix?.safe, fix?.changes.length]),
      [
        [null, true, 19],
        [3, false, 1],
      ],
    );
  });

  it('counts filled cells only', () => {
    const rows = rowsWith(40, 40, (row, at) =>
      at < 18 ? { fullName: String(row.fullName).toUpperCase() } : at < 30 ? { fullName: null } : {},
    );
    const [column] = ofCode(checkRows(rows, CONTEXT), 'full-name.capitals');
    assert.deepEqual([column?.row, column?.params.filled], [null, '28']);
  });

  it('blank nationalities are said once, however few', () => {
    const [column, ...others] = ofCode(
      checkRows(
        rowsWith(5, 2, () => ({ nationality: null })),
        CONTEXT,
      ),
      'nationality.missing',
    );
    assert.deepEqual([column?.row, column?.rows, others.length], [null, [0, 1], 0]);
    const [own] = ofCode(checkRow(pupil({ nationality: null }).rows[0] ?? {}, 7, CONTEXT), 'nationality.missing');
    assert.deepEqual([own?.row, own?.fix?.changes[0]?.row], [7, 7]);
  });

  it('dates that Excel read month first make one query of the column', () => {
    const rows = rowsWith(30, 30, (_row, at) =>
      at < 20
        ? { birthDate: { kind: 'date', year: 2010, month: 1 + (at % 12), day: 1 + (at % 12) } }
        : { birthDate: '25/05/2010' },
    );
    const found = ofCode(checkRows(rows, CONTEXT), 'birth-date.column-may-be-swapped');
    assert.deepEqual(
      found.map(({ row, rows: spoken }) => [row, spoken?.length]),
      [[null, 20]],
    );
    const mixed = rows.map((row, at) =>
      at === 0 ? { ...row, birthDate: { kind: 'date', year: 2010, month: 3, day: 20 } as const } : row,
    );
    assert.deepEqual(ofCode(checkRows(mixed, CONTEXT), 'birth-date.column-may-be-swapped'), []);
  });
});

describe('sex by the evidence of the column', () => {
  const column = (marks: readonly (string | number)[], female: (at: number) => boolean) =>
    checkRows(
      pupils(marks.map((sex, at) => ({ sex, citizenId: `001${female(at) ? 3 : 2}10000${300 + at}` }))).rows,
      CONTEXT,
    ).filter(({ code }) => code === 'sex.not-in-list');

  it('proposes what the numbers beside a mark agree on', () => {
    assert.deepEqual(
      column([1, 1, 1, 0, 0, 0], (at) => at >= 3).map(({ fix }) => fix?.changes[0]?.after),
      ['Nam', 'Nam', 'Nam', 'Nữ', 'Nữ', 'Nữ'],
    );
  });

  it('proposes nothing when they disagree or are too few', () => {
    for (const found of [column(['x', 'x', 'x', 'x'], (at) => at > 0), column(['x', 'x'], () => true)]) {
      assert.ok(found.length > 0 && found.every(({ fix }) => fix === undefined));
    }
  });
});

describe('ruleSummaries', () => {
  it('tells the whole catalogue as plain data', () => {
    const summaries = ruleSummaries();
    assert.equal(summaries.length, RULES.length);
    assert.deepEqual(JSON.parse(JSON.stringify(summaries)), summaries);
    const old = summaries.find(({ code }) => code === 'citizen-id.old-9-digit');
    assert.deepEqual(old?.inForce, { from: '2025-01-01', to: null });
  });
});
