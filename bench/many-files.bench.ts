import { type BenchReport, median, rowOf } from './bench-report.ts';
import { largeList } from './large-list.bench.ts';
import { runCommandLine } from './measured-process.ts';

const FILES = 20;
const ROWS_A_FILE = 100_000;

/** Two million rows in one command: memory must be that of one file. */
export async function bench(): Promise<BenchReport> {
  const file = await largeList();
  const names = Array.from({ length: FILES }, () => file);
  const run = await runCommandLine('check', ...names, '--json', '--today', '2026-11-22');
  const rows = FILES * ROWS_A_FILE;
  return {
    name: `${rows.toLocaleString('en-US')} rows in ${FILES} files, one \`sosach check\``,
    notes: ['One list is named twenty times: nothing is kept from one file to the next.'],
    rows: [
      rowOf('`sosach check --json`', 'rows/s', [rows / (run.milliseconds / 1000)]),
      rowOf('peak', 'MB', [run.megabytes]),
    ],
    ratios: [{ label: 'peak', value: median([run.megabytes]), goal: 400, atMost: true, unit: 'MB' }],
  };
}
