/** What a benchmark hands back. Speed is told as ratios within one run, with the peer beside it, never as a bare number. */
export interface BenchReport {
  readonly name: string;
  /** What a reader must know of how it was measured. */
  readonly notes?: readonly string[];
  readonly rows: readonly BenchRow[];
  readonly ratios: readonly BenchRatio[];
}

export interface BenchRow {
  readonly label: string;
  readonly unit: string;
  /** The median of the runs, unless the notes say otherwise. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

export interface BenchRatio {
  readonly label: string;
  readonly value: number;
  /** What is met or exceeded when all is well. A miss is printed, not failed: machines are shared. */
  readonly goal: number;
  /** The goal is a limit: less is better. */
  readonly atMost?: boolean;
  /** Default: `×`. */
  readonly unit?: string;
}

/** A row of what several runs measured. */
export function rowOf(label: string, unit: string, values: readonly number[], pick = median): BenchRow {
  return { label, unit, value: pick(values), low: Math.min(...values), high: Math.max(...values), runs: values.length };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export function isMet({ value, goal, atMost = false }: BenchRatio): boolean {
  return atMost ? value <= goal : value >= goal;
}

export function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);
}
