import { readRecord } from '../../rules/record-reading.ts';
import { wardOf } from '../population/matching/residence-of.ts';
import type { Claim } from '../population/population-adapter.ts';
import type { StoredRecord } from '../store/record-table.ts';

/** In whose name and why is asked. */
export interface ClaimAuthority {
  readonly officer: string;
  readonly purpose: string;
}

/** The question about a record's present round; undefined when its cells give no name, number or birth year to ask with. */
export function findClaim(record: StoredRecord, authority: ClaimAuthority): Claim | undefined {
  const reading = readRecord(record.template, record.cells);
  const { fullName, citizenId, birthDate, sex, provinceName } = reading;
  if (fullName === '' || citizenId === null || birthDate === null) return undefined;
  const { year, month, day } = birthDate;
  return {
    requestId: requestIdOf(record),
    unit: record.unit,
    officer: authority.officer,
    purpose: authority.purpose,
    citizenId,
    // Independent of the machine's language; Vietnamese capitals need no locale.
    fullName: fullName.toUpperCase().normalize('NFC'),
    // The service takes a whole date or a year, nothing between.
    birthDate: month !== undefined && day !== undefined ? { year, month, day } : { year },
    sex,
    province: provinceName,
    ward: wardOf(reading),
  };
}

/** 36 characters of the record's id and the round in base 36: at most 40 up to round 46,655, the same for every attempt. */
function requestIdOf({ recordId, round }: StoredRecord): string {
  return `${recordId}.${round.toString(36)}`;
}
