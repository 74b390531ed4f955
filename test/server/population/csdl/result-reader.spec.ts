import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ReadResult, resultReader } from '../../../../server/population/csdl/result-reader.ts';
import { RESULT_MEANINGS, RESULT_WORDS } from '../../../../server/population/csdl/result-words.ts';

describe('the words of a result list', () => {
  const read = resultReader();
  const short = (result: ReadResult) =>
    typeof result === 'string' ? result : [result.meaning, ...result.differing].join(' ');

  const CASES: readonly (readonly [status: string, reason: string, expected: string])[] = [
    ['Đã xác thực', '', 'match'],
    ['ĐÃ XÁC THỰC', '', 'match'],
    ['đã  xác thực.', '', 'match'],
    ['Đã xác thực'.normalize('NFD'), '', 'match'],
    ['Da xac thuc', '', 'match'],
    ['1 - Đã xác thực', '', 'match'],
    ['Đã xác thực với CSDLQG về dân cư', '', 'match'],
    ['Chưa xác thực', '', 'unconfirmed'],
    ['Chưa xác thực trên Cơ sở dữ liệu quốc gia về dân cư', '', 'unconfirmed'],
    ['Không tìm thấy', '', 'unconfirmed'],
    ['Số định danh không tồn tại', '', 'no-such-number'],
    ['Chưa xác thực', 'Số định danh không tồn tại', 'no-such-number'],
    ['Chưa xác thực', 'Đang chờ xử lý ở đâu đó', 'unconfirmed'],
    ['Chưa xác thực', 'Đang chờ', 'waiting'],
    ['Chưa xác thực', 'Lỗi hệ thống', 'not-asked'],
    ['Sai thông tin', '', 'differs'],
    ['Sai ngày sinh', '', 'differs differs.birthDate'],
    ['Sai họ tên, giới tính', '', 'differs differs.name differs.sex'],
    ['Ngày sinh không khớp; Giới tính không khớp', '', 'differs differs.birthDate differs.sex'],
    ['Đúng họ tên, sai ngày sinh', '', 'differs differs.birthDate'],
    ['Sai số CCCD', '', 'unconfirmed'],
    ['Sai thông tin', 'Ngày sinh', 'differs differs.birthDate'],
    ['Sai thông tin', 'Họ tên và ngày sinh', 'differs differs.name differs.birthDate'],
    ['Sai ngày sinh', 'Sai giới tính', 'differs differs.birthDate differs.sex'],
    ['Chưa xác thực', 'Sai nơi thường trú', 'differs differs.residence'],
    ['Sai thông tin', 'Ngày sinh đúng là 05/06/2012', 'differs'],
    ['Sai thông tin', 'Họ tên: Trần Thị Khác', 'differs'],
    ['Đang xác thực', 'Sai ngày sinh', 'waiting'],
    ['Đã xác thực', 'Sai ngày sinh', 'contradicts-itself'],
    ['Chưa xác thực', 'Đã xác thực', 'contradicts-itself'],
    ['Đã xác thực', 'Cô Hạnh đã kiểm', 'match'],
    ['Ngày sinh', '', 'label-unknown'],
    ['Trùng', '', 'label-unknown'],
    ['Đúng', '', 'label-unknown'],
    ['Hoàn thành', '', 'label-unknown'],
    ['Đang học', '', 'label-unknown'],
    ['x', '', 'label-unknown'],
    ['TRUE', '', 'label-unknown'],
  ];
  for (const [status, reason, expected] of CASES) {
    it(`${status} | ${reason} → ${expected}`, () => {
      assert.equal(short(read([status], reason === '' ? [] : [reason])), expected);
    });
  }

  it('takes nothing from a blank result, and no side of two that disagree', () => {
    assert.equal(read([], ['Sai ngày sinh']), 'label-missing');
    assert.equal(read(['Đã xác thực', 'Chưa xác thực'], []), 'contradicts-itself');
    assert.equal(read(['Đã xác thực', 'chữ lạ'], []), 'label-unknown');
    assert.equal(short(read(['Đã xác thực', 'Khớp'], [])), 'match');
  });

  it('lets an operator add words, before its own', () => {
    const more = resultReader({ 'Đạt yêu cầu đối soát': 'match', 'Chưa xác thực': 'waiting' });
    assert.equal(short(more(['đạt yêu cầu ĐỐI SOÁT'], [])), 'match');
    assert.equal(short(more(['Chưa xác thực'], [])), 'waiting');
  });

  it('gives every word one meaning, and every meaning a word', () => {
    const seen = new Map<string, string>();
    for (const meaning of RESULT_MEANINGS) {
      assert.ok(RESULT_WORDS[meaning].length > 0);
      for (const word of RESULT_WORDS[meaning]) {
        assert.equal(seen.get(word.toLowerCase()), undefined, word);
        seen.set(word.toLowerCase(), meaning);
        assert.equal(short(read([word], [])), meaning, word);
      }
    }
  });

  it('says no-such-number and match of no text that does not say so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const said = read([text], []);
        assert.ok(typeof said === 'string' || RESULT_WORDS[said.meaning].length > 0);
        assert.notEqual(short(said), 'match');
        assert.notEqual(short(said), 'no-such-number');
      }),
    );
  });
});
