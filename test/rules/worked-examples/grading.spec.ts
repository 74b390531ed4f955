import { strict as assert } from 'node:assert';
import type { CellValue } from '../../../rules/cell.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import { ACADEMIC_RANKS_TT58, LEVELS_TT22, type LevelTt22 } from '../../../rules/codes/result-labels.ts';
import type { RawRow } from '../../../rules/record.ts';
import { TODAY } from './said-of.ts';

/** The worked examples of the project's domain sheet about results, with those very values, through the public engine. */
const PUPIL: RawRow = { ministryId: '0100000123', fullName: 'Nguyễn Thị Mai', sex: 'Nữ' };

/** What the rules say of one cell: `code`, and the value they expect. */
function saidOfCell(cells: RawRow, field: string, schoolYear: number): string[] {
  return checkRows([{ ...PUPIL, ...cells }], { kind: 'results', today: TODAY, schoolYear })
    .filter((finding) => finding.field === field)
    .map(({ code, params }) => (params.expected === undefined ? code : `${code} ${params.expected}`));
}

/** The ranks that the engine lets stand in a cell. */
function accepted(ranks: readonly string[], field: string, cells: RawRow, schoolYear: number): string[] {
  return ranks.filter((rank) => saidOfCell({ ...cells, [field]: rank }, field, schoolYear).length === 0);
}

describe('worked examples: averages', () => {
  const book = (cells: RawRow, average: CellValue) =>
    saidOfCell({ className: '10A1', ...cells, 'book.term': average }, 'book.term', 2024);

  it('tx 8, 9, gk 7, ck 8: 55/7 = 7.857 is 7.9', () => {
    const marks = { 'book.tx1': 8, 'book.tx2': 9, 'book.gk': 7, 'book.ck': 8 };
    assert.deepEqual(book(marks, 7.9), []);
    assert.deepEqual(book(marks, 7.8), ['average.marks-disagree 7.9']);
  });

  it('tx 8, 9, 7.5, 8, gk 7, ck 8: 70.5/9 = 7.833 is 7.8', () => {
    const marks = { 'book.tx1': 8, 'book.tx2': 9, 'book.tx3': 7.5, 'book.tx4': 8, 'book.gk': 7, 'book.ck': 8 };
    assert.deepEqual(book(marks, 7.8), []);
    assert.deepEqual(book(marks, 7.9), ['average.marks-disagree 7.8']);
  });

  for (const [hk1, hk2, year] of [
    [8.2, 8.5, 8.4],
    [7.9, 8.0, 8],
    [6.4, 6.5, 6.5],
  ] as const) {
    it(`HK1 ${hk1}, HK2 ${hk2}: the year is ${year}`, () => {
      const said = (average: number) =>
        saidOfCell(
          { className: '12A1', 'g12.hk1.math': hk1, 'g12.hk2.math': hk2, 'g12.cn.math': average },
          'g12.cn.math',
          2022,
        );
      assert.deepEqual(said(year), []);
      assert.deepEqual(said(year - 0.1), [`average.subject-disagrees ${year}`]);
    });
  }

  it('85 for 8.5 and 7,5 for 7.5', () => {
    const said = (score: CellValue) => saidOfCell({ className: '12A1', 'g12.hk1.math': score }, 'g12.hk1.math', 2022);
    assert.deepEqual(said(85), ['score.decimal-lost 8.5']);
    assert.deepEqual(said('7,5'), ['score.decimal-comma 7.5']);
  });
});

