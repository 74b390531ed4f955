import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeIdentity, findIdentity, signedText, type WorkbookIdentity } from '../../templates/workbook-identity.ts';

const texts = fc.string({ maxLength: 20 });
const identities: fc.Arbitrary<WorkbookIdentity> = fc.record(
  {
    template: fc.constantFrom('student', 'staff'),
    version: fc.integer({ min: 1, max: 99 }),
    unit: texts,
    unitName: texts,
    campaign: texts,
    workbookId: fc.uuid(),
    issuedAt: fc.constant('2026-11-22T00:00:00.000Z'),
  },
  { noNullPrototype: true },
);

describe('the identity of a workbook', () => {
  it('comes back from its cells, signed or not', () => {
    fc.assert(
      fc.property(identities, fc.option(fc.constant('s1.abc.def'), { nil: undefined }), (bare, signature) => {
        const identity = signature === undefined ? bare : { ...bare, signature };
        assert.deepEqual(findIdentity(encodeIdentity(identity)), identity);
      }),
    );
  });

  it('signs every value: no two identities have one text', () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        const same = JSON.stringify(encodeIdentity(a)) === JSON.stringify(encodeIdentity(b));
        assert.equal(signedText(a) === signedText(b), same);
      }),
    );
  });

  it('does not sign the signature', () => {
    const [identity] = fc.sample(identities, { numRuns: 1, seed: 1 });
    assert.ok(identity);
    assert.equal(signedText({ ...identity, signature: 's1.abc.def' }), signedText(identity));
  });
});
