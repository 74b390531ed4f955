import { type Citizen, inventCitizen, MAX_CITIZENS } from '../people/invent-citizen.ts';
import { seededRandom } from '../people/seeded-random.ts';

/**
 * How much the service may say about an entry. `fields`: which of name, birth date, sex and residence differ. `found-only`:
 * no more than whether number, name and birth date belong together, as the public descriptions of the real service have it.
 */
export type Disclosure = 'fields' | 'found-only';

/** What the register does with a person, decided by seed and index alone. */
export interface RegisterTraits {
  readonly disclosure: Disclosure;
  /** A second person's entry was filed under the same number: an error of the register itself. */
  readonly doubled: boolean;
}

export interface RegisterEntry {
  readonly citizen: Citizen;
  readonly disclosure: Disclosure;
}

export type RegisterHit =
  | { readonly kind: 'none' }
  /** The number was cancelled; the entry is the person's, under the new number. */
  | { readonly kind: 'cancelled'; readonly entry: RegisterEntry }
  | { readonly kind: 'found'; readonly entries: readonly [RegisterEntry, ...RegisterEntry[]] };

export interface Register {
  readonly citizens: number;
  find(citizenId: string): RegisterHit;
  /** One of the family. @param steps 1 for the father, 2 for the mother */
  relative(citizen: Citizen, steps: number): Citizen;
}

/** One entry in eight. Enough that a class list meets some, few enough that most rows hear which field is wrong. */
const FOUND_ONLY = 0.125;
/** One entry in 200: far more than any real register has, so that a demonstration of 500 rows has one to meet. */
const DOUBLED = 0.005;

export function registerTraits(seed: string, index: number): RegisterTraits {
  const random = seededRandom(seed, 'register', index);
  return { disclosure: random.chance(FOUND_ONLY) ? 'found-only' : 'fields', doubled: random.chance(DOUBLED) };
}

/**
 * The register of the first `citizens` people of the invented world. It keeps an index of numbers and invents an entry anew
 * whenever it is asked for. Throws RangeError for a size the invented world does not have.
 */
export function inventRegister(seed: string, citizens: number): Register {
  const current = new Map<string, number>();
  const cancelled = new Map<string, number>();
  for (let index = 0; index < citizens; index++) {
    const { citizenId, cancelledId } = inventCitizen(seed, index);
    current.set(citizenId, index);
    if (cancelledId !== null) cancelled.set(cancelledId, index);
  }
  const entry = (index: number): RegisterEntry => ({
    citizen: inventCitizen(seed, index),
    disclosure: registerTraits(seed, index).disclosure,
  });
  return {
    citizens,
    relative: ({ index }, steps) => inventCitizen(seed, (index + steps) % MAX_CITIZENS),
    find(citizenId) {
      const former = cancelled.get(citizenId);
      if (former !== undefined) return { kind: 'cancelled', entry: entry(former) };
      const index = current.get(citizenId);
      if (index === undefined) return { kind: 'none' };
      const second = registerTraits(seed, index).doubled ? [entry((index + 1) % citizens)] : [];
      return { kind: 'found', entries: [entry(index), ...second] };
    },
  };
}
