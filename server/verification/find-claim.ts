import { readRecord } from '../../rules/record-reading.ts';
import { wardOf } from '../population/matching/residence-of.ts';
import type { Claim } from '../population/population-adapter.ts';
import { isAskableName } from '../population/require-askable.ts';
import type { StoredRecord } from '../store/record-table.ts';

/** In whose name and why is asked. */
export interface ClaimAuthority {
  readonly officer: string;
  readonly purpose: string;
}

/**
 * The question about a record's present round; undefined when its cells give no name, number or birth year that a service can be
 * asked with.
 */
export function findClaim(record: StoredRecord, authority: ClaimAuthority): Claim | undefined {
  const reading = readRecord(record.template, record.cells);
  const { citizenId, birthDate, sex, provinceName } = reading;
  // Independent of the machine's language; Vietnamese capitals need no locale.
  const fullName = reading.fullName.toUpperCase().normalize('NFC');
  if (!isAskableName(fullName) || citizenId === null || birthDate === null) return undefined;
  const { year, month, day } = birthDate;
  return {
    requestId: requestIdOf(record),
    unit: record.unit,
    officer: authority.officer,
    purpose: authority.purpose,
    citizenId,
    fullName,
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
