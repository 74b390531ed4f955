import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inventRoster, PLANTED_FAULTS, type RosterRow } from '../../../cli/tryout/invent-roster.ts';
import { mistypedName, otherTonePlacement } from '../../../cli/tryout/register-faults.ts';
import { excelSerial, tcvn3 } from '../../../cli/tryout/text-faults.ts';
import { TRYOUT_WORLD } from '../../../cli/tryout/tryout-world.ts';
import { RowId } from '../../../contract/schemas/push.ts';
import type { Outcome } from '../../../contract/verdict.ts';
import { findRule } from '../../../rules/catalogue.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import { findLegacyText } from '../../../rules/text/legacy-font.ts';
import { nameKey } from '../../../rules/text/name-key.ts';
import { inventCitizen } from '../../../server/population/people/invent-citizen.ts';
import { compareClaim } from '../../../server/population/simulator/compare-claim.ts';
import { inventRegister } from '../../../server/population/simulator/register.ts';

const { seed, citizens } = TRYOUT_WORLD;
const register = inventRegister(seed, citizens);

/** What the register says to a row, asked as the server asks: upper case, composed, single spaces. */
function outcomeOf({ values }: RosterRow): Outcome {
  const date = String(values.birthDate).split('/').map(Number);
  const [day, month, year] = date.length === 3 ? date : [undefined, undefined, date[0]];
  return compareClaim(register, {
    citizenId: String(values.citizenId),
    fullName: String(values.fullName).normalize('NFC').toUpperCase(),
    birthDate: month === undefined || day === undefined ? { year: Number(year) } : { year: Number(year), month, day },
    sex: values.sex === 'Nam' ? 'Nam' : 'Nữ',
    province: String(values.province),
    ward: null,
  }).outcome;
}

const ROSTER_KINDS = ['student', 'staff'] as const;

