/** A server in a process of its own, to be killed. Arguments: data folder, address of the stand-in service. */
import { makeLog } from '../../server/log.ts';
import type { Claim, ClaimAnswer, PopulationAdapter } from '../../server/population/population-adapter.ts';
import { startServer } from '../../server/start-server.ts';

const [dataDir = '', serviceUrl = ''] = process.argv.slice(2);

const population: PopulationAdapter = {
  id: 'stub',
  register: 'invented',
  batchSize: 4,
  ratePerSecond: 1000,
  async ask(claims: readonly Claim[], signal): Promise<readonly ClaimAnswer[]> {
    const response = await fetch(serviceUrl, { method: 'POST', body: JSON.stringify(claims), signal });
    return (await response.json()) as ClaimAnswer[];
  },
};

const server = await startServer({
  port: 0,
  dataDir,
  population,
  verification: { concurrency: 2, retryBaseSeconds: 0.05 },
  pagesDir: dataDir,
  manifestFile: dataDir,
  officeJsUrl: '/office-js/office.js',
  makeWorkbook: async () => new Uint8Array(),
  log: makeLog({ write: () => {} }, 'silent'),
});
process.on('disconnect', () => process.exit());
process.send?.(server.httpUrl);
