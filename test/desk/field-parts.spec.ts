import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeParts, decomposeParts } from '../../desk/field-parts.ts';
import { type CellValue, cellText } from '../../rules/cell.ts';
import type { FieldPart, SplitField } from '../../templates/field-parts.ts';

const NAME_2: readonly FieldPart[] = [
  { id: 'familyName', column: 0 },
  { id: 'givenName', column: 1 },
];
const NAME_3: readonly FieldPart[] = [
  { id: 'familyName', column: 0 },
  { id: 'middleName', column: 1 },
  { id: 'givenName', column: 2 },
];
const DATE: readonly FieldPart[] = [
  { id: 'birthDay', column: 0 },
  { id: 'birthMonth', column: 1 },
  { id: 'birthYear', column: 2 },
];

/** The cells after `value` was written over them. */
function written(field: SplitField, parts: readonly FieldPart[], cells: readonly CellValue[], value: CellValue) {
  const after = [...cells];
  for (const { part, value: next } of decomposeParts(field, parts, cells, value)) after[part.column] = next;
  return after;
}

describe('a field in several columns', () => {
  it('reads a name with its parts joined, and a lone part as it is', () => {
    assert.equal(composeParts('fullName', NAME_2, ['Nguyễn Văn', 'An']), 'Nguyễn Văn An');
    assert.equal(composeParts('fullName', NAME_3, ['Lê', '  ', 'Châu']), 'Lê Châu');
    assert.equal(composeParts('fullName', NAME_2, [null, 'An']), 'An');
    assert.equal(composeParts('fullName', NAME_2, [12, null]), 12);
    assert.equal(composeParts('fullName', NAME_2, [null, '']), null);
  });

  it('reads a date as day/month/year, as far as it is filled, and never a day and a year as a month and a year', () => {
    const read = (...cells: CellValue[]) => composeParts('birthDate', DATE, cells);
    assert.equal(read(5, 9, 2016), '05/09/2016');
    assert.equal(read('5', ' 09', '2016'), '05/09/2016');
    assert.equal(read(null, 9, 2016), '09/2016');
    assert.equal(read(null, null, 2016), '2016');
    assert.equal(read(5, null, 2016), '05//2016');
    assert.equal(read(5, 9, null), '05/09/');
    assert.equal(read(5, null, null), '05//');
    const whole = { kind: 'date', year: 2016, month: 9, day: 5 } as const;
    assert.deepEqual(read(whole, null, null), whole);
    assert.equal(read('05/09/2016', null, null), '05/09/2016');
  });

  it('reads a formula’s error in any part as the field’s', () => {
    const error = { kind: 'error', code: '#REF!' } as const;
    assert.deepEqual(composeParts('birthDate', DATE, [5, error, 2016]), error);
  });

  it('writes the last word as the given name, and of three columns the first as the family name', () => {
    assert.deepEqual(written('fullName', NAME_2, [null, null], 'Nguyễn Văn An'), ['Nguyễn Văn', 'An']);
    assert.deepEqual(written('fullName', NAME_3, ['x', null, null], 'Nguyễn Thị Ngọc An'), [
      'Nguyễn',
      'Thị Ngọc',
      'An',
    ]);
    assert.deepEqual(written('fullName', NAME_3, ['x', null, null], 'Lê Châu'), ['Lê', null, 'Châu']);
    assert.deepEqual(written('fullName', NAME_2, ['An', 'x y'], 'An'), [null, 'An']);
  });

  it('leaves words in their columns while there are as many', () => {
    assert.deepEqual(written('fullName', NAME_2, ['nguyễn', 'văn an'], 'Nguyễn Văn An'), ['Nguyễn', 'Văn An']);
    assert.deepEqual(decomposeParts('fullName', NAME_2, ['Nguyễn Văn', 'an'], 'Nguyễn Văn An'), [
      { part: NAME_2[1], value: 'An' },
    ]);
  });

  it('writes only the parts of a date that change, numbers among numbers, text among text', () => {
    assert.deepEqual(written('birthDate', DATE, [5, 25, 2016], '25/05/2016'), [25, 5, 2016]);
    assert.deepEqual(written('birthDate', DATE, ['5', '9', '16'], '05/09/2016'), ['5', '9', '2016']);
    assert.deepEqual(written('birthDate', DATE, [null, null, 2016], '05/09/2016'), [5, 9, 2016]);
    assert.deepEqual(written('birthDate', DATE, [5, 9, 2016], '2016'), [null, null, 2016]);
    assert.deepEqual(written('birthDate', DATE, [5, 9, 2016], null), [null, null, null]);
  });

  it('never makes a birth date up to mark a sex by it', () => {
    const born = [
      { id: 'birthOfMale', column: 0 },
      { id: 'birthOfFemale', column: 1 },
    ] as const;
    assert.deepEqual(written('sex', born, [null, null], 'Nữ'), [null, null]);
    assert.deepEqual(written('sex', born, ['05/09/2016', null], 'Nữ'), [null, '05/09/2016']);
    assert.deepEqual(written('birthDate', born, [null, '5-9-16'], '05/09/2016'), [null, '05/09/2016']);
  });

  it('reads back whatever it wrote', () => {
    const word = fc.string({ minLength: 1, maxLength: 4 }).filter((text) => text.trim() !== '');
    const spaced = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const cell = fc.oneof(fc.constant(null), spaced, fc.integer({ min: 0, max: 2100 }));
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const date = day.map((at) => at.toISOString().slice(0, 10).split('-').reverse().join('/'));
    const cells = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(cells, spaced, fc.constantFrom(NAME_2, NAME_3), (before, value, parts) => {
        const after = written('fullName', parts, before, value);
        assert.equal(cellText(composeParts('fullName', parts, after)), value);
      }),
    );
    const notADay = spaced.filter((text) => !/^\s*\d{1,4}\s*$/.test(text));
    fc.assert(
      fc.property(cells, fc.oneof(date, notADay), (before, value) => {
        assert.equal(cellText(composeParts('birthDate', DATE, written('birthDate', DATE, before, value))), value);
      }),
    );
  });
});
