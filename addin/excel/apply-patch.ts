import type { JournalCell, JournalEntry } from '../../desk/journal.ts';
import { decodeJournal, encodeJournalEntry } from '../../desk/journal-codec.ts';
import { type CellWrite, type PatchPlan, planPatch } from '../../desk/plan-patch.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { ApplyOptions, PatchAnswer, PatchCell, SheetPatch, StaleCell } from '../../desk/sheet-port.ts';
import { IdentitySheet } from './identity-sheet.ts';
import type { Binding, OpenSheet } from './open-sheet.ts';
import { readBound } from './read-bound.ts';
import type { CellsRead } from './read-cells.ts';
import { type WriteOutcome, writeVerified } from './verified-write.ts';
import { toBlocks, type WriteBlock } from './write-blocks.ts';

/** How often a step begins anew because rows moved under it, before it gives up and calls the rest stale. */
const MAX_PASSES = 3;

type Announce = (block: WriteBlock) => void;

/**
 * Applies one patch: reads ids, contents and formats anew, plans what still fits, writes the journal first and then the
 * cells. Where a person sorted or typed in the very moment of writing, the affected rows are put back and planned again.
 */
export async function applyPatch(
  context: Excel.RequestContext,
  binding: Binding,
  patch: SheetPatch,
  options: ApplyOptions,
  announce: Announce,
): Promise<PatchAnswer> {
  const identity = new IdentitySheet(context);
  const run = new PatchRun(patch, options);
  const journal = new JournalRow(identity);
  let undone: JournalEntry | undefined;

  for (let pass = 1; ; pass++) {
    const { open, read } = await readFor(context, binding, run.remaining);
    if (open.isProtected) throw new SheetError('sheet-protected');
    if (pass === 1) undone = await findUndone(identity, patch);
    const plan = planPatch(binding.columns, read.rows, run.remaining, {
      numberFormat: (row, column) => read.numberFormat(row, column),
      hasFormula: (row, column) => read.isFormula(row, column),
      undone,
    });
    run.planned(plan);
    if (run.cancelled) break;
    // The journal goes first: an entry without its change is taken back as stale, a change without its entry is lost.
    if (patch.journal) await journal.write(run.entry('planned'));
    const outcome = await write(context, open, binding, plan, read, run, announce);
    run.finished(plan, outcome);
    if (outcome.moved.size === 0 || pass === MAX_PASSES) break;
  }
  if (patch.journal && journal.differs(run.entry('done'))) {
    await journal.write(run.entry('done'));
    await context.sync();
  }
  return run.answer();
}

async function findUndone(identity: IdentitySheet, patch: SheetPatch): Promise<JournalEntry | undefined> {
  const undoes = patch.journal?.undoes;
  if (undoes === undefined) return undefined;
  return decodeJournal(await identity.readLog()).find((entry) => entry.id === undoes);
}

function readFor(context: Excel.RequestContext, binding: Binding, patch: SheetPatch) {
  const { fieldColumns, rowIdColumn } = binding.columns;
  const fields = new Set((patch.cells ?? []).map((cell) => cell.field));
  const written = fieldColumns.filter(([id]) => fields.has(id)).map(([, column]) => column);
  const wanted = [...fieldColumns.map(([, column]) => column), rowIdColumn];
  return readBound(context, binding, wanted, new Set(written));
}

async function write(
  context: Excel.RequestContext,
  open: OpenSheet,
  { columns }: Binding,
  plan: PatchPlan,
  read: CellsRead,
  run: PatchRun,
  announce: Announce,
): Promise<WriteOutcome> {
  const blocks = [...toBlocks(plan.cells), ...toBlocks(plan.results, true), ...toBlocks(plan.marks, true)];
  run.expect(blocks);
  return writeVerified(
    context,
    open.sheet,
    blocks,
    {
      rowIdColumn: columns.rowIdColumn,
      rowIdAt: (row) => read.raw(row, columns.rowIdColumn),
      valueAt: (row, column) => read.raw(row, column),
    },
    { cancelled: () => run.cancelled, onWritten: (cells) => run.progress(cells), announce },
  );
}

