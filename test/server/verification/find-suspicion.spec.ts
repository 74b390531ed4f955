import assert from 'node:assert/strict';
import { SUSPECT_COLUMNS, SUSPICION_KINDS, suspicionWords } from '../../../contract/suspicion.ts';
import { findSuspicion } from '../../../server/verification/breaker/find-suspicion.ts';
import {
  type Column,
  changed,
  checkedSheet,
  classList,
  type Disclosure,
  dayMonthSwapped,
  type Listed,
  pastedOff,
} from './class-list.ts';

const SEEDS = Array.from({ length: 6 }, (_, at) => `lớp ${at}`);
const ONE_CLASS = { from: 2014, to: 2014 };
const WHOLE_SCHOOL = { from: 2011, to: 2014 };
/** As many as are answered before the breaker stops a sheet in which nothing matches. */
const ANSWERED = 20;

function suspicionsOf(
  change: (list: Listed[]) => Listed[],
  { years = WHOLE_SCHOOL, disclosure = 'fields' as Disclosure, answered = ANSWERED, size = 120 } = {},
): readonly string[] {
  return SEEDS.map((seed) => {
    const found = findSuspicion(checkedSheet(change(classList(seed, size, years)), disclosure, answered));
    return found === null ? 'none' : `${found.column} ${found.kind}`;
  });
}
const all = (words: string) => SEEDS.map(() => words);

describe('the suspected column', () => {
  for (const [name, years] of [
    ['of one class', ONE_CLASS],
    ['of a whole school', WHOLE_SCHOOL],
  ] as const) {
    for (const column of ['birthDate', 'citizenId', 'fullName'] as const satisfies readonly Column[]) {
      it(`is ${column} in the list ${name}, pasted a row too low or too high`, () => {
        for (const step of [1, -1] as const) {
          const found = suspicionsOf((list) => pastedOff(list, column, step), { years });
          assert.ok(
            found.every((words) => words.startsWith(`${column} `)),
            found.join(),
          );
          assert.ok(found.filter((words) => words === `${column} row-off`).length >= SEEDS.length - 1, found.join());
        }
      });
    }
  }

  it('is the sex, of which every second row still agrees', () => {
    const found = suspicionsOf((list) => pastedOff(list, 'sex', 1), { answered: 60 });
    assert.deepEqual(found, all('sex row-off'));
  });

  it('is found from the arithmetic of the rows where the service says no more than found or not found', () => {
    for (const column of ['birthDate', 'citizenId', 'fullName'] as const) {
      const found = suspicionsOf((list) => pastedOff(list, column, 1), { disclosure: 'bare' });
      assert.deepEqual(found, all(`${column} row-off`));
    }
  });

  it('is rather none than a wrong one where such a service leaves it open', () => {
    for (const column of ['birthDate', 'citizenId', 'fullName'] as const) {
      const found = suspicionsOf((list) => pastedOff(list, column, 1), { disclosure: 'bare', years: ONE_CLASS });
      assert.ok(
        found.every((words) => words === 'none' || words === `${column} row-off`),
        `${column}: ${found}`,
      );
    }
  });

  it('is found when the slip begins half-way', () => {
    const found = suspicionsOf((list) => pastedOff(list, 'birthDate', 1, 40), { answered: 70 });
    assert.deepEqual(found, all('birthDate row-off'));
  });

  it('is the birth date with day and month exchanged, told from one that slipped', () => {
    for (const disclosure of ['fields', 'bare'] as const) {
      const found = suspicionsOf((list) => changed(list, dayMonthSwapped), { disclosure, answered: 120 });
      assert.deepEqual(found, all('birthDate day-month'));
    }
  });

  it('is the birth date of a workbook that counts from 1904', () => {
    const found = suspicionsOf((list) =>
      changed(list, ({ birthDate }) => ({ birthDate: birthDate.slice(0, 6) + (Number(birthDate.slice(6)) - 4) })),
    );
    assert.deepEqual(found, all('birthDate values'));
  });

  it('is the name with the given name first', () => {
    const givenFirst = ({ fullName }: Listed['row']) => {
      const words = fullName.split(' ');
      return { fullName: [words.at(-1), ...words.slice(0, -1)].join(' ') };
    };
    const told = suspicionsOf((list) => changed(list, givenFirst));
    assert.deepEqual(told, all('fullName name-order'));
    // Where few people bear a Kinh name, the order is not always to be seen in the list itself.
    const bare = suspicionsOf((list) => changed(list, givenFirst), { disclosure: 'bare' });
    assert.ok(
      bare.every((words) => words.startsWith('fullName ')),
      bare.join(),
    );
  });

  it('is nobody’s in an honest list, answered to its end or not at all', () => {
    for (const answered of [0, 20, 120])
      assert.deepEqual(
        suspicionsOf((list) => list, { answered }),
        all('none'),
      );
  });

  it('is not looked for in empty sheets', () => {
    assert.equal(findSuspicion([]), null);
  });

  it('has a sentence in both languages, whatever it is', () => {
    const sentences = new Set<string>();
    for (const column of SUSPECT_COLUMNS) {
      for (const kind of SUSPICION_KINDS) {
        const { vi, en } = suspicionWords({ column, kind });
        assert.ok(!/[{}]/.test(vi + en) && vi !== en);
        sentences.add(vi);
      }
    }
    assert.equal(sentences.size, SUSPECT_COLUMNS.length * SUSPICION_KINDS.length);
    assert.equal(suspicionWords({ column: 'birthDate', kind: 'row-off' }).vi, 'Cột Ngày sinh có thể lệch một dòng.');
    assert.notEqual(suspicionWords(null).vi, '');
  });
});
