import type { RecordKind } from '../../rules/record.ts';
import { inventRoster, type RosterKind, type RosterRow } from './invent-roster.ts';
import { inventUnits, MAIN_SCHOOL } from './invent-units.ts';
import { TRYOUT_WORLD } from './tryout-world.ts';

/** Large enough to scroll and to hold every kind of fault, small enough to be verified while one watches. */
const ROWS = { student: 210, staff: 60 } as const satisfies Record<RosterKind, number>;

const GRADES: Readonly<Record<string, { readonly first: number; readonly last: number }>> = {
  'TN-TH-01': { first: 1, last: 5 },
  [MAIN_SCHOOL]: { first: 6, last: 9 },
  'TN-THPT-01': { first: 10, last: 12 },
};

/**
 * What a try-out school's list holds before it has sent anything: invented people with planted faults, the same at every
 * call. Empty for units that have no classes here, and for results: a school types those.
 */
export function tryoutRoster(unit: string, kind: RecordKind): readonly RosterRow[] {
  const grades = GRADES[unit];
  if (!grades || kind === 'results') return [];
  // Every school takes its people from a stretch of the register of its own: nobody attends two schools.
  const schools = inventUnits().filter(({ kind: unitKind }) => unitKind === 'school');
  const place = schools.findIndex(({ code }) => code === unit);
  const stretch = Math.floor(TRYOUT_WORLD.citizens / schools.length);
  return inventRoster({
    kind,
    seed: TRYOUT_WORLD.seed,
    rows: ROWS[kind],
    firstCitizen: place * stretch,
    plantFaults: true,
    grades,
  });
}
