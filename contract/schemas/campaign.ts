import { z } from 'zod';
import { FIELDS } from '../../rules/field.ts';
import { findPlainDate } from '../../rules/plain-date.ts';
import { RECORD_KINDS } from '../../rules/record.ts';

const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'not a calendar day (YYYY-MM-DD)');
const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** See `contract/deadline.ts`. */
const DeadlineSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('before-hour'), day: Day, time: Time }),
  z.strictObject({ form: z.literal('before-day'), day: Day }),
  z.strictObject({ form: z.literal('within-day'), day: Day }),
]);

/** One duty of a campaign with a deadline of its own: circular 1246 has two (pupils' numbers; results of grades 10–12). */
export const CampaignPart = z.strictObject({
  partId: z.string().regex(/^[0-9a-z-]{1,20}$/),
  name: z.string().trim().min(1).max(120),
  kind: z.enum(RECORD_KINDS),
  /** Columns of the template that are off unless a campaign asks for them. */
  optionalFields: z.array(z.enum(FIELDS)).max(FIELDS.length),
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
  /** Codes of the units that take part; null: every school at or below the officer's unit that is in operation. */
  units: z.array(z.string().min(1).max(40)).min(1).max(5000).nullable(),
});
export type CampaignDraft = z.infer<typeof CampaignDraft>;

export const Campaign = CampaignDraft.omit({ units: true }).extend({
  /** Begins with the day it was made on, so that ids sort by age. */
  campaignId: z.string(),
  /** The unit whose officer made it. */
  owner: z.string(),
  unitCount: z.number().int(),
  /** ISO 8601 instant. */
  createdAt: z.string(),
});
export type Campaign = z.infer<typeof Campaign>;

export const CampaignPath = z.strictObject({ campaignId: z.string().regex(/^[0-9a-z-]{1,40}$/) });
export type CampaignPath = z.infer<typeof CampaignPath>;

export const PageQuery = z.object({
  /** Opaque, from the page before. */
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const CampaignPage = z.object({
  items: z.array(Campaign),
  cursor: z.string().nullable(),
  /** The server's clock, ISO 8601: deadlines are counted by it, a school's own clock may be wrong. */
  now: z.string(),
});
export type CampaignPage = z.infer<typeof CampaignPage>;

/** How far one unit has come with one record kind. Instants are ISO 8601, null: not yet. Numbers of rows, never a person's data. */
export const KindProgress = z.object({
  kind: z.enum(RECORD_KINDS),
  /** The workbook was handed out. */
  sentAt: z.string().nullable(),
  /** Someone first signed in from that workbook. */
  openedAt: z.string().nullable(),
  /** Template version of the workbook in use. */
  version: z.number().int().nullable(),
  checkedAt: z.string().nullable(),
  /** Of that check: rows with an error, and rows that cannot be sent before they are mended. */
  errorRows: z.number().int(),
  stays: z.number().int(),
  pushedAt: z.string().nullable(),
  /** Rows that the server holds of the unit, by what is known of them. */
  rows: z.number().int(),
  verified: z.number().int(),
  waiting: z.number().int(),
  notApplicable: z.number().int(),
  /** Rows whose number the police are to replace: neither verified nor at fault, listed apart. */
  awaitingNumber: z.number().int(),
});
export type KindProgress = z.infer<typeof KindProgress>;

export const UnitProgress = z.object({
  unit: z.string(),
  name: z.string(),
  kinds: z.array(KindProgress),
});
export type UnitProgress = z.infer<typeof UnitProgress>;

export const UnitProgressPage = z.object({
  items: z.array(UnitProgress),
  cursor: z.string().nullable(),
  now: z.string(),
});
export type UnitProgressPage = z.infer<typeof UnitProgressPage>;

/** What a pane says of the workbook in front: that it was opened, or how its last check came out. */
export const Receipt = z.strictObject({
  campaign: CampaignPath.shape.campaignId,
  unit: z.string().min(1).max(40),
  kind: z.enum(RECORD_KINDS),
  version: z.number().int().min(1),
  check: z
    .strictObject({ rows: z.number().int().min(0), errorRows: z.number().int().min(0), stays: z.number().int().min(0) })
    .nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

/** The key that workbooks of this server are signed with: ECDSA on P-256 over SHA-256, public half as SPKI in base64. */
export const SigningKey = z.object({ keyId: z.string(), publicKey: z.string() });
export type SigningKey = z.infer<typeof SigningKey>;

export const ZIP_MEDIA_TYPE = 'application/zip';
