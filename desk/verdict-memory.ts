import { claimHash } from '../contract/claim-hash.ts';
import type { PushAnswer } from '../contract/schemas/push.ts';
import type { RowStatus } from '../contract/schemas/status.ts';
import type { RawRow } from '../rules/record.ts';

/**
 * What this desk knows of one workbook's verification. It lives in memory: after a reload everything is read anew, which
 * costs one full page and can never be wrong.
 */
export class VerdictMemory {
  readonly statuses = new Map<string, RowStatus>();
  /** Where the next delta begins; null: from the beginning. */
  cursor: string | null = null;

  /** Ids of rows that this desk pushed. */
  readonly pushed = new Set<string>();

  /** Notes what the server did with a pushed row, until its status is read. */
  notePushed(answer: PushAnswer['rows'][number], values: RawRow): void {
    this.pushed.add(answer.rowId);
    // An unchanged row keeps the verdict it has; one that stays has none.
    if (answer.result === 'unchanged' || answer.result === 'stays') return;
    this.statuses.set(answer.rowId, {
      rowId: answer.rowId,
      recordId: answer.recordId ?? '',
      transport: answer.result === 'queued' ? 'queued' : 'answered',
      outcome: answer.why === 'not-applicable' ? 'not-applicable' : null,
      compared: [],
      flags: [],
      askedAt: null,
      answeredAt: null,
      round: 0,
      why: answer.why,
      incomplete: answer.incomplete,
      claimHash: claimHash(values),
      step: null,
      expiresAt: null,
      rounds: [],
    });
  }
}
