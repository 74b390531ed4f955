import { z } from 'zod';
import { FIELDS } from '../../rules/field.ts';
import { RECORD_KINDS } from '../../rules/record.ts';
import { CELL_MAX_CHARS, PUSH_MAX_ROWS } from '../push-limits.ts';
import { UPLOADED_FIELDS } from '../uploaded-fields.ts';

const WireDate = z.strictObject({
  kind: z.literal('date'),
  year: z.number().int().min(1).max(9999),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
});
const WireError = z.strictObject({ kind: z.literal('error'), code: z.string().max(20) });

/** A cell as `rules/cell.ts` has it: the server judges exactly what the pane judged. */
export const WireCell = z.union([
  z.string().max(CELL_MAX_CHARS),
  z.number(),
  z.boolean(),
  z.null(),
  WireDate,
  WireError,
]);

export const RowId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** Rows as arrays under one column header: 1.6× cheaper to parse than objects, and a third smaller. */
export const PushRequest = z.strictObject({
  workbook: z.strictObject({
    template: z.enum(RECORD_KINDS),
    version: z.number().int().min(1),
    /** Unit code the workbook was made for; must be the account's own or below it. */
    unit: z.string().min(1).max(40),
    campaign: z.string().max(60),
    workbookId: z.string().min(1).max(60),
    /** First calendar year of the school year that results are about. Default: that of the day of the push. */
    schoolYear: z.number().int().min(2000).max(2099).optional(),
    /** The rest of a signed identity, as it stands in the workbook: without it nothing of the identity can be judged. */
    unitName: z.string().max(300).optional(),
    issuedAt: z.string().max(40).optional(),
    signature: z.string().max(200).optional(),
  }),
  columns: z.array(z.enum(UPLOADED_FIELDS)).min(1).max(FIELDS.length),
  rows: z
    .array(z.strictObject({ rowId: RowId, cells: z.array(WireCell).max(FIELDS.length) }))
    .min(1)
    .max(PUSH_MAX_ROWS),
});
export type PushRequest = z.infer<typeof PushRequest>;

/**
 * `queued`: kept and will be asked · `kept`: kept, not asked (why: `unverifiable` / `not-applicable`; null: what is asked did not change, its verdict stands) · `unchanged`: as it
 * was, its verdict stands · `stays`: not kept, the row must be mended first.
 */
export const PUSH_RESULTS = ['queued', 'kept', 'unchanged', 'stays'] as const;

export const PushAnswer = z.object({
  pushId: z.string(),
  /** Version of the template on the server: above the workbook's own, the workbook is outdated (its rows are taken all the same). */
  currentVersion: z.number().int().optional(),
  rows: z.array(
    z.object({
      rowId: z.string(),
      /** null for a row that stays. */
      recordId: z.string().nullable(),
      result: z.enum(PUSH_RESULTS),
      why: z.enum(['unverifiable', 'not-applicable']).nullable(),
      /** The record is kept though some field is wrong or missing: chưa đủ. */
      incomplete: z.boolean(),
      /** Codes of the server's own findings at error severity, so that a pane with older rules learns of new ones. */
      errors: z.array(z.string()),
    }),
  ),
});
export type PushAnswer = z.infer<typeof PushAnswer>;
