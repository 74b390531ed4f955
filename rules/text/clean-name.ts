import { foldLookalikes } from './lookalikes.ts';
import { tidySpaces } from './spaces.ts';

/** The name as it ought to be stored: composed (NFC), without look-alikes and characters of no width, single spaces. */
export function cleanName(name: string): string {
  return foldLookalikes(tidySpaces(name));
}
