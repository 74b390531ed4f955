import { strict as assert } from 'node:assert';
import { defineRules, isInForce } from '../../rules/rule.ts';

const WORDS = { vi: 'Một câu.', en: 'A sentence.' };
const BARE = {
  severity: 'note',
  effect: 'none',
  field: 'fullName',
  citation: 'Công văn 1118/PGDDĐT',
  title: WORDS,
  fix: 'none',
  examples: { pass: [], fail: [] },
} as const;

describe('defineRules', () => {
  it('gives every rule its key as code', () => {
    assert.equal(defineRules({ 'a.b': { ...BARE, message: WORDS } })['a.b'].code, 'a.b');
  });

  it('does not compile without a message in both languages', () => {
    // @ts-expect-error the message is missing
    defineRules({ 'a.b': BARE });
    // @ts-expect-error the English sentence is missing
    defineRules({ 'a.b': { ...BARE, message: { vi: 'Một câu.' } } });
  });
});

describe('isInForce', () => {
  const rule = { from: { year: 2025, month: 1, day: 1 }, to: { year: 2025, month: 6, day: 30 } };

  it('counts both ends', () => {
    assert.deepEqual(
      [
        [2024, 12, 31],
        [2025, 1, 1],
        [2025, 6, 30],
        [2025, 7, 1],
      ].map(([year = 0, month = 0, day = 0]) => isInForce(rule, { year, month, day })),
      [false, true, true, false],
    );
    assert.ok(isInForce({}, { year: 1, month: 1, day: 1 }));
  });
});
