import type { CellValue } from '../rules/cell.ts';
import type { HeaderLabel } from './header-labels.ts';
import type { FindSynonym } from './header-synonyms.ts';
import type { Layout } from './layout.ts';
import type { RecognisedColumns } from './recognise-columns.ts';

/**
 * The columns that a layout finds by the parts of their headers (grade, term, subject), beside those it knows by a wording.
 * Without any of them the sheet is none of this layout's: who the rows are is what all templates share.
 */
export function withStructuredColumns(
  layout: Layout,
  found: RecognisedColumns,
  labels: readonly HeaderLabel[],
  above: readonly (readonly CellValue[])[],
  findSynonym: FindSynonym,
): RecognisedColumns | undefined {
  if (!layout.findStructured) return found;
  const parts = [...found.parts.values()].flat().map((part) => part.column);
  // What the school says to be none of ours has another meaning, too.
  const refused = labels.flatMap((label, column) => (label.own !== '' && findSynonym(label) === null ? [column] : []));
  const structured = layout.findStructured(labels, above, new Set([...found.columns.values(), ...parts, ...refused]));
  if (structured.size === 0) return undefined;
  const columns = [...found.columns, ...structured].sort(([, a], [, b]) => a - b);
  return { columns: new Map(columns), parts: found.parts };
}
