/** Bytes as people read them, in megabytes with one decimal; a tenth at least, for nothing is not what came. */
export function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 100_000)) / 10;
}
