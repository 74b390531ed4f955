import { PUSH_MAX_ROWS } from '../contract/push-limits.ts';

/** Rows of the first batch: on the weakest line that anybody works with (64 kbit/s, 400 bytes a row) it is through in three seconds. */
export const FIRST_BATCH_ROWS = 50;

/** A batch is cut no smaller: the cost of a request itself would then be most of what is sent. */
export const FEWEST_BATCH_ROWS = 10;

/**
 * Milliseconds that a batch should take. Below, the way there and back is most of it and the whole sheet takes longer; above, a
 * dropped line costs much and the progress stands still for so long that people press the button again.
 */
export const BATCH_TARGET_MS = { least: 2000, aim: 3500, most: 5000 } as const;

/** One step goes no further than this: a single lucky or unlucky batch says little. */
const MOST_GROWTH = 4;
const MOST_SHRINKING = 1 / 4;

/** How the last batch went. */
export interface BatchTiming {
  readonly rows: number;
  readonly milliseconds: number;
}

/**
 * How many rows the next batch may have, from how long the last one took: proportional to the target, bounded a step and in all. Within
 * the target nothing moves, so that it does not swing. A batch that was cut short (the sheet's last, or by its bytes) proves
 * nothing about a larger one and only ever makes the next one smaller.
 */
export function nextBatchRows(allowed: number, { rows, milliseconds }: BatchTiming): number {
  if (milliseconds >= BATCH_TARGET_MS.least && milliseconds <= BATCH_TARGET_MS.most) return allowed;
  const step = Math.min(MOST_GROWTH, Math.max(MOST_SHRINKING, BATCH_TARGET_MS.aim / Math.max(1, milliseconds)));
  const wanted = Math.round(rows * step);
  if (step > 1 && rows < allowed) return allowed;
  return Math.min(PUSH_MAX_ROWS, Math.max(FEWEST_BATCH_ROWS, wanted));
}
