import { TEXT_FORMAT } from '../../desk/cell-format.ts';
import { areaAddress } from './a1-address.ts';
import { MAX_REQUEST_CELLS, packRequests } from './payload.ts';
import { keepText, type WriteBlock } from './write-blocks.ts';

/** What must still be so at the moment of writing. */
export interface WriteExpectation {
  /** 0-based column of the row ids. */
  readonly rowIdColumn: number;
  /** The id that was read in that row, as Excel gave it. */
  readonly rowIdAt: (row: number) => unknown;
  /** The raw value that was read in a field's cell, which may only be overwritten while it is still there. */
  readonly valueAt: (row: number, column: number) => unknown;
}

export interface WriteOptions {
  readonly cancelled: () => boolean;
  readonly onWritten: (cells: number) => void;
  /** Tells which cells are about to change, so that the watcher knows its own. */
  readonly announce: (block: WriteBlock) => void;
}

export interface WriteOutcome {
  /** Rows whose cells were put back, because another row or value had come there in the meantime. */
  readonly moved: ReadonlySet<number>;
  /** Blocks that were not sent any more: cancelled, or after rows had moved. */
  readonly unsent: readonly WriteBlock[];
}

/**
 * Writes blocks in as few requests as the limits allow. Between reading and writing lies a round trip in which a person may
 * type or sort; Excel offers no conditional write. So every request first loads ids and former contents and then writes:
 * Excel runs both without a pause, so what it answers is what was overwritten. Where that is not what had been read, the
 * former contents go back at once and the step begins anew.
 */
export async function writeVerified(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  blocks: readonly WriteBlock[],
  expected: WriteExpectation,
  options: WriteOptions,
): Promise<WriteOutcome> {
  const requests = packRequests(blocks, (block) => ({ bytes: block.bytes, cells: block.cells }));
  for (const [index, request] of requests.entries()) {
    if (options.cancelled()) return { moved: new Set(), unsent: requests.slice(index).flat() };
    // Excel redraws once instead of after every block; over several requests it would only flicker.
    if (requests.length === 1) context.application.suspendScreenUpdatingUntilNextSync();
    const ids = loadIds(sheet, request, expected.rowIdColumn);
    const former = request.map((block) =>
      rangeOf(sheet, block).load(block.own ? 'formulas' : 'values,formulas,numberFormat'),
    );
    for (const block of request) {
      options.announce(block);
      writeBlock(sheet, block);
    }
    await context.sync();
    const moved = movedRows(request, ids, former, expected);
    if (moved.size > 0) {
      await putBack(context, sheet, request, former, moved);
      return { moved, unsent: requests.slice(index + 1).flat() };
    }
    options.onWritten(request.reduce((sum, block) => sum + block.cells, 0));
  }
  return { moved: new Set(), unsent: [] };
}

/** Sets formats first: text that arrives in a cell with another format is read as a number or a date. */
export function writeBlock(sheet: Excel.Worksheet, block: WriteBlock): void {
  const range = rangeOf(sheet, block);
  // A single value for a whole range is documented, though the type names arrays only.
  if (block.formats !== undefined) range.numberFormat = block.formats as unknown as string[][];
  range.values = block.values as unknown as string[][];
}

function rangeOf(sheet: Excel.Worksheet, block: WriteBlock): Excel.Range {
  return sheet.getRange(areaAddress(block.firstRow, block.lastRow, block.firstColumn, block.lastColumn)).untrack();
}

interface LoadedIds {
  readonly firstRow: number;
  readonly range: Excel.Range;
}

/** Ids of all rows that a request touches, in one range, or block by block where they lie far apart. */
function loadIds(sheet: Excel.Worksheet, request: readonly WriteBlock[], column: number): readonly LoadedIds[] {
  const first = Math.min(...request.map((block) => block.firstRow));
  const last = Math.max(...request.map((block) => block.lastRow));
  const spans =
    last - first < MAX_REQUEST_CELLS
      ? [{ first, last }]
      : request.map((block) => ({ first: block.firstRow, last: block.lastRow }));
  return spans.map((span) => {
    const range = sheet.getRange(areaAddress(span.first, span.last, column, column)).untrack();
    range.load('values');
    return { firstRow: span.first, range };
  });
}

function movedRows(
  request: readonly WriteBlock[],
  ids: readonly LoadedIds[],
  former: readonly Excel.Range[],
  expected: WriteExpectation,
): Set<number> {
  const idAt = new Map<number, unknown>();
  for (const { firstRow, range } of ids) {
    range.values.forEach((line, down) => {
      idAt.set(firstRow + down, line[0]);
    });
  }
  const moved = new Set<number>();
  request.forEach((block, index) => {
    block.values.forEach((line, down) => {
      const row = block.firstRow + down;
      line.forEach((value, right) => {
        if (value === null) return;
        const isWanted =
          block.own || holds(former[index], down, right, expected.valueAt(row, block.firstColumn + right));
        if (idAt.get(row) !== expected.rowIdAt(row) || !isWanted) moved.add(row);
      });
    });
  });
  return moved;
}

/** Whether a cell held the value that was read, and not a formula that shows it. */
function holds(former: Excel.Range | undefined, down: number, right: number, wanted: unknown): boolean {
  const value = former?.values[down]?.[right];
  const formula = former?.formulas[down]?.[right];
  return value === wanted && !(typeof formula === 'string' && formula.startsWith('=') && formula !== value);
}

/** Formats first here too; contents go back as formulas, so that a formula that had come there is one again. */
async function putBack(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  request: readonly WriteBlock[],
  former: readonly Excel.Range[],
  moved: ReadonlySet<number>,
): Promise<void> {
  request.forEach((block, index) => {
    const range = former[index];
    if (!range) return;
    const only = (grid: readonly (readonly unknown[])[]) =>
      block.values.map((line, down) =>
        line.map((value, right) => (value !== null && moved.has(block.firstRow + down) ? grid[down]?.[right] : null)),
      );
    const contents = range.formulas.map((line, down) =>
      line.map((formula, right) => {
        const isFormula = typeof formula === 'string' && formula.startsWith('=');
        return isFormula
          ? formula
          : keepText(formula, block.own ? TEXT_FORMAT : String(range.numberFormat[down]?.[right]));
      }),
    );
    const back = rangeOf(sheet, block);
    if (block.formats !== undefined && !block.own) back.numberFormat = only(range.numberFormat) as string[][];
    back.formulas = only(contents) as string[][];
  });
  await context.sync();
}
