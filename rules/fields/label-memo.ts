import type { CodeList } from '../codes/code-list.ts';
import { findLegacyText } from '../text/legacy-font.ts';

/** How one text stands to a list. */
export interface LabelReading {
  /** The label it is or means; undefined when it means none. */
  readonly label: string | undefined;
  /** It is that label, letter for letter. */
  readonly exact: boolean;
}

/** Reads each distinct text of a column once: a column holds a handful of them, and a sheet thousands of rows. */
export class LabelMemo {
  readonly #list: CodeList;
  readonly #readings = new Map<string, LabelReading>();

  constructor(list: CodeList) {
    this.#list = list;
  }

  read(text: string): LabelReading {
    const known = this.#readings.get(text);
    if (known) return known;
    const reading = readLabel(this.#list, text);
    this.#readings.set(text, reading);
    return reading;
  }
}

/** The label a text is or means, legacy fonts included (`N÷` is *Nữ*). */
export function readLabel(list: CodeList, text: string): LabelReading {
  if (list.has(text)) return { label: text, exact: true };
  const legacy = findLegacyText(text);
  return { label: list.find(text) ?? (legacy === undefined ? undefined : list.find(legacy)), exact: false };
}
