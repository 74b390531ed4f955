/** What a benchmark hands back. Speed is told as ratios within one run, with the peer beside it, never as a bare number. */
export interface BenchReport {
  readonly name: string;
  readonly rows: readonly BenchRow[];
  readonly ratios: readonly BenchRatio[];
}

export interface BenchRow {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

export interface BenchRatio {
  readonly label: string;
  readonly value: number;
  /** The ratio that is met or exceeded when all is well. A miss is printed, not failed: machines are shared. */
  readonly goal: number;
}
