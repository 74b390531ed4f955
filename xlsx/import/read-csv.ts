import { CsvError as ParserError, parse } from 'csv-parse/sync';

export interface CsvLine {
  /** 1-based line of the file on which the record begins. */
  readonly line: number;
  /** 1-based row that Excel would give it: empty lines count, lines inside a cell do not. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Quotes that do not close, or text around them. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  /** Where the record begins. */
  readonly line: number;

  constructor(line: number, options?: ErrorOptions) {
    super(`malformed quotes in line ${line}`, options);
    this.line = line;
  }
}

/** In the order of preference where two explain a file equally well. */
const SEPARATORS = [',', ';', '\t', '|'] as const;
type Separator = (typeof SEPARATORS)[number];
/** Titles above a list have no separators; after so many lines, or letters, the list has begun. */
const LINES_LOOKED_AT = 100;
const LETTERS_LOOKED_AT = 200_000;
/** Excel obeys, and hides, a first line that names the separator. */
const NAMED = /^sep=([,;\t|])\r?\n/i;

/**
 * Reads CSV as RFC 4180 has it: quoted cells may hold separators, line ends and doubled quotes. Cells are the texts they are. A
 * byte-order mark is passed over, and so are empty lines. Which of `,` `;` tab `|` separates is told by the lines themselves: Excel
 * with Vietnamese settings writes semicolons, and copies tabs.
 * @throws CsvError
 */
export function readCsv(text: string): readonly CsvLine[] {
  const marked = text.replace(/^\ufeff/, '');
  const named = NAMED.exec(marked);
  const source = named ? marked.slice(named[0].length) : marked;
  const delimiter = named?.[1] ?? findSeparator(source) ?? SEPARATORS[0];
  const lines: CsvLine[] = [];
  let line = named ? 2 : 1;
  let row = 0;
  try {
    parse(source, {
      delimiter,
      relax_column_count: true,
      // All three, for files put together from several: left to itself the parser takes the first it sees for the only one.
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[]) => {
        row++;
        if (cells.length > 1 || cells[0] !== '') lines.push({ line, row, cells });
        // The parser's own count takes a quoted CR LF for two lines.
        line += 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0);
        return null;
      },
    });
  } catch (cause) {
    // The parser's message quotes the cell; what is said of it must not.
    if (cause instanceof ParserError) throw new CsvError(line);
    throw cause;
  }
  return lines;
}

function lineEnds(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The separator that stands equally often in the most lines: commas in an address come and go, those between cells do not. */
function findSeparator(text: string): Separator | undefined {
  const counts = countSeparators(text.slice(0, LETTERS_LOOKED_AT));
  let best: { readonly separator: Separator; readonly weight: number } | undefined;
  for (const separator of SEPARATORS) {
    const weight = weightOf(counts.map((line) => line[SEPARATORS.indexOf(separator)] ?? 0));
    if (weight > (best?.weight ?? 0)) best = { separator, weight };
  }
  return best?.separator;
}

/** How many separators the most usual number of them in a line explains. */
function weightOf(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) lines.set(count, (lines.get(count) ?? 0) + 1);
  return [...lines].reduce((most, [count, times]) => Math.max(most, count * times), 0);
}

/** For each of the first lines, how many of every separator stand outside quotes. */
function countSeparators(text: string): readonly (readonly number[])[] {
  const counts: number[][] = [];
  let line = SEPARATORS.map(() => 0);
  let quoted = false;
  for (let at = 0; at < text.length && counts.length < LINES_LOOKED_AT; at++) {
    const letter = text[at] as string;
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '\n' || letter === '\r') {
      counts.push(line);
      line = SEPARATORS.map(() => 0);
    } else {
      const index = SEPARATORS.indexOf(letter as Separator);
      if (index >= 0) line[index] = (line[index] ?? 0) + 1;
    }
  }
  return [...counts, line];
}
