import assert from 'node:assert/strict';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { MAIN_SCHOOL } from '../../cli/tryout/invent-units.ts';
import { PUSH_MAX_ROWS } from '../../contract/push-limits.ts';
import type { PushAnswer } from '../../contract/schemas/push.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import { type RunningPair, startRunningPair } from '../support/running-pair.ts';

/** What is read in a thread of its own is a file of its own where the program is bundled. */
describe('a push of the largest size, to the built server', () => {
  let pair: RunningPair;

  before(async () => {
    pair = await startRunningPair();
  });
  after(() => pair?.stop());

  it('is taken in whole', async () => {
    const api = `${pair.server.url}/api/v1`;
    const headers = { 'content-type': 'application/json' };
    const credentials = JSON.stringify({ username: MAIN_CLERK, password: TRYOUT_PASSWORD });
    const session = await fetch(`${api}/session`, { method: 'POST', headers, body: credentials });
    const { accessToken } = (await session.json()) as { accessToken: string };
    const rows = Array.from({ length: PUSH_MAX_ROWS }, (_, at) => ({ ...pupil(at), base: null }));
    const answer = await fetch(`${api}/pushes`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${accessToken}`, 'idempotency-key': 'a-push-of-the-largest-size' },
      body: JSON.stringify(pushOf(rows, { unit: MAIN_SCHOOL })),
    });
    assert.equal(answer.status, 200);
    const taken = (await answer.json()) as PushAnswer;
    assert.equal(taken.rows.filter(({ result }) => result === 'queued').length, PUSH_MAX_ROWS);
  });
});
