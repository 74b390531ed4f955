import { checkRows } from '../rules/check-rows.ts';
import { ALL_PLACES } from '../rules/codes/all-places.ts';
import { type BenchReport, rowOf } from './bench-report.ts';
import { checkByHand } from './rules/by-hand.ts';
import { checkByZod } from './rules/by-zod.ts';
import { benchRows } from './rules/rows.ts';

const ROWS = 20_000;
const ROUNDS = 25;
const TODAY = { year: 2026, month: 11, day: 22 } as const;

/**
 * The engine beside zod and beside the same checks written out by hand, in one run: interleaved rounds and
 * the least processor time of each, for whatever else a machine does only ever slows a round. Throws when engine and hand do
 * not find the same.
 */
export async function bench(): Promise<BenchReport> {
  const rows = benchRows(ROWS);
  const context = { kind: 'student', today: TODAY, places: ALL_PLACES } as const;
  assertSame(
    checkRows(rows, context).map((finding) => `${finding.row}:${finding.code}`),
    checkByHand(rows, TODAY).map((finding) => `${finding.row}:${finding.code}`),
  );
  const contestants: readonly { label: string; run: () => unknown; times: number[] }[] = [
    { label: 'the engine: every rule, fixes, column findings', run: () => checkRows(rows, context), times: [] },
    { label: 'the same checks written out by hand', run: () => checkByHand(rows, TODAY), times: [] },
    { label: 'zod: forms, lists, number against sex and year', run: () => checkByZod(rows), times: [] },
  ];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, times } of contestants) {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      times.push(((user + system) * 1000) / ROWS);
    }
  }
  const [engine = 0, hand = 0, zod = 0] = contestants.map(({ times }) => Math.min(...times));
  return {
    name: `rules: ${ROWS} pupils × 17 fields, 5 % with a fault`,
    notes: [
      'Processor time; the value is the least of the rounds, for whatever else a machine does only ever slows one.',
    ],
    rows: contestants.map(({ label, times }) => rowOf(label, 'ns/row', times, (values) => Math.min(...values))),
    ratios: [
      { label: 'engine against zod', value: zod / engine, goal: 3 },
      { label: 'engine against the hand-written checks', value: hand / engine, goal: 0.6 },
    ],
  };
}

function assertSame(engine: string[], hand: string[]): void {
  engine.sort();
  hand.sort();
  const odd = engine.findIndex((finding, at) => finding !== hand[at]);
  if (engine.length !== hand.length || odd >= 0) {
    throw new Error(`engine ${engine.length}, by hand ${hand.length}; first difference ${engine[odd]} / ${hand[odd]}`);
  }
}
