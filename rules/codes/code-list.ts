import { placeKey } from '../text/place-key.ts';

/** A closed list of labels. The sector database takes the exact label; everything else is rejected there. */
export interface CodeList {
  /** In the order of the dropdown. */
  readonly labels: readonly string[];
  /** True for an exact label. */
  has(text: string): boolean;
  /** The label a text means: by key (case, tone placement, hyphens and spaces do not matter) or by a known variant. */
  find(text: string): string | undefined;
}

/** Builds a list from labels with their variants. A variant that two labels claim is a mistake in the table and throws. */
export function codeList(
  entries: readonly { readonly label: string; readonly variants: readonly string[] }[],
): CodeList {
  const labels = entries.map((entry) => entry.label);
  const exact = new Set(labels);
  const byKey = new Map<string, string>();
  for (const { label, variants } of entries) {
    for (const text of [label, ...variants]) {
      const key = placeKey(text);
      const other = byKey.get(key);
      if (other !== undefined && other !== label)
        throw new Error(`code list: "${text}" means both ${other} and ${label}`);
      byKey.set(key, label);
    }
  }
  return {
    labels,
    has: (text) => exact.has(text),
    find: (text) => byKey.get(placeKey(text)),
  };
}
