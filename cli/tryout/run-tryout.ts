import type { CliIo } from '../cli-io.ts';
import { untilStopped } from '../until-stopped.ts';
import { seedTryout } from './seed-tryout.ts';
import { startPair } from './start-pair.ts';
import { tryoutGuide } from './tryout-guide.ts';

export interface TryoutOptions {
  readonly port: number;
  readonly dataDir: string;
  /** The file that is run as `sosach`. */
  readonly program: string;
}

/**
 * `sosach tryout`, which `npm start` runs: makes the try-out store once, then supervises server and simulated service until
 * Ctrl-C, which ends both process groups. Starting again keeps the data.
 */
export async function runTryout(options: TryoutOptions, io: CliIo): Promise<void> {
  const stopped = untilStopped();
  await seedTryout(options.dataDir);
  const pair = await startPair({ ...options, onOutput: (line) => io.err(`${line}\n`) });
  try {
    io.out(tryoutGuide(pair.server));
    await stopped;
    io.out('\nĐang dừng… / stopping…\n');
  } finally {
    await pair.stop();
  }
}
