import type { Account } from '../contract/schemas/session.ts';
import type { Language, Message } from '../rules/messages.ts';

/** What the page beside the pane shows. */
export interface WorkbenchState {
  readonly language: Language;
  readonly tryOut: boolean;
  readonly account: Account | null;
  readonly workbook: ShownWorkbook | null;
  /** The selected cell, as the line above the grid says it. */
  readonly cell: ShownCell | null;
  readonly busy: Message | null;
  /** The last thing that went wrong or was done, in words. */
  readonly notice: {
    readonly kind: 'problem' | 'done';
    readonly message: Message;
    readonly nextStep: Message | null;
  } | null;
  /** Asked before changes are lost; `go` loses them. */
  readonly leaving: { readonly go: () => void } | null;
}

export interface ShownCell {
  /** As Excel names it, e.g. `D12`. */
  readonly address: string;
  readonly text: string;
  readonly mark: { readonly symbol: string; readonly words: string } | null;
}

export interface ShownWorkbook {
  readonly name: string;
  /** Made by Sổ Sạch, so it may be written. */
  readonly ours: boolean;
  /** As in `OpenedWorkbook`. */
  readonly convertedFrom: string | null;
  readonly changed: boolean;
  readonly sheets: readonly string[];
  readonly activeSheet: string;
}

/** The page's one state. */
export class WorkbenchStore {
  #state: WorkbenchState;
  readonly #onChange: () => void;

  constructor(state: Pick<WorkbenchState, 'language' | 'tryOut'>, onChange: () => void) {
    this.#state = { ...state, account: null, workbook: null, cell: null, busy: null, notice: null, leaving: null };
    this.#onChange = onChange;
  }

  get state(): WorkbenchState {
    return this.#state;
  }

  change(part: Partial<WorkbenchState>): void {
    this.#state = { ...this.#state, ...part };
    this.#onChange();
  }

  changeWorkbook(part: Partial<ShownWorkbook>): void {
    const { workbook } = this.#state;
    if (workbook) this.change({ workbook: { ...workbook, ...part } });
  }
}
