import { startWorker } from '../server/start-worker.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { type Flags, readSettings } from './config/read-settings.ts';
import { serviceConfig } from './service-config.ts';
import { untilStopped } from './until-stopped.ts';

/**
 * `sosach work`: a process that only asks the population service, beside the servers on one PostgreSQL, until it is stopped. Reads
 * the settings of `serve`.
 */
export async function runWork(flags: Flags, io: CliIo): Promise<void> {
  const { settings } = readSettings(flags, process.env);
  if (settings.databaseUrl === undefined) {
    throw new UsageError(
      'sosach work: cần DATABASE_URL; với SQLite thì sosach serve tự hỏi (with SQLite, serve does the asking)',
    );
  }
  const worker = await startWorker(serviceConfig(settings));
  const stopped = untilStopped();
  io.out('Tiến trình hỏi CSDLQG về dân cư đang chạy / asking the population service\n');
  await stopped;
  await worker.close();
}
