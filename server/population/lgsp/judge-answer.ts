import { matchRecord, type RegisterRecord } from '../matching/match-record.ts';
import type { Claim, ClaimAnswered, NotAskedTransport } from '../population-adapter.ts';
import type { LgspCodes } from './lgsp-config.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** What the service compares when it says no more than found or not found. */
const FOUND_BY = ['citizenId', 'fullName', 'birthDate'] as const;

const NOT_FOUND = { transport: 'answered', outcome: 'unconfirmed', compared: FOUND_BY, flags: [] } as const;

/** An outcome, or why there is none. */
export type Judgement = ClaimAnswered | { readonly transport: NotAskedTransport };

/**
 * What an answer means for a claim. *Not found* is `unconfirmed`: a typo in the name gives the same answer as a number that does
 * not exist, and `no-such-number` would send parents to the police for nothing. Undefined for a code that nobody has explained.
 */
export function judgeAnswer(claim: Claim, answer: ServiceAnswer, codes: LgspCodes): Judgement | undefined {
  switch (answer.kind) {
    case 'exists':
      return answer.exists ? found(claim) : NOT_FOUND;
    case 'nothing':
      return NOT_FOUND;
    case 'records':
      return judgeRecords(claim, answer.records);
    case 'code':
      return judgeCode(answer.code, codes);
  }
}

function found({ birthDate }: Claim): ClaimAnswered {
  const whole = birthDate.month !== undefined;
  return {
    transport: 'answered',
    outcome: whole ? 'match' : 'match-normalised',
    compared: FOUND_BY,
    flags: whole ? [] : ['yearOnlyBirth'],
  };
}

function judgeRecords(claim: Claim, records: readonly RegisterRecord[]): Judgement {
  if (records.length === 0) return NOT_FOUND;
  const people = distinct(records).map((record) => ({ record, comparison: matchRecord(claim, record) }));
  // Another number, and not the person who was asked for: the answer to another question.
  const meant = people.filter(
    ({ record, comparison }) =>
      record.citizenId === null || record.citizenId === claim.citizenId || comparison.outcome === 'superseded',
  );
  const [person, another] = meant;
  if (person === undefined) return { transport: 'unreachable' };
  if (another !== undefined) {
    return { transport: 'answered', outcome: 'too-many', compared: ['citizenId'], flags: [] };
  }
  return { transport: 'answered', ...person.comparison };
}

/** An answer may come twice. */
function distinct(records: readonly RegisterRecord[]): readonly RegisterRecord[] {
  return [...new Map(records.map((record) => [JSON.stringify(record), record])).values()];
}

function judgeCode(code: string, codes: LgspCodes): Judgement | undefined {
  if (codes.notFound.includes(code)) return NOT_FOUND;
  if (codes.noSuchNumber.includes(code)) {
    return { transport: 'answered', outcome: 'no-such-number', compared: ['citizenId'], flags: [] };
  }
  if (codes.closedHours.includes(code)) return { transport: 'closed-hours' };
  if (codes.throttled.includes(code)) return { transport: 'throttled' };
  if (codes.refused.includes(code)) return { transport: 'refused-config' };
  // SOAP 1.1, 4.4.1: the question itself was wrong, and would be the same when asked again.
  if (code === 'Client' || code.startsWith('Client.')) return { transport: 'refused-config' };
  return undefined;
}
