/**
 * Excel on the web refuses requests and replies beyond 5 MB, and the body travels inside another JSON text, which doubles
 * every quote and backslash in it. 1 MB leaves room for that and for the reply of the same step.
 */
export const MAX_REQUEST_BYTES = 1_000_000;

/** Bounds how long Excel stands still for one request: old reports have it fail at a few tens of thousands of cells. */
export const MAX_REQUEST_CELLS = 20_000;

/**
 * office.js itself cuts a `values` array beyond 1,500 cells into pieces, each with its own event address; pieces of our own
 * making keep those addresses known.
 */
export const MAX_BLOCK_CELLS = 1_500;

/** What one range costs in a request beside its cells: object paths, actions and their keys, about 600 bytes measured. */
export const BLOCK_OVERHEAD_BYTES = 900;

const encoder = new TextEncoder();

/** Bytes of a value in the request's JSON. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}

/** Cuts a list into parts, each of which stays within both limits; a single piece that is larger goes alone. */
export function packRequests<T>(
  pieces: readonly T[],
  measure: (piece: T) => { readonly bytes: number; readonly cells: number },
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let part: T[] = [];
  let bytes = 0;
  let cells = 0;
  for (const piece of pieces) {
    const size = measure(piece);
    if (part.length > 0 && (bytes + size.bytes > MAX_REQUEST_BYTES || cells + size.cells > MAX_REQUEST_CELLS)) {
      parts.push(part);
      part = [];
      bytes = 0;
      cells = 0;
    }
    part.push(piece);
    bytes += size.bytes;
    cells += size.cells;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
