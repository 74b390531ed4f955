import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wrappedLines } from '../../xlsx/row-height.ts';

describe('wrappedLines', () => {
  it('breaks between words, at line ends, and inside a word only where it is too long', () => {
    assert.equal(wrappedLines('', 10), 1);
    assert.equal(wrappedLines('một hai ba', 10), 1);
    assert.equal(wrappedLines('một hai ba', 9), 2);
    assert.equal(wrappedLines('một\nhai\n\nba', 10), 4);
    assert.equal(wrappedLines('0123456789', 4), 3);
  });

  it('never needs fewer lines than its letters fill, and never more than it has letters and line ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('ắ', 'n', ' ', '\n'), maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (text, width) => {
          const lines = wrappedLines(text, width);
          assert.ok(lines >= Math.ceil(text.replace(/\s/g, '').length / width));
          assert.ok(lines <= text.length + 1);
        },
      ),
    );
  });
});
