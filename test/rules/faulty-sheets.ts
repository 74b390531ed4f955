import fc from 'fast-check';
import { pupils, teachers } from '../../rules/example-rows.ts';
import type { FieldId } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import { pupilRows } from './generated-rows.ts';

/** Rows of one kind, with what the school is known to have. */
export interface FaultySheet {
  readonly kind: 'student' | 'staff';
  readonly rows: readonly RawRow[];
  readonly classes?: readonly string[];
}

/** Boys and girls of two years in turn, each with a number that fits. */
function manyPupils(count: number): RawRow[] {
  return pupils(
    Array.from({ length: count }, (_, at) => {
      const [sex, digit, middle] = at % 3 === 0 ? ['Nam', 2, 'Văn'] : ['Nữ', 3, 'Thị'];
      const year = 2010 - (at % 2);
      return {
        fullName: `Trần ${middle} ${'ABCDEGHIKLMN'[at % 12]}${'aeiou'[at % 5]}n`,
        sex,
        birthDate: `${10 + (at % 18)}/03/${year}`,
        citizenId: `001${digit}${String(year).slice(2)}000${300 + at}`,
      };
    }),
  ).rows.slice();
}

const eachRow = (change: (row: RawRow, at: number) => RawRow) => (rows: RawRow[]) =>
  rows.map((row, at) => ({ ...row, ...change(row, at) }));
const exchange = (a: FieldId, b: FieldId) => eachRow((row) => ({ [a]: row[b] ?? null, [b]: row[a] ?? null }));

/** What happens to a whole column. */
const COLUMN_FAULTS: readonly ((rows: RawRow[]) => RawRow[])[] = [
  eachRow(({ sex }) => ({ sex: sex === 'Nữ' ? 'x' : null })),
  eachRow(({ sex }) => ({ sex: sex === 'Nữ' ? 0 : 1 })),
  eachRow((row) => ({ citizenId: Number(row.citizenId) })),
  eachRow((row) => ({ citizenId: String(row.citizenId).replace(/0/g, 'O') })),
  eachRow((row) => ({ citizenId: null, passport: row.citizenId ?? null })),
  eachRow(({ birthDate }) => ({ birthDate: String(birthDate).replace(/^(..)\/(..)/, '$2/$1') })),
  eachRow(() => ({ ward: 'Phuong Ha Dong' })),
  eachRow(() => ({ district: 'Quận Hà Đông', ward: 'Phường Hà Cầu' })),
  eachRow(() => ({ district: 'Quận Hà Đông' })),
  eachRow(() => ({ district: 'Quận Ba Đình', ward: 'Phường Hà Cầu' })),
  eachRow(() => ({ district: 'Quận Hà Đôngg', ward: 'Phường Hà Cầu' })),
  eachRow(() => ({ nationality: null })),
  eachRow(() => ({ className: '12A11' })),
  eachRow((_row, at) => ({ fatherName: `Lê Thị ${'ABC'[at % 3]}a`, motherName: `Lê Văn ${'ABC'[at % 3]}o` })),
  // The first two are neighbours of another sex and year.
  (rows) => eachRow((row, at) => ({ citizenId: rows[at < 2 ? 1 - at : at]?.citizenId ?? row.citizenId ?? null }))(rows),
  exchange('fullName', 'birthDate'),
  exchange('citizenId', 'ministryId'),
  exchange('sex', 'ethnicity'),
  exchange('province', 'ward'),
  (rows) => [
    ...eachRow((_row, at) => ({ citizenId: rows[at - 1]?.citizenId ?? null }))(rows),
    { citizenId: rows.at(-1)?.citizenId ?? null },
  ],
];

const columnFaults = fc.tuple(fc.constantFrom(...COLUMN_FAULTS), fc.integer({ min: 8, max: 26 }), pupilRows).map(
  ([fault, count, others]): FaultySheet => ({
    kind: 'student',
    rows: [...fault(manyPupils(count)), ...others.slice(0, 3)],
    classes: ['11A', '12A1', '12B'],
  }),
);

const teacherRows = fc
  .array(
    fc.record({
      staffStatus: fc.constantFrom('Đang làm việc', 'nghỉ hưu', 'ốm', null),
      position: fc.constantFrom('Giáo viên', 'GV', 'Hiệu trưởng', 'lao công', null),
      subject: fc.constantFrom('Toán', null),
      citizenId: fc.constantFrom('034084000124', 34084000124, '012000123', null),
      staffId: fc.constantFrom('3400000124', '3400000124.0'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows): FaultySheet => ({ kind: 'staff', rows: teachers(rows).rows }));

/** Sheets with every kind of fault: of single cells, of whole columns, of pupils and of staff. */
export const faultySheets: fc.Arbitrary<FaultySheet> = fc.oneof(
  { weight: 4, arbitrary: pupilRows.map((rows): FaultySheet => ({ kind: 'student', rows })) },
  { weight: 4, arbitrary: columnFaults },
  { weight: 1, arbitrary: teacherRows },
);
