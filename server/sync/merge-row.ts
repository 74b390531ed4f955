import type { FieldDifference } from '../../contract/schemas/push.ts';
import { isUploaded } from '../../contract/uploaded-fields.ts';
import { type CellValue, sameCell } from '../../rules/cell.ts';
import { type RawRow, RECORD_FIELDS, type RecordKind } from '../../rules/record.ts';

/** Three states of one row. */
export interface MergeInput {
  /** As it was pushed. */
  readonly mine: RawRow;
  /** As the server has it now. */
  readonly theirs: RawRow;
  /** As it was when the pushing sheet last saw it; null: it never did, or that is no longer known. */
  readonly base: RawRow | null;
  /** Fields that the pushing sheet has a column for. What it cannot show it cannot have deleted. */
  readonly columns: ReadonlySet<string>;
}

export interface MergedRow {
  /** What both sides together make of it, in the order of the record's fields, blanks left out; where they clash, theirs. */
  readonly cells: RawRow;
  /** Where the server now holds something else than the sheet. */
  readonly differences: readonly FieldDifference[];
}

/**
 * Merges field by field: what one side alone changed holds, and what both changed otherwise clashes. Without a base a blank on one side is
 * no deletion but nothing known, and two different values clash. Pure.
 */
export function mergeRow(kind: RecordKind, { mine, theirs, base, columns }: MergeInput): MergedRow {
  const cells: { -readonly [F in keyof RawRow]: RawRow[F] } = {};
  const differences: FieldDifference[] = [];
  const keep = (field: keyof RawRow, value: CellValue) => {
    if (!isEmpty(value)) cells[field] = value;
  };
  for (const field of RECORD_FIELDS[kind]) {
    if (!isUploaded(field)) continue;
    const now = theirs[field] ?? null;
    if (!columns.has(field)) {
      keep(field, now);
      continue;
    }
    const own = mine[field] ?? null;
    const side = winner(own, now, base === null ? undefined : (base[field] ?? null));
    keep(field, side === 'mine' ? own : now);
    if (side === 'mine') continue;
    const origin = base ? { base: base[field] ?? null } : {};
    differences.push({ field, mine: own, theirs: now, ...origin, clash: side === 'clash' } as FieldDifference);
  }
  return { cells, differences };
}

function winner(mine: CellValue, theirs: CellValue, base: CellValue | undefined): 'mine' | 'theirs' | 'clash' {
  if (sameCell(mine, theirs)) return 'mine';
  if (base === undefined) return isEmpty(mine) ? 'theirs' : isEmpty(theirs) ? 'mine' : 'clash';
  if (sameCell(theirs, base)) return 'mine';
  return sameCell(mine, base) ? 'theirs' : 'clash';
}

function isEmpty(value: CellValue): boolean {
  return value === null || value === '';
}
