import type { Rect } from './address.ts';
import { HostSheet } from './sheet.ts';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** What `worksheet.onChanged` tells. */
export interface HostChange {
  readonly sheetId: string;
  readonly changeType: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';
  readonly rect: Rect;
  readonly source: 'Local' | 'Remote';
  readonly triggerSource: 'Unknown' | 'ThisLocalAddin';
}

/** A range that the add-in keeps; it follows its cells when rows and columns come and go. */
export interface HostReference {
  readonly sheet: HostSheet;
  rect: Rect | undefined;
}

/** The emulated workbook: the truth that both test tiers look at. */
export class HostWorkbook {
  readonly sheets: HostSheet[] = [];
  readonly references = new Map<string, HostReference>();
  locale: 'vi-VN' | 'en-US' = 'vi-VN';
  activeSheet: HostSheet;
  selection = 'A1';
  readonly #listeners = new Set<(change: HostChange) => void>();
  readonly #activations = new Set<(sheet: HostSheet) => void>();
  #nextId = 1;

  constructor(...names: string[]) {
    for (const name of names.length > 0 ? names : ['Sheet1']) this.addSheet(name);
    this.activeSheet = this.sheets[0] as HostSheet;
  }

  addSheet(name: string, visibility: Visibility = 'Visible'): HostSheet {
    const sheet = new HostSheet(this, this.newId('sheet'), name, visibility);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Ids look as Excel's do: a GUID in braces for sheets and formats, `ref:` for references. */
  newId(kind: 'sheet' | 'format' | 'ref'): string {
    const number = (this.#nextId++).toString(16).padStart(8, '0');
    return kind === 'ref'
      ? `ref:${number}`
      : `{${number}-0000-0000-0000-${kind === 'sheet' ? '0'.repeat(12) : 'c'.repeat(12)}}`;
  }

  findSheet(key: string): HostSheet | undefined {
    const lower = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === lower);
  }

  getSheet(key: string): HostSheet {
    const sheet = this.findSheet(key);
    if (!sheet) throw new Error(`The emulated workbook has no sheet ${key}.`);
    return sheet;
  }

  removeSheet(sheet: HostSheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.activeSheet === sheet)
      this.activeSheet = this.sheets.find((one) => one.visibility === 'Visible') as HostSheet;
    for (const [id, reference] of this.references) if (reference.sheet === sheet) this.references.delete(id);
  }

  keep(sheet: HostSheet, rect: Rect): string {
    const id = this.newId('ref');
    this.references.set(id, { sheet, rect });
    return id;
  }

  /** Brings a sheet to the front, as a click on its tab does. */
  activate(sheet: HostSheet): void {
    if (this.activeSheet === sheet) return;
    this.activeSheet = sheet;
    for (const listener of [...this.#activations]) listener(sheet);
  }

  onActivated(listener: (sheet: HostSheet) => void): () => void {
    this.#activations.add(listener);
    return () => this.#activations.delete(listener);
  }

  listen(listener: (change: HostChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: HostChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  /** Moves kept references and everything else that lies on the sheet by position. */
  moveReferences(sheet: HostSheet, move: (rect: Rect) => Rect | undefined): void {
    for (const reference of this.references.values()) {
      if (reference.sheet === sheet && reference.rect) reference.rect = move(reference.rect);
    }
  }
}
