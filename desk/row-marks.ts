import { type LoopState, type LoopVerdict, loopState } from '../contract/loop/loop-state.ts';
import { FLAG_FIELDS } from '../contract/verdict.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import type { ColumnId, Layout } from '../templates/layout.ts';
import { encodeMarks, MARK, type MarkChar } from '../templates/marks.ts';
import { findSeen, formatSeen, type SeenRow } from './row-seen.ts';

export type Marks = ReadonlyMap<ColumnId, MarkChar>;

/** What stands in the hidden marks cell of a row. */
export interface RowMarksText {
  readonly marks: Marks;
  /** The claim that the row's verdict speaks of; null without a verdict. */
  readonly claimHash: string | null;
  /** Whose the row was when the server last knew it (`rowFingerprint`); null for a row that was never sent. */
  readonly fingerprint: string | null;
  /** What this copy of the sheet has seen of the server's record; it says something beside a fingerprint of the row's own only. */
  readonly seen: SeenRow | null;
}

export const NO_MARKS: Marks = new Map();

/**
 * Behind the marks, after this sign each, stand the claim hash of the verdict in the row, the row's fingerprint and the revision that
 * was seen. The conditional formats read single characters before them. So an edit voids a verdict at once, a row pasted over is
 * noticed and so is somebody else's edit, in a workbook that was closed in between, too; and all of it sorts and moves with
 * its row.
 */
const SIGN = '#';

/** Writes the text of the marks cell; '' when there is nothing to keep. */
export function formatRowMarks(layout: Layout, { marks, claimHash, fingerprint, seen }: RowMarksText): string {
  const text = encodeMarks(layout, marks);
  const whose = fingerprint === null ? '' : `${SIGN}${fingerprint}${seen === null ? '' : SIGN + formatSeen(seen)}`;
  if (claimHash === null) return whose === '' ? text : `${text}${SIGN}${whose}`;
  // A claim hash has letters: it must not stand where the conditional formats look.
  const chars = text === '' ? MARK.none.repeat(layout.columns.length) : text;
  return `${chars}${SIGN}${claimHash}${whose}`;
}

/** Reads it back. Of a text of another layout (its columns changed) only what stands behind the claim is used. */
export function readRowMarks(layout: Layout, text: string): RowMarksText {
  const [chars = '', claim = '', fingerprint = null, seenText] = text.split(SIGN);
  const seen = findSeen(seenText);
  const marks = new Map<ColumnId, MarkChar>();
  if (chars.length !== layout.columns.length) return { marks, claimHash: null, fingerprint, seen };
  for (let index = 0; index < chars.length; index++) {
    // Most characters say nothing, and a results sheet has hundreds.
    if (chars[index] === MARK.none) continue;
    const mark = MARK_CHARS.find((char) => char === chars[index]);
    const column = layout.columns[index];
    if (mark !== undefined && column !== undefined) marks.set(column.id, mark);
  }
  return { marks, claimHash: claim === '' ? null : claim, fingerprint, seen };
}

const MARK_CHARS = Object.values(MARK);

const SEVERITY_MARKS = {
  error: MARK.error,
  query: MARK.query,
  note: MARK.note,
} as const satisfies Record<Severity, MarkChar>;

/** The marks that findings put on each row, by the row's index. A finding about a whole row stands on its name. */
export function findingMarks(findings: readonly Finding[]): ReadonlyMap<number, Marks> {
  const rows = new Map<number, Map<ColumnId, MarkChar>>();
  for (const { row, rows: spokenOf, field, severity } of findings) {
    for (const index of row === null ? (field === null ? [] : (spokenOf ?? [])) : [row]) {
      const marks = rows.get(index) ?? new Map<ColumnId, MarkChar>();
      const column = field ?? 'fullName';
      marks.set(column, graver(marks.get(column), SEVERITY_MARKS[severity]));
      rows.set(index, marks);
    }
  }
  return rows;
}

/** One mark a state on the verdict column: forgetting a state does not compile. */
const STATE_MARKS = {
  'not-sent': MARK.none,
  pending: MARK.waiting,
  verified: MARK.verified,
  'wrong-information': MARK.differs,
  'not-confirmed': MARK.query,
  duplicate: MARK.differs,
  'could-not-ask': MARK.waiting,
  'not-applicable': MARK.none,
  'awaiting-notice': MARK.query,
  'notice-received': MARK.query,
  mended: MARK.waiting,
  'parents-guided': MARK.waiting,
  'awaiting-number': MARK.note,
} as const satisfies Record<LoopState, MarkChar>;

/** The marks that a verdict puts on its row. */
export function statusMarks(status: LoopVerdict): Marks {
  const marks = new Map<ColumnId, MarkChar>();
  const state = loopState(status);
  const mark = STATE_MARKS[state];
  if (mark !== MARK.none) marks.set('verdict', mark);
  // The newest number that the police issued is to stand there, known wrong or not: there is nothing to mend in the cell.
  if (state === 'awaiting-number') return marks;
  for (const flag of status.flags) for (const field of FLAG_FIELDS[flag]) marks.set(field, MARK.differs);
  return marks;
}

/** Of a row's marks, those that a check put there. */
export function checkPart(marks: Marks): Marks {
  return new Map([...marks].filter(([column, mark]) => column !== 'verdict' && mark !== MARK.differs));
}

/** Of a row's marks, those that a verdict put there. */
export function verdictPart(marks: Marks): Marks {
  return new Map([...marks].filter(([column, mark]) => column === 'verdict' || mark === MARK.differs));
}

export function mergeMarks(a: Marks, b: Marks): Marks {
  if (b.size === 0) return a;
  const merged = new Map(a);
  for (const [column, mark] of b) merged.set(column, graver(merged.get(column), mark));
  return merged;
}

/** What a cell shows when it has several marks. An error first: it must be mended whatever the service said. */
const GRAVITY: readonly MarkChar[] = [MARK.error, MARK.differs, MARK.query, MARK.note, MARK.waiting, MARK.verified];

function graver(a: MarkChar | undefined, b: MarkChar): MarkChar {
  if (a === undefined) return b;
  return GRAVITY.indexOf(a) <= GRAVITY.indexOf(b) ? a : b;
}

/** Of a marks text of an older layout, what stays true in another: all but the marks, which come with the next check. */
export function carriedRowMarks(layout: Layout, text: string): string {
  const [, claim = '', fingerprint = null, seen] = text.split(SIGN);
  const claimHash = claim === '' ? null : claim;
  return formatRowMarks(layout, { marks: NO_MARKS, claimHash, fingerprint, seen: findSeen(seen) });
}

/** What is left of a marks text when every mark is taken off: whose the row is and what was seen of it, which paint nothing. */
export function unmarkedText(layout: Layout, text: string): string {
  const { fingerprint, seen } = readRowMarks(layout, text);
  return formatRowMarks(layout, { marks: NO_MARKS, claimHash: null, fingerprint, seen });
}
