import { strict as assert } from 'node:assert';
import { findProgramme } from '../../../rules/codes/programmes.ts';
import { getSubject } from '../../../rules/codes/subjects.ts';
import { type Circular, findCircular } from '../../../rules/grading/circular.ts';
import { GRADING_PROFILES } from '../../../rules/grading/grading-profiles.ts';

const T30: Circular = 'TT22/2016';
const T27: Circular = 'TT27/2020';
const OLD: Circular = 'TT58/2011';
const AMD: Circular = 'TT58/2011+TT26/2020';
const NEW: Circular = 'TT22/2021';

/** The road map, grade 1 to 12, year by year. */
const ROADMAP: Readonly<Record<number, readonly Circular[]>> = {
  2019: [T30, T30, T30, T30, T30, OLD, OLD, OLD, OLD, OLD, OLD, OLD],
  2020: [T27, T30, T30, T30, T30, AMD, AMD, AMD, AMD, AMD, AMD, AMD],
  2021: [T27, T27, T30, T30, T30, NEW, AMD, AMD, AMD, AMD, AMD, AMD],
  2022: [T27, T27, T27, T30, T30, NEW, NEW, AMD, AMD, NEW, AMD, AMD],
  2023: [T27, T27, T27, T27, T30, NEW, NEW, NEW, AMD, NEW, NEW, AMD],
  2024: [T27, T27, T27, T27, T27, NEW, NEW, NEW, NEW, NEW, NEW, NEW],
  2025: [T27, T27, T27, T27, T27, NEW, NEW, NEW, NEW, NEW, NEW, NEW],
  2026: [T27, T27, T27, T27, T27, NEW, NEW, NEW, NEW, NEW, NEW, NEW],
};

describe('the circular of a result', () => {
  for (const [year, circulars] of Object.entries(ROADMAP)) {
    it(`is known for every grade of ${year}–${Number(year) + 1}`, () => {
      const found = circulars.map((_, at) => findCircular(Number(year), at + 1));
      assert.deepEqual(found, circulars);
    });
  }

  it('goes by the year of the result: grade 12 of 2022–2023 has 58/2011 for all three years', () => {
    assert.deepEqual([findCircular(2020, 10), findCircular(2021, 11), findCircular(2022, 12)], [AMD, AMD, AMD]);
    assert.deepEqual([findCircular(2022, 10), findCircular(2023, 11), findCircular(2024, 12)], [NEW, NEW, NEW]);
  });

  it('goes on after the last year known, and is unknown before the first', () => {
    assert.equal(findCircular(2040, 12), NEW);
    assert.equal(findCircular(2040, 3), T27);
    assert.equal(findCircular(2018, 12), undefined);
    assert.equal(findCircular(Number.NaN, 12), undefined);
  });

  it('is unknown for what is no grade', () => {
    for (const grade of [0, 13, 10.5, -1, Number.NaN]) assert.equal(findCircular(2022, grade), undefined);
  });

  it('demands Ngoại ngữ as a third core subject from 2020–2021 on, and ranks nobody by 22/2016', () => {
    assert.deepEqual(GRADING_PROFILES[OLD].coreSubjects, ['math', 'literature']);
    assert.deepEqual(GRADING_PROFILES[AMD].coreSubjects, ['math', 'literature', 'foreignLanguage1']);
    assert.equal('ranks' in GRADING_PROFILES[T30], false);
    assert.deepEqual(GRADING_PROFILES[NEW].ranks.labels, ['Tốt', 'Khá', 'Đạt', 'Chưa đạt']);
    assert.deepEqual(GRADING_PROFILES[OLD].ranks.labels, ['Giỏi', 'Khá', 'Trung bình', 'Yếu', 'Kém']);
  });
});

describe('the programme of a grade', () => {
  it('follows the circular', () => {
    assert.equal(findProgramme(2020, 10)?.id, 'upper-secondary-2006');
    assert.equal(findProgramme(2023, 12)?.id, 'upper-secondary-2006');
    assert.equal(findProgramme(2022, 10)?.id, 'upper-secondary-2018');
    assert.equal(findProgramme(2024, 12)?.id, 'upper-secondary-2018');
    assert.equal(findProgramme(2021, 6)?.id, 'lower-secondary-2018');
    assert.equal(findProgramme(2024, 5)?.id, 'primary-2018');
    assert.equal(findProgramme(2020, 9), undefined);
    assert.equal(findProgramme(2020, 5), undefined);
  });

  it('has the number of subjects the programme has, each once', () => {
    const years = [
      [2024, 5, 14],
      [2024, 9, 14],
      [2024, 12, 20],
      [2020, 12, 14],
    ] as const;
    for (const [year, grade, count] of years) {
      const subjects = findProgramme(year, grade)?.subjects.map(({ subject }) => subject) ?? [];
      assert.equal(subjects.length, count);
      assert.equal(new Set(subjects).size, count);
      for (const subject of subjects) assert.ok(getSubject(subject).label.vi);
    }
  });

  it('judges by comment what the domain knows as comment-only', () => {
    const comments = (year: number, grade: number) =>
      findProgramme(year, grade)
        ?.subjects.filter(({ assessment }) => assessment === 'comment')
        .map(({ subject }) => subject);
    assert.deepEqual(comments(2024, 9), ['physicalEducation', 'arts', 'experience', 'localEducation']);
    assert.deepEqual(comments(2024, 12), ['physicalEducation', 'experience', 'localEducation', 'music', 'art']);
    assert.deepEqual(comments(2020, 12), ['physicalEducation']);
  });
});
