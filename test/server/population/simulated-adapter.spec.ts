import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulatedAdapter } from '../../../server/population/simulated/simulated-adapter.ts';
import { type AdapterWorld, describeAdapter } from './adapter-suite.ts';
import { claimOf, NUMBER_OF_NOBODY, PEOPLE } from './claim-of.ts';
import { SECRETS, startSimulatedService } from './simulated-world.ts';

async function simulatedWorld(): Promise<AdapterWorld> {
  const service = await startSimulatedService();
  const { url } = service.simulator;
  const { plain, foundOnly, doubled, renumbered, toneInTwoPlaces } = PEOPLE;
  return {
    ...service,
    adapter: createSimulatedAdapter({ url, timeoutMs: 30_000 }),
    impatient: createSimulatedAdapter({ url, timeoutMs: 20 }),
    claims: {
      match: claimOf(plain),
      'match-normalised': claimOf(toneInTwoPlaces, {
        fullName: toneInTwoPlaces.fullName.toUpperCase().replace(/HÒA$/, 'HOÀ'),
      }),
      differs: claimOf(plain, { fullName: 'KHÔNG PHẢI TÊN NÀY' }),
      unconfirmed: claimOf(foundOnly, { fullName: 'KHÔNG PHẢI TÊN NÀY' }),
      'no-such-number': claimOf(plain, { citizenId: NUMBER_OF_NOBODY }),
      'too-many': claimOf(doubled),
      superseded: claimOf(renumbered, { citizenId: renumbered.cancelledId ?? '' }),
    },
    byYear: claimOf(plain, { birthDate: { year: plain.birthDate.year } }),
    secrets: SECRETS,
  };
}

describeAdapter('simulated', simulatedWorld);

describe('simulated adapter', () => {
  /** A service that gives one reply to everything. */
  async function withReply(
    status: number,
    type: string,
    body: string,
    run: (url: string) => Promise<void>,
  ): Promise<void> {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status, { 'content-type': type }).end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  const transportFor = async (status: number, body: string, type = 'application/json') => {
    let transport: string | undefined;
    await withReply(status, type, body, async (url) => {
      const adapter = createSimulatedAdapter({ url, timeoutMs: 30_000 });
      const [answer] = await adapter.ask([claimOf(PEOPLE.plain)], new AbortController().signal);
      transport = answer?.transport;
    });
    return transport;
  };

  const replies: readonly [string, number, string, string][] = [
    [
      'an answer with a code it does not know',
      200,
      '{"DanhSach":[{"MaYeuCau":"x","MaKetQua":"MOI","DaSoSanh":[],"GhiChu":[]}]}',
      'unreachable',
    ],
    ['an answer without the claim it asked about', 200, '{"DanhSach":[]}', 'unreachable'],
    ['an empty body', 200, '', 'unreachable'],
    ['a proxy’s error page', 502, '<html>Bad gateway</html>', 'unreachable'],
    ['a plain 503', 503, '', 'unreachable'],
    ['bad request', 400, '{}', 'refused-config'],
    ['not signed in', 401, '', 'refused-config'],
    ['forbidden', 403, '', 'refused-config'],
    ['another service at this address', 404, '<html>', 'refused-config'],
    ['a redirect', 302, '', 'unreachable'],
  ];
  for (const [title, status, body, transport] of replies) {
    it(`takes ${title} for ${transport}`, async () => {
      assert.equal(await transportFor(status, body), transport);
    });
  }

  it('says that its register is invented, and never asks more at once than the service takes', () => {
    const adapter = createSimulatedAdapter({ url: 'http://127.0.0.1:9', timeoutMs: 1, batchSize: 500 });
    assert.equal(adapter.register, 'invented');
    assert.equal(adapter.batchSize, 50);
  });
});
