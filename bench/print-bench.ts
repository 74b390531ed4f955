import { appendFileSync } from 'node:fs';
import { type BenchReport, figure, isMet } from './bench-report.ts';

/** Runs one benchmark file and prints its rows and ratios; with a second argument also adds the report to that file, as one line of JSON. */
const [, , file, out] = process.argv;
if (!file) throw new Error('usage: print-bench.ts NAME.bench.ts [FILE]');
const { bench } = (await import(new URL(file, import.meta.url).href)) as { bench: () => Promise<BenchReport> };
const report = await bench();
console.log(`\n${report.name}`);
for (const note of report.notes ?? []) console.log(`  ${note}`);
for (const { label, value, low, high, runs, unit } of report.rows) {
  const range = runs > 1 ? `  (${figure(low)}–${figure(high)}, n = ${runs})` : '  (n = 1)';
  console.log(`  ${label.padEnd(56)} ${figure(value).padStart(12)} ${unit}${range}`);
}
for (const ratio of report.ratios) {
  const goal = `goal ${ratio.atMost ? '≤' : '≥'} ${figure(ratio.goal)} ${isMet(ratio) ? 'met' : 'MISSED'}`;
  console.log(`  ${ratio.label.padEnd(56)} ${figure(ratio.value).padStart(12)} ${ratio.unit ?? '×'}   ${goal}`);
}
if (out !== undefined) appendFileSync(out, `${JSON.stringify(report)}\n`);
