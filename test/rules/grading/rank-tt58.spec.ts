import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { ACADEMIC_RANKS_TT58 } from '../../../rules/codes/result-labels.ts';
import type { SubjectId } from '../../../rules/codes/subjects.ts';
import { type ResultsTt58, rankTt58 } from '../../../rules/grading/rank-tt58.ts';

const AMENDED = 'TT58/2011+TT26/2020';
const ORDER: readonly SubjectId[] = [
  'math',
  'literature',
  'foreignLanguage1',
  'physics',
  'chemistry',
  'biology',
  'history',
  'geography',
];

/** Subjects in `ORDER`; those not named have 8.5. */
function results(
  overall: number,
  named: Partial<Record<SubjectId, number>>,
  more: Partial<ResultsTt58> = {},
): ResultsTt58 {
  return {
    circular: AMENDED,
    overall,
    subjects: ORDER.map((subject) => ({ subject, tenths: named[subject] ?? 85 })),
    comments: [true, true],
    ...more,
  };
}

describe('học lực by 58/2011', () => {
  it('ĐTB 8.4, Toán 8.1, one subject 6.4: that subject alone would make it Khá', () => {
    assert.equal(rankTt58(results(84, { math: 81, history: 64 })), 'Khá');
  });

  it('Đ13.6a: ĐTB 8.4, one subject 4.9 drags Giỏi to Trung bình: Khá', () => {
    assert.equal(rankTt58(results(84, { history: 49 })), 'Khá');
  });

  it('Đ13.6b: ĐTB 8.4, one subject 3.4 drags Giỏi to Yếu: Trung bình', () => {
    assert.equal(rankTt58(results(84, { history: 34 })), 'Trung bình');
  });

  it('Đ13.6c: ĐTB 7.0, one subject 3.4 drags Khá to Yếu: Trung bình', () => {
    assert.equal(rankTt58(results(70, { history: 34 })), 'Trung bình');
  });

  it('Đ13.6d: ĐTB 7.0, one subject 1.9 drags Khá to Kém: Yếu', () => {
    assert.equal(rankTt58(results(70, { history: 19 })), 'Yếu');
  });

  it('ĐTB 8.2, Toán 7.9, Văn 7.5, Ngoại ngữ 7.8, all at least 6.5: Khá', () => {
    assert.equal(rankTt58(results(82, { math: 79, literature: 75, foreignLanguage1: 78 })), 'Khá');
  });

  it('a Giỏi dragged to Kém is not among the cases of Đ13.6', () => {
    assert.equal(rankTt58(results(84, { history: 19 })), 'Kém');
  });

  it('two subjects in the way: nothing is raised', () => {
    assert.equal(rankTt58(results(84, { history: 49, geography: 64 })), 'Trung bình');
    assert.equal(rankTt58(results(70, { history: 34, geography: 34 })), 'Yếu');
  });

  it('one subject judged Chưa đạt is one subject, two are not', () => {
    assert.equal(rankTt58(results(84, {}, { comments: [true, false] })), 'Trung bình');
    assert.equal(rankTt58(results(70, {}, { comments: [true, false] })), 'Trung bình');
    assert.equal(rankTt58(results(84, {}, { comments: [false, false] })), 'Yếu');
    assert.equal(rankTt58(results(45, {}, { comments: [false, false] })), 'Yếu');
  });

  it('Ngoại ngữ counts as a core subject from 11/10/2020 only', () => {
    const scores = { math: 79, literature: 79, foreignLanguage1: 90 };
    assert.equal(rankTt58(results(84, scores)), 'Giỏi');
    assert.equal(rankTt58(results(84, scores, { circular: 'TT58/2011' })), 'Khá');
  });

  it('the specialised subject has a mark of its own', () => {
    const specialised = { specialised: 'chemistry' } as const;
    assert.equal(rankTt58(results(84, { chemistry: 79 })), 'Giỏi');
    assert.equal(rankTt58(results(84, { chemistry: 79 }, specialised)), 'Khá');
    assert.equal(rankTt58(results(70, { chemistry: 64 }, specialised)), 'Trung bình');
    assert.equal(rankTt58(results(70, { chemistry: 65 }, specialised)), 'Khá');
  });

  it('the marks themselves are enough, a tenth below is not', () => {
    const all = (tenths: number, overall: number) =>
      rankTt58(results(overall, Object.fromEntries(ORDER.map((subject) => [subject, tenths]))));
    assert.deepEqual(
      [all(80, 80), all(80, 79), all(65, 65), all(65, 64), all(50, 50), all(50, 49), all(35, 35), all(35, 34)],
      ['Giỏi', 'Khá', 'Khá', 'Trung bình', 'Trung bình', 'Yếu', 'Yếu', 'Kém'],
    );
  });

  it('never improves when a subject drops, the ĐTB being the same', () => {
    const tenths = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.array(tenths, { minLength: ORDER.length, maxLength: ORDER.length }),
        tenths,
        fc.array(fc.boolean(), { maxLength: 3 }),
        fc.nat({ max: ORDER.length - 1 }),
        tenths,
        fc.option(fc.constantFrom(...ORDER), { nil: undefined }),
        (scores, overall, comments, at, other, specialised) => {
          const ranked = (score: number) =>
            ACADEMIC_RANKS_TT58.indexOf(
              rankTt58({
                circular: AMENDED,
                overall,
                comments,
                subjects: ORDER.map((subject, i) => ({ subject, tenths: i === at ? score : (scores[i] as number) })),
                ...(specialised ? { specialised } : {}),
              }),
            );
          const score = scores[at] as number;
          assert.ok(ranked(Math.max(score, other)) <= ranked(Math.min(score, other)));
        },
      ),
    );
  });

  it('is never better than the ĐTB alone', () => {
    const tenths = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 3, maxLength: 8 }), tenths, (scores, overall) => {
        const subjects = scores.map((score, at) => ({ subject: ORDER[at] as SubjectId, tenths: score }));
        const best = rankTt58({
          circular: AMENDED,
          overall,
          comments: [],
          subjects: [{ subject: 'math', tenths: 100 }],
        });
        const rank = rankTt58({ circular: AMENDED, overall, comments: [], subjects });
        assert.ok(ACADEMIC_RANKS_TT58.indexOf(best) <= ACADEMIC_RANKS_TT58.indexOf(rank));
      }),
    );
  });
});
