import { strict as assert } from 'node:assert';
import { describeFinding } from '../../rules/catalogue.ts';
import { checkRows } from '../../rules/check-rows.ts';
import { pupils } from '../../rules/example-rows.ts';
import type { Finding } from '../../rules/finding.ts';
import type { RawRow } from '../../rules/record.ts';

const CONTEXT = { kind: 'student', today: { year: 2026, month: 11, day: 22 } } as const;
const MANY = 20_000;
/** More than anybody reads, and few enough that 20,000 such findings are a matter of megabytes. */
const NAMED_AT_MOST = 5;

function same(changes: RawRow): RawRow[] {
  const [row = {}] = pupils([changes]).rows;
  return Array.from({ length: MANY }, () => row);
}

function ofCode(rows: readonly RawRow[], code: string): Finding[] {
  return checkRows(rows, CONTEXT).filter((finding) => finding.code === code);
}

describe('duplicates', () => {
  const CASES: readonly (readonly [string, RawRow])[] = [
    ['citizen-id.duplicate', {}],
    ['ministry-id.duplicate', {}],
    ['ministry-id.duplicate', { ministryId: 'TAM-000123' }],
    ['person.duplicate', { citizenId: null, citizenIdStatus: 'Chưa có số' }],
  ];
  for (const [code, changes] of CASES) {
    it(`${code}: ${MANY} rows of one ${JSON.stringify(changes)} name a handful of others each`, () => {
      const found = ofCode(same({ ministryId: '0100000123', citizenId: '001310000123', ...changes }), code);
      assert.equal(found.length, MANY);
      for (const { row, rows = [], moreRows = 0 } of found) {
        assert.ok(rows.length > 0 && rows.length <= NAMED_AT_MOST);
        assert.ok(!rows.includes(row ?? -1));
        assert.equal(rows.length + moreRows, MANY - 1);
      }
      const last = describeFinding(found.at(-1) ?? assert.fail());
      assert.match(last.vi, /1, 2, 3, 4, 5 và 19\.994 dòng khác/);
      assert.match(last.en, /1, 2, 3, 4, 5 and 19,994 more/);
    });
  }

  it('one person under many numbers: every row names others of another number only', () => {
    const rows = same({}).map((row, at) => ({ ...row, citizenId: `001310${String(at >> 1).padStart(6, '0')}` }));
    const found = ofCode(rows, 'person.duplicate');
    assert.equal(found.length, MANY);
    for (const { row, rows: named = [], moreRows = 0 } of found) {
      assert.ok(named.length > 0 && named.length <= NAMED_AT_MOST);
      assert.ok(named.every((other) => other >> 1 !== (row ?? 0) >> 1));
      assert.equal(named.length + moreRows, MANY - 2);
    }
  });

  it('names every other row of a small group, in the order of the sheet', () => {
    const rows = pupils([
      { citizenId: '001310000123' },
      { citizenId: null, citizenIdStatus: 'Chưa có số' },
      { citizenId: '001310000124' },
      { citizenId: '001310000123' },
      { citizenId: null, citizenIdStatus: 'Chưa có số' },
    ]).rows.map((row) => ({ ...row, fullName: 'Lê Thị Thúy', ministryId: null }));
    const places = (code: string) => ofCode(rows, code).map(({ row, rows: named }) => [row, named]);
    assert.deepEqual(places('person.duplicate'), [
      [0, [1, 2, 4]],
      [1, [0, 2, 3, 4]],
      [2, [0, 1, 3, 4]],
      [3, [1, 2, 4]],
      [4, [0, 1, 2, 3]],
    ]);
    assert.deepEqual(places('citizen-id.duplicate'), [
      [0, [3]],
      [3, [0]],
    ]);
    assert.equal(ofCode(rows, 'person.duplicate')[0]?.moreRows, undefined);
  });
});
