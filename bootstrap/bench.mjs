/**
 * `npm run bench`: all set-up, then every benchmark, each in a process of its own so that none warms another's code.
 * `npm run bench -- NAME…` runs those alone; with `--write`, `docs/benchmarks.md` is written from what was measured.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, FOR_NODE, THREADS } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { ROOT, run } from './run.mjs';
import { endWith } from './say.mjs';

const asked = process.argv.slice(2).filter((name) => name !== '--write');
const files = readdirSync(path.join(ROOT, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => asked.length === 0 || asked.includes(name.replace('.bench.ts', '')))
  .sort();
// The workbooks that several benchmarks share, and what they report.
const folder = mkdtempSync(path.join(tmpdir(), 'so-sach-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const reports = path.join(folder, 'reports');

try {
  await installPackages();
  await build();
  await bundleTasks();
} catch (error) {
  endWith(error);
}

let failed = false;
for (const file of files) {
  const done = await runTs('bench/print-bench.ts', file, reports);
  failed ||= !done;
}
if (!failed && process.argv.includes('--write')) failed = !(await runTs('bench/write-page.ts', reports));
process.exit(failed ? 1 : 0);

async function runTs(...args) {
  const options = { show: true, env: { SO_SACH_BENCH: folder } };
  const { code } = await run(process.execPath, ['--import', 'tsx', '--expose-gc', ...args], options);
  return code === 0;
}

/** What is measured in a process of its own runs as it is shipped, without the loader of TypeScript. */
async function bundleTasks() {
  const esbuild = await import('esbuild');
  const names = readdirSync(path.join(ROOT, 'bench/tasks')).map((file) => path.basename(file, '.ts'));
  const tasks = Object.fromEntries(names.map((name) => [name, `bench/tasks/${name}.ts`]));
  await esbuild.build({ ...FOR_NODE, entryPoints: { ...tasks, ...THREADS }, outdir: 'dist/bench' });
  await esbuild.stop();
}
