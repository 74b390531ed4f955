import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameKey } from '../../../rules/text/name-key.ts';
import { textKey } from '../../../rules/text/text-key.ts';

describe('nameKey', () => {
  const word = fc.constantFrom('Nguyễn', 'THUÝ', 'thuý', 'hoà', 'Hòa', 'Ðạt', 'Đạt', 'Minh', 'Anh', 'ổi', 'quý', 'Ú');
  const space = fc.constantFrom(' ', '  ', '\u00a0', '\u200b ');
  const form = fc.constantFrom('NFC', 'NFD');

  it('is the key of the whole text, whether it was worked out word by word or not', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, space)), form, (parts, normal) => {
        const name = parts.flat().join('').normalize(normal);
        assert.equal(nameKey(name), textKey(name).replace(/\s+/g, ' ').trim());
        assert.equal(nameKey(nameKey(name)), nameKey(name));
      }),
    );
  });

  it('has one apostrophe, though one of them passes for a letter', () => {
    for (const name of ['H’Hen Niê', 'HʼHen Niê', 'H`HEN NIÊ']) assert.equal(nameKey(name), nameKey("H'Hen Niê"), name);
  });

  it('goes on right when more words have come than it remembers', () => {
    const letters = 'abcdeghiklmnopqrstuvxy';
    let name = '';
    for (let index = 0; index < 25_000; index++) {
      name = [...String(index)].map((digit) => letters[Number(digit)]).join('');
      nameKey(`Hoà ${name}`);
    }
    assert.equal(nameKey(`HÒA ${name.toUpperCase()}`), nameKey(`Hoà ${name}`));
  });
});
