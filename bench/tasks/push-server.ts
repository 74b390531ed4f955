import { fileURLToPath } from 'node:url';
import { makeLog } from '../../server/log.ts';
import { startServer } from '../../server/start-server.ts';

/** A server on the data folder named, until the other end hangs up; tells its address. The queue is another benchmark's: nobody asks. */
const dataDir = process.argv[2] ?? '';
const server = await startServer({
  port: 0,
  dataDir,
  population: null,
  verification: { concurrency: 0 },
  pagesDir: dataDir,
  manifestFile: dataDir,
  pushThread: fileURLToPath(new URL('./push-reader-thread.mjs', import.meta.url)),
  officeJsUrl: '/office-js/office.js',
  makeWorkbook: async () => new Uint8Array(),
  log: makeLog({ write: () => {} }),
  limits: { requestsPerMinute: 1_000_000 },
});
process.once('disconnect', () => void server.close());
process.send?.(server.httpUrl);
