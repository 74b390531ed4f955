import { strict as assert } from 'node:assert';
import { checkRows } from '../../../rules/check-rows.ts';
import { pupils } from '../../../rules/example-rows.ts';
import { SchoolClasses } from '../../../rules/fields/school-classes.ts';

describe('the classes of a school', () => {
  const school = new SchoolClasses(['7A1', '7A2', '8.A', 'Chồi 1']);

  it('are found by any spelling, and named as the school does', () => {
    for (const [text, name] of [
      ['7A1', '7A1'],
      ['Lớp 7a1', '7A1'],
      ['7.A1', '7A1'],
      ['8A', '8.A'],
      ['chồi  1', 'Chồi 1'],
    ] as const) {
      assert.equal(school.find(text), name);
    }
    assert.equal(school.find('7A3'), undefined);
  });

  it('one is suggested only when it alone is a letter away, and the name is long enough to tell', () => {
    assert.equal(school.suggest('Chồi l1'), 'Chồi 1');
    assert.equal(school.suggest('7A11'), '7A1');
    assert.equal(school.suggest('7A3'), undefined);
    assert.equal(school.suggest('8B'), undefined);
  });

  it('another year’s classes are said once for the column', () => {
    const rows = pupils(Array.from({ length: 12 }, () => ({ className: '11A' }))).rows;
    const context = { kind: 'student', today: { year: 2026, month: 11, day: 22 }, classes: ['12A', '12B'] } as const;
    const found = checkRows(rows, context);
    assert.deepEqual(
      found.map(({ code, row, fix, params }) => [code, row, fix, params.count]),
      [['class.not-in-school', null, undefined, '12']],
    );
  });
});
