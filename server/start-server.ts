import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import packageJson from '../package.json' with { type: 'json' };
import { AccessTokens, loadTokenKey } from './crypto.ts';
import { closeServer } from './http/close-server.ts';
import { keepConnections } from './http/keep-connections.ts';
import { makeApp } from './http/make-app.ts';
import type { RateLimits } from './http/rate-limits.ts';
import { openService, type ServiceConfig } from './open-service.ts';
import type { PageConfig } from './pages/page-config.ts';
import { purgeDaily } from './retention/purge-daily.ts';
import { DEFAULT_RETENTION, type RetentionDays } from './retention/retention-policy.ts';
import { ServerError } from './server-error.ts';
import type { OidcSettings } from './session/oidc/oidc-settings.ts';
import { OpenIdProvider } from './session/oidc/openid-provider.ts';
import { ProviderSignIns } from './session/oidc/provider-sign-ins.ts';
import { Sessions } from './session/sessions.ts';
import { SignInLock } from './session/sign-in-lock.ts';
import { anchorAudit } from './store/anchor-audit.ts';
import { PushReader } from './sync/push-reader.ts';
import type { WorkbookMaker } from './workbook-maker.ts';

export interface ServerConfig extends PageConfig, ServiceConfig {
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
  /** False: the questions are left to other processes on the same store. */
  readonly asks?: boolean;
  readonly makeWorkbook: WorkbookMaker;
  /** File of `sync/push-reader-thread`, which reads large pushes beside the server's own thread; absent: that one reads them, too. */
  readonly pushThread?: string;
  readonly limits?: RateLimits;
  readonly trustedProxies?: string;
  /** Who names it may read `/metrics` from anywhere; absent: this machine alone. */
  readonly metricsToken?: string;
  /** E-mail address that the pane's letter for help goes to. */
  readonly supportAddress?: string;
  /** Where people may sign in besides by password; absent: nowhere. */
  readonly oidc?: OidcSettings;
  /** For how long personal data is kept; the policy's own periods by default. */
  readonly retention?: RetentionDays;
}

export interface RunningServer {
  readonly httpUrl: string;
  readonly httpsUrl: string | null;
  /** Resolves when nothing is left to ask of the population service right now. */
  whenIdle(): Promise<void>;
  /** Lets open requests and questions end, then frees ports, store and folder. */
  close(): Promise<void>;
}

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
    const { store, clock, metrics, signer, queue, carried, authority } = await openService(config, undo);
    const tokens = new AccessTokens(loadTokenKey(config.dataDir));
    const pushReader = new PushReader(store.cipher, config.pushThread);
    undo.push(() => pushReader.close());
    const listening: { httpUrl: string; httpsUrl: string | null } = { httpUrl: '', httpsUrl: null };
    const provider = config.oidc && new OpenIdProvider(config.oidc, config.log);
    const app = makeApp({
      store,
      clock,
      tokens,
      sessions: new Sessions(clock, tokens),
      queue,
      signInLock: new SignInLock(clock, tokens),
      providerSignIns: provider ? new ProviderSignIns({ store, clock, provider }) : null,
      signInOrigin: () => config.publicOrigin ?? listening.httpsUrl ?? listening.httpUrl,
      carried,
      authority,
      metrics,
      pushReader,
      makeWorkbook: config.makeWorkbook,
      signer,
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
    listening.httpUrl = httpUrl;
    if (config.tls && typeof config.httpsPort === 'number') {
      const https = createHttpsServer(config.tls, app);
      listening.httpsUrl = await listen(https, 'https', config.httpsPort, host);
      serving.push(() => closeServer(https));
    }
    if (config.asks !== false) {
      await queue.start();
      serving.push(() => queue.stop());
    }
    undo.push(purgeDaily(store, clock, config.retention ?? DEFAULT_RETENTION, config.log));
    // Nobody is accountable for what invented people were used for.
    if (!(await store.meta.isTryOut())) undo.push(await anchorAudit(store, config.log));
    return { httpUrl, httpsUrl: listening.httpsUrl, whenIdle: () => queue.whenIdle(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listen(server: Server, scheme: 'http' | 'https', port: number, host: string): Promise<string> {
  keepConnections(server);
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
