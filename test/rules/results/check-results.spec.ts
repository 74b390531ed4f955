import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CellValue } from '../../../rules/cell.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import { FIELDS, type FieldId } from '../../../rules/field.ts';
import type { RawRow } from '../../../rules/record.ts';
import { SCORE_FIELDS, type ScoreField } from '../../../rules/score-field.ts';

const TODAY = { year: 2026, month: 11, day: 22 };
const PUPIL: RawRow = {
  className: '12A1',
  ministryId: '0100000123',
  fullName: 'Nguyễn Thị Mai',
  birthDate: '12/03/2005',
  sex: 'Nữ',
  citizenId: '001305000123',
};

function check(rows: readonly RawRow[], schoolYear?: number) {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  return checkRows(rows, { kind: 'results', today: TODAY, columns, ...(schoolYear ? { schoolYear } : {}) });
}

/** The one assertion form for sheets: row, field, code. */
const flat = (rows: readonly RawRow[], schoolYear?: number) =>
  check(rows, schoolYear).map(({ row, field, code }) => [row, field, code]);

const TT58_SUBJECTS = [
  'math',
  'literature',
  'foreignLanguage1',
  'physics',
  'chemistry',
  'biology',
  'history',
  'geography',
  'civics',
  'informatics',
  'technology',
  'defence',
] as const;

const allScores = (place: 'g10.cn' | 'g11.cn' | 'g12.cn' | 'g12.hk1', score: CellValue): RawRow =>
  Object.fromEntries(TT58_SUBJECTS.map((subject) => [`${place}.${subject}`, score]));

describe('the rules of results', () => {
  it('says nothing of three years that agree, by the circular of each year', () => {
    const years: RawRow = {
      ...allScores('g10.cn', 8),
      'g10.cn.overall': 8,
      'g10.cn.rank': 'Giỏi',
      'g10.cn.conduct': 'Tốt',
      ...allScores('g12.cn', 6.5),
      'g12.cn.overall': 6.5,
      'g12.cn.rank': 'Khá',
      'g12.cn.conduct': 'Trung bình',
    };
    assert.deepEqual(flat([{ ...PUPIL, ...years }], 2022), []);
  });

  it('finds the circular of each grade from the school year: 12A of 2024–2025 was in grade 10 in 2022–2023', () => {
    const words: RawRow = { 'g10.cn.rank': 'Giỏi', 'g11.cn.rank': 'Tốt', 'g12.cn.conduct': 'Yếu' };
    const born = { birthDate: '12/03/2007', citizenId: '001307000123' };
    assert.deepEqual(flat([{ ...PUPIL, ...born, ...words }], 2024), [
      [0, 'g10.cn.rank', 'scale.wrong-circular'],
      [0, 'g12.cn.conduct', 'scale.wrong-circular'],
    ]);
    assert.deepEqual(flat([{ ...PUPIL, ...words }], 2023), [[0, 'g11.cn.rank', 'scale.wrong-circular']]);
  });

  it('asks rather than tells where a pupil is old enough to have repeated a year', () => {
    const [finding] = check(
      [{ ...PUPIL, birthDate: '12/03/2006', citizenId: '001306000123', 'g10.cn.rank': 'Giỏi' }],
      2024,
    );
    assert.deepEqual([finding?.code, finding?.severity], ['scale.wrong-circular', 'query']);
    assert.match(finding?.params.year ?? '', /2022–2023/);
  });

  it('takes each pupil’s own list of subjects: a blank is not taken, Miễn is excused, a subject of choice counts or not', () => {
    const row = { ...PUPIL, ...allScores('g12.cn', 8.2), 'g12.cn.defence': 'Miễn', 'g12.cn.overall': 8.2 };
    assert.deepEqual(flat([row], 2022), []);
    assert.deepEqual(flat([{ ...row, 'g12.cn.elective': 10, 'g12.cn.overall': 8.4 }], 2022), []);
    assert.deepEqual(flat([{ ...row, 'g12.cn.elective': 10, 'g12.cn.overall': 8.5 }], 2022), [
      [0, 'g12.cn.overall', 'average.year-disagrees'],
    ]);
    assert.deepEqual(flat([{ ...row, 'g12.cn.physics': null, 'g12.cn.overall': 9 }], 2022), []);
    // What an unreadable score would have added to the mean is not known.
    assert.deepEqual(flat([{ ...row, 'g12.cn.elective': 'tám', 'g12.cn.overall': 9 }], 2022), [
      [0, 'g12.cn.elective', 'score.not-a-number'],
    ]);
  });

  it('reckons in tenths, half up: a mean of exactly 8.25 is 8.3', () => {
    const even = Object.fromEntries(TT58_SUBJECTS.map((subject, at) => [`g12.hk1.${subject}`, at % 2 ? 8.3 : 8.2]));
    assert.deepEqual(flat([{ ...PUPIL, ...even, 'g12.hk1.overall': 8.3 }], 2022), []);
    const [finding] = check([{ ...PUPIL, ...even, 'g12.hk1.overall': 8.2 }], 2022);
    assert.deepEqual([finding?.code, finding?.params.expected], ['average.term-disagrees', '8.3']);
  });

  it('recomputes nothing where the class tells no grade, is of continuing education, or the grade is still to come', () => {
    const wrong = { ...allScores('g12.cn', 8.2), 'g12.cn.overall': 5, 'g12.cn.rank': 'Yếu' };
    for (const className of [null, 'Hoa Sen', 'GDTX 12A', '11A1']) {
      const codes = flat([{ ...PUPIL, className, ...wrong }], 2022).map(([, , code]) => code as string);
      assert.deepEqual(
        codes.filter((code) => code.startsWith('average') || code.startsWith('rank')),
        [],
        String(className),
      );
    }
  });

  it('finds every trap of a mark book, and recomputes only from scores that can be read', () => {
    const book = (cells: RawRow): RawRow => ({ ...PUPIL, className: '10A1', ...cells });
    const rows = [
      book({
        'book.tx1': 8,
        'book.tx2': 9,
        'book.tx3': '7,5',
        'book.tx4': 8,
        'book.gk': 7,
        'book.ck': 8,
        'book.term': 7.9,
      }),
      book({
        ministryId: '0100000124',
        fullName: 'Trần Thị Bích',
        citizenId: '001305000124',
        'book.tx1': 85,
        'book.tx2': 9,
        'book.tx3': 8,
        'book.tx4': 7,
        'book.gk': 6.25,
        'book.ck': 8,
        'book.term': 7.6,
      }),
    ];
    const found = flat(rows, 2024).filter(([, field]) => String(field).startsWith('book'));
    assert.deepEqual(found, [
      [0, 'book.tx3', 'score.decimal-comma'],
      [0, 'book.term', 'average.marks-disagree'],
      [1, 'book.tx1', 'score.decimal-lost'],
      [1, 'book.gk', 'score.too-many-decimals'],
    ]);
  });

  it('says decimal commas once for each column that is full of them', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      fullName: `Nguyễn Văn ${String.fromCharCode(65 + (at % 26))}n`,
      className: '10A1',
      'own.hk1.math': '7,5',
      'own.hk1.literature': at === 4 ? '6,5' : 6.5,
    }));
    const found = check(rows, 2024).filter(({ code }) => code === 'score.decimal-comma');
    assert.deepEqual(
      found.map(({ row, field, rows: named = [] }) => [row, field, named.length]),
      [
        [null, 'own.hk1.math', 30],
        [4, 'own.hk1.literature', 0],
      ],
    );
    assert.equal(found[0]?.fix?.safe, true);
  });

  it('tells formula errors in scores as in any other cell', () => {
    const error = { kind: 'error', code: '#DIV/0!' } as const;
    const cells = {
      'g12.cn.math': error,
      'g12.cn.rank': error,
      'g12.cn.physicalEducation': error,
      'g12.cn.overall': 8,
    };
    assert.deepEqual(flat([{ ...PUPIL, ...cells }], 2022), [
      [0, 'g12.cn.math', 'sheet.formula-error'],
      [0, 'g12.cn.physicalEducation', 'sheet.formula-error'],
      [0, 'g12.cn.rank', 'sheet.formula-error'],
    ]);
  });

  it('knows every score column by a name of its own, after the fields of people', () => {
    assert.equal(new Set(FIELDS).size, FIELDS.length);
    assert.ok(FIELDS.indexOf('note') < FIELDS.indexOf('g10.hk1.math'));
  });
});

