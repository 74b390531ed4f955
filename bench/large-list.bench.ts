import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BenchReport, median, rowOf } from './bench-report.ts';
import { benchFolder, type MeasuredRun, runCommandLine, runTask } from './measured-process.ts';
import { LIST_COLUMNS } from './workbooks/make-list-workbook.ts';

const ROWS = 100_000;
const ROUNDS = 5;
/** The peer takes a quarter of a minute to read the file, and a minute and 3.7 GB to write it again. */
const EXCELJS_READS = 2;
const ANNOTATE_ROUNDS = 3;

/** Reading, checking and annotating a province's list, beside exceljs and beside what no reader can do without. */
export async function bench(): Promise<BenchReport> {
  const file = await largeList();
  const out = path.join(benchFolder(), 'annotated.xlsx');
  const runs = { read: [], floor: [], exceljs: [], check: [], annotate: [], roundTrip: [] } as Record<
    'read' | 'floor' | 'exceljs' | 'check' | 'annotate' | 'roundTrip',
    MeasuredRun[]
  >;
  for (let round = 0; round < ROUNDS; round++) {
    runs.read.push(await runTask('read-ours', file));
    runs.floor.push(await runTask('read-floor', file));
    runs.check.push(await runCommandLine('check', file, '--json', '--today', '2026-11-22'));
    if (round < EXCELJS_READS) runs.exceljs.push(await runTask('read-exceljs', file));
    if (round < ANNOTATE_ROUNDS) {
      runs.annotate.push(await runTask('annotate-ours', file, out));
    }
  }
  runs.roundTrip.push(await runTask('annotate-exceljs', file, out));
  const cells = new Set([...runs.read, ...runs.exceljs].map(({ result }) => result));
  if (cells.size !== 1) throw new Error(`readers differ: ${[...cells].join(', ')} cells`);
  const ms = (key: keyof typeof runs) => runs[key].map(({ milliseconds }) => milliseconds);
  const mb = (key: keyof typeof runs) => runs[key].map(({ megabytes }) => megabytes);
  return {
    name: `a list of ${ROWS.toLocaleString('en-US')} rows × ${LIST_COLUMNS} columns`,
    notes: [
      `Every run is a fresh process. exceljs reads ${EXCELJS_READS} times and makes one round trip only, for it takes that long.`,
      '`sosach check` is the whole command: start-up, reading, all rules and the JSON report. ',
      'Annotating is opening the file, marking 5,000 cells and writing it, for both.',
    ],
    rows: [
      rowOf('our reader', 'ms', ms('read')),
      rowOf('inflate and decode the strings, nothing else', 'ms', ms('floor')),
      rowOf('exceljs reads', 'ms', ms('exceljs')),
      rowOf('`sosach check --json`', 'ms', ms('check')),
      rowOf('our annotator marks 5,000 cells and writes', 'ms', ms('annotate')),
      rowOf('exceljs marks 5,000 cells and writes', 'ms', ms('roundTrip')),
      rowOf('our reader, peak', 'MB', mb('read')),
      rowOf('exceljs reads, peak', 'MB', mb('exceljs')),
      rowOf('`sosach check --json`, peak', 'MB', mb('check')),
      rowOf('our annotator, peak', 'MB', mb('annotate')),
      rowOf('exceljs round trip, peak', 'MB', mb('roundTrip')),
    ],
    ratios: [
      {
        label: 'reading, against inflate and decode',
        value: median(ms('read')) / median(ms('floor')),
        goal: 2,
        atMost: true,
      },
      { label: 'reading, exceljs against ours', value: median(ms('exceljs')) / median(ms('read')), goal: 8 },
      { label: 'reading, peak', value: median(mb('read')), goal: 250, atMost: true, unit: 'MB' },
      { label: 'check, exceljs reading against it', value: median(ms('exceljs')) / median(ms('check')), goal: 5 },
      { label: 'check', value: ROWS / (median(ms('check')) / 1000), goal: 60_000, unit: 'rows/s' },
      { label: 'annotate, exceljs against ours', value: median(ms('roundTrip')) / median(ms('annotate')), goal: 20 },
      { label: 'annotate, peak', value: median(mb('annotate')), goal: 400, atMost: true, unit: 'MB' },
    ],
  };
}

/** Made once a run, whichever benchmark asks for it first. */
export async function largeList(): Promise<string> {
  const file = path.join(benchFolder(), 'large-list.xlsx');
  if (!existsSync(file)) await runTask('make-list', file, String(ROWS));
  return file;
}
