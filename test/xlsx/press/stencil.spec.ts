import assert from 'node:assert/strict';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { Stencil, slot } from '../../../xlsx/press/stencil.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 3000 }).map((text) => text.replaceAll('\ue000', ''));

describe('Stencil', () => {
  it('deflates to the text with its slots filled, whatever the lengths', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), words, (fillings, between) => {
        const names = fillings.map((_, index) => `n${index}`);
        const stencil = new Stencil(`${between}${names.map((name) => slot(name) + between).join('')}`);
        const part = stencil.fill(Object.fromEntries(names.map((name, index) => [name, fillings[index] ?? ''])));
        const expected = Buffer.from(`${between}${fillings.map((filling) => filling + between).join('')}`);
        assert.deepEqual(inflateRawSync(Buffer.concat(part.data)), expected);
        assert.equal(part.size, expected.length);
        assert.equal(part.crc32, crc32(expected));
      }),
    );
  });

  it('refuses to leave a slot empty by mistake', () => {
    assert.throws(() => new Stencil(`a${slot('unit')}b`).fill({ untie: 'x' }), RangeError);
  });
});
