import type { HeaderSynonyms } from '../templates/header-synonyms.ts';
import { DeskError } from './desk-error.ts';
import { type OpenedSheet, openSheet } from './open-sheet.ts';
import type { OpenReport } from './reports.ts';
import { SheetError } from './sheet-error.ts';
import type { SheetEdit, SheetPort } from './sheet-port.ts';

/** The sheet the desk works on: opened, bound when first needed, bound anew when its header moved. */
export class DeskSheet {
  readonly port: SheetPort;
  #synonyms: HeaderSynonyms = {};
  #bound: OpenedSheet | null = null;
  readonly #listeners = new Set<(edit: SheetEdit) => void>();
  #watched: { readonly sheetName: string; readonly stop: () => Promise<void> } | null = null;

  constructor(port: SheetPort) {
    this.port = port;
  }

  get synonyms(): HeaderSynonyms {
    return this.#synonyms;
  }

  /** What the school's own headers mean, from the next time a sheet is recognised on. */
  setSynonyms(synonyms: HeaderSynonyms): void {
    this.#synonyms = synonyms;
  }

  /** Recognises the sheet in front. Nothing is bound yet. */
  async open(): Promise<OpenReport> {
    const { report } = await openSheet(this.port, { synonyms: this.#synonyms });
    this.#bound = null;
    return report;
  }

  /** Recognises the sheet in front as it is now, and binds it. */
  async bind(): Promise<OpenedSheet> {
    const { opened } = await openSheet(this.port, { synonyms: this.#synonyms });
    if (!opened) throw new DeskError('not-recognised');
    await this.port.bind(opened.layout, opened.match);
    this.#bound = opened;
    await this.#watch(opened.sheetName);
    return opened;
  }

  /**
   * Does a step on the bound sheet. When its header moved since, the sheet is recognised anew and the step done once more:
   * a step that answers `not-bound` has neither read nor written.
   */
  async step<T>(work: (port: SheetPort, sheet: OpenedSheet) => Promise<T>): Promise<T> {
    const before = this.#bound ?? (await this.bind());
    try {
      return await work(this.port, before);
    } catch (error) {
      if (!(error instanceof SheetError) || error.code !== 'not-bound') throw error;
    }
    const after = await this.bind();
    // Another sheet came to the front: what was asked for one sheet must not be done to another.
    if (after.sheetName !== before.sheetName) throw new SheetError('sheet-gone');
    return work(this.port, after);
  }

  /** Calls back after edits in the bound sheet: from now on, or from when one is bound. Returns how to stop. */
  async watch(listener: (edit: SheetEdit) => void): Promise<() => Promise<void>> {
    this.#listeners.add(listener);
    if (this.#bound) await this.#watch(this.#bound.sheetName);
    return async () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) await this.#unwatch();
    };
  }

  async #unwatch(): Promise<void> {
    const watched = this.#watched;
    this.#watched = null;
    await watched?.stop();
  }

  async #watch(sheetName: string): Promise<void> {
    if (this.#listeners.size === 0 || this.#watched?.sheetName === sheetName) return;
    await this.#unwatch();
    const stop = await this.port.watch((edit) => {
      for (const listener of [...this.#listeners]) listener(edit);
    });
    this.#watched = { sheetName, stop };
  }
}
