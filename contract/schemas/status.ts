import { z } from 'zod';
import { COMPARED_FIELDS, FLAGS, OUTCOMES, TRANSPORTS } from '../verdict.ts';

export const StatusQuery = z.object({
  /** Opaque; absent for everything. */
  since: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  /** Only rows of this workbook. */
  workbookId: z.string().max(60).optional(),
  /** A unit below the account's; default: the account's own. */
  unit: z.string().max(40).optional(),
});
export type StatusQuery = z.infer<typeof StatusQuery>;

export const RowStatus = z.object({
  rowId: z.string(),
  recordId: z.string(),
  /** `answered` without an outcome: a row that is kept and not asked; nothing is under way, and `why` says the reason. */
  transport: z.enum(TRANSPORTS),
  outcome: z.enum(OUTCOMES).nullable(),
  compared: z.array(z.enum(COMPARED_FIELDS)),
  flags: z.array(z.enum(FLAGS)),
  /** ISO 8601 instants. */
  askedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  round: z.number().int(),
  /** Why a kept row is not asked. */
  why: z.enum(['unverifiable', 'not-applicable']).nullable(),
  incomplete: z.boolean(),
  /** Hash of the identity fields the verdict speaks of, so that an edit in the sheet voids it at once. */
  claimHash: z.string(),
});
export type RowStatus = z.infer<typeof RowStatus>;

export const StatusPage = z.object({
  items: z.array(RowStatus),
  /** Give it as `since` next time. */
  cursor: z.string(),
  /** More is ready right now. */
  more: z.boolean(),
  /** Rows of the scope still queued or sent, and an honest guess of the seconds they need at the granted rate. */
  waiting: z.number().int(),
  etaSeconds: z.number().int().nullable(),
});
export type StatusPage = z.infer<typeof StatusPage>;
