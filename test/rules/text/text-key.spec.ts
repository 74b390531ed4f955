import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { headerKey } from '../../../rules/text/header-key.ts';
import { letterFingerprint } from '../../../rules/text/letter-fingerprint.ts';
import { nameKey } from '../../../rules/text/name-key.ts';
import { placeKey } from '../../../rules/text/place-key.ts';
import { textKey } from '../../../rules/text/text-key.ts';

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ';
const vietnamese = fc.string({
  unit: fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase(), ' ', ' ', '-', "'", '.'),
  maxLength: 30,
});
const anything = fc.oneof(vietnamese, fc.string({ unit: 'binary', maxLength: 20 }));
const KEYS = { textKey, nameKey, placeKey, headerKey };

describe('text keys', () => {
  for (const [name, key] of Object.entries(KEYS)) {
    it(`${name} does not tell NFC from NFD, capitals from small letters, nor kinds of spaces`, () => {
      fc.assert(
        fc.property(vietnamese, (text) => {
          assert.equal(key(text.normalize('NFD')), key(text.normalize('NFC')));
          assert.equal(key(text.toUpperCase()), key(text.toLowerCase()));
          assert.equal(key(`\u200b ${text.replaceAll(' ', '\u00a0 ')}\ufeff`), key(text));
        }),
      );
    });
  }

  for (const [name, key] of Object.entries({ textKey, nameKey, headerKey })) {
    it(`${name} is idempotent`, () => {
      fc.assert(fc.property(anything, (text) => assert.equal(key(key(text)), key(text))));
    });
  }

  it('puts the tone at the end of the syllable', () => {
    for (const [a, b] of [
      ['hoà', 'hòa'],
      ['thuý', 'thúy'],
      ['khoẻ', 'khỏe'],
      ['Hoàng', 'hòang'],
      ['quý', 'qúy'],
    ] as const) {
      assert.equal(textKey(a), textKey(b));
    }
    assert.notEqual(textKey('hòa'), textKey('hoa'));
    assert.notEqual(textKey('hòa'), textKey('hóa'));
  });

  it('takes look-alike letters for what they look like', () => {
    assert.equal(textKey('\u00d0ỗ V\u0103n \u0110ạt'), textKey('Đỗ Văn Đạt'));
    assert.equal(textKey('\u041cai \u0410n'), textKey('Mai An'));
    assert.equal(textKey('\u0189 \u0256 \u00f0'), textKey('Đ đ đ'));
  });

  it('names: tones and i/y count, capitals and tone placement do not', () => {
    assert.equal(nameKey('LÊ THỊ THUÝ'), nameKey('Lê Thị Thúy'.normalize('NFD')));
    assert.equal(nameKey('H\u2019Hen  Niê'), nameKey("h'hen niê"));
    assert.notEqual(nameKey('Nguyễn Văn Hòa'), nameKey('Nguyễn Văn Hoa'));
    assert.notEqual(nameKey('Trần Văn Lý'), nameKey('Trần Văn Lí'));
  });

  it('places: i and y, hyphens and spaces do not count', () => {
    assert.equal(placeKey('Bà Rịa – Vũng Tàu'), placeKey('Bà Rịa-Vũng Tàu'));
    assert.equal(placeKey('Lý Sơn'), placeKey('Lí Sơn'));
    assert.equal(placeKey('Mỹ Đức'), placeKey('Mĩ Đức'));
    assert.equal(placeKey('Quỳ Châu'), placeKey('Quì Châu'));
    assert.notEqual(placeKey('Thủy'), placeKey('Thủi'));
    assert.notEqual(placeKey('Hà Nam'), placeKey('Hà Nám'));
  });

  it('headers: line breaks, punctuation and the mark of mandatory columns do not count', () => {
    assert.equal(headerKey('Họ và\r\n  tên (*)'), headerKey('HỌ VÀ TÊN'.normalize('NFD')));
    assert.equal(headerKey('Số CMND/CCCD:'), headerKey('số cmnd - cccd'));
    assert.equal(headerKey('Mã định danh Bộ GD&\u0110T'), headerKey('Mã định danh Bộ GD&\u00d0T'));
    assert.notEqual(headerKey('Họ tên cha'), headerKey('Họ tên mẹ'));
  });

  it('equal name and header keys have equal fingerprints', () => {
    fc.assert(
      fc.property(vietnamese, fc.constantFrom('NFC', 'NFD'), (text, form) => {
        const other = `${text.toUpperCase().normalize(form)} `.replaceAll('Đ', '\u00d0');
        assert.equal(nameKey(other), nameKey(text));
        assert.equal(headerKey(other), headerKey(text));
        assert.equal(letterFingerprint(other), letterFingerprint(text));
      }),
    );
  });
});
