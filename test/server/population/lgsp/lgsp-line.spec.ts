import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLgspAdapter } from '../../../../server/population/lgsp/lgsp-adapter.ts';
import type { ClaimAnswer } from '../../../../server/population/population-adapter.ts';
import { claimOf, PEOPLE } from '../claim-of.ts';
import { type SimulatedService, startSimulatedService, WELL } from '../simulated-world.ts';
import { certificates } from './certificates.ts';
import { lgspConfig } from './lgsp-config-of.ts';

const signal = new AbortController().signal;

function adapterOf(url: string, changes: object = {}, now?: () => number) {
  return createLgspAdapter(lgspConfig({ url, ...changes }), now);
}

const askWith = async (adapter: ReturnType<typeof adapterOf>): Promise<ClaimAnswer> =>
  (await adapter.ask([claimOf(PEOPLE.plain)], signal))[0]!;

const transportAt = async (url: string, changes: object = {}): Promise<string> =>
  (await askWith(adapterOf(url, changes))).transport;

describe('lgsp adapter: https with certificates', () => {
  let service: SimulatedService;
  let url: string;
  beforeEach(async () => {
    const { server, ca, strangeServer } = await certificates();
    service = await startSimulatedService({ tls: { ...server, clientCa: ca, wrong: strangeServer } });
    url = `${service.simulator.httpsUrl}/lgsp/soap`;
  });
  afterEach(() => service.stop());

  it('asks with the client certificate that the service’s authority signed', async () => {
    const { ca, client } = await certificates();
    assert.equal(await transportAt(url, { ca, tls: client }), 'answered');
  });

  it('says refused-config without a client certificate, and asks nothing with a stranger’s', async () => {
    const { ca, strangeClient } = await certificates();
    assert.equal(await transportAt(url, { ca }), 'refused-config');
    // This service hangs up on it without a word, as on a line that breaks.
    assert.equal(await transportAt(url, { ca, tls: strangeClient }), 'unreachable');
    assert.equal(await service.counted(), 0);
  });

  it('sends nothing to a service whose certificate it does not trust', async () => {
    const { ca, client } = await certificates();
    assert.equal(await transportAt(url, { tls: client }), 'refused-config');
    await service.change({ ...WELL, wrongCertificate: true });
    assert.equal(await transportAt(url, { ca, tls: client }), 'refused-config');
    assert.equal(await service.counted(), 0);
    await service.heal();
    assert.equal(await transportAt(url, { ca, tls: client }), 'answered');
  });

  it('says refused-config when plain http answers at an https address', async () => {
    const { ca } = await certificates();
    const plain = service.simulator.url.replace('http:', 'https:');
    assert.equal(await transportAt(`${plain}/lgsp/soap`, { ca }), 'refused-config');
  });
});

