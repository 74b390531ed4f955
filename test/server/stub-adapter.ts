import type { Claim, ClaimAnswer, PopulationAdapter } from '../../server/population/population-adapter.ts';

/** An adapter whose answers the test decides and whose questions it can look at. */
export class StubAdapter implements PopulationAdapter {
  readonly id = 'stub';
  readonly register = 'invented';
  readonly batchSize: number;
  readonly ratePerSecond: number;
  readonly asked: Claim[] = [];
  readonly calls: (readonly Claim[])[] = [];
  answer: (claims: readonly Claim[], signal: AbortSignal) => Promise<readonly ClaimAnswer[]> = async (claims) =>
    claims.map((claim) => matched(claim));

  constructor({ batchSize = 50, ratePerSecond = 1000 } = {}) {
    this.batchSize = batchSize;
    this.ratePerSecond = ratePerSecond;
  }

  ask(claims: readonly Claim[], signal: AbortSignal): Promise<readonly ClaimAnswer[]> {
    this.calls.push(claims);
    this.asked.push(...claims);
    return this.answer(claims, signal);
  }
}

export function matched({ requestId }: Claim): ClaimAnswer {
  return {
    requestId,
    transport: 'answered',
    outcome: 'match',
    compared: ['citizenId', 'fullName', 'birthDate'],
    flags: [],
  };
}
