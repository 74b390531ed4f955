import type { FieldId } from '../rules/field.ts';
import type { Message } from '../rules/messages.ts';
import type { RecordKind } from '../rules/record.ts';

/** Our own three columns, written when verdicts come back. They are never read as data. */
export const RESULT_COLUMNS = ['verdict', 'reason', 'nextStep'] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

export type ColumnId = FieldId | ResultColumn;

/** Short lists that become dropdowns; the values themselves stand in `rules/codes/`. */
export type ListId =
  | 'sex'
  | 'ethnicity'
  | 'nationality'
  | 'citizenIdStatus'
  | 'studentStatus'
  | 'staffStatus'
  | 'position'
  | 'province';

/** One column of a template, in the order it is written. */
export interface LayoutColumn {
  readonly id: ColumnId;
  readonly header: string;
  /** Other header texts that mean the same; compared by header key, so case, tone placement and spacing do not matter. */
  readonly synonyms: readonly string[];
  /** Width in characters. */
  readonly width: number;
  readonly format: 'text' | 'integer';
  /** `mandatory`: a sheet without this column cannot be checked (sheet.column-missing). `optional`: off unless asked for. */
  readonly presence: 'mandatory' | 'usual' | 'optional';
  /**
   * A mandatory column is not missed where one of these stands in the sheet: CSDL ngành's own collection sheet has no name
   * column and knows its pupils by the ministry's code.
   */
  readonly replaceableBy?: readonly ColumnId[];
  /** A blank cell is an error of the rules (`….missing`): the header carries (*). */
  readonly required?: true;
  readonly list?: ListId;
  /** Shown as the header's note and, in the pane, as the column's help. */
  readonly help: Message;
}

/** How a record kind lies in a sheet. One file a template in `layouts/`. */
export interface Layout {
  readonly id: RecordKind;
  /** Raised when columns change; stands in the workbook's identity. */
  readonly version: number;
  readonly record: RecordKind;
  readonly sheetName: string;
  readonly title: Message;
  readonly columns: readonly LayoutColumn[];
  /** Columns up to and with this one stay in view while scrolling (our three result columns stand inside). */
  readonly frozenThrough: ColumnId;
}
