import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { LEVELS_TT22, type LevelTt22 } from '../../../rules/codes/result-labels.ts';
import { findHonourTt22, isPromotedTt22, rankTt22, yearConductTt22 } from '../../../rules/grading/rank-tt22.ts';

/** So many averages of one height, in tenths. */
const of = (count: number, tenths: number) => new Array<number>(count).fill(tenths);
const rank = (averages: readonly number[], comments: readonly boolean[] = [true, true]) =>
  rankTt22({ averages, comments });

describe('kết quả học tập by 22/2021', () => {
  it('eight scored, all at least 8.0 except one 6.4: Khá', () => {
    assert.equal(rank([...of(7, 80), 64]), 'Khá');
  });

  it('Đ9.3: nine at least 8.0, one 3.6: Đạt, two levels below Tốt because of one subject, raised to Khá', () => {
    assert.equal(rank([...of(9, 80), 36]), 'Khá');
  });

  it('Đ9.3: nine at least 8.0, one 3.4: Chưa đạt, raised one level to Đạt', () => {
    assert.equal(rank([...of(9, 80), 34]), 'Đạt');
  });

  it('Đ9.3: a Khá with one 3.4 is raised to Đạt; with one 4.9 it lies one level below and stays Đạt', () => {
    assert.equal(rank([...of(8, 65), 34]), 'Đạt');
    assert.equal(rank([...of(8, 65), 49]), 'Đạt');
  });

  it('Đ9.3: two subjects in the way: nothing is raised', () => {
    assert.equal(rank([...of(9, 80), 36, 36]), 'Đạt');
    assert.equal(rank([...of(9, 80), 34, 34]), 'Chưa đạt');
    assert.equal(rank([...of(9, 80), 36], [true, false]), 'Đạt');
  });

  it('one subject Chưa đạt is one subject', () => {
    assert.equal(rank(of(8, 80), [true, false]), 'Khá');
    assert.equal(rank(of(8, 65), [true, false]), 'Đạt');
    assert.equal(rank(of(8, 80), [false, false]), 'Chưa đạt');
  });

  it('six subjects must reach the higher mark', () => {
    assert.equal(rank([...of(6, 80), ...of(2, 65)]), 'Tốt');
    assert.equal(rank([...of(5, 80), ...of(3, 79)]), 'Khá');
    assert.equal(rank([...of(6, 65), ...of(2, 50)]), 'Khá');
    assert.equal(rank([...of(6, 50), ...of(2, 35)]), 'Đạt');
    assert.equal(rank([...of(5, 50), ...of(3, 49)]), 'Chưa đạt');
    assert.equal(rank([]), 'Chưa đạt');
  });

  it('never improves when a score or a comment drops', () => {
    const tenths = fc.integer({ min: 0, max: 100 });
    const averages = fc.array(tenths, { minLength: 6, maxLength: 10 });
    const comments = fc.array(fc.boolean(), { maxLength: 4 });
    fc.assert(
      fc.property(averages, comments, fc.nat(), tenths, (scores, levels, place, other) => {
        const at = place % scores.length;
        const score = scores[at] as number;
        const level = (value: number) =>
          LEVELS_TT22.indexOf(
            rank(
              scores.map((one, i) => (i === at ? value : one)),
              levels,
            ),
          );
        assert.ok(level(Math.max(score, other)) <= level(Math.min(score, other)));
        const ranked = LEVELS_TT22.indexOf(rank(scores, levels));
        assert.ok(ranked <= LEVELS_TT22.indexOf(rank(scores, [...levels, false])));
      }),
    );
  });
});

describe('rèn luyện of the year by 22/2021 Đ8.2', () => {
  /** HKII, HKI → year: the sentences of the circular written out. */
  const table: readonly (readonly [LevelTt22, LevelTt22, LevelTt22])[] = [
    ['Tốt', 'Tốt', 'Tốt'],
    ['Tốt', 'Khá', 'Tốt'],
    ['Tốt', 'Đạt', 'Khá'],
    ['Tốt', 'Chưa đạt', 'Khá'],
    ['Khá', 'Tốt', 'Khá'],
    ['Khá', 'Khá', 'Khá'],
    ['Khá', 'Đạt', 'Khá'],
    ['Khá', 'Chưa đạt', 'Đạt'],
    ['Đạt', 'Tốt', 'Khá'],
    ['Đạt', 'Khá', 'Đạt'],
    ['Đạt', 'Đạt', 'Đạt'],
    ['Đạt', 'Chưa đạt', 'Đạt'],
    ['Chưa đạt', 'Tốt', 'Chưa đạt'],
    ['Chưa đạt', 'Khá', 'Chưa đạt'],
    ['Chưa đạt', 'Đạt', 'Chưa đạt'],
    ['Chưa đạt', 'Chưa đạt', 'Chưa đạt'],
  ];
  for (const [term2, term1, year] of table) {
    it(`HKI ${term1}, HKII ${term2}: ${year}`, () => assert.equal(yearConductTt22(term1, term2), year));
  }
});

describe('the end of a year by 22/2021', () => {
  const best = { academic: 'Tốt', conduct: 'Tốt' } as const;

  it('Đ15: Xuất sắc with six subjects at 9.0, Giỏi with fewer, nothing below Tốt', () => {
    assert.equal(findHonourTt22(best, [...of(6, 90), ...of(2, 65)]), 'Học sinh Xuất sắc');
    assert.equal(findHonourTt22(best, [...of(5, 90), ...of(3, 89)]), 'Học sinh Giỏi');
    assert.equal(findHonourTt22({ ...best, conduct: 'Khá' }, of(8, 95)), undefined);
    assert.equal(findHonourTt22({ ...best, academic: 'Khá' }, of(8, 95)), undefined);
  });

  it('Đ12: moves up with both at least Đạt and at most 45 absences', () => {
    assert.equal(isPromotedTt22({ academic: 'Đạt', conduct: 'Đạt' }, 45), true);
    assert.equal(isPromotedTt22({ academic: 'Đạt', conduct: 'Đạt' }, 46), false);
    assert.equal(isPromotedTt22({ academic: 'Chưa đạt', conduct: 'Tốt' }, 0), false);
    assert.equal(isPromotedTt22({ academic: 'Tốt', conduct: 'Chưa đạt' }, 0), false);
  });
});
