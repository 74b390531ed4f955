import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import packageJson from '../package.json' with { type: 'json' };
import { type Clock, SYSTEM_CLOCK } from './clock.ts';
import { AccessTokens, loadTokenKey, loadWorkbookSigner } from './crypto.ts';
import { lockDataFolder, openStore } from './data-folder.ts';
import { closeServer } from './http/close-server.ts';
import { makeApp } from './http/make-app.ts';
import type { RateLimits } from './http/rate-limits.ts';
import { Metrics } from './metrics/metrics.ts';
import type { PageConfig } from './pages/page-config.ts';
import { type CarriedAdapter, isCarried } from './population/carried-adapter.ts';
import type { PopulationAdapter } from './population/population-adapter.ts';
import { unconfiguredAdapter } from './population/unconfigured-adapter.ts';
import { ServerError } from './server-error.ts';
import { Sessions } from './session/sessions.ts';
import { anchorAudit } from './store/anchor-audit.ts';
import { keepHouse } from './store/keep-house.ts';
import type { Store } from './store/store.ts';
import { CarriedQueue } from './verification/carried-queue.ts';
import {
  type VerificationSettings,
  VerificationWorker,
  type WorkerServices,
} from './verification/verification-worker.ts';
import type { WorkbookMaker } from './workbook-maker.ts';

export interface ServerConfig extends PageConfig {
  /** 0 takes any free port. */
  readonly port: number;
  /** null or absent: no https. Needs `tls`. */
  readonly httpsPort?: number | null;
  /** PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Address to listen on. Default: this machine only. */
  readonly host?: string;
  /** The https origin under which Office reaches this server, behind a proxy or by its public name. Default: its own. */
  readonly publicOrigin?: string;
  readonly dataDir: string;
  /** null: nobody to ask yet; rows are kept and say so. */
  readonly population: PopulationAdapter | CarriedAdapter | null;
  readonly verification?: Partial<VerificationSettings>;
  readonly makeWorkbook: WorkbookMaker;
  readonly log: Logger;
  readonly limits?: RateLimits;
  readonly trustedProxies?: string;
  /** Who names it may read `/metrics` from anywhere; absent: this machine alone. */
  readonly metricsToken?: string;
  /** E-mail address that the pane's letter for help goes to. */
  readonly supportAddress?: string;
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of retries. */
  readonly random?: () => number;
}

export interface RunningServer {
  readonly httpUrl: string;
  readonly httpsUrl: string | null;
  /** Resolves when nothing is left to ask of the population service right now. */
  whenIdle(): Promise<void>;
  /** Lets open requests and questions end, then frees ports, store and folder. */
  close(): Promise<void>;
}

const VERIFICATION_DEFAULTS: VerificationSettings = {
  officer: 'SO-SACH',
  purpose: 'Xác thực thông tin học sinh, cán bộ giáo viên với CSDLQG về dân cư',
  concurrency: 4,
  askTimeoutSeconds: 30,
  retryBaseSeconds: 5,
};

/**
 * The composition root: opens the data folder, wires everything, listens. Throws `ServerError` (port taken, folder in use, a store
 * that is newer, damaged or of the wrong kind for the adapter) and leaves nothing open then.
 */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const undo: (() => void | Promise<void>)[] = [];
  const serving: (() => Promise<void>)[] = [];
  const close = async () => {
    // Together: a supervisor waits for the longest of the graces, not for their sum.
    await Promise.all(serving.splice(0).map((stop) => stop()));
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    undo.push(lockDataFolder(config.dataDir));
    const store = await openStore(config.dataDir);
    undo.push(() => store.close());
    await refuseWrongRegister(store, config.population);
    const clock = config.clock ?? SYSTEM_CLOCK;
    undo.push(await keepHouse(store, clock, config.log));
    const metrics = new Metrics();
    const verification = { ...VERIFICATION_DEFAULTS, ...config.verification };
    const carried = isCarried(config.population) ? config.population : null;
    const asking = isCarried(config.population) ? null : (config.population ?? unconfiguredAdapter);
    const worker = asking
      ? makeWorker(config, { store, clock, metrics, adapter: asking }, verification)
      : new CarriedQueue(store);
    const tokens = new AccessTokens(loadTokenKey(config.dataDir));
    const listening: { httpsUrl: string | null } = { httpsUrl: null };
    const app = makeApp({
      store,
      clock,
      tokens,
      sessions: new Sessions(clock, tokens),
      queue: worker,
      carried,
      authority: verification,
      metrics,
      makeWorkbook: config.makeWorkbook,
      signer: loadWorkbookSigner(config.dataDir),
      limits: config.limits ?? {},
      version: packageJson.version,
      supportAddress: config.supportAddress ?? null,
      log: config.log,
      pages: config,
      secureOrigin: () => config.publicOrigin ?? listening.httpsUrl ?? undefined,
      ...(config.trustedProxies === undefined ? {} : { trustedProxies: config.trustedProxies }),
      ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    });
    const host = config.host ?? '127.0.0.1';
    const http = createHttpServer(app);
    const httpUrl = await listen(http, 'http', config.port, host);
    serving.push(() => closeServer(http));
    if (config.tls && typeof config.httpsPort === 'number') {
      const https = createHttpsServer(config.tls, app);
      listening.httpsUrl = await listen(https, 'https', config.httpsPort, host);
      serving.push(() => closeServer(https));
    }
    await worker.start();
    serving.push(() => worker.stop());
    // Nobody is accountable for what invented people were used for.
    if (!(await store.meta.isTryOut())) undo.push(await anchorAudit(store, config.log));
    return { httpUrl, httpsUrl: listening.httpsUrl, whenIdle: () => worker.whenIdle(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Invented answers must never stand beside real people, nor real questions be asked about invented ones. */
async function refuseWrongRegister(store: Store, population: ServerConfig['population']): Promise<void> {
  if (population === null) return;
  const tryOut = await store.meta.isTryOut();
  if (tryOut && population.register !== 'invented') throw new ServerError('try-out-refuses-register');
  if (!tryOut && population.register === 'invented') throw new ServerError('store-refuses-invented-register');
}

function makeWorker(
  config: ServerConfig,
  services: Pick<WorkerServices, 'store' | 'clock' | 'metrics' | 'adapter'>,
  settings: VerificationSettings,
): VerificationWorker {
  return new VerificationWorker(
    {
      ...services,
      random: config.random ?? Math.random,
      log: config.log,
    },
    settings,
  );
}

function listen(server: Server, scheme: 'http' | 'https', port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new ServerError('port-taken', { port: String(port) }, { cause: error }));
      else if (error.code === 'EACCES') {
        reject(new ServerError('port-forbidden', { port: String(port) }, { cause: error }));
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
        reject(new ServerError('address-unusable', { host }, { cause: error }));
      } else reject(error);
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      // Browsers and the certificate know this machine by name.
      const name = host === '127.0.0.1' || host === '::1' || host === '0.0.0.0' ? 'localhost' : host;
      resolve(`${scheme}://${name}:${taken}`);
    });
  });
}
