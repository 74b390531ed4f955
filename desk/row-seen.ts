import { isUploaded } from '../contract/uploaded-fields.ts';
import type { CellValue } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import type { RawRow } from '../rules/record.ts';
import { textHash } from '../rules/text/text-hash.ts';

/**
 * Which state of the server's record this copy of the sheet has seen. It stands in the marks cell behind the row's fingerprint, so
 * it sorts, moves and is cut and pasted with its row; and a copied row, whose fingerprint is its original's, has seen nothing.
 */
export interface SeenRow {
  readonly revision: number;
  /** `rowContent` of what was acknowledged, while the row still reads so; null once it was edited. */
  readonly content: string | null;
}

const FORM = /^(\d{1,15})(?:\.(\d{1,20}))?$/;

/** Digits and a point only: whatever stands where the conditional formats look must be no mark. */
export function formatSeen({ revision, content }: SeenRow): string {
  return content === null ? String(revision) : `${revision}.${content}`;
}

export function findSeen(text: string | undefined): SeenRow | null {
  const [, revision, content] = FORM.exec(text ?? '') ?? [];
  return revision === undefined ? null : { revision: Number(revision), content: content ?? null };
}

/** The same digits for rows that upload the same cells, in whatever order their columns stand. */
export function rowContent(values: RawRow): string {
  const cells: CellValue[] = [];
  // By the row's own few fields: there are hundreds in all, and every row of a large sheet comes here.
  for (const field of (Object.keys(values) as FieldId[]).sort()) {
    const value = values[field] ?? null;
    if (value !== null && value !== '' && isUploaded(field)) cells.push(field, value);
  }
  return BigInt(`0x${textHash(JSON.stringify(cells))}`).toString();
}
