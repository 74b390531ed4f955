import type { GridRow } from '../../desk/plan-patch.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { CellValue } from '../../rules/cell.ts';
import { areaAddress } from './a1-address.ts';
import { findExcelCode } from './excel-errors.ts';
import { mayBeError, toCellValue } from './excel-values.ts';
import { MAX_REQUEST_CELLS, packRequests } from './payload.ts';

/** What to read: 1-based rows, 0-based columns. */
export interface CellsWanted {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly number[];
  /** Columns whose number formats and formulas are needed for every row, because they may be written to. */
  readonly written?: ReadonlySet<number>;
}

/** Thrown when rows came or went between two requests of one read; the step then begins anew. */
export class SheetMovedError extends Error {
  override readonly name = 'SheetMovedError';
}

/** How often a read begins anew because rows came or went under it. */
const MAX_READS = 3;

/**
 * Runs a read again while the sheet moves under it.
 * @throws {SheetError} `refused` when it never stood still long enough
 */
export async function untilSteady<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof SheetMovedError)) throw error;
      if (attempt === MAX_READS) throw new SheetError('refused', 'SheetKeepsMoving');
    }
  }
}

/** A column's number formats, value types and formulas, by row, where they were needed. */
interface ColumnDetails {
  numberFormat?: readonly unknown[];
  valueTypes?: readonly unknown[];
  formulas?: readonly unknown[];
}

type Detail = keyof ColumnDetails;

/** Cells as they stood when read. */
export class CellsRead {
  readonly rows: readonly GridRow[];
  readonly #firstRow: number;
  readonly #raw: readonly (readonly unknown[])[];
  readonly #details: ReadonlyMap<number, ColumnDetails>;

