/** A server in a process of its own, to be killed. Arguments: data folder, address of the population service. */
import { makeLog } from '../../../server/log.ts';
import { createSimulatedAdapter } from '../../../server/population/simulated/simulated-adapter.ts';
import { startServer } from '../../../server/start-server.ts';

const [dataDir = '', url = ''] = process.argv.slice(2);

const server = await startServer({
  port: 0,
  dataDir,
  // Small batches, many calls: there is always one on its way.
  population: createSimulatedAdapter({ url, ratePerSecond: 100, batchSize: 4, timeoutMs: 2000 }),
  verification: { concurrency: 3, retryBaseSeconds: 0.05, askTimeoutSeconds: 1 },
  pagesDir: dataDir,
  manifestFile: dataDir,
  officeJsUrl: '/office-js/office.js',
  makeWorkbook: async () => new Uint8Array(),
  limits: { requestsPerMinute: 1_000_000 },
  log: makeLog({ write: () => {} }, 'silent'),
});
process.on('disconnect', () => process.exit());
process.send?.(server.httpUrl);
