import type { Claim, ClaimAnswer, ClaimAnswered, ClaimNotAsked, PopulationAdapter } from '../population-adapter.ts';
import { makeAccess } from './access-headers.ts';
import { type LineFailure, type ServiceReply, serviceCaller } from './call-service.ts';
import type { LgspConfig } from './lgsp-config.ts';
import { readReply } from './read-reply.ts';
import { writeQuery } from './write-query.ts';

const CONTENT_TYPES = {
  // As public clients send it; SOAP 1.1 says text/xml, and services that take that take this.
  soap: { 'content-type': 'application/xml; charset=utf-8', accept: 'text/xml, application/xml', soapaction: '""' },
  json: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
} as const satisfies Record<LgspConfig['form'], Readonly<Record<string, string>>>;

/**
 * The national population service over the connection of a Sở (NDXP/LGSP), one question a call. What comes back is compared here
 * and then forgotten: an answer names fields and flags only. Whatever fails on the way is a transport, never an outcome.
 * @param now milliseconds since 1970.
 */
export function createLgspAdapter(config: LgspConfig, now: () => number = Date.now): PopulationAdapter {
  const call = serviceCaller(config);
  const access = makeAccess(config, call, now);

  const askOnce = async (body: string, signal: AbortSignal): Promise<ServiceReply | LineFailure> => {
    const { headers, failure } = await access.headers(signal);
    if (failure !== undefined) return failure;
    return call({ url: config.url, headers: { ...CONTENT_TYPES[config.form], ...headers }, body }, signal);
  };

  const ask = async (claim: Claim, signal: AbortSignal): Promise<ClaimAnswered | ClaimNotAsked> => {
    const body = writeQuery(claim, config);
    let reply = await askOnce(body, signal);
    if (typeof reply !== 'string' && reply.status === 401 && access.renew()) reply = await askOnce(body, signal);
    return readReply(claim, reply, config, now());
  };

  return {
    id: 'lgsp',
    register: config.register,
    batchSize: 1,
    ratePerSecond: config.ratePerSecond,
    async ask(claims, signal) {
      const answers: ClaimAnswer[] = [];
      for (const claim of claims) {
        signal.throwIfAborted();
        const answer = await ask(claim, AbortSignal.any([signal, AbortSignal.timeout(config.timeoutMs)]));
        signal.throwIfAborted();
        answers.push({ requestId: claim.requestId, ...answer });
      }
      return answers;
    },
  };
}
