import { COMPARED_FIELDS, FLAGS, OUTCOMES } from '../../contract/verdict.ts';
import type { Claim, ClaimAnswer } from '../population/population-adapter.ts';

/**
 * An adapter's answer cut down to what may be kept: known outcomes, field names and flags, whatever else it carries
 * (design promise 5). A missing answer and one that we do not understand count as no answer.
 */
export function readAnswer(claim: Claim, answer: ClaimAnswer | undefined): ClaimAnswer {
  const { requestId } = claim;
  if (answer === undefined) return { requestId, transport: 'unreachable' };
  if (answer.transport !== 'answered') {
    const { transport, retryAfterSeconds } = answer;
    return retryAfterSeconds === undefined ? { requestId, transport } : { requestId, transport, retryAfterSeconds };
  }
  if (!OUTCOMES.includes(answer.outcome)) return { requestId, transport: 'unreachable' };
  const flags = new Set(answer.flags);
  if (claim.birthDate.month === undefined) flags.add('yearOnlyBirth');
  return {
    requestId,
    transport: 'answered',
    outcome: answer.outcome,
    compared: COMPARED_FIELDS.filter((field) => answer.compared.includes(field)),
    flags: FLAGS.filter((flag) => flags.has(flag)),
  };
}
