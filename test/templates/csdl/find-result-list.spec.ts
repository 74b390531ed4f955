import assert from 'node:assert/strict';
import type { CellValue } from '../../../rules/cell.ts';
import { findResultList, type ResultList } from '../../../templates/csdl/find-result-list.ts';

describe('finding a result list by its header', () => {
  const find = (...grid: CellValue[][]): ResultList => {
    const found = findResultList(grid);
    if (typeof found === 'string') throw new Error(found);
    return found;
  };

  it('takes the column whose words say the result, not those that say when, who or why', () => {
    for (const status of [
      'Trạng thái xác thực',
      'TÌNH TRẠNG XÁC THỰC',
      'Kết quả xác thực CSDLQG',
      'Kết quả đối soát với CSDLQG về dân cư',
      'Trạng thái định danh',
      'Kết quả xác thực số định danh',
      'Xác thực',
      'Trang thai xac thuc',
      'Trạng thái đồng bộ',
      'Kết quả',
    ]) {
      const list = find([
        'Người xác thực',
        'Ngày xác thực',
        'Lý do chưa xác thực',
        'Mã định danh Bộ GD&ĐT',
        status,
        'Số lần xác thực',
        'Tình trạng số định danh',
      ]);
      assert.deepEqual([list.statuses, list.reasons, list.answeredOn], [[4], [2], 1], status);
    }
  });

  it('prefers a result of the verification to a state of whatever', () => {
    const list = find(['Số CCCD', 'Trạng thái', 'Trạng thái xác thực', 'Ghi chú']);
    assert.deepEqual([list.statuses, list.reasons], [[2], [3]]);
    assert.deepEqual(find(['Số CCCD', 'Trạng thái', 'Trạng thái']).statuses, [1, 2]);
  });

  it('reads the register’s own columns and those of parents as nobody’s', () => {
    const list = find([
      'Họ tên theo CSDLQG về dân cư',
      'Họ tên',
      'Ngày sinh (dân cư)',
      'Ngày sinh',
      'Số CCCD cha',
      'Số ĐDCN',
      'Kết quả xác thực',
    ]);
    assert.deepEqual(Object.fromEntries(list.columns), { fullName: 1, birthDate: 3, citizenId: 5 });
  });

  it('takes names and dates that lie in several columns', () => {
    const list = find(
      ['Họ đệm', 'Tên', 'Ngày sinh', null, null, 'Trạng thái xác thực'],
      [null, null, 'Ngày', 'Tháng', 'Năm', null],
      ['Lê Văn', 'An', 1, 2, 2012, 'Đã xác thực'],
    );
    assert.deepEqual([...list.parts.keys()].sort(), ['birthDate', 'fullName']);
    assert.equal(list.firstLine, 2);
  });

  it('says what is missing where it is no result list', () => {
    assert.equal(findResultList([]), 'no-list');
    assert.equal(findResultList([['Tên sách', 'Số lượng']]), 'no-list');
    assert.equal(findResultList([['Họ tên', 'Trạng thái xác thực']]), 'no-list');
    assert.equal(findResultList([['Họ tên', 'Số CCCD', 'Trạng thái học sinh']]), 'no-status');
    assert.equal(findResultList([['Họ tên', 'Số CCCD', 'Kết quả xác thực', '_sosach_dong']]), 'own-workbook');
  });
});
