import { strict as assert } from 'node:assert';
import { primaryResultTt27, type ResultsTt27 } from '../../../rules/grading/primary-result-tt27.ts';

const BEST: ResultsTt27 = { subjects: ['T', 'T'], qualities: ['T', 'T'], finalScores: [90, 100] };
const result = (changes: Partial<ResultsTt27>) => primaryResultTt27({ ...BEST, ...changes });

describe('kết quả giáo dục of a primary year by 27/2020', () => {
  it('xuất sắc: all T, all Tốt, every final test at least 9', () => {
    assert.equal(result({}), 'Hoàn thành xuất sắc');
  });

  it('tốt: a final test of 7 or 8', () => {
    assert.equal(result({ finalScores: [80, 100] }), 'Hoàn thành tốt');
    assert.equal(result({ finalScores: [70, 70] }), 'Hoàn thành tốt');
  });

  it('one H loses xuất sắc and tốt, however good the tests are', () => {
    assert.equal(result({ subjects: ['T', 'H'], finalScores: [100, 100] }), 'Hoàn thành');
    assert.equal(result({ qualities: ['T', 'Đ'], finalScores: [100, 100] }), 'Hoàn thành');
  });

  it('hoàn thành: a final test of 5 or 6; chưa hoàn thành below that', () => {
    assert.equal(result({ finalScores: [60, 100] }), 'Hoàn thành');
    assert.equal(result({ finalScores: [50, 50] }), 'Hoàn thành');
    assert.equal(result({ finalScores: [40, 100] }), 'Chưa hoàn thành');
  });

  it('one C is chưa hoàn thành', () => {
    assert.equal(result({ subjects: ['T', 'C'] }), 'Chưa hoàn thành');
    assert.equal(result({ qualities: ['T', 'C'] }), 'Chưa hoàn thành');
  });

  it('goes without tests where the subjects of a grade have none', () => {
    assert.equal(result({ finalScores: [] }), 'Hoàn thành xuất sắc');
  });
});
