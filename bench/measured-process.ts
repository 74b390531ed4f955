import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run bench` bundles `bench/tasks/`, so that what is measured is not the loader of TypeScript. */
const TASKS = fileURLToPath(new URL('../dist/bench/', import.meta.url));
const COMMAND_LINE = fileURLToPath(new URL('../bin/sosach.mjs', import.meta.url));

export interface MeasuredRun {
  readonly milliseconds: number;
  /** The largest the process ever was. */
  readonly megabytes: number;
  readonly result: number;
}

/** Runs `bench/tasks/NAME.ts` in a process of its own; the time is that of its work, without starting Node. */
export async function runTask(name: string, ...args: string[]): Promise<MeasuredRun> {
  const { output } = await run([path.join(TASKS, `${name}.mjs`), ...args], 'pipe');
  return JSON.parse(output) as MeasuredRun;
}

/** Runs `node bin/sosach.mjs` with its output in a file; the time is that of the whole process, start-up included. */
export async function runCommandLine(...args: string[]): Promise<MeasuredRun> {
  return runProgram(['--import', peakReporter(), COMMAND_LINE, ...args]);
}

/** The same with nothing beside it: for a command so short that even asking for its size would be seen. In milliseconds. */
export async function timeCommandLine(...args: string[]): Promise<number> {
  return (await runProgram([COMMAND_LINE, ...args])).milliseconds;
}

async function runProgram(args: readonly string[]): Promise<MeasuredRun> {
  const sink = openSync(path.join(benchFolder(), 'output'), 'w');
  try {
    const start = performance.now();
    const { code, peak } = await run(args, sink);
    return { milliseconds: performance.now() - start, megabytes: Number(peak), result: code };
  } finally {
    closeSync(sink);
  }
}

/** A folder for the workbooks of one run of all benchmarks, made by who starts them; of its own when one is run alone. */
export function benchFolder(): string {
  process.env.SO_SACH_BENCH ??= mkdtempSync(path.join(tmpdir(), 'so-sach-bench-'));
  return process.env.SO_SACH_BENCH;
}

function peakReporter(): string {
  return new URL('../dist/bench/report-peak.mjs', import.meta.url).href;
}

/** `peak` is what the process writes to its fourth descriptor. A code above 1 is a failure, not a finding. */
function run(
  args: readonly string[],
  stdout: 'pipe' | number,
): Promise<{ code: number; output: string; peak: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', stdout, 'inherit', 'pipe'] });
    let output = '';
    let peak = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    (child.stdio[3] as NodeJS.ReadableStream | null)?.on('data', (chunk: Buffer) => {
      peak += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 || code === 1) resolve({ code, output, peak });
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}
