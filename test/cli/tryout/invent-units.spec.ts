import assert from 'node:assert/strict';
import { inventAccounts, TRYOUT_PASSWORD } from '../../../cli/tryout/invent-accounts.ts';
import { inventUnits, MAIN_SCHOOL } from '../../../cli/tryout/invent-units.ts';
import { ROLES } from '../../../contract/role.ts';
import { Unit } from '../../../contract/schemas/unit.ts';

describe('the try-out units and accounts', () => {
  const units = inventUnits();
  const byCode = new Map(units.map((unit) => [unit.code, unit]));

  it('form one tree from a department over communes to schools of every level, parents first', () => {
    assert.equal(byCode.size, units.length);
    units.forEach((unit, at) => {
      Unit.parse(unit);
      assert.equal(unit.parent === null, at === 0);
      if (unit.parent !== null) assert.ok(units.slice(0, at).some((above) => above.code === unit.parent));
    });
    const count = (kind: Unit['kind']) => units.filter((unit) => unit.kind === kind).length;
    assert.deepEqual([count('department'), count('commune'), count('school')], [1, 2, 4]);
    assert.equal(byCode.get(MAIN_SCHOOL)?.kind, 'school');
  });

  it('cannot be taken for real ones', () => {
    for (const unit of units) {
      assert.match(unit.code, /^TN-/);
      assert.match(unit.name, /Thử/);
    }
  });

  it('have an account for every role, a head for every school, and officers above', () => {
    const accounts = inventAccounts();
    assert.equal(new Set(accounts.map((account) => account.username)).size, accounts.length);
    assert.deepEqual(new Set(accounts.map((account) => account.role)), new Set(ROLES));
    for (const account of accounts) {
      assert.match(account.username, /^[a-z0-9.]+$/);
      assert.equal(account.unit === null, account.role === 'operator');
      if (account.unit !== null) assert.ok(byCode.has(account.unit));
    }
    const held = (role: string) =>
      accounts.filter((account) => account.role === role).map((account) => byCode.get(account.unit ?? ''));
    assert.deepEqual(
      new Set(held('head').map((unit) => unit?.code)),
      new Set(units.filter((unit) => unit.kind === 'school').map((unit) => unit.code)),
    );
    assert.deepEqual(new Set(held('officer').map((unit) => unit?.kind)), new Set(['department', 'commune']));
  });

  it('have a password that Telex and VNI typing leave as it is', () => {
    // Telex turns a doubled a, e, o, d, a w, and s f r x j z behind a vowel; VNI a digit directly behind a letter.
    assert.doesNotMatch(TRYOUT_PASSWORD, /aa|ee|oo|dd|w|[aeiouy]\w*[sfrxjz]|[a-z]\d/);
  });
});
