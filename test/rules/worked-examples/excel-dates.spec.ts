import { strict as assert } from 'node:assert';
import type { CellValue } from '../../../rules/cell.ts';
import { pupils } from '../../../rules/example-rows.ts';
import type { RawRow } from '../../../rules/record.ts';
import { saidOf, saidOfPupil, saidOfTeacher, TODAY } from './said-of.ts';

/**
 * The worked examples of the project's domain sheet about dates in Excel, with those very values, through the public engine.
 * The number is left out, so that only the date speaks.
 */
const noNumber = { citizenId: null, citizenIdStatus: 'Chưa có số' } as const;
const born = (birthDate: CellValue, more: RawRow = {}) => saidOfPupil({ ...noNumber, birthDate, ...more });
const trueDate = (day: number, month: number, year: number): CellValue => ({ kind: 'date', day, month, year });

describe('worked examples: serials', () => {
  it('35981 is 5/7/1998 in the 1900 system, 34519 in the 1904 system', () => {
    assert.deepEqual(saidOfTeacher({ ...noNumber, birthDate: 35981 }), [
      'birth-date.stored-as-number note → 05/07/1998 safe',
    ]);
    assert.deepEqual(saidOfTeacher({ ...noNumber, birthDate: 34519 }, { date1904: true }), [
      'birth-date.stored-as-number note → 05/07/1998 safe',
    ]);
  });

  it('20000 to 60000, 1954 to 2064, are serials as text too; what lies outside is no date', () => {
    assert.deepEqual(saidOfTeacher({ ...noNumber, birthDate: '35981' }), [
      'birth-date.stored-as-number note → 05/07/1998 safe',
    ]);
    for (const birthDate of [60, 19999, 60001]) {
      assert.deepEqual(born(birthDate), ['birth-date.not-a-date error unverifiable'], String(birthDate));
    }
  });

  it('2010 is a year, never a serial', () => {
    assert.deepEqual(born(2010), ['birth-date.year-only query']);
    assert.deepEqual(born('2010'), ['birth-date.year-only query']);
  });
});

describe('worked examples: text dates', () => {
  it('25/05/2010 is the form of the birth certificate', () => {
    assert.deepEqual(born('25/05/2010'), []);
  });

  it('1.2.2010 and 1-2-2010 are rewritten, in bulk', () => {
    for (const text of ['1.2.2010', '1-2-2010', '1/2/2010']) {
      assert.deepEqual(born(text), ['birth-date.text-form note → 01/02/2010 safe'], text);
    }
  });

  it('5/25/2016 and 5-25-2016 are month first', () => {
    for (const text of ['5/25/2016', '5-25-2016']) {
      assert.deepEqual(
        born(text, { className: '5A' }),
        ['birth-date.month-day-swapped error unverifiable → 25/05/2016'],
        text,
      );
    }
  });

  it('29/02/2009 and 31/02 of any year are impossible', () => {
    for (const text of ['29/02/2009', '31/02/2010']) {
      assert.deepEqual(born(text), ['birth-date.impossible error unverifiable'], text);
    }
  });

  it('a year of two digits is asked', () => {
    assert.deepEqual(born('12/03/10'), ['birth-date.two-digit-year error unverifiable → 12/03/2010']);
  });
});

describe('worked examples: month and day swapped by Excel', () => {
  it('05/06/2008 typed in an English Excel: true dates with small days beside text with later ones, said once', () => {
    const rows = [
      ...Array.from({ length: 6 }, (_, at) => ({ birthDate: trueDate(at + 1, 5, 2010) })),
      ...['13/05/2010', '25/05/2010', '31/05/2010'].map((birthDate) => ({ birthDate })),
    ];
    assert.deepEqual(saidOf(pupils(rows.map((row) => ({ ...noNumber, ...row }))).rows), [
      'birth-date.column-may-be-swapped query',
    ]);
  });

  it('one true date after the 12th clears the column', () => {
    const rows = [
      ...Array.from({ length: 6 }, (_, at) => ({ birthDate: trueDate(at + 1, 5, 2010) })),
      { birthDate: trueDate(13, 5, 2010) },
      ...['13/06/2010', '25/06/2010', '30/06/2010'].map((birthDate) => ({ birthDate })),
    ];
    assert.deepEqual(saidOf(pupils(rows.map((row) => ({ ...noNumber, ...row }))).rows), []);
  });
});

describe('worked examples: ages', () => {
  it('grade 1 in 2022–2023 is born in 2016; three years earlier or one later is still usual', () => {
    const at = (year: number) =>
      saidOfPupil({ ...noNumber, birthDate: `12/03/${year}`, className: '1A' }, { schoolYear: 2022 });
    for (const year of [2013, 2014, 2015, 2016, 2017]) assert.deepEqual(at(year), [], String(year));
    for (const year of [2012, 2018]) assert.deepEqual(at(year), ['birth-date.age-out-of-range query'], String(year));
  });

  it('staff are 18 to 70', () => {
    const at = (year: number) => saidOfTeacher({ ...noNumber, birthDate: `12/03/${year}` });
    for (const age of [18, 70]) assert.deepEqual(at(TODAY.year - age), [], String(age));
    for (const age of [17, 71]) {
      assert.deepEqual(at(TODAY.year - age), ['birth-date.age-out-of-range query'], String(age));
    }
  });
});
