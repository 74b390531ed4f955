/** Keys of classes, as `classKey` makes them; null: every class, and rows without one. */
export type ClassesInSight = readonly string[] | null;

/** A condition on `records r`. Its values come from `classParams`. */
export const CLASS_IN_SIGHT = '(@everyClass = 1 OR r.class_key IN (SELECT seen.value FROM LIST(@classes) AS seen))';

export function classParams(classes: ClassesInSight): {
  readonly everyClass: 0 | 1;
  readonly classes: readonly string[];
} {
  return { everyClass: classes === null ? 1 : 0, classes: classes ?? [] };
}
