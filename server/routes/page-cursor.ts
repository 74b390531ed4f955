/**
 * One page of a list.
 * @param found what the store gave when it was asked for one more than `limit`: that one tells that there is more
 * @param keyOf by which the list is ordered, and goes on
 */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  keyOf: (item: T) => string,
): { readonly items: T[]; readonly cursor: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  // Cursors are opaque to clients, so that what they hold may change.
  const cursor = found.length > items.length && last ? Buffer.from(keyOf(last)).toString('base64url') : null;
  return { items, cursor };
}

/** The key that a page ended with; a cursor of someone's own making reads as some key and gives some page. */
export function readCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}
