import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describeFinding } from '../../../rules/catalogue.ts';
import type { CellValue } from '../../../rules/cell.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import { PROVINCES_63 } from '../../../rules/codes/tables/provinces-63.ts';
import { pupils } from '../../../rules/example-rows.ts';
import { readCitizenId } from '../../../rules/fields/read-citizen-id.ts';
import { saidOf, saidOfPupil, saidOfTeacher, TODAY } from './said-of.ts';

/**
 * The worked examples of the project's domain sheet about identity numbers, with those very values, through the public engine.
 * They are invented and told as of 22/11/2026. This is the one file of the repository whose numbers do not end in 000xxx.
 */
const boy = { sex: 'Nam', birthDate: '12/03/2010', className: '11A' } as const;
const girlOf2008 = { sex: 'Nữ', birthDate: '05/09/2008', className: '12A' } as const;
const girlOf2016 = { sex: 'Nữ', birthDate: '05/09/2016', className: '5A' } as const;

describe('worked examples: the twelve digits', () => {
  it('087084000999, a man born in 1984: right, and of Đồng Tháp', () => {
    assert.deepEqual(saidOfTeacher({ sex: 'Nam', birthDate: '20/10/1984', citizenId: '087084000999' }), []);
    assert.deepEqual(readCitizenId('087084000999'), {
      digits: '087084000999',
      province: 'Đồng Tháp',
      sex: 'Nam',
      birthYear: 1984,
    });
  });

  it('001210012345, a boy born on 12/03/2010: right', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: '001210012345' }), []);
  });

  it('001310012345, a boy: the sex is asked, never an error', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: '001310012345' }), ['citizen-id.sex-disagrees query']);
  });

  it('001210012345 with 12/03/2009: the year is asked', () => {
    assert.deepEqual(saidOfPupil({ ...boy, birthDate: '12/03/2009', citizenId: '001210012345' }), [
      'citizen-id.birth-year-disagrees query',
    ]);
  });

  it('003210012345: 003 is none of the 63 and could be a country: asked', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: '003210012345' }), ['citizen-id.unknown-place query']);
  });

  it('034310098765 twice: an error on both rows, each naming the other', () => {
    const { rows } = pupils([{ citizenId: '034310098765' }, { citizenId: '034310098765' }]);
    assert.deepEqual(saidOf(rows), [
      '#1 citizen-id.duplicate error unverifiable',
      '#2 citizen-id.duplicate error unverifiable',
    ]);
    const [first, second] = checkRows(rows, { kind: 'student', today: TODAY });
    assert.match(describeFinding(first!, (row) => row + 9).vi, /\b10\b/);
    assert.match(describeFinding(second!, (row) => row + 9).vi, /\b9\b/);
  });

  for (const dummy of ['000000000000', '123456789012', '111111111111']) {
    it(`${dummy}: nobody's number`, () => {
      assert.deepEqual(saidOfPupil({ ...boy, citizenId: dummy }), ['citizen-id.dummy error unverifiable']);
    });
  }

  it('the number of a parent or teacher in the row of a pupil: an adult’s number', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: '001084012345' }), [
      'citizen-id.birth-year-disagrees query',
      'citizen-id.adult-number query',
    ]);
  });

  it('every one of the 63 codes is known, and no other', () => {
    const domestic =
      /^(?:00[12468]|01[0124579]|02[024567]|03[01345678]|04[0245689]|05[12468]|06[024678]|07[024579]|08[0234679]|09[123456])\d\d{2}\d{6}$/;
    for (let code = 1; code < 1000; code++) {
      const citizenId = `${String(code).padStart(3, '0')}210012345`;
      const expected = domestic.test(citizenId) ? [] : ['citizen-id.unknown-place query'];
      assert.deepEqual(saidOfPupil({ ...boy, citizenId }), expected, citizenId);
    }
    assert.equal(PROVINCES_63.length, 63);
  });

  it('the fourth digit is century and sex, from 1900 to 2399', () => {
    const centuries = ['Nam 19', 'Nữ 19', 'Nam 20', 'Nữ 20', 'Nam 21', 'Nữ 21', 'Nam 22', 'Nữ 22', 'Nam 23', 'Nữ 23'];
    const read = centuries.map((_, digit) => readCitizenId(`001${digit}10012345`));
    assert.deepEqual(
      read.map((id) => `${id?.sex} ${Math.floor((id?.birthYear ?? 0) / 100)}`),
      centuries,
    );
  });
});

