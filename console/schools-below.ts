import type { Unit } from '../contract/schemas/unit.ts';
import { vietnamDay } from '../contract/vietnam-time.ts';

const NAMES = new Intl.Collator('vi', { numeric: true });

/** Schools in operation today, by name; null while the units are not known. @param now of the server's clock */
export function schoolsBelow(units: readonly Unit[] | null, now: number): readonly Unit[] | null {
  if (!units) return null;
  const today = vietnamDay(now);
  return units
    .filter(
      ({ kind, validFrom, validTo }) =>
        kind === 'school' && (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo),
    )
    .sort((a, b) => NAMES.compare(a.name, b.name));
}
