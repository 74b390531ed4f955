import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { editDistance } from '../../../rules/text/edit-distance.ts';
import { readDistrictName, readWardName, type UnitName } from '../../../rules/text/unit-name.ts';
import { withoutMarks } from '../../../rules/text/without-marks.ts';

const same = ({ kind, key }: UnitName) => ({ kind, key });

describe('the name of an administrative unit', () => {
  it('is read with its kind, written out or not', () => {
    for (const text of [
      'Phường 05',
      'P.5',
      'P5',
      'phường 5',
      'PHƯỜNG 5',
      'p. 5',
      'Phuong 5',
      'Phường 5'.normalize('NFD'),
    ])
      assert.deepEqual([readWardName(text).kind, readWardName(text).key], ['phường', '5'], text);
    for (const text of ['Thị trấn Đạ M’ri', "TT Đạ M'ri", "tt. Đạ M'Ri", 'THỊ TRẤN ĐẠ MRI'])
      assert.deepEqual(same(readWardName(text)), same(readWardName("Thị trấn Đạ M'ri")), text);
    assert.equal(readWardName('Đặc khu Phú Quốc').kind, 'đặc khu');
    assert.deepEqual(same(readDistrictName('Q.1')), same(readDistrictName('Quận 01')));
    assert.deepEqual(same(readDistrictName('TP.Thủ Đức')), same(readDistrictName('thành phố Thủ Đức')));
    assert.deepEqual(same(readDistrictName('T.P Thủ Đức')), same(readDistrictName('thành phố Thủ Đức')));
    assert.deepEqual(same(readDistrictName('Tx Sơn Tây')), same(readDistrictName('Thị xã Sơn Tây')));
    assert.deepEqual(same(readDistrictName('H. Kiến Xương')), same(readDistrictName('Huyện Kiến Xương')));
  });

  it('keeps letters that only look like a kind', () => {
    for (const text of ['Phú Quốc', 'Xuân Lộc', 'P', 'Phúc Xá', 'Tân Định'])
      assert.equal(readWardName(text).kind, null, text);
    for (const text of ['Hà Đông', 'Hoàn Kiếm', 'Quỳ Châu', 'Q']) assert.equal(readDistrictName(text).kind, null, text);
  });

  it('takes no tone placement and no i or y for another name', () => {
    assert.deepEqual(same(readWardName('Xã Vũ Quí')), same(readWardName('xã Vũ Quý')));
    assert.deepEqual(same(readWardName('Phường Yên Hoà')), same(readWardName('Phường Yên Hòa')));
    assert.notEqual(readWardName('Xã Hòa').key, readWardName('Xã Hoa').key);
    assert.equal(withoutMarks(readWardName('Xã Đông Dương').key), 'dongduong');
  });
});

describe('editDistance', () => {
  it('counts letters inserted, deleted and replaced, up to its limit', () => {
    assert.equal(editDistance('hadong', 'hadong', 2), 0);
    assert.equal(editDistance('hadong', 'hadongg', 2), 1);
    assert.equal(editDistance('hadong', 'hdongg', 2), 2);
    assert.equal(editDistance('hadong', 'badinh', 2), 3);
    assert.equal(editDistance('', 'abc', 2), 3);
  });

  it('is the same both ways, and zero for equal texts only', () => {
    const word = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(editDistance(a, b, 9), editDistance(b, a, 9));
        assert.equal(editDistance(a, b, 9) === 0, a === b);
        assert.ok(editDistance(a, b, 9) >= Math.abs(a.length - b.length));
        assert.equal(editDistance(a, b, 1), Math.min(2, editDistance(a, b, 9)));
      }),
    );
  });
});
