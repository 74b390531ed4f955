import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { PushAnswer } from '../../contract/schemas/push.ts';
import type { StatusPage } from '../../contract/schemas/status.ts';
import type { Claim } from '../../server/population/population-adapter.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import { ServerWorld } from '../server/server-world.ts';
import { matched } from '../server/stub-adapter.ts';

const CHILD = fileURLToPath(new URL('../server/server-child.ts', import.meta.url));

/** What the stand-in service does with a call: answer, answer and let the kill come at once, or never answer. */
type Deed = 'answer' | 'answer-and-kill' | 'kill-unanswered';

/** Promise 6: whatever was acknowledged survives a killed server, a dropped line and a repeated request. No loss, no double. */
describe('promise: whatever was acknowledged survives', () => {
  let world: ServerWorld;
  let service: Server;
  let child: ChildProcess | undefined;
  let url = '';
  /** How often each question reached the service. */
  const asked = new Map<string, number>();
  const plan: Deed[] = [];

  before(async () => {
    world = await ServerWorld.start();
    await world.server.close();
    service = createServer(async (request, response) => {
      const claims = (await json(request)) as Claim[];
      for (const { requestId } of claims) asked.set(requestId, (asked.get(requestId) ?? 0) + 1);
      const deed = plan.shift() ?? 'answer';
      if (deed === 'kill-unanswered') kill();
      else {
        response.end(JSON.stringify(claims.map(matched)));
        if (deed === 'answer-and-kill') response.on('close', kill);
      }
    });
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
  });
  after(async () => {
    kill();
    service.closeAllConnections();
    service.close();
    await world.close();
  });

  const kill = () => child?.kill('SIGKILL');

  async function start(): Promise<void> {
    const { port } = service.address() as AddressInfo;
    child = fork(CHILD, [world.dataDir, `http://127.0.0.1:${port}`], { execArgv: ['--import', 'tsx'] });
    [url] = (await once(child, 'message')) as [string];
  }
  async function whenDead(): Promise<void> {
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = { authorization: `Bearer ${await world.token('vanthu.a')}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}${path}`, { ...init, headers: { ...headers, ...init.headers } });
    assert.equal(response.status, 200);
    return (await response.json()) as T;
  }
  const rows = (batch: number) => Array.from({ length: 12 }, (_, index) => pupil(batch * 20 + index));
  const push = (batch: number) =>
    call<PushAnswer>('/api/v1/pushes', {
      method: 'POST',
      body: JSON.stringify(pushOf(rows(batch))),
      headers: { 'idempotency-key': `lo-hang-so-${String(batch).padStart(6, '0')}` },
    });
  async function statuses(): Promise<StatusPage['items']> {
    return (await call<StatusPage>('/api/v1/statuses?limit=1000')).items;
  }
  async function whenAllAnswered(): Promise<StatusPage['items']> {
    for (;;) {
      const found = await statuses();
      if (found.every((item) => item.transport === 'answered')) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('over kills before the answer, after it, and in the middle of a push', async () => {
    const acknowledged = new Map<string, string>();
    let kills = 0;
    const deeds: readonly (Deed | 'kill-while-pushing')[] = [
      'kill-unanswered',
      'answer-and-kill',
      'kill-while-pushing',
      'answer-and-kill',
      'answer',
    ];
    await start();
    for (const [batch, deed] of deeds.entries()) {
      if (deed === 'kill-while-pushing') {
        const answer = push(batch);
        await new Promise((resolve) => setImmediate(resolve));
        kill();
        await Promise.allSettled([answer]);
        await whenDead();
        await start();
      } else {
        plan.push('answer', deed);
      }
      const answers = [await push(batch).catch(() => undefined)];
      if (deed === 'kill-unanswered' || deed === 'answer-and-kill') {
        await whenDead();
        kills++;
        await start();
      }
      answers.push(await push(batch));
      // Whoever asks again under the same key is told the same, even by the process that came after.
      const [first, again] = answers;
      if (first) assert.deepEqual(again, first);
      for (const row of again?.rows ?? []) {
        assert.equal(row.result, 'queued');
        acknowledged.set(row.rowId, row.recordId ?? '');
      }
      await whenAllAnswered();
    }
    kill();
    await whenDead();
    await start();
    const found = await whenAllAnswered();
    assert.equal(acknowledged.size, deeds.length * 12);
    assert.deepEqual(new Map(found.map((item) => [item.rowId, item.recordId])), acknowledged, 'no loss, no double');
    assert.ok(found.every((item) => item.outcome === 'match' && item.round === 1));
    kill();
    await whenDead();

    const database = new Database(`${world.dataDir}/so-sach.sqlite`, { readonly: true });
    const verdicts = database.prepare('SELECT record_id FROM verdicts').pluck().all() as string[];
    assert.deepEqual(verdicts.sort(), [...acknowledged.values()].sort(), 'exactly one verdict a row');
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
    database.close();
    const twice = [...asked.values()].filter((times) => times > 1);
    assert.ok(
      twice.every((times) => times === 2),
      'asked once more at most',
    );
    assert.ok(twice.length >= 4 && twice.length <= kills * 8, `${twice.length} questions were asked again`);
    assert.equal(asked.size, acknowledged.size, 'always under the same request id');
  });
});
