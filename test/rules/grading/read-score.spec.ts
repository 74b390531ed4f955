import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { CellValue } from '../../../rules/cell.ts';
import { isWholeScore, readScore, scoreText } from '../../../rules/grading/read-score.ts';

const read = (cell: CellValue | undefined) => {
  const reading = readScore(cell);
  return 'tenths' in reading ? `${reading.kind} ${scoreText(reading.tenths)}` : reading.kind;
};

describe('reading a score', () => {
  const table: readonly (readonly [CellValue | undefined, string])[] = [
    [7.5, 'score 7.5'],
    [0, 'score 0'],
    [-0, 'score 0'],
    [10, 'score 10'],
    [8, 'score 8'],
    ['7.5', 'score 7.5'],
    ['7.50', 'score 7.5'],
    [' 8 ', 'score 8'],
    ['10.0', 'score 10'],
    ['7,5', 'decimal-comma 7.5'],
    ['8,0', 'decimal-comma 8'],
    ['10,0', 'decimal-comma 10'],
    [85, 'decimal-lost 8.5'],
    ['85', 'decimal-lost 8.5'],
    [100, 'decimal-lost 10'],
    [11, 'decimal-lost 1.1'],
    [7.25, 'too-many-decimals 7.3'],
    ['7.25', 'too-many-decimals 7.3'],
    ['7,25', 'too-many-decimals 7.3'],
    ['7.249', 'too-many-decimals 7.2'],
    [9.99, 'too-many-decimals 10'],
    [0.1 + 0.7, 'score 0.8'],
    [8.100000000000001, 'score 8.1'],
    [10.1, 'out-of-range'],
    ['10.04', 'out-of-range'],
    ['85.5', 'out-of-range'],
    ['10,5', 'out-of-range'],
    [101, 'out-of-range'],
    [850, 'out-of-range'],
    [-1, 'out-of-range'],
    ['-0.5', 'out-of-range'],
    [1e21, 'out-of-range'],
    [1e-9, 'out-of-range'],
    [null, 'blank'],
    [undefined, 'blank'],
    ['', 'blank'],
    ['  ', 'blank'],
    ['Miễn', 'exempt'],
    ['miễn', 'exempt'],
    ['MIỄN', 'exempt'],
    ['M', 'exempt'],
    ['MG', 'exempt'],
    ['Miễn giảm', 'exempt'],
    ['bảy', 'not-a-number'],
    ['7..5', 'not-a-number'],
    ['7.5.', 'not-a-number'],
    ['8+', 'not-a-number'],
    ['7.5E+1', 'not-a-number'],
    ['K', 'not-a-number'],
    [true, 'not-a-number'],
    [{ kind: 'date', year: 2026, month: 5, day: 8 }, 'not-a-number'],
    ['chuyển trường từ học kì hai năm học trước', 'not-a-number'],
    [{ kind: 'error', code: '#REF!' }, 'formula-error'],
  ];
  for (const [cell, expected] of table) {
    it(`${JSON.stringify(cell)} is ${expected}`, () => assert.equal(read(cell), expected));
  }

  it('takes Đ and CĐ for what they are, look-alike letters included', () => {
    for (const text of ['Đ', 'đ', 'Đạt', 'D', '\u00d0']) {
      assert.deepEqual(readScore(text), { kind: 'comment', passed: true }, text);
    }
    for (const text of ['CĐ', 'cđ', 'Chưa đạt', 'CD', 'KĐ', 'Không đạt']) {
      assert.deepEqual(readScore(text), { kind: 'comment', passed: false }, text);
    }
  });

  it('reads every score, as a number and as the text a fix writes, and says whether it is whole', () => {
    for (let tenths = 0; tenths <= 100; tenths++) {
      assert.deepEqual(readScore(tenths / 10), { kind: 'score', tenths });
      assert.deepEqual(readScore(scoreText(tenths)), { kind: 'score', tenths });
      assert.equal(isWholeScore(tenths), Number.isInteger(tenths / 10));
    }
  });

  it('says the same of a number and of its text', () => {
    const number = fc.oneof(
      fc.integer({ min: -20, max: 1200 }),
      fc.integer({ min: -2000, max: 120_000 }).map((n) => n / 100),
    );
    fc.assert(fc.property(number, (value) => assert.deepEqual(readScore(value), readScore(String(value)))));
  });

  it('says nothing more of what it proposed, whatever the cell', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.string(), fc.integer({ min: 0, max: 120 })), (cell) => {
        const reading = readScore(cell);
        if ('tenths' in reading) {
          assert.deepEqual(readScore(scoreText(reading.tenths)), { kind: 'score', tenths: reading.tenths });
        }
      }),
    );
  });
});
