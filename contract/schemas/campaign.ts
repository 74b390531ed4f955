import { z } from 'zod';
import { FIELDS } from '../../rules/field.ts';
import { findPlainDate } from '../../rules/plain-date.ts';
import { RECORD_KINDS } from '../../rules/record.ts';

const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'not a calendar day (YYYY-MM-DD)');
const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** See `contract/deadline.ts`. */
export const DeadlineSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('before-hour'), day: Day, time: Time }),
  z.strictObject({ form: z.literal('before-day'), day: Day }),
  z.strictObject({ form: z.literal('within-day'), day: Day }),
]);

/** Stands in workbooks, file names and addresses. */
export const CampaignId = z.string().regex(/^[0-9a-z-]{1,40}$/);

/** One duty of a campaign with a deadline of its own: circular 1246 has two (pupils' numbers; results of grades 10–12). */
export const CampaignPart = z.strictObject({
  partId: z.string().regex(/^[0-9a-z-]{1,20}$/),
  name: z.string().trim().min(1).max(120),
  kind: z.enum(RECORD_KINDS),
  /** The columns that the workbook gets; null: the template's usual ones. */
  fields: z.array(z.enum(FIELDS)).min(1).max(FIELDS.length).nullable(),
  /** Grades it asks of; null: all of the school's. */
  grades: z.array(z.number().int().min(1).max(12)).min(1).max(12).nullable(),
  deadline: DeadlineSchema,
});
export type CampaignPart = z.infer<typeof CampaignPart>;

/** What an officer fills in. */
export const CampaignDraft = z.strictObject({
  name: z.string().trim().min(1).max(160),
  /** The circular that asks for it, e.g. `1246/BGDĐT-CNTT ngày 24/3/2023`. */
  circular: z.string().trim().max(160),
  /** First calendar year of the school year. */
  schoolYear: z.number().int().min(2000).max(2100),
  /** For the clerks; shown in the workbook and in the pane. */
  instructions: z.string().trim().max(2000),
  parts: z
    .array(CampaignPart)
    .min(1)
    .max(6)
    .refine((parts) => new Set(parts.map((part) => part.partId)).size === parts.length, 'two parts of one id'),
  /** Units that take part; null: every school at or below the officer's unit that is in operation. */
  units: z.array(z.string().min(1).max(40)).min(1).max(5000).nullable(),
});
export type CampaignDraft = z.infer<typeof CampaignDraft>;

export const Campaign = CampaignDraft.omit({ units: true }).extend({
  campaignId: CampaignId,
  /** The officer's unit at the time. */
  owner: z.string(),
  unitCount: z.number().int(),
  createdAt: z.string(),
});
export type Campaign = z.infer<typeof Campaign>;
