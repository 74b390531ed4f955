import assert from 'node:assert/strict';
import { inventCitizen } from '../../../server/population/people/invent-citizen.ts';
import { inventRegister, registerTraits } from '../../../server/population/simulator/register.ts';
import { NUMBER_OF_NOBODY, SEED } from './claim-of.ts';

const SIZE = 10_000;

describe('the invented register', () => {
  const register = inventRegister(SEED, SIZE);
  const people = Array.from({ length: SIZE }, (_, at) => ({
    citizen: inventCitizen(SEED, at),
    traits: registerTraits(SEED, at),
  }));

  it('finds everybody under their number, and two where it holds two', () => {
    for (const { citizen, traits } of people) {
      const hit = register.find(citizen.citizenId);
      assert.ok(hit.kind === 'found');
      assert.deepEqual(hit.entries[0].citizen, citizen);
      assert.equal(hit.entries.length, traits.doubled ? 2 : 1);
      if (hit.entries[1]) assert.notEqual(hit.entries[1].citizen.index, citizen.index);
    }
  });

  it('knows cancelled numbers as such, and leads to the person', () => {
    const renumbered = people.filter(({ citizen }) => citizen.cancelledId !== null);
    for (const { citizen } of renumbered) {
      const hit = register.find(citizen.cancelledId ?? '');
      assert.ok(hit.kind === 'cancelled' && hit.entry.citizen.index === citizen.index);
    }
    assert.ok(renumbered.length > 0);
  });

  it('has no entry for people beyond its size, nor for the serials of nobody', () => {
    assert.equal(register.find(inventCitizen(SEED, SIZE).citizenId).kind, 'none');
    assert.equal(register.find(NUMBER_OF_NOBODY).kind, 'none');
  });

  it('holds odd entries in the proportions that README.md gives', () => {
    const share = (holds: (person: (typeof people)[number]) => boolean) => people.filter(holds).length / SIZE;
    const near = (value: number, expected: number) =>
      assert.ok(Math.abs(value - expected) < expected * 0.4, `${value} for ${expected}`);
    near(
      share(({ traits }) => traits.disclosure === 'found-only'),
      1 / 8,
    );
    near(
      share(({ traits }) => traits.doubled),
      1 / 200,
    );
    near(
      share(({ citizen }) => citizen.cancelledId !== null),
      1 / 200,
    );
    near(
      share(({ citizen }) => (Number(citizen.citizenId[3]) % 2 === 0) !== (citizen.sex === 'male')),
      1 / 200,
    );
    const oldAdults = people.filter(({ citizen }) => citizen.birthDate.year < 1990);
    near(oldAdults.filter(({ citizen }) => citizen.yearOnly).length / oldAdults.length, 0.08);
  });
});