describe('worked examples: numbers that Excel cut', () => {
  it('01210012345, eleven digits of text: 001210012345 is proposed, and must be looked at', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: '01210012345' }), [
      'citizen-id.leading-zero-lost error unverifiable → 001210012345',
    ]);
  });

  it('the number cell 1210012345: padded to 001210012345, in bulk since sex and year agree', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: 1210012345 }), [
      'citizen-id.leading-zero-lost error unverifiable → 001210012345 safe',
    ]);
  });

  it('the number cell 79308000022 of a girl born in 2008: 079308000022', () => {
    assert.deepEqual(saidOfPupil({ ...girlOf2008, citizenId: 79308000022 }), [
      'citizen-id.leading-zero-lost error unverifiable → 079308000022 safe',
    ]);
  });

  for (const text of ['7.9308E+10', '1.23E+11']) {
    it(`the text ${text}: digits are gone, nothing is proposed`, () => {
      assert.deepEqual(saidOfPupil({ ...girlOf2008, citizenId: text }), ['citizen-id.digits-lost error unverifiable']);
    });
  }

  it('the text 00231600004 of a girl born in 2016: one digit is missing, nothing is proposed', () => {
    assert.deepEqual(saidOfPupil({ ...girlOf2016, citizenId: '00231600004' }), [
      'citizen-id.not-12-digits error unverifiable',
    ]);
  });

  it('0O1308OOOO55 of a girl born in 2008: letters read as digits', () => {
    assert.deepEqual(saidOfPupil({ ...girlOf2008, citizenId: '0O1308OOOO55' }), [
      'citizen-id.letters-for-digits error unverifiable → 001308000055',
    ]);
  });

  for (const text of ['001 210 012 345', '001.210.012.345', '001-210-012-345', "'001210012345", ' 001210012345 ']) {
    it(`${JSON.stringify(text)}: separators go, in bulk`, () => {
      assert.deepEqual(saidOfPupil({ ...boy, citizenId: text }), ['citizen-id.separators note → 001210012345 safe']);
    });
  }

  it('length rule: a number of provinces 001–008 keeps ten digits, of 010–096 eleven, and each is padded back', () => {
    for (const [prefix] of PROVINCES_63) {
      const whole = `${prefix}210012345`;
      const cut = Number(whole);
      assert.equal(String(cut).length, Number(prefix) <= 8 ? 10 : 11);
      assert.deepEqual(saidOfPupil({ ...boy, citizenId: cut }), [
        `citizen-id.leading-zero-lost error unverifiable → ${whole} safe`,
      ]);
    }
  });

  it('length rule: nine digits or fewer were never twelve', () => {
    const short = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(short, fc.boolean(), (digits, asText) => {
        const citizenId: CellValue = asText ? String(digits) : digits;
        for (const said of saidOfPupil({ ...boy, citizenId })) {
          assert.match(said, /^citizen-id\.(?:not-12-digits error|dummy error|old-9-digit query) unverifiable$/);
        }
      }),
    );
  });
});

describe('worked examples: the old card, the passport, the temporary code', () => {
  it('012345678 of staff: out of force since 1/1/2025, asked', () => {
    assert.deepEqual(saidOfTeacher({ citizenId: '012345678' }), ['citizen-id.old-9-digit query unverifiable']);
    assert.deepEqual(saidOfTeacher({ citizenId: '012345678' }, { today: { year: 2024, month: 12, day: 31 } }), []);
  });

  it('012345678 of a pupil under 14: the old card was never issued, an error', () => {
    assert.deepEqual(saidOfPupil({ ...girlOf2016, citizenId: '012345678' }), [
      'citizen-id.old-9-digit error unverifiable',
    ]);
  });

  it('eight digits in a number cell: an old card that lost its zero', () => {
    assert.deepEqual(saidOfTeacher({ citizenId: 12345678 }), ['citizen-id.old-9-digit query unverifiable']);
  });

  it('C1234567 is a Vietnamese passport, and does not stand for the number', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: '001210012345', passport: 'C1234567' }), []);
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: null, passport: 'C1234567' }), [
      'citizen-id.missing query unverifiable',
    ]);
  });

  it('nationality other than Việt Nam: a passport is asked, a number is not', () => {
    const foreign = { ...boy, nationality: 'Lào', citizenId: null } as const;
    assert.deepEqual(saidOfPupil({ ...foreign, passport: 'PA1234567' }), []);
    assert.deepEqual(saidOfPupil({ ...foreign, passport: null }), ['passport.missing-for-foreigner query']);
    assert.deepEqual(saidOfPupil({ ...foreign, passport: 'PA1234567', citizenId: '001210012345' }), [
      'citizen-id.not-for-foreigner query',
    ]);
  });

  it('twelve letters and digits in the passport column: the temporary code of the exam system, to be replaced', () => {
    for (const passport of ['HN23AB012345', '999912345678']) {
      assert.deepEqual(saidOfPupil({ ...boy, citizenId: null, passport }), ['passport.temporary-code note']);
    }
  });

  it('a number in the passport column is asked: the column decides', () => {
    assert.deepEqual(saidOfPupil({ ...boy, citizenId: null, passport: '001210012345' }), [
      'passport.looks-like-citizen-id query → 001210012345 → ',
    ]);
  });

  it('a number of wrong structure, waiting to be issued anew, is never more than a query', () => {
    const waiting = { ...boy, citizenId: '001310012345', citizenIdStatus: 'Đang chờ cấp số mới' } as const;
    assert.deepEqual(saidOfPupil(waiting), ['citizen-id.sex-disagrees query']);
    assert.deepEqual(saidOfPupil({ ...waiting, citizenId: null }), []);
  });
});
