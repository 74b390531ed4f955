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
  const left = new Set([...hide].map((column) => column + 1));
  const made: { min: number; tag: string }[] = [];
  for (const run of runs) {
    const cuts = [...left].filter((column) => column >= run.min && column <= run.max).sort((a, b) => a - b);
    let from = run.min;
    for (const column of cuts) {
      if (column > from) made.push({ min: from, tag: withRange(run.tag, from, column - 1) });
      made.push({ min: column, tag: hidden(withRange(run.tag, column, column)) });
      left.delete(column);
      from = column + 1;
    }
    if (from <= run.max) made.push({ min: from, tag: from === run.min ? run.tag : withRange(run.tag, from, run.max) });
  }
  for (const column of left) {
    const tag = `<${prefix}col min="${column}" max="${column}" width="${USUAL_WIDTH}" hidden="1"/>`;
    made.push({ min: column, tag });
  }
  return made
    .sort((a, b) => a.min - b.min)
    .map(({ tag }) => tag)
    .join('');
}

function withRange(tag: string, min: number, max: number): string {
  return withAttribute(withAttribute(tag, 'min', String(min)), 'max', String(max));
}

function hidden(tag: string): string {
  return withAttribute(tag, 'hidden', '1');
}

/** A tag with one attribute set, at its old place or as the last. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}=)(?:"[^"]*"|'[^']*')`);
  if (pattern.test(tag)) return tag.replace(pattern, (_, start) => `${start}"${value}"`);
  return tag.replace(/\s*(\/?>)$/, (_, end) => ` ${name}="${value}"${end}`);
}
