import { sameCell } from '../../rules/cell.ts';
import type { RawRow, RecordKind } from '../../rules/record.ts';
import { RECORD_FIELDS } from '../../rules/record.ts';
import type { FormerCells, RecordChange } from '../store/change-table.ts';
import type { StoredRecord } from '../store/record-table.ts';

/**
 * The record's cells at an earlier revision, from what each change since replaced.
 * @param changes of the record, newest first
 * @returns null when the history does not reach back so far, or the record never came to that revision
 */
export function findCellsAt(record: StoredRecord, changes: readonly RecordChange[], revision: number): RawRow | null {
  if (revision > record.revision) return null;
  const since = changes.filter((change) => change.revision > revision);
  if (since.length !== record.revision - revision) return null;
  const former: FormerCells = Object.assign({}, ...since.map(({ before }) => before));
  return inOrder(record.template, { ...record.cells, ...former });
}

/** What a change replaces: the fields that differ, with what they held. */
export function formerCells(before: RawRow, after: RawRow): Pick<RecordChange, 'fields' | 'before'> {
  const all = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof RawRow)[]);
  const fields = [...all].filter((field) => !sameCell(before[field], after[field]));
  return { fields, before: Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) };
}

/** Who changed the record last, or brought it; null where that was not kept. */
export function lastEdit(
  record: StoredRecord,
  changes: readonly RecordChange[],
): { readonly accountId: string; readonly at: number; readonly workbookId: string } | null {
  const [last] = changes;
  if (last) return last;
  const { createdBy, createdAt, workbookId } = record;
  return createdBy === null ? null : { accountId: createdBy, at: createdAt, workbookId };
}

/** In the order of the record's fields, blanks left out: equal content has equal JSON. */
function inOrder(kind: RecordKind, cells: RawRow): RawRow {
  const ordered: { -readonly [F in keyof RawRow]: RawRow[F] } = {};
  for (const field of RECORD_FIELDS[kind]) {
    const value = cells[field] ?? null;
    if (value !== null && value !== '') ordered[field] = value;
  }
  return ordered;
}
