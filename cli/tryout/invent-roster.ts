import type { RawRow, RecordKind } from '../../rules/record.ts';
import { textKey } from '../../rules/text/text-key.ts';
import { ADULT_YEARS, type Citizen, inventCitizen } from '../../server/population/people/invent-citizen.ts';
import { seededRandom } from '../../server/population/people/seeded-random.ts';
import { type RegisterTraits, registerTraits } from '../../server/population/simulator/register.ts';
import { cleanRow } from './clean-row.ts';
import { NUMBER_FAULTS } from './number-faults.ts';
import type { DraftRow, PlantedFault } from './planted-fault.ts';
import { REGISTER_FAULTS } from './register-faults.ts';
import { TEXT_FAULTS } from './text-faults.ts';
import { TRYOUT_WORLD } from './tryout-world.ts';

/** Records that lists of people are invented for. */
export type RosterKind = Exclude<RecordKind, 'results'>;

export interface RosterRequest {
  readonly kind: RosterKind;
  /** The same as the register's, or its people are not these. */
  readonly seed: string;
  readonly rows: number;
  /** Index from which people are taken; a second roster begins where it cannot meet the first. */
  readonly firstCitizen: number;
  readonly plantFaults: boolean;
  /** Default: THCS. */
  readonly grades?: { readonly first: number; readonly last: number };
  /** Size of the register that will be asked. Default: the try-out world's. */
  readonly citizens?: number;
  /** First calendar year of the school year. Default: the try-out world's. */
  readonly schoolYear?: number;
}

export interface RosterRow {
  /** In the form of a UUID (version 8, RFC 9562), made from the seed. */
  readonly rowId: string;
  readonly values: RawRow;
  /** Id of the planted fault, for those who show or test what became of it. */
  readonly planted: string | null;
}

/** Every kind of fault, in the order in which a small roster is given them: first those that only the service can see. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [...REGISTER_FAULTS, ...NUMBER_FAULTS, ...TEXT_FAULTS];

const THCS = { first: 6, last: 9 } as const;
const CLASS_SIZE = 40;
/**
 * Rows at the top that nothing is planted in: the first thing a newcomer sees should look like a school. A person whose entry
 * in the register is odd may still stand among them.
 */
const CLEAN_HEAD = 6;
/** A small roster takes fewer kinds rather than more faults than this. */
const FAULTY_SHARE = 0.4;

interface Draft extends DraftRow {
  readonly role: { readonly className: string; readonly position: string };
  /** The fault that lies with the person. */
  readonly odd: PlantedFault | null;
}

/**
 * A school's list, built from people of the register. Without faults every row passes every rule and is confirmed by the
 * service; with faults, kinds of `PLANTED_FAULTS` stand in it at their documented proportions and in places that the seed
 * decides. Throws RangeError when the register has not enough people behind `firstCitizen`.
 */
export function inventRoster(request: RosterRequest): readonly RosterRow[] {
  const plan = request.plantFaults ? planFaults(request.kind, request.rows) : [];
  const drafts = inventDrafts(request, plan);
  const planted = plant(request, drafts, plan);
  return planted.map(({ values, fault }, at) => ({
    rowId: rowId(request, at),
    values: { ordinal: at + 1, ...values },
    planted: fault?.id ?? null,
  }));
}

interface PlannedFault {
  readonly fault: PlantedFault;
  readonly rows: number;
}

function planFaults(kind: RecordKind, rows: number): readonly PlannedFault[] {
  let left = Math.floor(Math.max(0, rows - CLEAN_HEAD) * FAULTY_SHARE);
  const plan: PlannedFault[] = [];
  for (const fault of PLANTED_FAULTS.filter((entry) => entry.kinds.includes(kind))) {
    const wanted = Math.min(left, Math.max(1, Math.round((rows * fault.perThousand) / 1000)));
    if (wanted > 0) plan.push({ fault, rows: wanted });
    left -= wanted;
  }
  return plan;
}

/** Picks the people and gives each a class or a position; sorted as a school sorts its list. */
function inventDrafts(request: RosterRequest, plan: readonly PlannedFault[]): readonly Draft[] {
  const citizens = request.citizens ?? TRYOUT_WORLD.citizens;
  const oddWanted = plan.filter(({ fault }) => fault.isOddPerson).map(({ fault, rows }) => ({ fault, left: rows }));
  let plainLeft = request.rows - oddWanted.reduce((sum, { left }) => sum + left, 0);
  const people: { citizen: Citizen; traits: RegisterTraits; odd: PlantedFault | null }[] = [];
  for (let index = request.firstCitizen; people.length < request.rows; index++) {
    if (index >= citizens) throw new RangeError('the register has not enough people for this roster');
    const citizen = inventCitizen(request.seed, index);
    if (!belongs(request, citizen)) continue;
    const traits = registerTraits(request.seed, index);
    const odd = PLANTED_FAULTS.find((fault) => fault.isOddPerson?.(citizen, traits));
    const wanted = oddWanted.find(({ fault, left }) => fault === odd && left > 0);
    if (wanted) {
      wanted.left--;
      people.push({ citizen, traits, odd: wanted.fault });
    } else if (odd === undefined && !citizen.yearOnly && plainLeft > 0) {
      plainLeft--;
      people.push({ citizen, traits, odd: null });
    }
  }
  return request.kind === 'student' ? pupils(request, people) : staff(request, people);
}

