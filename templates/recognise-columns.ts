import { headerKey } from '../rules/text/header-key.ts';
import { type FieldPart, findSplitField, type SplitField } from './field-parts.ts';
import { findColumn, type HeaderHit, isForeignContext } from './header-index.ts';
import type { HeaderLabel } from './header-labels.ts';
import { findParts } from './header-parts.ts';
import type { FindSynonym } from './header-synonyms.ts';
import type { ColumnId, Layout } from './layout.ts';

/** What the labels of a header mean in a layout. */
export interface RecognisedColumns {
  /** 0-based column of each; of a field in several columns the first of its parts. */
  readonly columns: ReadonlyMap<ColumnId, number>;
  readonly parts: ReadonlyMap<SplitField, readonly FieldPart[]>;
}

const SECRET_WORDS = ['mật khẩu', 'password', 'mat khau', 'matkhau', 'pass', 'passwd', 'pwd', 'mã pin', 'otp'].map(
  (word) => ` ${headerKey(word)} `,
);
/** A lone `Tên` is the whole name, unless the family name has a column of its own. */
const GIVEN_NAME = headerKey('Tên');
const GIVEN_NAME_RANK = 300;

/** The header of a column that is never read: what stands below it is nobody's business. */
export function isSecret(label: HeaderLabel): boolean {
  const key = ` ${headerKey(label.own)} `;
  return SECRET_WORDS.some((word) => key.includes(word));
}

/** For each column of the layout the best-worded header; between equally good ones the first. */
export function recogniseColumns(
  layout: Layout,
  labels: readonly HeaderLabel[],
  findSynonym: FindSynonym,
): RecognisedColumns {
  const ids = new Set(layout.columns.map((column) => column.id));
  const said = labels.map((label) => {
    const meaning = label.own === '' || isSecret(label) ? null : findSynonym(label);
    return meaning && !ids.has(findSplitField(meaning) ?? (meaning as ColumnId)) ? undefined : meaning;
  });
  const split = findParts(layout, labels, said);
  const partColumns = new Set([...split.values()].flat().map((part) => part.column));
  const winners = new Map<ColumnId, { readonly column: number; readonly rank: number }>();
  labels.forEach((label, column) => {
    const meaning = said[column];
    const hit =
      meaning === undefined
        ? findLabel(layout, label, split.has('fullName'))
        : meaning !== null && findSplitField(meaning) === undefined
          ? { id: meaning as ColumnId, rank: SAID_RANK }
          : undefined;
    if (!hit || (partColumns.has(column) && split.has(hit.id as SplitField))) return;
    const winner = winners.get(hit.id);
    if (winner === undefined || hit.rank < winner.rank) winners.set(hit.id, { column, rank: hit.rank });
  });
  const columns = new Map([...winners].map(([id, winner]) => [id, winner.column]));
  const parts = new Map<SplitField, readonly FieldPart[]>();
  // Beside a column for the whole of it, the parts are a copy.
  for (const [field, found] of split) {
    if (!ids.has(field) || columns.has(field)) continue;
    parts.set(field, found);
    columns.set(field, found[0]!.column);
  }
  return { columns, parts };
}

/** Before every wording that the layout knows: the clerk has said so. */
const SAID_RANK = -1;

function findLabel(layout: Layout, label: HeaderLabel, nameIsSplit: boolean): HeaderHit | undefined {
  for (const group of label.groups) {
    const combined = findColumn(layout, `${label.own} ${group}`) ?? findColumn(layout, `${group} ${label.own}`);
    if (combined) return combined;
  }
  if (label.groups.some(isForeignContext)) return undefined;
  if (!nameIsSplit && headerKey(label.own) === GIVEN_NAME) return { id: 'fullName', rank: GIVEN_NAME_RANK };
  return findColumn(layout, label.own);
}
