import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { inventRoster, type RosterKind } from '../../../cli/tryout/invent-roster.ts';
import { describeFinding } from '../../../rules/catalogue.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import { ALL_PLACES } from '../../../rules/codes/all-places.ts';
import type { FieldId } from '../../../rules/field.ts';
import type { Finding } from '../../../rules/finding.ts';
import { findingsByRow } from '../../../rules/findings-by-row.ts';
import type { RawRow, RecordKind } from '../../../rules/record.ts';
import { rowOutlook } from '../../../rules/row-outlook.ts';

const TODAY = { year: 2026, month: 11, day: 22 } as const;

function check(rows: readonly RawRow[], kind: RecordKind = 'student'): Finding[] {
  return checkRows(rows, { kind, today: TODAY, places: ALL_PLACES });
}

function roster(kind: RosterKind, rows: number): RawRow[] {
  const request = { kind, seed: 'swapped', rows, firstCitizen: 0, plantFaults: false, citizens: 40_000 } as const;
  return inventRoster(request).map(({ values }) => values);
}

function swapped(rows: readonly RawRow[], a: FieldId, b: FieldId): RawRow[] {
  return rows.map((row) => ({ ...row, [a]: row[b], [b]: row[a] }));
}

function applied(rows: readonly RawRow[], { fix }: Finding): RawRow[] {
  const after = [...rows];
  for (const { row, field, after: text } of fix?.changes ?? []) after[row] = { ...after[row], [field]: text || null };
  return after;
}

/** The rows as they lay before 1/7/2025: three tiers. */
const THREE_TIERS = Array.from(
  { length: 30 },
  (): RawRow => ({
    province: 'Thành phố Hà Nội',
    district: 'Quận Hà Đông',
    ward: 'Phường Hà Cầu',
  }),
);

const PARENTS: readonly RawRow[] = Array.from({ length: 30 }, (_, at) => ({
  fatherName: at % 4 === 0 ? 'Lê Minh Khôi' : `Trần Văn ${'ABCD'[at % 4]}`,
  motherName: at % 3 === 0 ? 'Phạm Ngọc Lan' : `Vũ Thị ${'ABC'[at % 3]}`,
}));

const CASES: readonly (readonly [RosterKind, FieldId, FieldId, (readonly RawRow[])?])[] = [
  ['student', 'fullName', 'birthDate'],
  ['staff', 'fullName', 'birthDate'],
  ['student', 'fullName', 'className'],
  ['student', 'citizenId', 'ministryId'],
  ['staff', 'citizenId', 'staffId'],
  ['student', 'sex', 'ethnicity'],
  ['student', 'ethnicity', 'nationality'],
  ['student', 'province', 'ward'],
  ['student', 'province', 'district', THREE_TIERS],
  ['student', 'district', 'ward', THREE_TIERS],
  ['student', 'fatherName', 'motherName', PARENTS],
];

describe('two columns that hold each other’s values', () => {
  for (const [kind, a, b, extra] of CASES) {
    const right = roster(kind, 30).map((row, at) => ({ ...row, ...extra?.[at] }));

    it(`${kind}: ${a} and ${b} are said once, and exchanging them gives the list back`, () => {
      const rows = swapped(right, a, b);
      const before = check(right, kind).map(({ code }) => code);
      const findings = check(rows, kind);
      const found = findings.filter(({ code }) => code === 'column.swapped-with');
      assert.deepEqual(
        found.map(({ row, field, severity, rows: said }) => [row, field, severity, said?.length]),
        [[null, a, 'query', 30]],
      );
      const own = (code: string) =>
        [a, b].some((field) => findings.some((other) => other.code === code && other.field === field));
      assert.deepEqual(
        findings
          .map(({ code }) => code)
          .filter((code) => code !== 'column.swapped-with' && own(code) && !before.includes(code)),
        [],
      );
      assert.match(describeFinding(found[0] ?? assert.fail()).vi, /Hai cột .+ và .+ ở \d+\/30 dòng/);
      assert.deepEqual(applied(rows, found[0] ?? assert.fail()), right);
    });
  }

  it('leaves a few rows to themselves', () => {
    const rows = roster('student', 30).map((row, at) =>
      at < 4 ? { ...row, fullName: row.birthDate ?? null, birthDate: row.fullName ?? null } : row,
    );
    const codes = check(rows).map(({ code }) => code);
    assert.ok(!codes.includes('column.swapped-with'));
    assert.equal(codes.filter((code) => code === 'full-name.not-a-name').length, 4);
  });

  it('a row without a usable name still stays, and one without a usable number is still not asked', () => {
    const outlooks = (a: FieldId, b: FieldId) => {
      const rows = swapped(roster('student', 10), a, b);
      const byRow = findingsByRow(check(rows));
      return new Set(rows.map((row, at) => JSON.stringify(rowOutlook('student', row, byRow.get(at) ?? []).verify)));
    };
    assert.deepEqual([...outlooks('fullName', 'birthDate')], ['"unverifiable"']);
    assert.deepEqual([...outlooks('citizenId', 'ministryId')], ['"unverifiable"']);
  });

  it('parents of whom some have unusual names are left as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), (odd) => {
        const rows = roster('student', 30).map((row, at) => ({
          ...row,
          ...PARENTS[at],
          ...(at < odd ? { fatherName: 'Lê Thị Văn', motherName: 'Ngô Văn Thị' } : {}),
        }));
        assert.deepEqual(
          check(rows).map(({ code }) => code),
          [],
        );
      }),
    );
  });
});
