import path from 'node:path';
import { ensureOperator } from '../server/admin/ensure-operator.ts';
import { lockDataFolder, openStore } from '../server/data-folder.ts';
import { makeLog } from '../server/log.ts';
import type { PopulationAdapter } from '../server/population/population-adapter.ts';
import { createSimulatedAdapter } from '../server/population/simulated/simulated-adapter.ts';
import { startServer } from '../server/start-server.ts';
import { announceReady } from './child-ready.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { findCertificate } from './find-certificate.ts';
import { workbookMaker } from './make-workbook.ts';
import { readPublicOrigin } from './public-origin.ts';
import { readTrustedProxies } from './trusted-proxies.ts';
import { TRYOUT_WORLD } from './tryout/tryout-world.ts';
import { untilStopped } from './until-stopped.ts';

export interface ServeOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly host: string;
  /** Address of the simulated population service; only a try-out store takes it. */
  readonly population?: string;
  /** Origins besides Microsoft's that may frame the pane, e.g. an own Office Online Server. */
  readonly officeHost?: readonly string[];
  /** The https origin under which people reach the server; stands in the manifest it hands out. */
  readonly publicOrigin?: string;
  /** Reverse proxies whose `X-Forwarded-For` is believed, separated by commas. */
  readonly trustedProxies?: string;
  /** What is logged on standard error: requests are `info`. */
  readonly log: string;
  /** The checkout or installation: pages and manifest lie in it. */
  readonly home: string;
}

/** Microsoft wants office.js loaded from here in production; tests name another address. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const ASK_TIMEOUT_MS = 20_000;

/**
 * `sosach serve`: the sync server with its verification queue and its pages, until it is stopped. It never seeds: on a new
 * store it makes an operator and prints the one-time password, once.
 */
export async function runServe(options: ServeOptions, io: CliIo): Promise<void> {
  const level = readLogLevel(options.log);
  const publicOrigin =
    options.publicOrigin === undefined ? undefined : readPublicOrigin(options.publicOrigin, '--public-origin');
  const trustedProxies = options.trustedProxies === undefined ? undefined : readTrustedProxies(options.trustedProxies);
  const population = findAdapter(options.population);
  const metricsToken = readMetricsToken(process.env.SOSACH_METRICS_TOKEN);
  await greetOperator(options.dataDir, io);
  const tls = findCertificate(options.dataDir);
  const officeJsDir = process.env.SOSACH_OFFICE_JS_DIR;
  const server = await startServer({
    port: options.port,
    host: options.host,
    ...(publicOrigin === undefined ? {} : { publicOrigin }),
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    httpsPort: tls ? (options.port === 0 ? 0 : options.port + 1) : null,
    ...(tls ? { tls } : {}),
    dataDir: options.dataDir,
    population,
    makeWorkbook: workbookMaker(),
    log: makeLog(process.stderr, level),
    pagesDir: path.join(options.home, 'dist', 'pages'),
    manifestFile: path.join(options.home, 'manifest.xml'),
    officeJsUrl: officeJsDir ? '/office-js/office.js' : OFFICE_JS,
    ...(officeJsDir ? { officeJsDir } : {}),
    ...(options.officeHost ? { frameAncestors: options.officeHost } : {}),
  });
  const stopped = untilStopped();
  announceReady({ url: server.httpUrl, httpsUrl: server.httpsUrl }, () => process.kill(process.pid, 'SIGTERM'));
  const addresses = [server.httpUrl, server.httpsUrl, publicOrigin].filter((url) => typeof url === 'string');
  io.out(`Máy chủ Sổ Sạch: ${addresses.join(' · ')} / sync server\n`);
  if (!tls && publicOrigin === undefined) {
    io.out(
      `Chưa có chứng chỉ ở ${path.join(options.dataDir, 'tls')} nên khung trong Excel chưa mở được. / ` +
        'No certificate there: the pane in Excel needs https.\n',
    );
  }
  await stopped;
  await server.close();
}

/** Done under the folder's lock and before the server opens it, so that two first runs cannot make two operators. */
async function greetOperator(dataDir: string, io: CliIo): Promise<void> {
  const unlock = lockDataFolder(dataDir);
  const store = openStore(dataDir);
  try {
    const operator = await ensureOperator(store);
    if (!operator) return;
    io.out(
      `Lần chạy đầu: tài khoản người vận hành "${operator.username}", mật khẩu dùng một lần: ${operator.password}\n` +
        'First run: the operator account above with its one-time password; it is not shown again.\n',
    );
  } finally {
    store.close();
    unlock();
  }
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'silent'] as const;

function readLogLevel(text: string): (typeof LOG_LEVELS)[number] {
  const level = LOG_LEVELS.find((candidate) => candidate === text);
  if (!level) throw new UsageError(`--log ${text}: chỉ có ${LOG_LEVELS.join(', ')} (unknown level)`);
  return level;
}

/** What a machine makes and keeps, not what a person thinks up. */
const METRICS_TOKEN_MIN_LENGTH = 16;

function readMetricsToken(token: string | undefined): string | undefined {
  if (token !== undefined && token.length < METRICS_TOKEN_MIN_LENGTH) {
    throw new UsageError(
      `SOSACH_METRICS_TOKEN: cần ít nhất ${METRICS_TOKEN_MIN_LENGTH} ký tự (at least that many characters)`,
    );
  }
  return token;
}

function findAdapter(url: string | undefined): PopulationAdapter | null {
  if (url === undefined) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(`--population ${url}: cần dạng http://máy:cổng (an http address is needed)`);
  }
  return createSimulatedAdapter({ url, ratePerSecond: TRYOUT_WORLD.ratePerSecond, timeoutMs: ASK_TIMEOUT_MS });
}
