import { compactHeader } from './header-index.ts';
import type { HeaderLabel } from './header-labels.ts';
import type { Layout } from './layout.ts';
import { isSecret, type RecognisedColumns } from './recognise-columns.ts';
import { type HeaderProblem, MARKS_HEADER, ROW_ID_HEADER } from './sheet-match.ts';

/** What is missing, doubled, unknown or secret among the columns of a header. */
export function headerProblems(
  layout: Layout,
  labels: readonly HeaderLabel[],
  { columns, parts }: RecognisedColumns,
): readonly HeaderProblem[] {
  const problems: HeaderProblem[] = [];
  for (const column of layout.columns) {
    const present = [column.id, ...(column.replaceableBy ?? [])].some((id) => columns.has(id));
    if (column.presence === 'mandatory' && !present) {
      problems.push({ code: 'sheet.column-missing', column: null, field: column.id, header: column.header });
    }
  }
  const ours = new Set([...columns.values(), ...[...parts.values()].flat().map((part) => part.column)]);
  const taken = new Map([...columns].map(([id, column]) => [fullKey(labels[column]!), id]));
  labels.forEach((label, column) => {
    if (label.own === '' || ours.has(column)) return;
    const header = label.own;
    if ([ROW_ID_HEADER, MARKS_HEADER].includes(header)) return;
    const twin = taken.get(fullKey(label));
    if (isSecret(label)) problems.push({ code: 'sheet.secret-column', column, field: null, header });
    else if (twin) problems.push({ code: 'sheet.column-duplicate', column, field: twin, header });
    else problems.push({ code: 'sheet.column-unknown', column, field: null, header });
  });
  return problems;
}

/** Two columns are alike when their groups are too: `Tỉnh` under `Quê quán` is no second `Tỉnh` under `Thường trú`. */
function fullKey(label: HeaderLabel): string {
  return [label.own, ...label.groups].map(compactHeader).join('\n');
}
