/**
 * One press of *Đúng như vậy*, or its taking back: a line on `_sosach`, between those of the journal. It holds no value of the
 * sheet: `keys` are hashes that only the very same question has again (`confirmationKeys`).
 */
export interface ConfirmationEntry {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly kind: 'confirm' | 'withdraw';
  /** The rule codes that were confirmed, for people. */
  readonly label: string;
  /** What the clerk gave as reason; '' for none. */
  readonly reason: string;
  readonly keys: readonly string[];
}

/** How a question was answered. */
export interface Confirmation {
  readonly at: string;
  readonly reason: string;
}

/** More than this is a report of its own, and nobody reads it in a pane. */
export const REASON_MAX_CHARS = 200;

/** By key, what is confirmed after all entries, oldest first. */
export function standingConfirmations(entries: readonly ConfirmationEntry[]): ReadonlyMap<string, Confirmation> {
  const standing = new Map<string, Confirmation>();
  for (const { kind, keys, at, reason } of entries) {
    for (const key of keys) {
      if (kind === 'confirm') standing.set(key, { at, reason });
      else standing.delete(key);
    }
  }
  return standing;
}
