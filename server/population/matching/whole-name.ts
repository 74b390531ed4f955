import { tidySpaces } from '../../../rules/text/spaces.ts';

/** A name as the population service returns it: Ho, ChuDem, Ten; '' for a part that is not there. */
export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

const LETTER = /\p{L}/u;

/**
 * The whole name from its parts, null when there is no letter in them. Many entries carry the whole name in `given`, some of
 * those with the family name repeated before it.
 */
export function wholeName(parts: NameParts): string | null {
  const { family, middle, given } = parts;
  const before = tidySpaces(`${family} ${middle}`);
  const last = tidySpaces(given);
  const whole = last.toUpperCase().startsWith(`${before.toUpperCase()} `) ? last : tidySpaces(`${before} ${last}`);
  return LETTER.test(whole) ? whole : null;
}
