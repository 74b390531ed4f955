/** The list with another value in one place. `Array.prototype.with` would do, but Excel's web views are not all that new. */
export function replacedAt<T>(list: readonly T[], at: number, value: T): T[] {
  const copy = [...list];
  copy[at] = value;
  return copy;
}
