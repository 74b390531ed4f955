import type { FieldId } from '../rules/field.ts';
import type { RecordKind } from '../rules/record.ts';
import { columnTitle, type LayoutColumn } from '../templates/layout.ts';
import { LAYOUTS } from '../templates/layouts.ts';

export interface OptionalColumn {
  readonly field: FieldId;
  /** As the column is headed in the workbook: always Vietnamese. */
  readonly header: string;
}

/** Columns of a template that a campaign may ask for. Our own result columns are never among them. */
export function optionalColumns(kind: RecordKind): readonly OptionalColumn[] {
  const columns: readonly LayoutColumn[] = LAYOUTS[kind].columns;
  return columns
    .filter(({ presence }) => presence === 'optional')
    .map((column) => ({ field: column.id as FieldId, header: columnTitle(column) }));
}
