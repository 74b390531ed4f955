/** At most this many rows a push: about 400 KB of JSON, and one SQLite transaction of bearable length. */
export const PUSH_MAX_ROWS = 1000;

/** The inflated body may not exceed this; a push of the largest rows stays well below. Bytes. */
export const BODY_MAX_BYTES = 5 * 1024 * 1024;

/** A longer cell is no name, number or address but a pasted page. UTF-16 units. */
export const CELL_MAX_CHARS = 500;
