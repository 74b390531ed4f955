import { CITATION } from '../citations.ts';
import { pupil, pupils } from '../example-rows.ts';
import type { FieldId } from '../field.ts';
import { defineRules, type RuleExample } from '../rule.ts';

const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hải', 'Khang', 'Long'] as const;

/** Twenty pupils, boys and girls of two years in turn, with their numbers. */
const CLASS = pupils(
  Array.from({ length: 20 }, (_, at) => {
    const female = at % 3 !== 0;
    const year = at % 2 === 0 ? 2010 : 2009;
    return {
      ...(female ? {} : { fullName: `Trần Văn ${GIVEN[at % GIVEN.length]}` }),
      sex: female ? 'Nữ' : 'Nam',
      birthDate: `12/03/${year}`,
      className: '11A',
      citizenId: `001${female ? 3 : 2}${String(year).slice(2)}000${300 + at}`,
    };
  }),
).rows;

/** The column of numbers a row lower than it should be: the first cell blank, the last number below the list. */
function pushedDown(): RuleExample {
  const rows = [...CLASS, {}].map((row, at) => ({ ...row, citizenId: CLASS[at - 1]?.citizenId ?? null }));
  return { kind: 'student', rows };
}

/** Five pupils in whom two columns hold each other's values; the fix gives the first pupil's own value back. */
function exchanged(a: FieldId, b: FieldId): RuleExample {
  const { kind, rows } = pupils([{}, {}, {}, {}, {}]);
  return {
    kind,
    rows: rows.map((row) => ({ ...row, [a]: row[b], [b]: row[a] })),
    fix: String(rows[0]?.[a]),
  };
}

/** Father and mother, the wrong way round. */
const PARENTS = [
  ['Lê Thị Hoa', 'Trần Văn Cường'],
  ['Phạm Thị Lan', 'Đỗ Văn Nam'],
  ['Vũ Thị Mơ', 'Bùi Văn Sơn'],
  ['Ngô Thị Nga', 'Hồ Văn Tú'],
  ['Phan Thị Yến', 'Lê Minh Việt'],
] as const;

/** Every column that is compared with another as possibly exchanged. */
const PAIRED = [
  'fullName',
  'birthDate',
  'className',
  'citizenId',
  'ministryId',
  'staffId',
  'sex',
  'ethnicity',
  'nationality',
  'province',
  'district',
  'ward',
  'fatherName',
  'motherName',
] as const satisfies readonly FieldId[];

export const COLUMN_RULES = defineRules({
  'column.shifted-by-a-row': {
    severity: 'query',
    effect: 'none',
    field: null,
    judges: ['citizenId', 'birthDate', 'sex', 'fullName'],
    citation: CITATION.fiveFields,
    title: { vi: 'Cột có thể bị lệch một dòng', en: 'Column perhaps a row off' },
    message: {
      vi: 'Cột {column} có thể bị lệch một dòng: {count} ô không khớp dòng của mình nhưng khớp dòng {direction}. Đối chiếu vài dòng với giấy tờ trước khi gửi.',
      en: 'The column {column} may be a row off: {count} cells disagree with their own row and agree with the row {direction}. Compare some rows with the papers before sending.',
    },
    columnMessage: {
      vi: 'Từ dòng {firstRow} đến dòng {lastRow}, cột {column} có thể bị lệch một dòng: {count} ô không khớp dòng của mình nhưng khớp dòng {direction}. Đối chiếu vài dòng với giấy tờ, rồi dời cả đoạn về đúng dòng trước khi gửi.',
      en: 'From row {firstRow} to row {lastRow} the column {column} may be a row off: {count} cells disagree with their own row and agree with the row {direction}. Compare some rows with the papers, then move the stretch back before sending.',
    },
    fix: 'ask',
    examples: {
      pass: [{ kind: 'student', rows: CLASS }, pupil({ sex: 'Nam' })],
      fail: [{ ...pushedDown(), fix: String(CLASS[0]?.citizenId) }],
    },
  },
  'column.swapped-with': {
    severity: 'query',
    effect: 'none',
    field: null,
    judges: PAIRED,
    citation: CITATION.fiveFields,
    title: { vi: 'Hai cột có thể bị đổi chỗ', en: 'Two columns perhaps exchanged' },
    message: {
      vi: 'Hai cột {columns} có thể bị đổi chỗ, ví dụ “{value}”. Xem lại rồi đổi chỗ hai ô.',
      en: 'The columns {columns} may be exchanged, such as “{value}”. Look at them, then exchange the two cells.',
    },
    columnMessage: {
      vi: 'Hai cột {columns} có thể bị đổi chỗ cho nhau ở {count}/{filled} dòng, ví dụ “{value}”. Xem lại rồi đổi chỗ các ô của từng dòng.',
      en: 'The columns {columns} may be exchanged in {count} of {filled} rows, such as “{value}”. Look at them, then exchange the cells of each row.',
    },
    fix: 'ask',
    examples: {
      pass: [pupils([{}, {}, {}, {}, {}]), pupil({ fullName: '12/03/2010', birthDate: 'Nguyễn Thị Mai' })],
      fail: [
        exchanged('fullName', 'birthDate'),
        exchanged('fullName', 'className'),
        exchanged('citizenId', 'ministryId'),
        exchanged('sex', 'ethnicity'),
        exchanged('ethnicity', 'nationality'),
        exchanged('province', 'ward'),
        {
          ...pupils(PARENTS.map(([fatherName, motherName]) => ({ fatherName, motherName }))),
          fix: PARENTS[0][1],
        },
      ],
    },
  },
});
