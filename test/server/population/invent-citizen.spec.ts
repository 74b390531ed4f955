import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ETHNICITY_LABELS } from '../../../rules/codes/ethnicities.ts';
import { ID_PREFIX_PROVINCES } from '../../../rules/codes/provinces.ts';
import { isRealDay } from '../../../rules/plain-date.ts';
import { HOME_PLACES } from '../../../server/population/people/home-places.ts';
import {
  ADULT_YEARS,
  COMMUNITY_SIZE,
  inventCitizen,
  MAX_CITIZENS,
  PUPIL_YEARS,
} from '../../../server/population/people/invent-citizen.ts';
import { seededRandom, shuffled } from '../../../server/population/people/seeded-random.ts';
import { SEED } from './claim-of.ts';

const index = fc.integer({ min: 0, max: MAX_CITIZENS - 1 });

describe('seeded random', () => {
  it('gives the same numbers for the same parts, and others for others', () => {
    const draw = (...parts: (string | number)[]) => {
      const random = seededRandom(...parts);
      return [random.next(), random.next(), random.below(1000)];
    };
    assert.deepEqual(draw('a', 1), draw('a', 1));
    assert.notDeepEqual(draw('a', 1), draw('a1'));
    // Fixed on purpose: if these move, every invented person moves, and saved try-out worlds no longer fit their register.
    const random = seededRandom('so-sach', 7);
    assert.deepEqual([random.below(1_000_000), random.below(1_000_000)], [349_825, 469_626]);
  });

  it('shuffles without meeting itself', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2000 }), (key, size) => {
        const places = new Set(Array.from({ length: size }, (_, at) => shuffled(key, size, at)));
        return places.size === size && Math.max(...places) === size - 1;
      }),
      { numRuns: 50 },
    );
  });
});

describe('invented citizens', () => {
  it('are the same whenever and in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fc.string(), index, (seed, at) => {
        const first = inventCitizen(seed, at);
        inventCitizen(`${seed}x`, 0);
        assert.deepEqual(inventCitizen(seed, at), first);
      }),
    );
  });

  it('have numbers that no other person of the world has or had, over any range', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.integer({ min: 0, max: MAX_CITIZENS - 500 }), { minLength: 2, maxLength: 4 }),
        (seed, starts) => {
          const indexes = new Set(starts.flatMap((start) => Array.from({ length: 500 }, (_, at) => start + at)));
          const numbers = [...indexes].flatMap((at) => {
            const { citizenId, cancelledId } = inventCitizen(seed, at);
            return cancelledId === null ? [citizenId] : [citizenId, cancelledId];
          });
          assert.equal(new Set(numbers).size, numbers.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keep their numbers apart where they are closest: all homes and layers of one slot', () => {
    const numbers = new Set<string>();
    let people = 0;
    // Communities of one home recur every 63; the same few positions of every community share year and sex most often.
    for (let at = 0; at < MAX_CITIZENS; at += 37) {
      numbers.add(inventCitizen(SEED, at).citizenId);
      people++;
    }
    assert.equal(numbers.size, people);
  });

  it('have numbers that are rightly built, end in 000xxx and cannot be taken for a real person’s', () => {
    fc.assert(
      fc.property(index, (at) => {
        const { citizenId, birthDate, sex } = inventCitizen(SEED, at);
        assert.match(citizenId, /^\d{6}000\d{3}$/);
        assert.ok(ID_PREFIX_PROVINCES.has(citizenId.slice(0, 3)));
        assert.equal(1900 + 100 * Math.floor(Number(citizenId[3]) / 2) + Number(citizenId.slice(4, 6)), birthDate.year);
        const wrongDigit = Number(citizenId.slice(-3)) >= 961;
        assert.equal((Number(citizenId[3]) % 2 === 0) === (sex === 'male'), !wrongDigit);
        assert.ok(Number(citizenId.slice(-3)) < 985, 'the serials of nobody stay free');
      }),
      { numRuns: 500 },
    );
  });

  it('are born on real days, as children or as adults of working age', () => {
    fc.assert(
      fc.property(index, (at) => {
        const { birthDate, yearOnly } = inventCitizen(SEED, at);
        assert.ok(isRealDay(birthDate.year, birthDate.month, birthDate.day));
        const within = (years: { first: number; last: number }) =>
          birthDate.year >= years.first && birthDate.year <= years.last;
        assert.ok(within(PUPIL_YEARS) || within(ADULT_YEARS));
        assert.ok(!yearOnly || within(ADULT_YEARS));
      }),
      { numRuns: 500 },
    );
  });

  it('have names and groups that the rules accept', () => {
    const namePattern = /^[\p{L}\p{M}]+(?:[ '.-][\p{L}\p{M}]+)*$/u;
    fc.assert(
      fc.property(index, (at) => {
        const { fullName, ethnicity } = inventCitizen(SEED, at);
        assert.match(fullName, namePattern);
        assert.equal(fullName, fullName.normalize('NFC'));
        assert.ok(ETHNICITY_LABELS.includes(ethnicity), ethnicity);
      }),
      { numRuns: 500 },
    );
  });

  it('come from every one of the 63 places, with peoples whose names have apostrophes, one word and capitals within', () => {
    assert.equal(HOME_PLACES.length, 63);
    const names = Array.from({ length: 63 * 30 }, (_, at) => inventCitizen(SEED, at * (COMMUNITY_SIZE / 30)).fullName);
    for (const pattern of [/^H'\p{L}+ Niê/u, /^K'/, / A \p{L}+$/u, /^\S+$/, /^Nguyễn /]) {
      assert.ok(
        names.some((name) => pattern.test(name)),
        String(pattern),
      );
    }
  });

  it('refuses an index outside the world', () => {
    for (const bad of [-1, 0.5, MAX_CITIZENS, Number.NaN]) assert.throws(() => inventCitizen(SEED, bad), RangeError);
  });
});
