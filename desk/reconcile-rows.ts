import { claimHash } from '../contract/claim-hash.ts';
import type { RowStatus } from '../contract/schemas/status.ts';
import type { Layout } from '../templates/layout.ts';
import { type ResultWords, resultWords, voidedWords } from './result-words.ts';
import { findFingerprint, rowFingerprint } from './row-fingerprint.ts';
import {
  checkPart,
  formatRowMarks,
  type Marks,
  mergeMarks,
  NO_MARKS,
  type RowMarksText,
  readRowMarks,
  statusMarks,
  verdictPart,
} from './row-marks.ts';
import { rowContent, type SeenRow } from './row-seen.ts';
import type { RowMarks, RowResult, SheetPatch, SheetRow } from './sheet-port.ts';
import type { VerdictMemory } from './verdict-memory.ts';

export interface ReconcileInput {
  readonly layout: Layout;
  readonly rows: readonly SheetRow[];
  /** Marks of a check that has just run, by row index; absent: those in the sheet stay. */
  readonly findings?: ReadonlyMap<number, Marks>;
  /** What is known of verification, by row id. */
  readonly statuses: ReadonlyMap<string, RowStatus>;
  /** Words for rows that did not go, by row id. */
  readonly staying?: ReadonlyMap<string, ResultWords>;
  /** What was seen of the server's records since the sheet was last written, by row id. */
  readonly seen?: VerdictMemory['seen'];
}

/**
 * What has to be written so that results and marks say what is known now: one rule for check, push and pull, so that no two
 * steps overwrite each other. Only rows that differ are named; null when nothing does.
 *
 * A verdict stands only beside the very claim it speaks of: when the identity fields no longer hash to the claim, the row
 * is *Chưa gửi* again, before any push. The fingerprint stays that of the person the server knows, until it knows another.
 */
export function reconcileRows(input: ReconcileInput): SheetPatch | null {
  const results: RowResult[] = [];
  const marks: RowMarks[] = [];
  input.rows.forEach((row, index) => {
    // Without an id (a co-author's new row) nothing can be addressed to it yet.
    if (row.rowId === '') return;
    const wanted = rowShows(input, row, index);
    if (!sameWords(wanted.words, row.results)) results.push({ rowId: row.rowId, ...wanted.words });
    if (wanted.marks !== row.marks) marks.push({ rowId: row.rowId, marks: wanted.marks });
  });
  return results.length === 0 && marks.length === 0 ? null : { results, marks };
}

function rowShows(input: ReconcileInput, row: SheetRow, index: number): { words: ResultWords; marks: string } {
  const { layout, findings, statuses, staying } = input;
  const old = readRowMarks(layout, row.marks);
  const checked = findings ? (findings.get(index) ?? NO_MARKS) : checkPart(old.marks);
  const { kept, seen } = rowMemory(row, old, input.seen);
  const show = (words: ResultWords, verdict: Marks, hash: string | null, fingerprint = kept) => ({
    words,
    marks: formatRowMarks(layout, { marks: mergeMarks(checked, verdict), claimHash: hash, fingerprint, seen }),
  });

  const stays = staying?.get(row.rowId);
  if (stays) return show(stays, NO_MARKS, claimHash(row.values));
  const status = statuses.get(row.rowId);
  const known = status?.claimHash ?? old.claimHash;
  if (known === null) return show(row.results, NO_MARKS, null);
  if (claimHash(row.values) !== known) {
    return show(row.results.verdict === '' ? row.results : voidedWords(row.results), NO_MARKS, null);
  }
  const now = rowFingerprint(row.rowId, row.values);
  if (!status) return show(row.results, verdictPart(old.marks), known, now);
  return show(resultWords(status, layout.record), statusMarks(status), known, now);
}

/** Whose the row was when last acknowledged, and what was seen of it then; of its content only while it still reads so. */
function rowMemory(
  { rowId, values }: SheetRow,
  old: RowMarksText,
  news: ReconcileInput['seen'],
): { readonly kept: string | null; readonly seen: SeenRow | null } {
  const known = news?.get(rowId);
  if (known === null) return { kept: null, seen: null };
  const kept = known?.fingerprint ?? findFingerprint(rowId, old.fingerprint);
  const seen = known ?? (kept === null ? null : old.seen);
  if (seen === null || seen.content === null) return { kept, seen };
  return {
    kept,
    seen: { revision: seen.revision, content: rowContent(values) === seen.content ? seen.content : null },
  };
}

function sameWords(a: ResultWords, b: ResultWords): boolean {
  return a.verdict === b.verdict && a.reason === b.reason && a.nextStep === b.nextStep;
}
