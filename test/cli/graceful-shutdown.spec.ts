import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isChildReady } from '../../cli/child-ready.ts';
import type { PushAnswer } from '../../contract/schemas/push.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import { ServerWorld } from '../server/server-world.ts';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** A server in a process of its own, told to stop. */
describe('serve, told to stop', () => {
  let world: ServerWorld;
  let child: ChildProcess;
  let port: number;
  let token: string;

  beforeEach(async () => {
    world = await ServerWorld.start();
    token = await world.token('vanthu.a');
    await world.server.close();
    const args = ['--import', 'tsx', MAIN, 'serve', '--port', '0', '--data', world.dataDir];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const [ready] = await once(child, 'message');
    assert.ok(isChildReady(ready));
    port = Number(new URL(ready.url).port);
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await world.close();
  });

  const ended = () => once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;

  /** A push whose body is half sent: the server has begun with it and cannot end. `rest` sends the other half. */
  async function beginPush(batch: number, agent: Agent) {
    const body = JSON.stringify(pushOf([pupil(batch)]));
    const request = httpRequest({
      agent,
      port,
      method: 'POST',
      path: '/api/v1/pushes',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': `lo-hang-so-${String(batch).padStart(6, '0')}`,
        expect: '100-continue',
      },
    });
    request.flushHeaders();
    // What the server answers when it has seen the head: this one is under way.
    await once(request, 'continue');
    request.write(body.slice(0, 10));
    return {
      request,
      async rest() {
        request.end(body.slice(10));
        const [response] = await once(request, 'response');
        const answer = JSON.parse(await text(response)) as PushAnswer;
        return { status: response.statusCode as number, answer };
      },
    };
  }

  async function isAnswered(agent: Agent): Promise<boolean> {
    const request = httpRequest({ agent, port, path: '/live' }).end();
    try {
      const [response] = await once(request, 'response');
      return (await text(response)) === 'ok\n';
    } catch {
      return false;
    }
  }

  /** Resolves once nobody is let in any more. */
  async function whenClosed(): Promise<void> {
    for (;;) {
      const socket = connect(port, '127.0.0.1');
      const refused = await new Promise((resolve) => {
        socket.once('connect', () => resolve(false));
        socket.once('error', () => resolve(true));
      });
      socket.destroy();
      if (refused) return;
    }
  }

  it('lets nobody else in, answers what has come, keeps it, and ends by itself', async () => {
    const agent = new Agent({ keepAlive: true });
    const begun = await Promise.all([0, 1, 2, 3].map((batch) => beginPush(batch, agent)));
    const end = ended();
    child.kill('SIGTERM');
    await whenClosed();
    const answers = await Promise.all(begun.map((push) => push.rest()));
    for (const { status, answer } of answers) {
      assert.equal(status, 200);
      assert.deepEqual(
        answer.rows.map((row) => row.result),
        ['queued'],
      );
    }
    // Each connection that was kept may bring one request more, which crosses its closing.
    let more = 0;
    while (more <= begun.length && (await isAnswered(agent))) more++;
    assert.ok(more <= begun.length, 'a connection that is kept alive goes on bringing requests');
    assert.deepEqual(await end, [0, null]);
    agent.destroy();
    const kept = await world.store.records.findMany(
      'T-A',
      answers.flatMap(({ answer }) => answer.rows.map((row) => row.recordId ?? '')),
    );
    assert.equal(kept.size, 4);
  });

  it('under load either answers a push whole and keeps it, or never took it', async () => {
    const agent = new Agent({ keepAlive: true });
    const acknowledged: string[] = [];
    const torn: string[] = [];
    let batch = 100;
    let told = false;
    const end = ended();
    const work = async () => {
      for (;;) {
        const body = JSON.stringify(pushOf([pupil(batch)]));
        const key = `lo-hang-so-${String(batch++).padStart(6, '0')}`;
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        };
        const request = httpRequest({ agent, port, method: 'POST', path: '/api/v1/pushes', headers });
        request.end(body);
        try {
          const [response] = await once(request, 'response');
          const answer = JSON.parse(
            await text(response).catch((error) => {
              torn.push(String(error));
              return '{"rows":[]}';
            }),
          ) as PushAnswer;
          acknowledged.push(...answer.rows.map((row) => row.recordId ?? ''));
        } catch {
          return;
        }
        if (!told && acknowledged.length >= 20) {
          told = true;
          child.kill('SIGTERM');
        }
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    assert.deepEqual(await end, [0, null]);
    agent.destroy();
    assert.deepEqual(torn, [], 'no answer broke off');
    assert.ok(acknowledged.length >= 20);
    assert.equal((await world.store.records.findMany('T-A', acknowledged)).size, acknowledged.length);
  });

  it('is broken off by a second word, when a request hangs', async () => {
    const agent = new Agent({ keepAlive: true });
    const hanging = await beginPush(1, agent);
    hanging.request.on('error', () => undefined);
    const end = ended();
    child.kill('SIGTERM');
    await whenClosed();
    child.kill('SIGTERM');
    assert.deepEqual(await end, [null, 'SIGTERM'], 'not ended by itself');
    agent.destroy();
  });
});
