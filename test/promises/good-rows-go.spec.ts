import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RawRow } from '../../rules/record.ts';
import { deskFixture, FIRST_ROW, pupil } from '../desk/desk-fixture.ts';

/** Promise 2: good rows go, bad rows stay. The server's half stands with the server. */
describe('promise 2: good rows go, bad rows stay', () => {
  /** What is done to a row, and what may become of it at the worst. */
  const FAULTS = {
    none: { part: {}, goes: true, asked: true },
    'no name': { part: { fullName: '' }, goes: false, asked: false },
    'no usable name': { part: { fullName: '12345' }, goes: false, asked: false },
    'a digit in the name': { part: { fullName: 'Nguyễn Thị An 2' }, goes: true, asked: true },
    'nothing but a name': {
      part: { citizenId: null, birthDate: null, ministryId: null, passport: null },
      goes: false,
      asked: false,
    },
    'number too short': { part: { citizenId: '0012' }, goes: true, asked: false },
    'no birth date': { part: { birthDate: null }, goes: true, asked: false },
    'impossible birth date': { part: { birthDate: '31/02/2016' }, goes: true, asked: false },
    'no ward': { part: { ward: null }, goes: true, asked: true },
    'unknown ethnic group': { part: { ethnicity: 'Kihn' }, goes: true, asked: true },
    'no class': { part: { className: null }, goes: true, asked: true },
    'no sex': { part: { sex: null }, goes: true, asked: true },
    'unknown status': { part: { studentStatus: 'Đi chơi' }, goes: true, asked: true },
    foreigner: { part: { nationality: 'Lào', citizenId: null, passport: 'P0000103' }, goes: true, asked: false },
  } as const satisfies Record<string, { part: RawRow; goes: boolean; asked: boolean }>;

  async function push(rows: readonly RawRow[]) {
    const fixture = deskFixture(rows);
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    const plan = await fixture.desk.planPush();
    const report = await fixture.desk.push();
    return { fixture, plan, report };
  }

  it('lets ninety-nine rows go when one is bad', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => pupil(index, index === 41 ? { fullName: null } : {}));
    const { fixture, plan, report } = await push(rows);
    assert.deepEqual([plan.staying.length, plan.asked], [1, 99]);
    assert.deepEqual([report.queued, report.stayed], [99, 1]);
    assert.equal(plan.staying[0]?.rowNumber, FIRST_ROW + 41);
    assert.equal(fixture.server.rows.size, 99);
  });

  it('lets a missing ward stop nothing at half past one', async () => {
    const { plan } = await push([pupil(0, { ward: null })]);
    assert.deepEqual([plan.asked, plan.incomplete, plan.staying.length], [1, 1, 0]);
  });

  for (const [name, { part, goes, asked }] of Object.entries(FAULTS)) {
    it(`does with “${name}” what the promise says`, async () => {
      const { fixture, plan } = await push([pupil(0), pupil(1, part)]);
      assert.equal(plan.staying.length, goes ? 0 : 1);
      assert.equal(plan.asked, asked ? 2 : 1);
      assert.equal(fixture.server.rows.size, goes ? 2 : 1);
      if (!goes) {
        assert.equal(fixture.read(FIRST_ROW + 1, 'verdict'), 'Chưa gửi');
        assert.ok(fixture.read(FIRST_ROW + 1, 'nextStep'));
      }
    });
  }

  it('never lets one row decide about another, however they are mixed', async () => {
    const names = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }), async (faults) => {
        const { plan, report, fixture } = await push(faults.map((name, index) => pupil(index, FAULTS[name].part)));
        const going = faults.filter((name) => FAULTS[name].goes).length;
        assert.equal(plan.rows - plan.staying.length, going);
        assert.equal(plan.asked + plan.unverifiable + plan.notApplicable, going);
        assert.equal(report.queued + report.kept + report.unchanged, going);
        assert.equal(fixture.server.rows.size, going);
        assert.deepEqual(
          plan.staying.map((row) => row.rowNumber - FIRST_ROW),
          faults.flatMap((name, index) => (FAULTS[name].goes ? [] : [index])),
        );
      }),
      { numRuns: 40 },
    );
  });
});
