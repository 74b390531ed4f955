import type { SheetEdit } from '../../desk/sheet-port.ts';
import type { TouchedArea } from './a1-address.ts';
import type { ExcelValue } from './excel-values.ts';

/** Runs a task a little later; the port is given the page's timer. */
export type Later = (task: () => void) => void;

/** A person types, pastes and fills in bursts: one call for what comes within this time. */
export const BURST_MS = 120;

type Written = readonly (readonly (ExcelValue | null)[])[];

/**
 * Tells our own writes from a person's. Excel says who caused an event from ExcelApi 1.14 on; before that the values found
 * at the address are compared with those just written there. A flag that mutes events while writing would also swallow what
 * a person types in that moment.
 */
export class OwnWrites {
  readonly #byAddress = new Map<string, Written>();

  add(address: string, values: Written): void {
    this.#byAddress.set(address, values);
  }

  has(address: string): boolean {
    return this.#byAddress.has(address);
  }

  /** Whether what stands there now is what we wrote; each write is recognised once. */
  take(address: string, found: readonly (readonly unknown[])[]): boolean {
    const written = this.#byAddress.get(address);
    this.#byAddress.delete(address);
    if (!written) return false;
    return written.every((line, row) =>
      line.every((value, column) => value === null || sameText(value, found[row]?.[column])),
    );
  }
}

/** Excel drops the apostrophe that keeps text as text. */
function sameText(written: ExcelValue, found: unknown): boolean {
  return written === found || (typeof written === 'string' && written.startsWith("'") && written.slice(1) === found);
}

/** Puts a burst of edits together and hands them on, local and remote ones apart. */
export class EditBursts {
  readonly #onEdit: (edit: SheetEdit) => void;
  readonly #later: Later;
  readonly #open = new Map<SheetEdit['source'], { firstRow: number; lastRow: number }>();
  #waiting = false;
  #stopped = false;

  constructor(onEdit: (edit: SheetEdit) => void, later: Later) {
    this.#onEdit = onEdit;
    this.#later = later;
  }

  add(rows: Pick<TouchedArea, 'firstRow' | 'lastRow'>, source: SheetEdit['source']): void {
    const open = this.#open.get(source);
    this.#open.set(source, {
      firstRow: Math.min(open?.firstRow ?? rows.firstRow, rows.firstRow),
      lastRow: Math.max(open?.lastRow ?? rows.lastRow, rows.lastRow),
    });
    if (this.#waiting) return;
    this.#waiting = true;
    this.#later(() => {
      this.#waiting = false;
      const edits = [...this.#open].map(([from, at]) => ({ ...at, source: from }));
      this.#open.clear();
      if (!this.#stopped) for (const edit of edits) this.#onEdit(edit);
    });
  }

  stop(): void {
    this.#stopped = true;
  }
}
