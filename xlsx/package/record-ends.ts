import type { ZipDirectory, ZipEntry } from './zip-directory.ts';

/** Where each entry's local record ends, data descriptor and padding included: where the next begins. */
export function recordEnds({ entries, at }: ZipDirectory): ReadonlyMap<ZipEntry, number> {
  const ordered = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  return new Map(ordered.map((entry, index) => [entry, ordered[index + 1]?.headerAt ?? at]));
}
