import path from 'node:path';
import { type BenchReport, median, rowOf } from './bench-report.ts';
import { benchFolder, runTask, timeCommandLine } from './measured-process.ts';

const ROWS = 3000;
const ROUNDS = 9;

/** What a clerk waits for: Node's own start included, beside a peer that has long started. */
export async function bench(): Promise<BenchReport> {
  const file = path.join(benchFolder(), 'school-list.xlsx');
  await runTask('make-list', file, String(ROWS));
  const check: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    check.push(await timeCommandLine('check', file, '--today', '2026-11-22'));
    if (round % 3 === 0) peer.push((await runTask('read-exceljs-warm', file)).result);
  }
  return {
    name: `a school's list of ${ROWS.toLocaleString('en-US')} rows, start-up included`,
    notes: ['exceljs: the median of seven reads in a process that has read the file three times before.'],
    rows: [rowOf('`node bin/sosach.mjs check`', 'ms', check), rowOf('exceljs reads, warm', 'ms', peer)],
    ratios: [{ label: 'check, against exceljs reading', value: median(check) / median(peer), goal: 1.5, atMost: true }],
  };
}
