import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { type CliIo, EXIT, UsageError } from '../cli-io.ts';
import { seedTryout } from '../tryout/seed-tryout.ts';
import { startPair } from '../tryout/start-pair.ts';
import { TRYOUT_WORLD } from '../tryout/tryout-world.ts';
import { refuseUnwritable, writeFileAtomically } from '../write-file-atomically.ts';
import { demoText } from './demo-report.ts';
import { walkMainJob } from './walk-main-job.ts';

export interface DemoOptions {
  readonly rows: number;
  readonly json: boolean;
  /** Where the workbook is kept. Default: a new folder among the system's temporary files. */
  readonly out?: string;
  /** The file that is run as `sosach`. */
  readonly program: string;
}

/** Fewer rows cannot hold one of every kind of disagreement with the register. */
const MIN_ROWS = 60;
/**
 * `sosach demo`: the whole job without a screen, over real HTTP, with a pair of processes of its own on free ports. The
 * store is thrown away afterwards; the workbook stays. Resolves to the exit code.
 */
export async function runDemo(options: DemoOptions, io: CliIo): Promise<number> {
  if (!Number.isInteger(options.rows) || options.rows < MIN_ROWS || options.rows > TRYOUT_WORLD.maxRows) {
    throw new UsageError(
      `--rows: cần số nguyên từ ${MIN_ROWS} đến ${TRYOUT_WORLD.maxRows} (a whole number in that range)`,
    );
  }
  if (options.out !== undefined) await refuseUnwritable(options.out);
  const started = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'so-sach-demo-'));
  const dataDir = path.join(folder, 'data');
  try {
    await seedTryout(dataDir);
    const pair = await startPair({ program: options.program, dataDir, onOutput: (line) => io.err(`${line}\n`) });
    try {
      const workbook = options.out ?? path.join(folder, 'hoc-sinh.xlsx');
      const { bytes, ...counts } = await walkMainJob(pair.server.url, options.rows, (text) => io.err(`· ${text}\n`));
      await writeFileAtomically(workbook, bytes);
      const report = { ...counts, seconds: (performance.now() - started) / 1000, workbook };
      io.out(options.json ? `${JSON.stringify(report)}\n` : demoText(report));
    } finally {
      await pair.stop();
    }
  } finally {
    await rm(options.out === undefined ? dataDir : folder, { recursive: true, force: true });
  }
  return EXIT.clean;
}
