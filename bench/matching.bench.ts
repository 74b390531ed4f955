import { mistypedName, otherTonePlacement } from '../cli/tryout/register-faults.ts';
import { editDistance } from '../rules/text/edit-distance.ts';
import { type Identity, matchRecord, type RegisterRecord } from '../server/population/matching/match-record.ts';
import { type Citizen, inventCitizen } from '../server/population/people/invent-citizen.ts';
import { type BenchReport, rowOf } from './bench-report.ts';

const PEOPLE = 5_000;
const ROUNDS = 25;
/** Far more than any service is known to grant; a province's two million records in half an hour. */
const CLAIMS_PER_SECOND = 1_000;
/** Comparing must stay nothing beside asking. */
const FEW_PERCENT = { goal: 5, atMost: true, unit: '%' } as const;
/** More than any two names differ by: the distance is worked out to its end. */
const NO_LIMIT = 100;

/**
 * Claims compared with the records a service returned, beside the plain edit distance of the two names, which knows nothing
 * of tones, order, dates and places. Interleaved rounds and the least processor time of each.
 */
export async function bench(): Promise<BenchReport> {
  const people = Array.from({ length: PEOPLE }, (_, index) => inventCitizen('bench', index));
  // Of a hundred names 90 are right, five have their tones elsewhere, five are mistyped.
  const usual = people.map((citizen, at) => pairOf(citizen, nameAt(citizen.fullName, at % 100)));
  const wrong = people.map((citizen) => pairOf(citizen, mistypedName(citizen.fullName)));
  const contestants: readonly { label: string; run: () => unknown; times: number[] }[] = [
    { label: 'whole records, 90 names of 100 right', run: () => matchAll(usual), times: [] },
    { label: 'whole records, every name mistyped', run: () => matchAll(wrong), times: [] },
    { label: 'the edit distance of the names alone', run: () => distances(wrong), times: [] },
  ];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, times } of contestants) {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / PEOPLE);
    }
  }
  const [mixed = 0, mistyped = 0] = contestants.map(({ times }) => Math.min(...times));
  return {
    name: `matching: ${PEOPLE} claims with the records of a population service`,
    notes: [
      'Processor time; the value is the least of the rounds, for whatever else a machine does only ever slows one.',
    ],
    rows: contestants.map(({ label, times }) => rowOf(label, 'µs/claim', times, (values) => Math.min(...values))),
    ratios: [
      { label: `of one core at ${CLAIMS_PER_SECOND} claims a second, usual`, value: shareOf(mixed), ...FEW_PERCENT },
      {
        label: `of one core at ${CLAIMS_PER_SECOND} claims a second, mistyped`,
        value: shareOf(mistyped),
        ...FEW_PERCENT,
      },
    ],
  };
}

function shareOf(microseconds: number): number {
  return (microseconds * CLAIMS_PER_SECOND * 100) / 1_000_000;
}

type Pair = readonly [Identity, RegisterRecord];

function nameAt(name: string, percent: number): string {
  if (percent < 90) return name;
  return percent < 95 ? otherTonePlacement(name) : mistypedName(name);
}

function pairOf(citizen: Citizen, typed: string): Pair {
  const sex = citizen.sex === 'male' ? 'Nam' : 'Nữ';
  const { citizenId, fullName, birthDate, province } = citizen;
  return [
    { citizenId, fullName: typed.toUpperCase(), birthDate, sex, province, ward: null },
    {
      citizenId,
      name: { family: '', middle: '', given: fullName.toUpperCase() },
      birthDate,
      sex,
      residence: { province, ward: null },
    },
  ];
}

function matchAll(pairs: readonly Pair[]): number {
  return pairs.filter(([claim, record]) => matchRecord(claim, record).outcome === 'differs').length;
}

function distances(pairs: readonly Pair[]): number {
  return pairs.filter(([claim, record]) => editDistance(claim.fullName, record.name.given, NO_LIMIT) > 0).length;
}