describe('the try-out rosters', () => {
  for (const kind of ROSTER_KINDS) {
    it(`without faults, every ${kind} row is confirmed by the register`, () => {
      const rows = inventRoster({ kind, seed, rows: 200, firstCitizen: 0, plantFaults: false });
      assert.deepEqual(
        rows.filter((row) => row.planted !== null || outcomeOf(row) !== 'match'),
        [],
      );
      assert.equal(new Set(rows.map((row) => row.values.citizenId)).size, 200);
    });

    it(`with faults, every ${kind} row gets the outcome its fault is meant to get`, () => {
      const rows = inventRoster({ kind, seed, rows: 500, firstCitizen: 0, plantFaults: true });
      const expected = new Map(PLANTED_FAULTS.map((fault) => [fault.id, fault.expects]));
      for (const row of rows) {
        const expects = row.planted === null ? 'match' : expected.get(row.planted);
        if (expects === undefined || expects === 'not-applicable') continue;
        assert.equal(outcomeOf(row), expects, `${row.planted} in row ${row.values.ordinal}`);
      }
    });

    it(`500 ${kind} rows show every kind of fault and every outcome`, () => {
      const rows = inventRoster({ kind, seed, rows: 500, firstCitizen: 0, plantFaults: true });
      const shown = new Set(rows.map((row) => row.planted));
      const meant = PLANTED_FAULTS.filter((fault) => fault.kinds.includes(kind));
      assert.deepEqual(
        meant.filter((fault) => !shown.has(fault.id)).map((fault) => fault.id),
        [],
      );
      assert.deepEqual(
        new Set(meant.flatMap((fault) => fault.expects ?? [])),
        new Set([
          'match',
          'match-normalised',
          'differs',
          'unconfirmed',
          'no-such-number',
          'too-many',
          'superseded',
          'not-applicable',
        ]),
      );
      const faulty = rows.filter((row) => row.planted !== null).length;
      assert.ok(faulty > 100 && faulty <= 200, `${faulty} faulty rows of 500`);
    });
  }

  const today = { year: TRYOUT_WORLD.schoolYear, month: 11, day: 22 };
  for (const kind of ROSTER_KINDS) {
    it(`the rules see every planted ${kind} fault that is theirs to see, and nothing in clean rows`, () => {
      const findingsOf = (rows: readonly RosterRow[]) =>
        checkRows(
          rows.map((row) => row.values),
          { kind, today },
        );
      const request = { kind, seed, rows: 500, firstCitizen: 0 };
      assert.deepEqual(findingsOf(inventRoster({ ...request, plantFaults: false })), []);

      const rows = inventRoster({ ...request, plantFaults: true });
      const findings = findingsOf(rows);
      const unseen = rows.filter(({ planted }, at) => {
        if (planted === null || /^(register|legal)\./.test(planted)) return false;
        assert.ok(findRule(planted), planted);
        return !findings.some(
          (finding) => finding.code === planted && (finding.row === at || finding.rows?.includes(at)),
        );
      });
      assert.deepEqual(
        unseen.map((row) => row.planted),
        [],
      );
    });
  }

  it('plants kinds at their documented proportions', () => {
    const rows = inventRoster({ kind: 'student', seed, rows: 500, firstCitizen: 0, plantFaults: true });
    for (const fault of PLANTED_FAULTS.filter((entry) => entry.kinds.includes('student'))) {
      const planted = rows.filter((row) => row.planted === fault.id).length;
      assert.equal(planted, Math.max(1, Math.round(fault.perThousand / 2)), fault.id);
    }
  });

  it('begins like a school’s list: classes in order, nothing planted by hand in the first rows', () => {
    const rows = inventRoster({ kind: 'student', seed, rows: 500, firstCitizen: 0, plantFaults: true });
    for (const { values } of rows.slice(0, 6)) {
      assert.equal(values.className, '6A');
      assert.match(String(values.citizenId), /^\d{6}000\d{3}$/);
      assert.match(String(values.birthDate), /^\d\d\/\d\d\/2015$/);
      assert.equal(values.province, 'Tỉnh Đắk Lắk');
    }
    assert.deepEqual(
      rows.map((row) => row.values.ordinal),
      rows.map((_, at) => at + 1),
    );
  });

  it('are the same each time, with ids in the form the server takes, each its own', () => {
    const request = { kind: 'student', seed, rows: 120, firstCitizen: 0, plantFaults: true } as const;
    const rows = inventRoster(request);
    assert.deepEqual(inventRoster(request), rows);
    for (const row of rows) RowId.parse(row.rowId);
    const staff = inventRoster({ ...request, kind: 'staff', rows: 40 });
    assert.equal(new Set([...rows, ...staff].map((row) => row.rowId)).size, 160);
  });

  it('of any size hold that many rows, and never more faults than rows can bear', () => {
    const sizes = fc.record({ kind: fc.constantFrom(...ROSTER_KINDS), rows: fc.integer({ min: 0, max: 90 }) });
    fc.assert(
      fc.property(sizes, ({ kind, rows: size }) => {
        const rows = inventRoster({ kind, seed, rows: size, firstCitizen: 0, plantFaults: true });
        assert.equal(rows.length, size);
        assert.ok(rows.filter((row) => row.planted !== null).length <= size * 0.4);
      }),
      { numRuns: 25 },
    );
  });

  it('of 60 rows already show every outcome', () => {
    for (const kind of ROSTER_KINDS) {
      const rows = inventRoster({ kind, seed, rows: 60, firstCitizen: 0, plantFaults: true });
      const shown = PLANTED_FAULTS.filter((fault) => rows.some((row) => row.planted === fault.id));
      assert.equal(new Set(shown.flatMap((fault) => fault.expects ?? [])).size, 8);
    }
  });

  it('of the greatest length are still people of the register, and longer ones are refused', () => {
    const request = { kind: 'student', seed, rows: TRYOUT_WORLD.maxRows, firstCitizen: 0, plantFaults: true } as const;
    assert.equal(inventRoster(request).length, TRYOUT_WORLD.maxRows);
    assert.throws(() => inventRoster({ ...request, rows: 500, citizens: 1_000 }), RangeError);
  });

  it('stay apart when they begin at different people', () => {
    const numbers = (firstCitizen: number) =>
      inventRoster({ kind: 'student', seed, rows: 100, firstCitizen, plantFaults: false }).map(
        (row) => row.values.citizenId,
      );
    assert.equal(new Set([...numbers(0), ...numbers(4_800)]).size, 200);
  });
});

describe('the faults themselves', () => {
  const name = fc.integer({ min: 0, max: citizens - 1 }).map((index) => inventCitizen(seed, index).fullName);

  it('mistype a name so that it is another to every reader', () => {
    fc.assert(fc.property(name, (fullName) => nameKey(mistypedName(fullName)) !== nameKey(fullName)));
  });

  it('move a tone so that it is the same to every reader', () => {
    assert.equal(otherTonePlacement('Nguyễn Thúy Hòa'), 'Nguyễn Thuý Hoà');
    assert.equal(otherTonePlacement('Hoàng Toàn Quý'), 'Hoàng Toàn Quý');
    fc.assert(fc.property(name, (fullName) => nameKey(otherTonePlacement(fullName)) === nameKey(fullName)));
  });

  it('write TCVN3 that reads back', () => {
    assert.equal(tcvn3('Nguyễn Văn Đức'), 'NguyÔn V¨n §øc');
    fc.assert(
      fc.property(name, (fullName) => tcvn3(fullName) === fullName || findLegacyText(tcvn3(fullName)) === fullName),
    );
  });

  it('count days as Excel does', () => {
    // KB214330 gives this pair for the 1900 system.
    assert.equal(excelSerial({ year: 1998, month: 7, day: 5 }), 35_981);
  });
});
