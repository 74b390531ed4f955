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
const WireCell = z.union([z.string().max(CELL_MAX_CHARS), z.number(), z.boolean(), z.null(), WireDate, WireError]);

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
    .array(
      z.strictObject({
        rowId: RowId,
        /** Absent: as they were when the row was acknowledged with `base`, so that an unchanged row costs an id and a number. */
        cells: z.array(WireCell).max(FIELDS.length).optional(),
        /**
         * The revision that this copy of the sheet last had the row acknowledged with; null: never, so that whatever stands on
         * the server is somebody else's until it was seen. Absent: the copy is older than revisions; then a row that was
         * last changed from this same workbook counts as seen.
         */
        base: z.number().int().min(1).nullable().optional(),
      }),
    )
    .min(1)
    .max(PUSH_MAX_ROWS),
  /** Everything is judged and answered as if, and nothing is written. */
  dryRun: z.literal(true).optional(),
  /** What the clerk calls one sending: batches of the same id are listed, receipted and taken back together. */
  sendingId: RowId.optional(),
});
export type PushRequest = z.infer<typeof PushRequest>;

/**
 * `conflict`: somebody else changed the same field since `base`; not kept until a person has chosen · `unknown`: sent without cells,
 * and the server has no such row: send it whole · `queued`: kept and will be asked · `kept`: kept, not asked (why: `unverifiable` / `not-applicable`; null: what is asked did not change, its verdict stands) · `unchanged`: as it
 * was, its verdict stands · `stays`: not kept, the row must be mended first.
 */
export const PUSH_RESULTS = ['queued', 'kept', 'unchanged', 'stays', 'conflict', 'unknown'] as const;

/** A field that reads otherwise on the server than in the sheet that was pushed. */
export const FieldDifference = z.object({
  field: z.enum(UPLOADED_FIELDS),
  mine: WireCell,
  theirs: WireCell,
  /** What both began with; absent when the sheet never had the row acknowledged. */
  base: WireCell.optional(),
  /** Both sides changed it: a person must choose. Else the other side alone did, and the server keeps theirs. */
  clash: z.boolean(),
});
export type FieldDifference = z.infer<typeof FieldDifference>;

export const PushAnswer = z.object({
  /** null for a dry run. */
  pushId: z.string().nullable(),
  /** Version of the template on the server: above the workbook's own, the workbook is outdated (its rows are taken all the same). */
  currentVersion: z.number().int().optional(),
  /** In the order of the request. Rows that came without cells and are as they were are left out. */
  rows: z.array(
    z.object({
      rowId: z.string(),
      /** null for a row that has no record: it stays, or was only judged. */
      recordId: z.string().nullable(),
      /** Give it as `base` the next time, once every difference below stands in the sheet or was decided. */
      revision: z.number().int().nullable(),
      result: z.enum(PUSH_RESULTS),
      why: z.enum(['unverifiable', 'not-applicable']).nullable(),
      /** The record is kept though some field is wrong or missing: chưa đủ. */
      incomplete: z.boolean(),
      /** Codes of the server's own findings at error severity, so that a pane with older rules learns of new ones. */
      errors: z.array(z.string()),
      /** What somebody else changed meanwhile. Absent: nothing. */
      differences: z.array(FieldDifference).optional(),
      /** Who of the unit changed it last, and when (ISO 8601); beside `differences` only. */
      editedBy: z.string().optional(),
      editedAt: z.string().optional(),
    }),
  ),
});
export type PushAnswer = z.infer<typeof PushAnswer>;
