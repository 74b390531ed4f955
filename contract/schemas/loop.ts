import { z } from 'zod';
import { FIELDS } from '../../rules/field.ts';
import { RECORD_KINDS } from '../../rules/record.ts';
import { PERFORM_RESULTS } from '../loop/decide-action.ts';
import { PERFORMED_ACTIONS, STEP_ACTIONS } from '../loop/loop-actions.ts';
import { LOOP_STATES, LOOP_STEPS } from '../loop/loop-state.ts';
import { TRANSFER_DIRECTIONS } from '../loop/transfer.ts';
import { PUSH_MAX_ROWS } from '../push-limits.ts';
import { COMPARED_FIELDS, FLAGS, OUTCOMES } from '../verdict.ts';

const UnitCode = z.string().min(1).max(40);
const RecordId = z.string().min(1).max(60);
/** What a person types on one line: control characters would break the lists it is printed in. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}+$/u);

/**
 * What is kept of a *giấy thông báo số định danh cá nhân* (form 01): what it is, and which fields were compared with it ("đồng thời
 * rà soát các thông tin đã được nhập", circular 1118, step 3). Never a picture of it, and none of its values.
 */
export const Notice = z.strictObject({
  /** Left out: as it was recorded before in this round. */
  number: line(40).optional(),
  date: z.iso.date(),
  issuer: line(200),
  compared: z.array(z.enum(COMPARED_FIELDS)).max(COMPARED_FIELDS.length),
});
export type Notice = z.infer<typeof Notice>;

export const PerformRequest = z
  .strictObject({
    action: z.enum(PERFORMED_ACTIONS),
    /** A unit below the account's; default: the account's own. */
    unit: UnitCode.optional(),
    rows: z
      .array(
        z.strictObject({
          recordId: RecordId,
          /** The round that the person was looking at: what has been sent again since is not touched. */
          round: z.number().int().min(1),
        }),
      )
      .min(1)
      .max(PUSH_MAX_ROWS),
    notice: Notice.optional(),
  })
  .refine(
    ({ action, notice, rows }) =>
      (action === 'record-notice') === (notice !== undefined) && (!notice || rows.length === 1),
    {
      path: ['notice'],
    },
  );
export type PerformRequest = z.infer<typeof PerformRequest>;

export const PerformAnswer = z.object({
  rows: z.array(
    z.object({
      recordId: z.string(),
      result: z.enum(PERFORM_RESULTS),
      /** The row's state now; null for a row that is not found. */
      state: z.enum(LOOP_STATES).nullable(),
    }),
  ),
});
export type PerformAnswer = z.infer<typeof PerformAnswer>;

/** ISO 8601 instant, and who: an account's name as it is shown; null for the program itself. */
const done = { at: z.string(), by: z.string().nullable() };
const Changed = z.array(z.enum(FIELDS));

/** One pass through the loop: asked, answered, and what people did about it. Names of fields, never values. */
export const Round = z.object({
  round: z.number().int(),
  /** When and by whom the question was put. */
  ...done,
  /** What had changed in the sheet since the round before; blank in the first, and where the same was asked again. */
  changed: Changed,
  askedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  compared: z.array(z.enum(COMPARED_FIELDS)),
  flags: z.array(z.enum(FLAGS)),
  /** The newest notice of this round; its number is masked but for the end. */
  notice: z
    .object({
      ...done,
      number: z.string(),
      date: z.string(),
      issuer: z.string(),
      compared: z.array(z.enum(COMPARED_FIELDS)),
    })
    .nullable(),
  /** `state`: null where the step was taken back. */
  steps: z.array(
    z.object({
      ...done,
      action: z.enum(STEP_ACTIONS),
      state: z.enum(LOOP_STEPS).nullable(),
    }),
  ),
});
export type Round = z.infer<typeof Round>;

export const HistoryPath = z.object({ recordId: RecordId });
export const HistoryQuery = z.object({ unit: UnitCode.optional() });

export const RecordHistory = z.object({
  recordId: z.string(),
  rowId: z.string(),
  workbookId: z.string(),
  state: z.enum(LOOP_STATES),
  /**
   * The pupil left this unit (`out`) or was let go by another (`in`), when, and when she or he was found again: `in` by this very row.
   * Never which the other unit is. Null: neither.
   */
  transfer: z
    .object({ direction: z.enum(TRANSFER_DIRECTIONS), releasedAt: z.string(), claimedAt: z.string().nullable() })
    .nullable(),
  /** Oldest first. */
  rounds: z.array(Round),
});
export type RecordHistory = z.infer<typeof RecordHistory>;

export const LoopRowsQuery = z.object({
  state: z.enum(LOOP_STEPS),
  /** This unit and all below it; default: the account's own. */
  unit: UnitCode.optional(),
  /** Opaque, from the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type LoopRowsQuery = z.infer<typeof LoopRowsQuery>;

/** The rows that people have brought to one step, such as all that wait for a new number. No cell of theirs. */
export const LoopRowsPage = z.object({
  items: z.array(
    z.object({
      unit: z.string(),
      recordId: z.string(),
      rowId: z.string(),
      workbookId: z.string(),
      kind: z.enum(RECORD_KINDS),
      state: z.enum(LOOP_STEPS),
      round: z.number().int(),
      /** Since when, ISO 8601. */
      since: z.string(),
      /** When it is asked again by itself. */
      expiresAt: z.string().nullable(),
    }),
  ),
  cursor: z.string().nullable(),
});
export type LoopRowsPage = z.infer<typeof LoopRowsPage>;
