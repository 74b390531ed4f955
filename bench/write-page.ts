import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { type BenchReport, figure, isMet } from './bench-report.ts';

/** Writes `docs/benchmarks.md` from the reports of a run: `npm run bench -- --write`. */
const PEERS = ['exceljs', 'zod', 'better-sqlite3'];
const PAGE = new URL('../docs/benchmarks.md', import.meta.url);

const [, , file] = process.argv;
if (!file) throw new Error('usage: write-page.ts REPORTS');
const reports = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as BenchReport);
writeFileSync(PAGE, page(reports, new Date().toISOString().slice(0, 10)));

function page(found: readonly BenchReport[], day: string): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const peers = PEERS.map((name) => `${name} ${versionOf(name)}`).join(', ');
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench -- --write`; `npm run bench` measures the same and writes nothing. Machines differ and are shared:',
    'what counts are the ratios within one run, the peer beside it. Values are medians, with the lowest and highest run.',
    '',
    `- **Machine**: ${machine}, ${process.platform} ${process.arch}`,
    `- **Day**: ${day}`,
    `- **Versions**: Node ${process.versions.node}, ${peers}`,
    '',
    '## Goals',
    '',
    '| work | | measured | goal | |',
    '| --- | --- | ---: | ---: | --- |',
    ...found.flatMap(({ name, ratios }) =>
      ratios.map((ratio) => {
        const unit = ratio.unit ?? '×';
        const goal = `${ratio.atMost ? '≤' : '≥'} ${figure(ratio.goal)} ${unit}`;
        return `| ${name} | ${ratio.label} | ${figure(ratio.value)} ${unit} | ${goal} | ${isMet(ratio) ? 'met' : '**missed**'} |`;
      }),
    ),
    ...found.flatMap(section),
    '',
  ].join('\n');
}

function section({ name, notes = [], rows }: BenchReport): readonly string[] {
  return [
    '',
    `## ${name[0]?.toUpperCase()}${name.slice(1)}`,
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    '| | median | lowest | highest | runs | unit |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(({ label, value, low, high, runs, unit }) => {
      return `| ${label} | ${figure(value)} | ${figure(low)} | ${figure(high)} | ${runs} | ${unit} |`;
    }),
  ];
}

function versionOf(name: string): string {
  return (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version;
}
