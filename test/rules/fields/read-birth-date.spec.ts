import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  birthDateText,
  packDate,
  readBirthDate,
  readBirthDateForm,
  unpackDate,
} from '../../../rules/fields/read-birth-date.ts';
import { daysInMonth, isRealDay } from '../../../rules/plain-date.ts';

const realDay = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
  .map(([year, month, nth]) => ({ year, month, day: 1 + (nth % daysInMonth(year, month)) }));

describe('readBirthDate', () => {
  it('reads back every real day, however it is written', () => {
    fc.assert(
      fc.property(realDay, (date) => {
        const { year, month, day } = date;
        const two = (n: number) => String(n).padStart(2, '0');
        const written = [
          birthDateText(date),
          `${day}/${month}/${year}`,
          `${day}.${month}.${year}`,
          `${two(day)}-${two(month)}-${year}`,
          `${year}-${two(month)}-${two(day)}`,
          `ngày ${day} tháng ${month} năm ${year}`,
          `'${birthDateText(date)} `,
          `${birthDateText(date)} 00:00:00`,
        ];
        for (const text of written) assert.deepEqual(readBirthDate(text), date, text);
        assert.deepEqual(readBirthDate({ kind: 'date', ...date }), date);
        assert.deepEqual(unpackDate(packDate(date)), date);
      }),
    );
  });

  it('takes dd/mm/yyyy for a date exactly when the day exists, or reads as month first', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1900, max: 2099 }), (day, month, year) => {
        const two = (n: number) => String(n).padStart(2, '0');
        const { form } = readBirthDateForm(`${two(day)}/${two(month)}/${year}`);
        const expected = isRealDay(year, month, day)
          ? 'day'
          : isRealDay(year, day, month)
            ? 'month-first'
            : 'impossible';
        assert.equal(form, expected);
      }),
    );
  });

  it('never throws, and whatever it reads is a real day', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.double(),
          fc.string({ unit: fc.constantFrom(...'0123456789/-. ') }),
          fc.boolean(),
          fc.constant(null),
        ),
        (cell) => {
          const date = readBirthDate(cell);
          if (date?.month !== undefined && date.day !== undefined)
            assert.ok(isRealDay(date.year, date.month, date.day));
        },
      ),
    );
  });

  for (const [cell, form] of [
    ['29/02/2009', 'impossible'],
    ['31/02/2016', 'impossible'],
    ['5/25/2016', 'month-first'],
    ['03/25/2008', 'month-first'],
    ['1/2/10', 'two-digit-year'],
    ['29/02/08', 'two-digit-year'],
    ['1975', 'year'],
    [1975, 'year'],
    [2010, 'year'],
    ['9/2018', 'month'],
    [42510, 'serial'],
    ['42510', 'serial'],
    [12, 'none'],
    ['1.23E+11', 'none'],
    ['', 'none'],
    [null, 'none'],
    [true, 'none'],
    ['2016/25/05', 'month-first'],
    ['20160525', 'text'],
  ] as const) {
    it(`${JSON.stringify(cell)} is ${form}`, () => assert.equal(readBirthDateForm(cell).form, form));
  }

  it('reads serials in both date systems', () => {
    assert.deepEqual(readBirthDate(35981), { year: 1998, month: 7, day: 5 });
    assert.deepEqual(readBirthDate(34519, true), { year: 1998, month: 7, day: 5 });
    assert.deepEqual(readBirthDate(42510.75), { year: 2016, month: 5, day: 20 });
  });

  it('guesses nothing', () => {
    for (const cell of ['1/2/10', '5/25/2016', '31/02/2016', 'x', null]) assert.equal(readBirthDate(cell), undefined);
  });
});
