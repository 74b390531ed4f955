import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { ID_PREFIX_PROVINCES } from '../../../rules/codes/provinces.ts';
import { readCitizenId, withoutSeparators } from '../../../rules/fields/read-citizen-id.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

describe('readCitizenId', () => {
  it('reads back place, sex and year of any number', () => {
    const number = fc.record({
      prefix: fc.constantFrom(...ID_PREFIX_PROVINCES.keys()),
      century: fc.integer({ min: 0, max: 4 }),
      female: fc.boolean(),
      year: fc.integer({ min: 0, max: 99 }),
      rest: digits(6),
    });
    fc.assert(
      fc.property(number, ({ prefix, century, female, year, rest }) => {
        const text = `${prefix}${2 * century + (female ? 1 : 0)}${String(year).padStart(2, '0')}${rest}`;
        assert.deepEqual(readCitizenId(text), {
          digits: text,
          province: ID_PREFIX_PROVINCES.get(prefix),
          sex: female ? 'Nữ' : 'Nam',
          birthYear: 1900 + 100 * century + year,
        });
      }),
    );
  });

  it('reads nothing but 12 digits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 14 }), digits(11), digits(13)), (text) => {
        assert.equal(readCitizenId(text) !== undefined, /^[0-9]{12}$/.test(text));
      }),
    );
    for (const text of ['00131000012٣', '001310000123 ', '00131000012X', '-01310000123', '0013100001.3']) {
      assert.equal(readCitizenId(text), undefined, text);
    }
  });

  it('knows the 63 places and no other', () => {
    assert.equal(ID_PREFIX_PROVINCES.size, 63);
    assert.equal(readCitizenId('087084000999')?.province, 'Đồng Tháp');
    assert.equal(readCitizenId('024310000123')?.province, 'Bắc Giang');
    assert.equal(readCitizenId('003310000123')?.province, null);
  });

  it('takes out every kind of separator', () => {
    assert.equal(withoutSeparators("'001 310.000-123\u00a0\u200b"), '001310000123');
  });
});