describe('lgsp adapter: who asks', () => {
  let service: SimulatedService;
  const url = (path = '/lgsp/soap') => `${service.simulator.url}${path}`;
  afterEach(() => service.stop());

  it('signs the address, the user and the time, and names its X-Road client and key', async () => {
    service = await startSimulatedService({
      access: { basic: { user: 'so-gddt', secret: 'mot-bi-mat' }, apiKey: 'khoa-1', xRoadClient: 'VN/GOV/G22' },
    });
    const named = { apiKey: 'khoa-1', xRoadClient: 'VN/GOV/G22' };
    const access = { method: 'basic', user: 'so-gddt', secret: 'mot-bi-mat' } as const;
    assert.equal(await transportAt(url(), { ...named, access }), 'answered');
    assert.equal(await transportAt(url(), { ...named, access: { ...access, secret: 'khac' } }), 'refused-config');
    assert.equal(await transportAt(url(), { access }), 'refused-config');
    const signedUrl = url('/khac');
    assert.equal(await transportAt(url(), { ...named, access: { ...access, signedUrl } }), 'refused-config');
  });

  const tokenAccess = (secretKey = 'bi-mat') =>
    ({
      method: 'token',
      url: url('/lgsp/token'),
      accessKey: 'khoa',
      secretKey,
      appName: 'so-sach',
      partnerCode: 'G22',
      partnerCodeCus: 'G22',
    }) as const;
  const TOKEN_SERVICE = { access: { token: { accessKey: 'khoa', secretKey: 'bi-mat' } } };

  it('fetches a token, uses it until it ends, and fetches another then', async () => {
    service = await startSimulatedService(TOKEN_SERVICE);
    let fetched = 0;
    let now = 0;
    const relay = await startRelay((request) => {
      if (request.url === '/lgsp/token') fetched++;
      return url(request.url);
    });
    try {
      const access = { ...tokenAccess(), url: `${relay.url}/lgsp/token` };
      const adapter = adapterOf(url(), { access }, () => now);
      for (let asked = 0; asked < 3; asked++) assert.equal((await askWith(adapter)).transport, 'answered');
      assert.equal(fetched, 1);
      now += 300_000;
      assert.equal((await askWith(adapter)).transport, 'answered');
      assert.equal(fetched, 2);
    } finally {
      await relay.close();
    }
  });

  it('fetches another token when the service has forgotten it', async () => {
    service = await startSimulatedService(TOKEN_SERVICE);
    const adapter = adapterOf(url(), { access: tokenAccess() });
    assert.equal((await askWith(adapter)).transport, 'answered');
    const port = Number(new URL(service.simulator.url).port);
    await service.stop();
    service = await startSimulatedService({ ...TOKEN_SERVICE, port });
    assert.equal((await askWith(adapter)).transport, 'answered');
  });

  it('says refused-config when the token end point refuses, unreachable when it is not there or talks nonsense', async () => {
    service = await startSimulatedService(TOKEN_SERVICE);
    assert.equal(await transportAt(url(), { access: tokenAccess('khac') }), 'refused-config');
    assert.equal(await transportAt(url(), { access: { ...tokenAccess(), url: 'http://127.0.0.1:9/' } }), 'unreachable');
    const odd = await startReply(200, '{"token":"x"}');
    assert.equal(await transportAt(url(), { access: { ...tokenAccess(), url: odd.url } }), 'unreachable');
    await odd.close();
  });

  it('takes no invented answer for a real one, nor a real one for an invented', async () => {
    service = await startSimulatedService();
    assert.equal(await transportAt(url(), { register: 'national' }), 'refused-config');
    const real = await startReply(
      200,
      `<E><Body><KetQuaXacThuc><TonTai>true</TonTai></KetQuaXacThuc></Body></E>`.replaceAll('E>', 'Envelope>'),
    );
    assert.equal(await transportAt(real.url, { register: 'national' }), 'answered');
    assert.equal(await transportAt(real.url, { register: 'invented' }), 'refused-config');
    await real.close();
  });
});

