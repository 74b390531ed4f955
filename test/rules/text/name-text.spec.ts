import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { TCVN3 } from '../../../rules/codes/tables/tcvn3.ts';
import { VNI } from '../../../rules/codes/tables/vni.ts';
import { cleanName } from '../../../rules/text/clean-name.ts';
import { decodeTcvn3, decodeVni, findLegacyText } from '../../../rules/text/legacy-font.ts';
import { isPlainName } from '../../../rules/text/plain-name.ts';
import { isVietnameseSyllable } from '../../../rules/text/syllable.ts';
import { titleCaseName } from '../../../rules/text/title-case.ts';

const NAMES = [
  'Nguyễn Văn Đức',
  'Trần Thị Hằng',
  'Lê Thị Thuỷ',
  'Phạm Hữu Phước',
  'Vũ Quốc Khánh',
  'Đặng Ngọc Huyền',
  'Bùi Xuân Trường',
];

function encode(text: string, table: readonly (readonly [string, string])[]): string {
  const back = new Map(table.map(([legacy, letter]) => [letter, legacy]));
  return Array.from(text, (char) => back.get(char) ?? char).join('');
}

describe('names as text', () => {
  it('decodes both legacy encodings back to the name', () => {
    for (const name of NAMES) {
      assert.equal(decodeTcvn3(encode(name, TCVN3)), name);
      assert.equal(decodeVni(encode(name, VNI)), name);
      assert.equal(findLegacyText(encode(name, TCVN3)), name, 'TCVN3');
      assert.equal(findLegacyText(encode(name, VNI)), name, 'VNI');
    }
  });

  it('leaves Unicode names, foreign names and stray bytes alone', () => {
    const kept = [
      'Ðỗ Văn Ðạt',
      'François',
      'José Ñandú',
      'Müller',
      'Hoà',
      'Toàn',
      'Ðinh Van Nam',
      'Tran\u00adVan',
      'Nguyễn\u00ad Văn',
      'Mai',
    ];
    for (const text of [...kept, ...NAMES]) assert.equal(findLegacyText(text), undefined, text);
  });

  it('knows the syllables of ordinary names', () => {
    const syllables =
      'Nguyễn Khuyên Uyên Nghĩa Tuyết Nguyệt Giang Gia Giáp Gìn Giếng Quý Quốc Khoẻ Ngoan Oanh Oai Hoè Khuê Ý Yến Ước Thuở Huỳnh';
    for (const syllable of syllables.split(' ')) assert.ok(isVietnameseSyllable(syllable), syllable);
    for (const noise of ['éinh', 'TranưVan', 'xz', 'ááo', 'Brr']) assert.ok(!isVietnameseSyllable(noise), noise);
  });

  it('capitals: H’HEN becomes H’Hen, and a second pass changes nothing', () => {
    assert.equal(titleCaseName("H'HEN NIÊ"), "H'Hen Niê");
    assert.equal(titleCaseName('LÊ THỊ ÁNH-TUYẾT'), 'Lê Thị Ánh-Tuyết');
    assert.equal(titleCaseName("Đạ M'ri"), "Đạ M'ri");
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) =>
        assert.equal(titleCaseName(titleCaseName(text)), titleCaseName(text)),
      ),
    );
  });

  it('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) =>
        assert.equal(cleanName(cleanName(text)), cleanName(text)),
      ),
    );
  });

  it('a plain name is its own clean, title-cased form and no legacy text', () => {
    const letters = [
      ...'aáàâãbcdđeèéêghikmnoòóôõơprtuùúưyý',
      ...'AĐNHOYVL',
      ' ',
      "'",
      '-',
      'ễ',
      'ị',
      '2',
      '\u0301',
      '\u00d0',
    ];
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: fc.constantFrom(...letters), maxLength: 14 })),
        (text) => {
          if (!isPlainName(text)) return;
          assert.equal(cleanName(text), text);
          assert.equal(titleCaseName(text), text);
          assert.equal(findLegacyText(text), undefined);
          assert.ok(text.includes(' '));
        },
      ),
      { numRuns: 2000 },
    );
    for (const name of [...NAMES, "H'Hen Niê", 'Hoà Toàn', 'Trần Lê-Anna']) assert.ok(isPlainName(name), name);
  });
});
