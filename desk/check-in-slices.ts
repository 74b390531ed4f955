import type { CheckContext } from '../rules/check-context.ts';
import { RowsCheck } from '../rules/check-rows.ts';
import type { Finding } from '../rules/finding.ts';
import type { RawRow } from '../rules/record.ts';
import { DeskError } from './desk-error.ts';
import type { ApplyOptions } from './sheet-port.ts';

/**
 * Rows between two pauses: some 20 ms of ordinary rows, 80 ms of very bad ones, so that a button answers at once. A sheet that
 * is no longer is checked in one piece.
 */
export const SLICE_ROWS = 2000;

export interface SlicesOptions extends ApplyOptions {
  /** Lets the host draw and hear clicks. */
  readonly pause: () => Promise<void>;
}

/**
 * The findings of `checkRows`, with a pause after every slice of rows. Rejects with `cancelled` once the signal says so; nothing
 * was written then.
 */
export async function checkInSlices(
  rows: readonly RawRow[],
  context: CheckContext,
  { pause, signal, onProgress }: SlicesOptions,
): Promise<readonly Finding[]> {
  const check = new RowsCheck(rows, context);
  for (let done = check.step(SLICE_ROWS); done < rows.length; done = check.step(SLICE_ROWS)) {
    onProgress?.(done, rows.length);
    await pause();
    if (signal?.aborted) throw new DeskError('cancelled');
  }
  return check.finish();
}
