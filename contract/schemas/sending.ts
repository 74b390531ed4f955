import { z } from 'zod';
import { RECORD_KINDS } from '../../rules/record.ts';
import { RowId } from './push.ts';

/** What became of the rows of a push, by number; never a row. */
export const PushCounts = z.object({
  queued: z.number().int(),
  kept: z.number().int(),
  unchanged: z.number().int(),
  stays: z.number().int(),
  conflict: z.number().int(),
});
export type PushCounts = z.infer<typeof PushCounts>;

export const SendingQuery = z.object({
  workbookId: z.string().min(1).max(60),
  /** A unit below the account's; default: the account's own. */
  unit: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type SendingQuery = z.infer<typeof SendingQuery>;

export const SendingPath = z.object({ sendingId: RowId });
export const SendingUnit = z.object({ unit: z.string().max(40).optional() });

/** One sending of a clerk: a push, or several that were cut from one sheet. */
export const Sending = z.object({
  sendingId: z.string(),
  /** ISO 8601 instants: the first and the last of its pushes. */
  at: z.string(),
  endedAt: z.string(),
  /** Display name of who sent it; null when the account is gone. */
  by: z.string().nullable(),
  pushes: z.number().int(),
  counts: PushCounts,
  /** Until when it can be taken back. */
  undoUntil: z.string(),
  undoneAt: z.string().nullable(),
});
export type Sending = z.infer<typeof Sending>;

/** Newest first. */
export const SendingPage = z.object({ items: z.array(Sending), now: z.string() });
export type SendingPage = z.infer<typeof SendingPage>;

/**
 * `removed`: the sending had brought the record, and it is gone · `restored`: the record holds again what it held before ·
 * `changed-since`: somebody sent it again later, so it was left as it is.
 */
export const UNDO_RESULTS = ['removed', 'restored', 'changed-since'] as const;

export const UndoAnswer = z.object({
  sendingId: z.string(),
  at: z.string(),
  /** Every row that the sending had changed. */
  rows: z.array(
    z.object({
      rowId: z.string(),
      result: z.enum(UNDO_RESULTS),
      /** The record's revision from now on; null: there is none any more. */
      revision: z.number().int().nullable(),
    }),
  ),
});
export type UndoAnswer = z.infer<typeof UndoAnswer>;

/** What the server signs of one push: enough to prove what was received when, and no cell of anybody. */
export const PushReceipt = z.object({
  /** Counts the unit's receipts, from 1 without a gap. */
  number: z.number().int().min(1),
  pushId: z.string(),
  sendingId: z.string(),
  at: z.string(),
  unit: z.string(),
  unitName: z.string(),
  workbookId: z.string(),
  template: z.enum(RECORD_KINDS),
  campaign: z.string(),
  counts: PushCounts,
  /** SHA-256 (base64url) over `rows` as they stand, one after the other. */
  rowsHash: z.string(),
  /** SHA-256 of the unit's receipt before this one; null for its first. */
  previous: z.string().nullable(),
  /** `s1.<key id>.<signature>` over `receiptText`. */
  signature: z.string(),
  /** SHA-256 (base64url) of each row that was received whole (`receiptCells`), sorted: they tell nothing without the row. */
  rows: z.array(z.string()),
});
export type PushReceipt = z.infer<typeof PushReceipt>;

/** The file that a school keeps. */
export const ReceiptFile = z.object({
  sosach: z.literal('receipt'),
  v: z.literal(1),
  receipts: z.array(PushReceipt).min(1),
});
export type ReceiptFile = z.infer<typeof ReceiptFile>;
