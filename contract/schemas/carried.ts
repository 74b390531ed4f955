import { z } from 'zod';
import { COLLECTION_FORMS } from '../../templates/csdl/collection-columns.ts';
import { LINE_REASON_CODES, type LineReason } from '../carried-list.ts';

const CarriedUnit = z.string().min(1).max(40);

export const CarriedQuery = z.object({
  /** A unit at or below the account's; default: the account's own. */
  unit: CarriedUnit.optional(),
});
export type CarriedQuery = z.infer<typeof CarriedQuery>;

export const HandInQuery = z.object({
  unit: CarriedUnit.optional(),
  /** Pupils and staff are handed in at different places there. */
  form: z.enum(COLLECTION_FORMS).default('pupil'),
});
export type HandInQuery = z.infer<typeof HandInQuery>;

/** Where a unit stands with the questions that a person carries to the service. Counts of rows, never rows. */
export const CarriedState = z.object({
  /** The service that is asked by hand; null: this server asks by itself, or nobody. */
  by: z.enum(['csdl']).nullable(),
  forms: z.array(
    z.object({
      form: z.enum(COLLECTION_FORMS),
      /** Rows that wait to be handed in. */
      waiting: z.number().int(),
      /** Rows that were handed in and have no answer yet. */
      handedIn: z.number().int(),
      /** Rows among them that cannot be handed in: they lack the code that the service knows people by. */
      withoutCode: z.number().int(),
    }),
  ),
});
export type CarriedState = z.infer<typeof CarriedState>;

/** Lines named beyond this number help nobody; the counts tell of all. */
export const NAMED_LINES = 500;

/** What became of a result list. Lines are named by their place in the file, never by what they say. */
export const TakenAnswers = z.object({
  /** Lines that speak of somebody. */
  lines: z.number().int(),
  /** Rows that got their answer from this list. */
  applied: z.number().int(),
  /** Rows that had this answer already: the list was read before. */
  known: z.number().int(),
  /** Lines that say once more what another one said. */
  repeated: z.number().int(),
  /** Lines that have no result yet. */
  waiting: z.number().int(),
  /** How many lines were not applied for each reason; a reason that no line has is left out. */
  notApplied: z.partialRecord(z.enum(LINE_REASON_CODES as [LineReason, ...LineReason[]]), z.number().int()),
  /** The first of those lines: 1-based sheet of the file, row as in Excel. */
  places: z.array(
    z.object({
      sheet: z.number().int(),
      row: z.number().int(),
      reason: z.enum(LINE_REASON_CODES as [LineReason, ...LineReason[]]),
    }),
  ),
});
export type TakenAnswers = z.infer<typeof TakenAnswers>;