  constructor(firstRow: number, raw: readonly (readonly unknown[])[], details: ReadonlyMap<number, ColumnDetails>) {
    this.#firstRow = firstRow;
    this.#raw = raw;
    this.#details = details;
    this.rows = raw.map((line, index) => ({ rowNumber: firstRow + index, cells: this.#cells(line, index) }));
  }

  /** As Excel gave it: dates as serials, a blank as ''. */
  raw(row: number, column: number): unknown {
    return this.#raw[row - this.#firstRow]?.[column] ?? '';
  }

  /** Only for columns that were read as `written`. */
  numberFormat(row: number, column: number): string {
    return String(this.#details.get(column)?.numberFormat?.[row - this.#firstRow] ?? 'General');
  }

  /** Only for columns that were read as `written`: whether the cell is computed, so that a value would destroy it. */
  isFormula(row: number, column: number): boolean {
    const formula = this.#details.get(column)?.formulas?.[row - this.#firstRow];
    return typeof formula === 'string' && formula.startsWith('=') && formula !== this.raw(row, column);
  }

  #cells(line: readonly unknown[], index: number): CellValue[] {
    return line.map((value, column) => {
      const details = this.#details.get(column);
      const isError = details?.valueTypes?.[index] === 'Error';
      return toCellValue(value, isError, details?.numberFormat?.[index] as string | undefined);
    });
  }
}

/**
 * Reads cells in as few requests as their number allows: first the values, then, of the columns that hold numbers or what
 * may be an error, the number formats and value types that tell dates from numbers and errors from text.
 * @throws {SheetMovedError} when the used range changed between two of its requests
 */
export async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  wanted: CellsWanted,
): Promise<CellsRead> {
  const { firstRow, lastRow, columns } = wanted;
  if (lastRow < firstRow || columns.length === 0) return new CellsRead(firstRow, [], new Map());
  const guard = new UsedRangeGuard(context, sheet);
  const raw = await readValues(wanted, guard);
  const details = await readDetails(raw, wanted, guard);
  return new CellsRead(firstRow, raw, details);
}

/** Sends a request, and sees that the used range is the one of the request before. */
class UsedRangeGuard {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  #address: string | undefined;

  constructor(context: Excel.RequestContext, sheet: Excel.Worksheet) {
    this.context = context;
    this.sheet = sheet;
  }

  /** A range that nobody keeps, so that no reference piles up in Excel. */
  range(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): Excel.Range {
    return this.sheet.getRange(areaAddress(firstRow, lastRow, firstColumn, lastColumn)).untrack();
  }

  async sync(): Promise<void> {
    const used = this.sheet.getUsedRangeOrNullObject(true).untrack();
    used.load('address');
    await this.context.sync();
    const address = used.isNullObject ? '' : used.address;
    if (this.#address !== undefined && this.#address !== address) throw new SheetMovedError();
    this.#address = address;
  }
}

/** Neighbouring columns are read as one range, a single unwanted column between them included: cheaper than one more range. */
function spansOf(columns: readonly number[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const open = spans.at(-1);
    if (open && column <= open.last + 2) open.last = column;
    else spans.push({ first: column, last: column });
  }
  return spans;
}

async function readValues(wanted: CellsWanted, guard: UsedRangeGuard): Promise<unknown[][]> {
  const { firstRow, lastRow, columns } = wanted;
  const spans = spansOf(columns);
  const width = spans.reduce((sum, span) => sum + span.last - span.first + 1, 0);
  const lines: unknown[][] = [];
  let height = Math.max(1, Math.floor(MAX_REQUEST_CELLS / width));
  for (let from = firstRow; from <= lastRow; ) {
    const to = Math.min(lastRow, from + height - 1);
    const ranges = spans.map((span) => guard.range(from, to, span.first, span.last));
    for (const range of ranges) range.load('values');
    try {
      await guard.sync();
    } catch (error) {
      // Cells with very long texts: fewer rows at once. A single row that is refused is refused for good.
      if (findExcelCode(error) !== 'ResponsePayloadSizeLimitExceeded' || height === 1) throw error;
      height = Math.max(1, Math.floor(Math.min(height, to - from + 1) / 2));
      continue;
    }
    for (let row = from; row <= to; row++) {
      const line: unknown[] = new Array(Math.max(...columns) + 1).fill('');
      spans.forEach((span, index) => {
        const cells = ranges[index]?.values[row - from] ?? [];
        for (let column = span.first; column <= span.last; column++) line[column] = cells[column - span.first];
      });
      lines.push(line);
    }
    from = to + 1;
  }
  return lines;
}

async function readDetails(
  raw: readonly (readonly unknown[])[],
  wanted: CellsWanted,
  guard: UsedRangeGuard,
): Promise<Map<number, ColumnDetails>> {
  const details = new Map<number, ColumnDetails>();
  const pieces = [...wanted.columns].flatMap((column) =>
    detailsNeeded(raw, column, wanted.written?.has(column) ?? false).flatMap((need) => {
      const cut: { column: number; detail: Detail; first: number; last: number }[] = [];
      for (let first = need.first; first <= need.last; first += MAX_REQUEST_CELLS) {
        cut.push({ ...need, column, first, last: Math.min(need.last, first + MAX_REQUEST_CELLS - 1) });
      }
      return cut;
    }),
  );
  for (const part of packRequests(pieces, (piece) => ({ bytes: 0, cells: piece.last - piece.first + 1 }))) {
    const ranges = part.map(({ column, detail, first, last }) => {
      const range = guard.range(wanted.firstRow + first, wanted.firstRow + last, column, column);
      range.load(detail);
      return range;
    });
    await guard.sync();
    part.forEach(({ column, detail, first }, index) => {
      const known = details.get(column) ?? {};
      const list = (known[detail] ?? []) as unknown[];
      (ranges[index]?.[detail] ?? []).forEach((line: unknown[], down: number) => {
        list[first + down] = line[0];
      });
      details.set(column, { ...known, [detail]: list });
    });
  }
  return details;
}

/** Which details a column needs, and from which to which line. */
function detailsNeeded(
  raw: readonly (readonly unknown[])[],
  column: number,
  written: boolean,
): { detail: Detail; first: number; last: number }[] {
  const all = { first: 0, last: raw.length - 1 };
  const numbers = written ? all : extent(raw, column, (value) => typeof value === 'number');
  const errors = extent(raw, column, mayBeError);
  return [
    ...(numbers ? [{ detail: 'numberFormat' as const, ...numbers }] : []),
    ...(errors ? [{ detail: 'valueTypes' as const, ...errors }] : []),
    ...(written ? [{ detail: 'formulas' as const, ...all }] : []),
  ];
}

function extent(
  raw: readonly (readonly unknown[])[],
  column: number,
  holds: (value: unknown) => boolean,
): { first: number; last: number } | undefined {
  let first = -1;
  let last = -1;
  raw.forEach((line, index) => {
    if (!holds(line[column])) return;
    if (first < 0) first = index;
    last = index;
  });
  return first < 0 ? undefined : { first, last };
}
