import { daysInMonth, type PlainDate } from '../../../rules/plain-date.ts';
import { citizenNumber, SERIALS } from './citizen-number.ts';
import { inventEthnicName, NAME_CUSTOMS } from './ethnic-names.ts';
import { HOME_PLACES, type HomePlace } from './home-places.ts';
import { inventKinhName } from './kinh-names.ts';
import { seededHash, seededRandom, shuffled } from './seeded-random.ts';

/** A person who does not exist. */
export interface Citizen {
  readonly index: number;
  /** 12 digits, unique in the invented world of one seed. */
  readonly citizenId: string;
  /** The number before it was cancelled and established anew (circular 59/2021/TT-BCA, article 6), for about 1 in 200. */
  readonly cancelledId: string | null;
  readonly fullName: string;
  readonly birthDate: PlainDate;
  /** Only the year is on the papers: some adults born before 1990. Day and month of `birthDate` then mean nothing. */
  readonly yearOnly: boolean;
  readonly sex: 'male' | 'female';
  /** As in the ministry's list. */
  readonly ethnicity: string;
  /** Today's name, without its kind: `Thái Nguyên`. */
  readonly province: string;
  /** With its kind: `Phường Đức Xuân`. */
  readonly ward: string;
}

/** Birth years of school children: from nhà trẻ to grade 12 in the school years around 2026–2027. */
export const PUPIL_YEARS = { first: 2008, last: 2023 } as const;
/** Birth years of those who work at schools, and of parents. */
export const ADULT_YEARS = { first: 1970, last: 2001 } as const;

/**
 * People with neighbouring indexes share a home place: 3,840 children and 960 adults, evenly over years and sexes. Large
 * enough that one school's pupils come from one community, as they do.
 */
export const COMMUNITY_SIZE = 4800;
const PUPILS_PER_SLOT = 120;
const ADULTS_PER_SLOT = 15;
const PUPIL_SLOTS = 2 * (PUPIL_YEARS.last - PUPIL_YEARS.first + 1);

/** Communities that fit into the serials of one place. */
const LAYERS = SERIALS.people / PUPILS_PER_SLOT;

/** Past this index the numbers would repeat. */
export const MAX_CITIZENS = LAYERS * HOME_PLACES.length * COMMUNITY_SIZE;

/** Children registered in another province than they live in. */
const BORN_ELSEWHERE = 0.08;
/** One serial in this many was cancelled and replaced, and one more carries a wrong sex digit to this day. */
const ODD_NUMBER_EVERY = 200;
const YEAR_ONLY_ADULTS = 0.08;
const YEAR_ONLY_BEFORE = 1990;

/**
 * The person at `index` (0 … MAX_CITIZENS − 1) of the invented world that `seed` names. Nothing is remembered: the same
 * arguments give the same person anywhere.
 *
 * Numbers are unique by construction. A person lies in a community (`layer`, home place) and there in a slot (birth year,
 * sex) at a place; layer and place give the serial (scattered by a bijection), and for each (layer, slot, place) the 63 homes are turned by one amount
 * to give the birth code, so that no two of them can meet. Throws RangeError outside the range.
 */
export function inventCitizen(seed: string, index: number): Citizen {
  if (!Number.isInteger(index) || index < 0 || index >= MAX_CITIZENS) {
    throw new RangeError(`citizens are numbered from 0 to ${MAX_CITIZENS - 1}`);
  }
  const community = Math.floor(index / COMMUNITY_SIZE);
  const layer = Math.floor(community / HOME_PLACES.length);
  const homeIndex = shuffled(seededHash(seed, 'homes', layer), HOME_PLACES.length, community % HOME_PLACES.length);
  const home = placeAt(homeIndex);
  const { sex, birthYear, adult, serial } = slotAt(
    layer,
    shuffled(seededHash(seed, community), COMMUNITY_SIZE, index % COMMUNITY_SIZE),
  );

  const turn = seededRandom(seed, 'turn', birthYear, sex, serial);
  const elsewhere = turn.chance(BORN_ELSEWHERE) ? 1 + turn.below(HOME_PLACES.length - 1) : 0;
  const { birthCode } = placeAt((homeIndex + elsewhere) % HOME_PLACES.length);

  const random = seededRandom(seed, 'person', index);
  const { fullName, ethnicity } = inventName(random, home, sex, adult);
  const month = 1 + random.below(12);
  return {
    index,
    ...numbersOf(seed, { birthCode, sex, birthYear, serial }),
    fullName,
    birthDate: { year: birthYear, month, day: 1 + random.below(daysInMonth(birthYear, month)) },
    yearOnly: adult && birthYear < YEAR_ONLY_BEFORE && random.chance(YEAR_ONLY_ADULTS),
    sex,
    ethnicity,
    province: home.province,
    ward: random.pick(home.wards),
  };
}

function placeAt(index: number): HomePlace {
  const place = HOME_PLACES[index];
  if (place === undefined) throw new RangeError('home place outside the table');
  return place;
}

function slotAt(layer: number, position: number) {
  const childPlaces = PUPIL_SLOTS * PUPILS_PER_SLOT;
  const adult = position >= childPlaces;
  const perSlot = adult ? ADULTS_PER_SLOT : PUPILS_PER_SLOT;
  const within = adult ? position - childPlaces : position;
  const slot = Math.floor(within / perSlot);
  return {
    adult,
    sex: slot % 2 === 0 ? ('male' as const) : ('female' as const),
    birthYear: (adult ? ADULT_YEARS.first : PUPIL_YEARS.first) + Math.floor(slot / 2),
    serial: layer * perSlot + (within % perSlot) + 1,
  };
}

/** One community's numbers lie all over the range, as drawn numbers do: counted through they would look like somebody guessing. */
function scattered(seed: string, birthYear: number, sex: 'male' | 'female', serial: number): number {
  return 1 + shuffled(seededHash(seed, 'serials', birthYear, sex), SERIALS.people, serial - 1);
}

/**
 * Real numbers are not always rightly built: a sex or a year was entered wrong at registration. Some were put right, which
 * gives the person a new number; some were not. Both kinds of odd number take the other sex's digit and a serial of their own.
 */
function numbersOf(
  seed: string,
  parts: { birthCode: string; sex: 'male' | 'female'; birthYear: number; serial: number },
): Pick<Citizen, 'citizenId' | 'cancelledId'> {
  const { birthCode, sex, birthYear, serial } = parts;
  const phase = seededHash(seed, 'odd', birthCode, sex, birthYear);
  const kind = (serial - 1 + phase) % ODD_NUMBER_EVERY;
  const odd = (first: number) =>
    citizenNumber({
      ...parts,
      sex: sex === 'male' ? 'female' : 'male',
      serial: first + Math.floor((serial - 1) / ODD_NUMBER_EVERY),
    });
  if (kind === 1) return { citizenId: odd(SERIALS.wrongSex), cancelledId: null };
  const citizenId = citizenNumber({ ...parts, serial: scattered(seed, birthYear, sex, serial) });
  return { citizenId, cancelledId: kind === 0 ? odd(SERIALS.cancelled) : null };
}

function inventName(random: ReturnType<typeof seededRandom>, home: HomePlace, sex: 'male' | 'female', adult: boolean) {
  if (home.others.length > 0 && random.chance(home.share)) {
    const custom = random.pick(home.others);
    return { fullName: inventEthnicName(random, custom, sex), ethnicity: NAME_CUSTOMS[custom].ethnicity };
  }
  return { fullName: inventKinhName(random, { sex, adult, south: home.south }), ethnicity: 'Kinh' };
}
