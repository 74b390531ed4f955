import assert from 'node:assert/strict';
import { SyncClient } from '../../desk/sync-client.ts';
import { ACCOUNT, problem, ScriptedServer } from './scripted-server.ts';

describe('sync client', () => {
  async function signedIn() {
    const server = new ScriptedServer();
    const client = new SyncClient(server);
    await client.signIn('van-thu', 'mật khẩu thử');
    return { server, client };
  }

  it('signs in, and knows who', async () => {
    const server = new ScriptedServer();
    const client = new SyncClient(server);
    assert.equal(client.account, null);
    const session = await client.signIn('van-thu', 'mật khẩu thử');
    assert.equal(session.tryOut, true);
    assert.deepEqual(client.account, ACCOUNT);
    assert.deepEqual(await client.me(), ACCOUNT);
  });

  it('hands on the server’s own words when it refuses', async () => {
    const server = new ScriptedServer();
    server.next('/api/v1/session', 'credentials-wrong');
    await assert.rejects(new SyncClient(server).signIn('van-thu', 'sai'), (error: unknown) => {
      const { name, code, problem } = error as { name: string; code: string; problem: { code: string } };
      assert.deepEqual([name, code, problem.code], ['DeskError', 'refused', 'credentials-wrong']);
      return true;
    });
  });

  it('keeps passwords and tokens out of paths and error texts', async () => {
    const { server, client } = await signedIn();
    await client.me();
    for (const { path } of server.requests) assert.ok(!/mật|access|refresh-token/.test(decodeURIComponent(path)));
    server.next('/api/v1/session', 'credentials-wrong');
    await assert.rejects(client.signIn('van-thu', 'bí mật'), (error: unknown) => !String(error).includes('bí mật'));
  });

  it('refuses before the network when nobody is signed in', async () => {
    const server = new ScriptedServer();
    await assert.rejects(new SyncClient(server).me(), { code: 'not-signed-in' });
    assert.equal(server.requests.length, 0);
  });

  it('refreshes an expired token once and repeats the request', async () => {
    const { server, client } = await signedIn();
    server.accessToken = 'access-2';
    assert.deepEqual(await client.me(), ACCOUNT);
    assert.equal(server.sent('/api/v1/session/refresh').length, 1);
  });

  it('refreshes once for many requests at the same time', async () => {
    const { server, client } = await signedIn();
    server.accessToken = 'access-2';
    await Promise.all([client.me(), client.me(), client.me()]);
    assert.equal(server.sent('/api/v1/session/refresh').length, 1);
  });

  it('does not refresh again for an answer that was late: the old refresh token would revoke the session', async () => {
    const { server, client } = await signedIn();
    const late = problem('token-expired');
    const send = server.send.bind(server);
    server.send = async (request) => {
      server.send = send;
      await send(request);
      // While this answer is on its way, another request finds the token expired and refreshes it.
      server.accessToken = 'access-2';
      await client.me();
      return late;
    };
    assert.deepEqual(await client.me(), ACCOUNT);
    assert.equal(server.sent('/api/v1/session/refresh').length, 1);
  });

  it('says that the session has expired when the refresh token is no longer good, and forgets it', async () => {
    const { server, client } = await signedIn();
    server.accessToken = 'access-2';
    server.refreshToken = 'another';
    await assert.rejects(client.me(), { name: 'DeskError', code: 'session-expired' });
    assert.equal(client.account, null);
  });

  it('stays signed in when the line drops during a refresh', async () => {
    const { server, client } = await signedIn();
    server.accessToken = 'access-2';
    server.next('/api/v1/session/refresh', 'drop-before');
    await assert.rejects(client.me(), { name: 'OfflineError' });
    assert.deepEqual(await client.me(), ACCOUNT);
  });

  it('signs out even when offline', async () => {
    const { server, client } = await signedIn();
    server.next('/api/v1/session', 'drop-before');
    await client.signOut();
    assert.equal(client.account, null);
    assert.equal(server.sent('/api/v1/session').at(-1)?.method, 'DELETE');
  });

  it('tells a proxy’s error page from the server', async () => {
    const { server, client } = await signedIn();
    server.next('/api/v1/me', 'bad-gateway');
    await assert.rejects(client.me(), { code: 'server-unwell', params: { status: '502' } });
  });

  it('does not guess when an answer is not understood', async () => {
    const session = { ...(await new ScriptedServer().send({ method: 'POST', path: '/api/v1/session', body: {} })) };
    for (const body of [undefined, null, [], {}, { ...(session.body as object), account: { username: 'a' } }]) {
      const client = new SyncClient({ send: async () => ({ status: 200, body }) });
      await assert.rejects(client.signIn('a', 'b'), { code: 'answer-not-understood' });
      assert.equal(client.account, null);
    }
  });

  it('refuses a status with a word it does not know', async () => {
    const { server, client } = await signedIn();
    server.decide('00000000-0000-4000-8000-000000000001', {});
    const send = server.send.bind(server);
    server.send = async (request) => {
      const answer = await send(request);
      const body = JSON.parse(JSON.stringify(answer.body).replace('"queued"', '"teleported"'));
      return { ...answer, body };
    };
    const query = { since: null, workbookId: 'wb', unit: 'u' };
    await assert.rejects(client.statuses(query), { code: 'answer-not-understood' });
  });
});
