import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { openExistingStore, STORE_FILE } from '../../server/data-folder.ts';
import { inspectStore } from '../../server/store/inspect-store.ts';
import { type CliIo, EXIT, UsageError } from '../cli-io.ts';
import { describeSettings } from '../config/describe-settings.ts';
import type { Configuration } from '../config/read-settings.ts';
import type { Settings } from '../config/settings.ts';
import { fileTrouble } from '../file-trouble.ts';
import { refuseUnwritable, writeFileAtomically } from '../write-file-atomically.ts';
import { type BundleFacts, makeBundle, type StoreNumbers } from './make-bundle.ts';

export interface SupportBundleOptions {
  readonly out: string;
  /** What the operator captured of the server's log. */
  readonly logFile?: string;
  readonly configuration: Configuration;
  /** What `sosach doctor` finds with this configuration. */
  readonly examine: () => Promise<BundleFacts['doctor']>;
}

/** A server that does not answer by then is part of what is to be told. */
const METRICS_TIMEOUT_MS = 5_000;
/** Read from its end: a log of years need not fit into memory. */
const LOG_BYTES = 8_000_000;

/** `sosach support-bundle`: what somebody who helps needs to know of a server, running or not. Resolves to the exit code. */
export async function runSupportBundle(options: SupportBundleOptions, io: CliIo): Promise<number> {
  const { out, configuration, examine } = options;
  await refuseUnwritable(out);
  const log = options.logFile === undefined ? null : await readEnd(options.logFile);
  const facts: BundleFacts = {
    configuration: describeSettings(configuration, { closed: true }),
    doctor: (await examine()).map(({ code, state }) => ({ code, state })),
    store: await findStoreNumbers(configuration.settings),
    metrics: await findMetrics(configuration.settings),
    log,
  };
  await writeFileAtomically(out, makeBundle(facts));
  io.out(
    `${out}: gói hỗ trợ, không có dữ liệu cá nhân; mở xem trước khi gửi. / ` +
      'The support bundle, without personal data; look into it before you send it.\n',
  );
  return EXIT.clean;
}

/**
 * Null for a store that cannot be opened: what is wrong with it is the doctor's to say. And for a PostgreSQL, where a look at the schema
 * without moving it is not to be had: opened by a newer program it would change under the servers that run.
 */
async function findStoreNumbers({ data: dataDir, databaseUrl }: Settings): Promise<StoreNumbers | null> {
  if (databaseUrl !== undefined) return null;
  try {
    const { schema, knownSchema, bytes, tryOut } = inspectStore(join(dataDir, STORE_FILE));
    const facts = { schema, knownSchema, bytes, tryOut };
    // Opening it would move it to the present schema, and a look changes nothing.
    if (schema !== knownSchema) return { ...facts, rows: null };
    const store = await openExistingStore(dataDir);
    try {
      return { ...facts, rows: await store.countRows() };
    } finally {
      await store.close();
    }
  } catch (error) {
    // By name: the loader of the tests gives what is imported late a copy of each class.
    if (error instanceof Error && error.name === 'ServerError') return null;
    throw error;
  }
}

async function findMetrics({ port, metricsToken }: Settings): Promise<string | null> {
  const headers: Record<string, string> = metricsToken === undefined ? {} : { authorization: `Bearer ${metricsToken}` };
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, {
      headers,
      signal: AbortSignal.timeout(METRICS_TIMEOUT_MS),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

async function readEnd(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(Math.min(size, LOG_BYTES));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, Math.max(0, size - LOG_BYTES));
      return bytes.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new UsageError(`--log-file ${path}: không đọc được / cannot be read: ${fileTrouble(error)}`);
  }
}
