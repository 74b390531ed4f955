import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentFingerprint, findFingerprint, fingerprintFit, rowFingerprint } from '../../desk/row-fingerprint.ts';
import { pupil } from './desk-fixture.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';

describe('the fingerprint of a row', () => {
  const fitOf = (values: Parameters<typeof fingerprintFit>[1]) => fingerprintFit(rowFingerprint(ID, pupil(0)), values);

  it('knows the person however the cells are written', () => {
    const { fullName } = pupil(0);
    assert.deepEqual(fitOf(pupil(0)), { same: 3, different: 0 });
    assert.deepEqual(
      fitOf(
        pupil(0, {
          fullName: `  ${String(fullName).toUpperCase().normalize('NFD')} `,
          birthDate: { kind: 'date', year: 2016, month: 3, day: 1 },
          citizenId: '0013 1600 0100',
        }),
      ),
      { same: 3, different: 0 },
    );
  });

  it('counts what was corrected, and what is blank on neither side', () => {
    assert.deepEqual(fitOf(pupil(0, { fullName: 'Lê Thị Oanh' })), { same: 2, different: 1 });
    assert.deepEqual(fitOf(pupil(1)), { same: 0, different: 3 });
    assert.deepEqual(fitOf(pupil(1, { fullName: null, citizenId: '' })), { same: 0, different: 1 });
  });

  it('is the row’s own: a copy under another id has none', () => {
    const fingerprint = rowFingerprint(ID, pupil(0));
    assert.match(fingerprint, /^\d{12}$/);
    assert.equal(findFingerprint(ID, fingerprint), fingerprint);
    assert.equal(findFingerprint(OTHER_ID, fingerprint), null);
    for (const text of [null, '', 'chữ của ai đó', '12345678901x']) assert.equal(findFingerprint(ID, text), null);
  });

  it('leaves of a birth date no more than several days could have left', () => {
    const days = new Map<string, number>();
    for (let day = 0; day < 5000; day++) {
      const date = new Date(Date.UTC(2006, 0, 1 + day));
      const values = {
        birthDate: {
          kind: 'date',
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        },
      } as const;
      const part = contentFingerprint(values).slice(3, 6);
      days.set(part, (days.get(part) ?? 0) + 1);
    }
    assert.ok(days.size < 1000);
    assert.ok([...days.values()].filter((count) => count === 1).length < days.size / 20);
  });

  it('is made of any cells', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(cell, cell, cell, (fullName, birthDate, citizenId) => {
        const values = { fullName, birthDate, citizenId };
        assert.equal(fingerprintFit(rowFingerprint(ID, values), values).different, 0);
      }),
    );
  });
});