/** Score columns of every kind, and cells as schools fill them. */
const field = fc.constantFrom<ScoreField>(
  ...SCORE_FIELDS.filter((name) => /^(?:g12\.(?:hk1|hk2|cn)|own\.any|book|primary)\./.test(name)),
);
const cell = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    'Miễn',
    'M',
    'Đ',
    'CĐ',
    'đạt',
    'Giỏi',
    'G',
    'K',
    'TB',
    'Tốt',
    'T',
    'H',
    'C',
    'Chưa đạt',
  ),
  fc.constantFrom<CellValue>('7,5', ' 7,5 ', 85, '85', 100, 8.25, '7.94', 10.5, -1, 'tám', true, '8.', ',5'),
  fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
);
const rows = fc.array(fc.dictionary(field, cell, { maxKeys: 40 }), { minLength: 1, maxLength: 14 });

describe('fixes of results', () => {
  it('take their own finding away, keep the text they were given, and change nothing when applied again', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(2019, 2022, 2024), (cells, schoolYear) => {
        const sheet: RawRow[] = cells.map((row, at) => ({
          ...PUPIL,
          fullName: `Lê Thị Mai`,
          className: `12A${at + 1}`,
          ...row,
        }));
        for (const finding of check(sheet, schoolYear)) {
          const after = sheet.slice();
          for (const change of finding.fix?.changes ?? []) {
            assert.notEqual(sheet[change.row]?.[change.field], change.after);
            after[change.row] = { ...after[change.row], [change.field]: change.after };
          }
          if (after.every((row, at) => row === sheet[at])) continue;
          const left = check(after, schoolYear).filter(
            ({ code, field: at }) => code === finding.code && at === finding.field,
          );
          const rowsLeft = left.flatMap(({ row, rows: named = [] }) => (row === null ? named : [row]));
          for (const change of finding.fix?.changes ?? []) assert.ok(!rowsLeft.includes(change.row), finding.code);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never throw, whatever stands in a score cell', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant({ kind: 'error', code: '#N/A' } as const),
    );
    fc.assert(
      fc.property(fc.dictionary(field, anything, { maxKeys: 30 }), (cells) => {
        for (const { field: at } of check([{ ...PUPIL, ...(cells as RawRow) }], 2022)) {
          assert.ok(at === null || FIELDS.includes(at as FieldId));
        }
      }),
      { numRuns: 200 },
    );
  });
});
