import { type RawRow, RECORD_FIELDS, type RecordKind } from '../rules/record.ts';
import type { PushReceipt } from './schemas/sending.ts';
import { isUploaded } from './uploaded-fields.ts';

/**
 * What the server signs of a receipt: every value that it states, in this order, so that none can be exchanged for another's. The
 * rows' digests are bound by `rowsHash`. Its first word keeps it apart from everything else that the key signs.
 */
export function receiptText(receipt: Omit<PushReceipt, 'signature' | 'rows'>): string {
  const { number, pushId, sendingId, at, unit, unitName, workbookId, template, campaign, counts } = receipt;
  const { queued, kept, unchanged, stays, conflict } = counts;
  return JSON.stringify([
    ...['sosach-receipt', 1, number, pushId, sendingId, at, unit, unitName, workbookId, template, campaign],
    ...[queued, kept, unchanged, stays, conflict, receipt.rowsHash, receipt.previous],
  ]);
}

/**
 * The cells of a row as they are hashed for a receipt: in the order of the record's fields, blanks left out. The digest of a row is the
 * SHA-256 of `<row id> <SHA-256 of these as JSON>`, both base64url: nobody without the workbook can try out birth dates until
 * the digest fits, for the id is random and written nowhere in the receipt.
 */
export function receiptCells(kind: RecordKind, values: RawRow): RawRow {
  const cells: { -readonly [F in keyof RawRow]: RawRow[F] } = {};
  for (const field of RECORD_FIELDS[kind]) {
    const value = values[field] ?? null;
    if (value !== null && value !== '' && isUploaded(field)) cells[field] = value;
  }
  return cells;
}
