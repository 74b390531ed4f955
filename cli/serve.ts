import path from 'node:path';
import { ensureOperator } from '../server/admin/ensure-operator.ts';
import { lockStore, openStore } from '../server/data-folder.ts';
import { type ServerConfig, startServer } from '../server/start-server.ts';
import { announceReady } from './child-ready.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { configurationText } from './config/describe-settings.ts';
import { findOidc } from './config/find-oidc.ts';
import { type Flags, readSettings } from './config/read-settings.ts';
import type { Settings } from './config/settings.ts';
import { findCertificate } from './find-certificate.ts';
import { workbookMaker } from './make-workbook.ts';
import { retentionDays } from './purge.ts';
import { serviceConfig } from './service-config.ts';
import { untilStopped } from './until-stopped.ts';

export interface ServeOptions {
  /** Settings given as options: they come before the environment. */
  readonly flags: Flags;
  /** Prints what the settings come to, and starts nothing. */
  readonly printConfig?: boolean;
  /** The checkout or installation: pages and manifest lie in it. */
  readonly home: string;
}

/** Microsoft wants office.js loaded from here in production; tests name another address. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * `sosach serve`: the sync server with its verification queue and its pages, until it is stopped. It never seeds: on a new
 * store it makes an operator and prints the one-time password, once.
 */
export async function runServe({ flags, printConfig, home }: ServeOptions, io: CliIo): Promise<void> {
  const configuration = readSettings(flags, process.env);
  if (printConfig) {
    io.out(configurationText(configuration));
    return;
  }
  const { settings } = configuration;
  if (settings.verificationPlace === 'elsewhere' && settings.databaseUrl === undefined) {
    throw new UsageError('SOSACH_VERIFICATION=elsewhere: cần DATABASE_URL (nobody else can ask from an SQLite file)');
  }
  await greetOperator(settings, io);
  const tls = findCertificate(settings.data);
  const server = await startServer(serverConfig(settings, tls, home));
  const stopped = untilStopped();
  announceReady({ url: server.httpUrl, httpsUrl: server.httpsUrl }, () => process.kill(process.pid, 'SIGTERM'));
  const addresses = [server.httpUrl, server.httpsUrl, settings.publicOrigin].filter((url) => typeof url === 'string');
  io.out(`Máy chủ Sổ Sạch: ${addresses.join(' · ')} / sync server\n`);
  if (!tls && settings.publicOrigin === undefined) {
    io.out(
      `Chưa có chứng chỉ ở ${path.join(settings.data, 'tls')} nên khung trong Excel chưa mở được. / ` +
        'No certificate there: the pane in Excel needs https.\n',
    );
  }
  await stopped;
  await server.close();
}

/** Before the server opens the store, whose lock is held meanwhile. */
async function greetOperator({ data, databaseUrl }: Settings, io: CliIo): Promise<void> {
  const unlock = lockStore(data, databaseUrl);
  const store = await openStore(data, databaseUrl);
  try {
    const operator = await ensureOperator(store);
    if (!operator) return;
    io.out(
      `Lần chạy đầu: tài khoản người vận hành "${operator.username}", mật khẩu dùng một lần: ${operator.password}\n` +
        'First run: the operator account above with its one-time password; it is not shown again.\n',
    );
  } finally {
    await store.close();
    unlock();
  }
}

function serverConfig(settings: Settings, tls: ReturnType<typeof findCertificate>, home: string): ServerConfig {
  const { port, publicOrigin, trustedProxies, metricsToken, supportAddress, officeJsDir, officeHost } = settings;
  const oidc = findOidc(settings);
  return {
    ...serviceConfig(settings),
    port,
    host: settings.host,
    ...(publicOrigin === undefined ? {} : { publicOrigin }),
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    ...(supportAddress === undefined ? {} : { supportAddress }),
    ...(oidc === undefined ? {} : { oidc }),
    httpsPort: tls ? (port === 0 ? 0 : port + 1) : null,
    ...(tls ? { tls } : {}),
    asks: settings.verificationPlace === 'here',
    limits: { signInFailures: settings.signInFailures, requestsPerMinute: settings.requestsPerMinute },
    retention: retentionDays(settings),
    makeWorkbook: workbookMaker(),
    pagesDir: path.join(home, 'dist', 'pages'),
    pushThread: path.join(home, 'dist', 'cli', 'push-reader-thread.mjs'),
    manifestFile: path.join(home, 'manifest.xml'),
    officeJsUrl: officeJsDir ? '/office-js/office.js' : OFFICE_JS,
    ...(officeJsDir ? { officeJsDir } : {}),
    ...(officeHost ? { frameAncestors: officeHost } : {}),
  };
}
