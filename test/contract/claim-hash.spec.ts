import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimHash } from '../../contract/claim-hash.ts';
import { IDENTITY_FIELDS } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';

const row: RawRow = {
  fullName: 'Nguyễn Văn Thử',
  birthDate: { kind: 'date', year: 2012, month: 3, day: 5 },
  sex: 'Nam',
  citizenId: '001212000123',
  province: 'Hà Nội',
  ward: 'Phường Ba Đình',
  className: '7A',
};

describe('claimHash', () => {
  it('is the same for the same question', () => {
    assert.equal(claimHash({ ...row, className: '7B', note: 'x' }), claimHash(row));
    assert.equal(claimHash({ ...row, fullName: ' Nguyễn  Văn Thử'.normalize('NFD') }), claimHash(row));
    assert.equal(claimHash({ ...row, birthDate: '05/03/2012' }), claimHash(row));
    assert.equal(claimHash({ ...row, district: null }), claimHash(row));
    assert.match(claimHash(row), /^[0-9a-f]{16}$/);
  });

  it('changes with every identity field, also when a text moves to the next one', () => {
    for (const field of IDENTITY_FIELDS) assert.notEqual(claimHash({ ...row, [field]: 'khác' }), claimHash(row), field);
    assert.notEqual(claimHash({ fullName: 'a', birthDate: 'b' }), claimHash({ fullName: 'ab' }));
  });

  it('has no collision among many small edits', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^\d{12}$/), { minLength: 200, maxLength: 400 }), (numbers) => {
        const hashes = new Set(numbers.map((citizenId) => claimHash({ ...row, citizenId })));
        assert.equal(hashes.size, numbers.length);
      }),
      { numRuns: 20 },
    );
  });
});
