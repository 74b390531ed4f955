import { withAttribute } from '../package/tag-text.ts';

/** One `col` element, 1-based as written. */
export interface ColumnRun {
  readonly min: number;
  readonly max: number;
  /** Its tag as it stands. */
  readonly tag: string;
}

/** Excel's own width for a column that nobody set. */
const USUAL_WIDTH = 9.140625;

/** The `col` elements of a sheet with some columns (0-based) hidden; a run is cut up where only some of it goes. */
export function hideColumns(runs: readonly ColumnRun[], hide: ReadonlySet<number>, prefix: string): string {
  const made = runs.flatMap((run) => cutRun(run, hide));
  for (const column of [...hide].map((index) => index + 1)) {
    const run = runs.find(({ min, max }) => column >= min && column <= max);
    const tag = run
      ? hidden(withRange(run.tag, column, column))
      : `<${prefix}col min="${column}" max="${column}" width="${USUAL_WIDTH}" hidden="1"/>`;
    made.push({ min: column, max: column, tag });
  }
  return made
    .sort((a, b) => a.min - b.min)
    .map(({ tag }) => tag)
    .join('');
}

/** The `col` elements of a sheet without some columns (0-based). */
export function withoutColumns(runs: readonly ColumnRun[], gone: ReadonlySet<number>): string {
  return runs
    .flatMap((run) => cutRun(run, gone))
    .map(({ tag }) => tag)
    .join('');
}

/** What is left of a run without some columns. */
function cutRun(run: ColumnRun, gone: ReadonlySet<number>): ColumnRun[] {
  const cuts = [...gone].map((column) => column + 1).filter((column) => column >= run.min && column <= run.max);
  if (cuts.length === 0) return [run];
  const left: ColumnRun[] = [];
  let min = run.min;
  for (const cut of [...cuts.sort((a, b) => a - b), run.max + 1]) {
    if (cut > min) left.push({ min, max: cut - 1, tag: withRange(run.tag, min, cut - 1) });
    min = cut + 1;
  }
  return left;
}

function withRange(tag: string, min: number, max: number): string {
  return withAttribute(withAttribute(tag, 'min', String(min)), 'max', String(max));
}

function hidden(tag: string): string {
  return withAttribute(tag, 'hidden', '1');
}
