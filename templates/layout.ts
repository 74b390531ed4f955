import type { CellValue } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import type { Message } from '../rules/messages.ts';
import type { RecordKind } from '../rules/record.ts';
import type { HeaderLabel } from './header-labels.ts';

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
  | 'province'
  | 'academicRank'
  | 'conductRank';

/** One column of a template, in the order it is written. */
export interface LayoutColumn {
  readonly id: ColumnId;
  readonly header: string;
  /**
   * Texts over the header, topmost first (`LỚP 10`, `HỌC KỲ I`). Such a column is named by its parts and is found by the
   * layout's `findStructured`, never by its header alone, which many columns share.
   */
  readonly groups?: readonly string[];
  /** Other header texts that mean the same; compared by header key, so case, tone placement and spacing do not matter. */
  readonly synonyms: readonly string[];
  /** Width in characters. */
  readonly width: number;
  readonly format: 'text' | 'integer';
  /**
   * `mandatory`: a sheet without this column cannot be checked (sheet.column-missing). `optional`: off unless asked for.
   * `elsewhere`: known from other people's sheets, never written by us.
   */
  readonly presence: 'mandatory' | 'usual' | 'optional' | 'elsewhere';
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
  /**
   * Finds the columns with `groups`, by what the texts over each say together.
   * @param above the rows over the header: title lines
   * @param taken columns that have another meaning
   */
  readonly findStructured?: (
    labels: readonly HeaderLabel[],
    above: readonly (readonly CellValue[])[],
    taken: ReadonlySet<number>,
  ) => ReadonlyMap<FieldId, number>;
}

/** The column stands in workbooks that we write. @param asked optional columns that are wanted */
export function isWritten({ id, presence }: LayoutColumn, asked?: ReadonlySet<ColumnId>): boolean {
  return presence === 'mandatory' || presence === 'usual' || (presence === 'optional' && asked?.has(id) === true);
}

/** Rows of group texts over the headers. */
export function groupRows(layout: Layout): number {
  return Math.max(0, ...layout.columns.filter((column) => isWritten(column)).map(({ groups = [] }) => groups.length));
}

/** A column as people name it: `LỚP 10 › HỌC KỲ I › Toán`. */
export function columnTitle({ header, groups = [] }: LayoutColumn): string {
  return [...groups, header].join(' › ');
}