/** The journal row of one patch: begun before the cells, mended afterwards where less was done than planned. */
class JournalRow {
  readonly #identity: IdentitySheet;
  #row: number | undefined;
  #chunks = 0;
  #written: JournalEntry | null = null;

  constructor(identity: IdentitySheet) {
    this.#identity = identity;
  }

  differs(entry: JournalEntry | null): boolean {
    return (this.#written?.cells.length ?? 0) !== (entry?.cells.length ?? 0);
  }

  /** Left for the next sync, so that a small entry costs no request of its own. */
  async write(entry: JournalEntry | null): Promise<void> {
    if (entry === null && this.#written === null) return;
    this.#row ??= this.#identity.nextRow();
    const chunks = entry ? encodeJournalEntry(entry) : [];
    await this.#identity.write(this.#row, chunks, this.#chunks);
    this.#chunks = chunks.length;
    this.#written = entry;
  }
}

/** What became of each cell of a patch over one or more passes. */
class PatchRun {
  readonly #patch: SheetPatch;
  readonly #options: ApplyOptions;
  readonly #done = new Map<string, JournalCell>();
  #planned = new Map<string, JournalCell>();
  #stale: readonly StaleCell[] = [];
  #missing: readonly string[] = [];
  #unconfirmed: readonly PatchCell[] = [];
  #cells = 0;
  #total = 0;
  remaining: SheetPatch;

  constructor(patch: SheetPatch, options: ApplyOptions) {
    this.#patch = patch;
    this.#options = options;
    this.remaining = patch;
  }

  get cancelled(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  planned(plan: PatchPlan): void {
    this.#planned = new Map((plan.entry?.cells ?? plan.answer.applied).map((cell) => [keyOf(cell), cell]));
    this.#stale = [...this.#stale, ...plan.answer.stale];
    this.#missing = plan.answer.missingRows;
  }

  expect(blocks: readonly WriteBlock[]): void {
    this.#cells = 0;
    this.#total = blocks.reduce((sum, block) => sum + block.cells, 0);
  }

  progress(cells: number): void {
    this.#cells += cells;
    this.#options.onProgress?.(this.#cells, this.#total);
  }

  /** Counts as done what was sent and not put back; the rest remains for another pass. */
  finished(plan: PatchPlan, outcome: WriteOutcome): void {
    const remaining: PatchCell[] = [];
    plan.answer.applied.forEach((cell, index) => {
      const writes = plan.writesOf[index] ?? [];
      const unsent = ({ row, column }: CellWrite) => outcome.unsent.some((block) => covers(block, row, column));
      const journalled = this.#planned.get(keyOf(cell));
      // Of a field in several columns some may have gone: the journal must know of them.
      const allUnsent = writes.length > 0 && writes.every(unsent);
      if (allUnsent || writes.some((at) => outcome.moved.has(at.row))) remaining.push(cell);
      else if (journalled) this.#done.set(keyOf(cell), journalled);
    });
    this.#unconfirmed = outcome.moved.size > 0 ? remaining : [];
    this.#planned = new Map();
    this.remaining = { ...this.#patch, cells: remaining };
  }

  entry(upTo: 'planned' | 'done'): JournalEntry | null {
    const cells = [...this.#done.values(), ...(upTo === 'planned' ? this.#planned.values() : [])];
    return this.#patch.journal && cells.length > 0 ? { ...this.#patch.journal, cells } : null;
  }

  answer(): PatchAnswer {
    const applied = (this.#patch.cells ?? []).filter((cell) => this.#done.has(keyOf(cell)));
    const moving = this.#unconfirmed.map((cell) => ({ ...cell, why: 'changed' as const }));
    return { applied, stale: [...this.#stale, ...moving], missingRows: this.#missing };
  }
}

function covers(block: WriteBlock, row: number, column: number): boolean {
  return row >= block.firstRow && row <= block.lastRow && column >= block.firstColumn && column <= block.lastColumn;
}

function keyOf(cell: { readonly rowId: string; readonly field: string }): string {
  return `${cell.rowId} ${cell.field}`;
}
