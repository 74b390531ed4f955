import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findLegacyText } from '../../../rules/text/legacy-font.ts';
import { findFileText } from '../../../xlsx/import/decode-text-file.ts';
import { toUtf16, toWindows1252, toWindows1258 } from './encode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const LIST = 'STT;Họ và tên;Ngày sinh\r\n1;Nguyễn Thị Thử;05/09/2015\r\n2;Đặng Hoài Ân;06/09/2015\r\n';

/** Lists as schools have them: separators, digits and names of Vietnamese letters. */
const name = fc
  .array(fc.constantFrom('Nguyễn', 'Trần', 'Đặng', 'Thuỷ', 'Ửng', 'Hoà', 'Lê', 'Quỳnh', 'ẳ', 'Bưởi', 'An'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const list = fc
  .array(fc.tuple(fc.nat(999), name, fc.constantFrom('05/09/2015', '001215000123')), { minLength: 1, maxLength: 20 })
  .map((rows) => rows.map((row) => row.join(',')).join('\r\n'));

describe('findFileText', () => {
  it('reads UTF-8 and UTF-16 with and without their marks', () => {
    const forms = (text: string) => [
      utf8(text),
      utf8(`\ufeff${text}`),
      toUtf16(text, 'le'),
      toUtf16(text, 'be'),
      toUtf16(`\ufeff${text}`, 'le'),
      toUtf16(`\ufeff${text}`, 'be'),
    ];
    fc.assert(
      fc.property(list, (text) => {
        for (const bytes of forms(text)) assert.equal(findFileText(bytes)?.replace(/^\ufeff/, ''), text);
      }),
    );
  });

  it('reads windows-1258 and puts its tones together', () => {
    assert.equal(findFileText(toWindows1258(LIST)), LIST);
    fc.assert(fc.property(list, (text) => assert.equal(findFileText(toWindows1258(text)), text.normalize('NFC'))));
  });

  it('leaves Unicode that came decomposed as it is: that is a finding of its own', () => {
    const text = LIST.normalize('NFD');
    assert.equal(findFileText(utf8(text)), text);
  });

  it('reads text typed for a TCVN3 or VNI font as Excel shows it, so that the rules can say what it means', () => {
    for (const [typed, meant] of [
      ['NguyÔn V¨n §øc', 'Nguyễn Văn Đức'],
      ['Traàn Thò Haèng', 'Trần Thị Hằng'],
    ] as const) {
      const text = findFileText(toWindows1252(`1,${typed},05/09/2015\r\n`.repeat(3)));
      assert.equal(text?.split(',')[1], typed);
      assert.equal(findLegacyText(typed), meant);
    }
  });

  it('knows what is no text', () => {
    assert.equal(findFileText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)), undefined);
    assert.equal(findFileText(Uint8Array.from({ length: 4096 }, (_, at) => (at * 31) % 256)), undefined);
  });
});
