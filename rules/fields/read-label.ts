import type { CodeList } from '../codes/code-list.ts';
import { findLegacyText } from '../text/legacy-font.ts';
import { textKey } from '../text/text-key.ts';

/** How one text stands to a list. */
export interface LabelReading {
  /** The label it is or means; undefined when it means none. */
  readonly label: string | undefined;
  /** It is that label, letter for letter. */
  readonly exact: boolean;
  /** It is that label to a reader: only capitals, spaces, the place of a tone or the composition differ. */
  readonly same: boolean;
}

/** The label a text is or means, legacy fonts included (`N÷` is *Nữ*). */
export function readLabel(list: CodeList, text: string): LabelReading {
  if (list.has(text)) return { label: text, exact: true, same: true };
  const legacy = findLegacyText(text);
  const label = list.find(text) ?? (legacy === undefined ? undefined : list.find(legacy));
  return { label, exact: false, same: label !== undefined && textKey(label) === textKey(text) };
}
