import { z } from 'zod';
import { FIELDS } from '../../rules/field.ts';
import { LOOP_STEPS } from '../loop/loop-state.ts';
import { COMPARED_FIELDS, FLAGS, OUTCOMES, TRANSPORTS } from '../verdict.ts';
import { HeldSheet } from './hold.ts';

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

/** One round in short: what a line in the sheet says of it. */
export const RoundSummary = z.object({
  round: z.number().int(),
  /** When and by whom the question was put: an instant (ISO 8601), and an account's name; null for the program itself. */
  at: z.string(),
  by: z.string().nullable(),
  /** What had changed in the row since the round before. */
  changed: z.array(z.enum(FIELDS)),
  outcome: z.enum(OUTCOMES).nullable(),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

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
  /** How far people have brought the row in this round (the state follows by `loopState`). */
  step: z.enum(LOOP_STEPS).nullable(),
  /** When the answer ceases to count and the row is asked again by itself; null: never, or nothing was answered. */
  expiresAt: z.string().nullable(),
  /** The newest rounds, oldest first; blank until there is a second one. */
  rounds: z.array(RoundSummary),
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
  /** Why the workbook asked about is not asked about any further; null while it is, and where no one workbook was named. */
  held: HeldSheet.nullable(),
});
export type StatusPage = z.infer<typeof StatusPage>;