describe('worked examples: học lực by 58/2011', () => {
  const SUBJECTS = [
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

  /** Subjects that are not named have 8.5. */
  const ranked = (overall: number, named: Partial<Record<(typeof SUBJECTS)[number], number>>) =>
    accepted(
      ACADEMIC_RANKS_TT58,
      'g12.cn.rank',
      {
        className: '12A1',
        'g12.cn.overall': overall,
        ...Object.fromEntries(SUBJECTS.map((subject) => [`g12.cn.${subject}`, named[subject] ?? 8.5])),
      },
      2022,
    );

  for (const [title, overall, named, rank] of [
    ['ĐTB 8.4, Toán 8.1, one subject 6.4', 8.4, { math: 8.1, history: 6.4 }, 'Khá'],
    ['ĐTB 8.4, one subject 4.9 (Đ13.6a)', 8.4, { history: 4.9 }, 'Khá'],
    ['ĐTB 8.4, one subject 3.4 (Đ13.6b)', 8.4, { history: 3.4 }, 'Trung bình'],
    ['ĐTB 7.0, one subject 3.4 (Đ13.6c)', 7, { history: 3.4 }, 'Trung bình'],
    ['ĐTB 7.0, one subject 1.9 (Đ13.6d)', 7, { history: 1.9 }, 'Yếu'],
    ['ĐTB 8.2, Toán 7.9, Văn 7.5, Ngoại ngữ 7.8', 8.2, { math: 7.9, literature: 7.5, foreignLanguage1: 7.8 }, 'Khá'],
  ] as const) {
    it(`${title}: ${rank}`, () => assert.deepEqual(ranked(overall, named), [rank]));
  }
});

describe('worked examples: kết quả học tập by 22/2021', () => {
  const TEN = [
    'literature',
    'math',
    'foreignLanguage1',
    'history',
    'defence',
    'physics',
    'chemistry',
    'biology',
    'informatics',
    'geography',
  ] as const;
  const EIGHT = [
    'literature',
    'math',
    'foreignLanguage1',
    'civics',
    'historyAndGeography',
    'naturalScience',
    'technology',
    'informatics',
  ] as const;

  /** The last of the subjects has the score that is told, the others 8.0. */
  const ranked = (className: string, scope: 'own' | 'g12', subjects: readonly string[], last: number) =>
    accepted(
      LEVELS_TT22,
      `${scope}.cn.rank`,
      {
        className,
        ...Object.fromEntries(
          subjects.map((subject) => [`${scope}.cn.${subject}`, subject === subjects.at(-1) ? last : 8]),
        ),
      },
      2024,
    );

  it('eight scored, all at least 8.0 except one 6.4: Khá', () => {
    assert.deepEqual(ranked('9A', 'own', EIGHT, 6.4), ['Khá']);
  });

  it('nine at least 8.0, one 3.6: Khá, raised from Đạt', () => {
    assert.deepEqual(ranked('12A1', 'g12', TEN, 3.6), ['Khá']);
  });

  it('nine at least 8.0, one 3.4: Đạt, raised from Chưa đạt', () => {
    assert.deepEqual(ranked('12A1', 'g12', TEN, 3.4), ['Đạt']);
  });

  for (const [hk1, hk2, year] of [
    ['Khá', 'Tốt', 'Tốt'],
    ['Chưa đạt', 'Tốt', 'Khá'],
    ['Đạt', 'Khá', 'Khá'],
    ['Chưa đạt', 'Khá', 'Đạt'],
    ['Tốt', 'Đạt', 'Khá'],
    ['Khá', 'Đạt', 'Đạt'],
    ['Tốt', 'Chưa đạt', 'Chưa đạt'],
  ] as const satisfies readonly (readonly [LevelTt22, LevelTt22, LevelTt22])[]) {
    it(`rèn luyện HKI ${hk1}, HKII ${hk2}: the year is ${year}`, () => {
      const terms = { className: '12A1', 'g12.hk1.conduct': hk1, 'g12.hk2.conduct': hk2 };
      assert.deepEqual(accepted(LEVELS_TT22, 'g12.cn.conduct', terms, 2024), [year]);
    });
  }
});

describe('worked examples: which circular', () => {
  it('grade 12 of 2022–2023 has 58/2011 for grades 10, 11 and 12; grade 12 of 2024–2025 has 22/2021 throughout', () => {
    for (const scope of ['g10', 'g11', 'g12'] as const) {
      const field = `${scope}.cn.rank`;
      const words = (schoolYear: number) =>
        accepted(['Giỏi', 'Trung bình', 'Kém', 'Tốt', 'Đạt', 'Chưa đạt'], field, { className: '12A1' }, schoolYear);
      assert.deepEqual(words(2022), ['Giỏi', 'Trung bình', 'Kém'], scope);
      assert.deepEqual(words(2024), ['Tốt', 'Đạt', 'Chưa đạt'], scope);
    }
  });
});
