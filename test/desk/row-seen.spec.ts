import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSeen, formatSeen, rowContent } from '../../desk/row-seen.ts';
import { pupil } from './desk-fixture.ts';

describe('what was seen of a record', () => {
  it('is written in digits, and read back', () => {
    const content = fc.option(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), content, (revision, digits) => {
        const text = formatSeen({ revision, content: digits });
        assert.match(text, /^[\d.]+$/);
        assert.deepEqual(findSeen(text), { revision, content: digits });
      }),
    );
    for (const text of [undefined, '', 'x', '1.', '.5', '1.2.3', '-1']) assert.equal(findSeen(text), null);
  });

  it('tells any change of what is uploaded, whatever the order of the columns, and nothing of the rest', () => {
    const row = pupil(0);
    const turned = Object.fromEntries(Object.entries(row).reverse());
    assert.equal(rowContent(turned), rowContent(row));
    assert.equal(rowContent({ ...row, note: 'khác', ordinal: 9, passport: '' }), rowContent(row));
    for (const part of [{ ward: 'khác' }, { ward: null }, { citizenId: 1316000100 }, { passport: 'P0000100' }]) {
      assert.notEqual(rowContent({ ...row, ...part }), rowContent(row));
    }
  });
});