function belongs(request: RosterRequest, { birthDate: { year } }: Citizen): boolean {
  const grade = gradeOf(request, year);
  const { first, last } = request.grades ?? THCS;
  return request.kind === 'student' ? grade >= first && grade <= last : year <= ADULT_YEARS.last;
}

/** A pupil of grade g is born five years and g before the school year begins. */
function gradeOf(request: RosterRequest, birthYear: number): number {
  return (request.schoolYear ?? TRYOUT_WORLD.schoolYear) - 5 - birthYear;
}

type Person = Omit<Draft, 'values' | 'role'>;

function pupils(request: RosterRequest, people: readonly Person[]): readonly Draft[] {
  const { first, last } = request.grades ?? THCS;
  const grades = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return grades.flatMap((grade) => {
    const members = people.filter(({ citizen }) => gradeOf(request, citizen.birthDate.year) === grade);
    const classes = Math.ceil(members.length / CLASS_SIZE);
    const drafts = members.map((person, at) => {
      const className = `${grade}${String.fromCharCode(65 + (at % classes))}`;
      return draft(request.kind, person, { className, position: '' });
    });
    return sorted(drafts, ({ role }) => role.className);
  });
}

function staff(request: RosterRequest, people: readonly Person[]): readonly Draft[] {
  const managers = Math.min(3, Math.ceil(people.length / 20));
  const clerks = Math.ceil(people.length / 10);
  const drafts = people.map((person, at) => {
    const position = at < managers ? 'Cán bộ quản lý' : at < people.length - clerks ? 'Giáo viên' : 'Nhân viên';
    return draft(request.kind, person, { className: '', position });
  });
  return sorted(drafts, ({ role }) => role.position);
}

function draft(kind: RecordKind, person: Person, role: Draft['role']): Draft {
  return { ...person, role, values: cleanRow(kind, person.citizen, role) };
}

/** By group, then by given name, as Vietnamese class lists are. Compared by code unit: the same on every machine. */
function sorted(drafts: readonly Draft[], group: (draft: Draft) => string): readonly Draft[] {
  const keyed = drafts.map((entry) => {
    const words = textKey(entry.citizen.fullName).split(' ');
    return { entry, key: [group(entry), words.at(-1), ...words, entry.citizen.citizenId].join('\u0000') };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}

interface PlantedRow {
  readonly values: RawRow;
  readonly fault: PlantedFault | null;
}

function plant(request: RosterRequest, drafts: readonly Draft[], plan: readonly PlannedFault[]): readonly PlantedRow[] {
  const rows: PlantedRow[] = drafts.map(({ values, odd }) => ({ values, fault: odd }));
  const random = seededRandom(request.seed, 'faults', request.kind, request.firstCitizen, request.rows);
  const taken = new Set(drafts.flatMap(({ odd }, at) => (odd ? [at] : [])));
  const places = drafts.map((_, at) => ({ at, order: random.next() })).sort((a, b) => a.order - b.order);
  const put = (fault: PlantedFault, at: number) => {
    const own = drafts[at];
    const neighbour = drafts[at - 1] ?? own;
    if (own === undefined || neighbour === undefined) return;
    rows[at] = { values: { ...own.values, ...fault.plant(own, random, neighbour) }, fault };
  };
  for (const at of taken) put(drafts[at]?.odd as PlantedFault, at);
  for (const { fault, rows: wanted } of plan.filter((entry) => !entry.fault.isOddPerson)) {
    let left = wanted;
    for (const { at } of places) {
      if (left === 0) break;
      const own = drafts[at];
      if (own === undefined || at < CLEAN_HEAD || taken.has(at) || !fault.fits(own)) continue;
      if (fault.copiesNeighbour) {
        // The row above stays as it is: a copied number must not hide another fault.
        if (taken.has(at - 1) || at - 1 < CLEAN_HEAD) continue;
        taken.add(at - 1);
      }
      taken.add(at);
      put(fault, at);
      left--;
    }
  }
  return rows;
}

function rowId(request: RosterRequest, at: number): string {
  const random = seededRandom(request.seed, 'row', request.kind, request.firstCitizen, at);
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)];
  return parts.join('-');
}
