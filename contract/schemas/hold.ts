import { z } from 'zod';
import { SUSPECT_COLUMNS, SUSPICION_KINDS } from '../suspicion.ts';

/** A sheet that is not asked about any further, because far too many of its rows failed, until somebody has looked. */
export const HeldSheet = z.object({
  /** Rows that wait for that. */
  rows: z.number().int(),
  /** Answers so far, and how many of them did not verify their row. */
  answered: z.number().int(),
  failed: z.number().int(),
  /** Which column is suspected, and of what; null where none explains it clearly. */
  suspicion: z.object({ column: z.enum(SUSPECT_COLUMNS), kind: z.enum(SUSPICION_KINDS) }).nullable(),
});
export type HeldSheet = z.infer<typeof HeldSheet>;

export const AskOnRequest = z.strictObject({
  unit: z.string().min(1).max(40),
  workbookId: z.string().min(1).max(60),
});
export type AskOnRequest = z.infer<typeof AskOnRequest>;

export const AskOnAnswer = z.object({
  /** Rows that wait to be asked again; 0 when the sheet was not held. */
  rows: z.number().int(),
});
export type AskOnAnswer = z.infer<typeof AskOnAnswer>;
