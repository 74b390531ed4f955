import type { BenchReport } from './bench-report.ts';

/** Runs one benchmark file and prints its rows and ratios. */
const file = process.argv[2];
if (!file) throw new Error('usage: print-bench.ts NAME.bench.ts');
const { bench } = (await import(new URL(file, import.meta.url).href)) as { bench: () => Promise<BenchReport> };
const report = await bench();
console.log(`\n${report.name}`);
for (const row of report.rows) console.log(`  ${row.label.padEnd(52)} ${figure(row.value).padStart(12)} ${row.unit}`);
for (const ratio of report.ratios) {
  const met = ratio.value >= ratio.goal ? 'met' : 'MISSED';
  console.log(`  ${ratio.label.padEnd(52)} ${figure(ratio.value).padStart(12)} ×   goal ≥ ${ratio.goal} ${met}`);
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
