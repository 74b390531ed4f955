import type { Claim, ClaimAnswered, ClaimNotAsked, NotAskedTransport } from '../population-adapter.ts';
import { retryAfterSeconds } from '../retry-after.ts';
import type { LineFailure, ServiceReply } from './call-service.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { LgspConfig } from './lgsp-config.ts';
import { readJson } from './read-json.ts';
import { readSoap } from './read-soap.ts';
import { INVENTED_HEADER } from './shape.ts';

/** What became of a question. `nowMs`: for a `Retry-After` that is a date. */
export function readReply(
  claim: Claim,
  reply: ServiceReply | LineFailure,
  config: LgspConfig,
  nowMs: number,
): ClaimAnswered | ClaimNotAsked {
  if (reply === 'broken') return { transport: 'unreachable' };
  if (reply === 'untrusted') return { transport: 'refused-config' };
  const invented = reply.headers[INVENTED_HEADER] !== undefined;
  if (invented && config.register !== 'invented') return { transport: 'refused-config' };
  const seconds = retryAfterSeconds(reply.headers['retry-after'], nowMs);
  const judgement = judgeBody(claim, reply, config) ?? { transport: transportOf(reply.status) };
  if (judgement.transport === 'answered' && !invented && config.register === 'invented') {
    return { transport: 'refused-config' };
  }
  if (judgement.transport === 'answered' || seconds === undefined) return judgement;
  return { ...judgement, retryAfterSeconds: seconds };
}

/** Undefined when the body says nothing that counts under its status. */
function judgeBody(claim: Claim, { status, body }: ServiceReply, { form, codes }: LgspConfig) {
  const read = form === 'soap' ? readSoap(body) : readJson(body, codes.success);
  if (read === undefined) return undefined;
  const { answer, requestId } = read;
  // An answer stands under 2xx; under any other status only a code, such as that of a SOAP fault, is one.
  if (answer.kind !== 'code' && (status < 200 || status > 299)) return undefined;
  if (requestId !== null && requestId !== claim.requestId) return undefined;
  return judgeAnswer(claim, answer, codes);
}

/** Without a word that is understood. A status that the same question would get again tomorrow is a matter of configuration. */
function transportOf(status: number): NotAskedTransport {
  if (status === 429) return 'throttled';
  if (status === 408 || status < 400 || status > 499) return 'unreachable';
  return 'refused-config';
}
