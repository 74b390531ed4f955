/** Cursors are opaque to clients, so that what they hold may change. */
export function writeCursor(key: string | undefined): string | null {
  return key === undefined ? null : Buffer.from(key).toString('base64url');
}

/** The key that a page ended with; a cursor of someone's own making reads as some key and gives some page. */
export function readCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}
