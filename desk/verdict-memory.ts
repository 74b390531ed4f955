import { claimHash } from '../contract/claim-hash.ts';
import type { PushAnswer } from '../contract/schemas/push.ts';
import type { RowStatus } from '../contract/schemas/status.ts';
import type { RawRow } from '../rules/record.ts';
import { rowFingerprint } from './row-fingerprint.ts';
import { rowContent, type SeenRow } from './row-seen.ts';

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

  /** What this desk saw of records since it opened, by row id; null: the record was taken back. The sheet has it from earlier days. */
  readonly seen = new Map<string, (SeenRow & { readonly fingerprint: string }) | null>();

  /** Notes what the server did with a pushed row, until its status is read. */
  notePushed(answer: PushAnswer['rows'][number], values: RawRow): void {
    const { rowId, revision, differences } = answer;
    this.pushed.add(rowId);
    // What somebody else changed was not seen before it stands in the sheet or was decided upon.
    if (differences !== undefined) return;
    if (revision !== null) {
      this.seen.set(rowId, { revision, content: rowContent(values), fingerprint: rowFingerprint(rowId, values) });
    }
    // An unchanged row keeps the verdict it has; one that stays has none.
    if (answer.result === 'unchanged' || answer.recordId === null) return;
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

  /** Notes that the server's record stands at a revision whose every difference from the row was looked at. */
  noteSeen(rowId: string, revision: number, values: RawRow): void {
    this.seen.set(rowId, { revision, content: null, fingerprint: rowFingerprint(rowId, values) });
  }

  /** Notes that a sending was taken back, and this row's record with it. */
  noteRemoved(rowId: string): void {
    this.pushed.delete(rowId);
    this.statuses.delete(rowId);
    this.seen.set(rowId, null);
  }
}