describe('lgsp adapter: what a reply without an answer means', () => {
  const codes = {
    success: ['00'],
    notFound: ['KHONG_TIM_THAY'],
    noSuchNumber: ['SO_KHONG_TON_TAI'],
    closedHours: ['NGOAI_GIO'],
    throttled: ['QUA_TAI'],
    refused: ['KHONG_CO_QUYEN'],
  };
  const fault = (code: string) =>
    `<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>${code}</faultcode><faultstring>x</faultstring></s:Fault></s:Body></s:Envelope>`;
  const envelope = (code: string) => JSON.stringify({ code, status: 'x', correlationId: 'c', response: null });

  const meanings: readonly [string, string, string | undefined][] = [
    ['KHONG_TIM_THAY', 'answered', 'unconfirmed'],
    ['SO_KHONG_TON_TAI', 'answered', 'no-such-number'],
    ['NGOAI_GIO', 'closed-hours', undefined],
    ['QUA_TAI', 'throttled', undefined],
    ['KHONG_CO_QUYEN', 'refused-config', undefined],
    ['MA_LA', 'unreachable', undefined],
  ];
  for (const [code, transport, outcome] of meanings) {
    it(`reads the code ${code} as ${outcome ?? transport}, in both forms`, async () => {
      for (const [form, body] of [
        ['soap', fault(`ns0:${code}`)],
        ['json', envelope(code)],
      ] as const) {
        const reply = await startReply(form === 'soap' ? 500 : 200, body);
        const answer = await askWith(adapterOf(reply.url, { form, codes, register: 'national' }));
        assert.equal(answer.transport, transport);
        assert.equal(answer.transport === 'answered' ? answer.outcome : undefined, outcome);
        await reply.close();
      }
    });
  }

  const statuses: readonly [number, string][] = [
    [301, 'unreachable'],
    [400, 'refused-config'],
    [401, 'refused-config'],
    [403, 'refused-config'],
    [404, 'refused-config'],
    [408, 'unreachable'],
    [429, 'throttled'],
    [500, 'unreachable'],
    [502, 'unreachable'],
    [503, 'unreachable'],
  ];
  for (const [status, transport] of statuses) {
    it(`takes ${status} for ${transport}, whatever stands in it`, async () => {
      for (const body of ['', '<html>x</html>', envelope('00'), '<Envelope><Body/></Envelope>']) {
        for (const form of ['soap', 'json'] as const) {
          const reply = await startReply(status, body);
          assert.equal(await transportAt(reply.url, { form, codes, register: 'national' }), transport);
          await reply.close();
        }
      }
    });
  }

  it('takes a fault of the question itself for refused-config', async () => {
    const reply = await startReply(500, fault('s:Client'));
    assert.equal(await transportAt(reply.url, { register: 'national' }), 'refused-config');
    await reply.close();
  });

  it('says when to come back, in seconds or by a date', async () => {
    const now = Date.parse('2026-10-24T06:00:00Z');
    for (const [header, seconds] of [
      ['120', 120],
      ['Sat, 24 Oct 2026 06:01:30 GMT', 90],
      ['Sat, 24 Oct 2026 05:00:00 GMT', undefined],
      ['soon', undefined],
    ] as const) {
      const reply = await startReply(503, '', { 'retry-after': header });
      const answer = await askWith(adapterOf(reply.url, { register: 'national' }, () => now));
      assert.equal(answer.transport === 'unreachable' && answer.retryAfterSeconds, seconds);
      await reply.close();
    }
  });

  it('takes no more than an answer’s worth of bytes, and no bytes that are not UTF-8', async () => {
    const told = (name: string) =>
      `<Envelope><Body><CongdanCollection><CongDan><HoVaTen><Ten>${name}</Ten></HoVaTen></CongDan></CongdanCollection></Body></Envelope>`;
    const operation = 'look-up';
    for (const body of [told('A'.repeat(300_000)), Buffer.from(told('NGUY\u00ca'), 'latin1')]) {
      const reply = await startReply(200, body);
      assert.equal(await transportAt(reply.url, { operation, register: 'national' }), 'unreachable');
      await reply.close();
    }
  });

  it('asks once more on a fresh line when the service closed the one that was kept open', async () => {
    let calls = 0;
    const server = await listenOn((request, response) => {
      request.resume().on('end', () => {
        calls++;
        // As a server does whose idle time is over just as the next question arrives.
        if (calls === 2) request.socket.resetAndDestroy();
        else response.end('<Envelope><Body><KetQuaXacThuc><TonTai>true</TonTai></KetQuaXacThuc></Body></Envelope>');
      });
    });
    const adapter = adapterOf(server.url, { register: 'national' });
    assert.equal((await askWith(adapter)).transport, 'answered');
    assert.equal((await askWith(adapter)).transport, 'answered');
    assert.equal(calls, 3);
    await server.close();
  });
});

async function listenOn(listener: RequestListener): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A service that gives one reply to everything. */
function startReply(status: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
  return listenOn((request, response) => {
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
}

/** Hands every call on to where `target` says. */
function startRelay(target: (request: { readonly url: string }) => string) {
  return listenOn((request, response) => {
    const to = target({ url: request.url ?? '/' });
    request.resume().on('end', async () => {
      const headers = { lgspaccesstoken: String(request.headers.lgspaccesstoken) };
      const reply = await fetch(to, { method: 'POST', headers });
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text());
    });
  });
}
