import { type CellValue, cellText } from '../cell.ts';
import { idHasKnownPlace, idNumber, withoutSeparators } from './read-citizen-id.ts';

/**
 * What stands in a passport cell. `temporary-code`: the exam system's own code of 12 letters and digits (its exact alphabet is
 * not published). `citizen-id`: 12 digits of known form, most likely a citizen number in the wrong column.
 */
export type PassportForm = 'blank' | 'passport' | 'temporary-code' | 'citizen-id' | 'malformed';

/** Vietnamese: one letter, seven digits. Foreign: national forms differ; no longer than 20. */
const DOCUMENT = /^[A-Z0-9]{5,20}$/;

export function passportForm(cell: CellValue | undefined): PassportForm {
  if (cell === undefined || cell === null || cell === '') return 'blank';
  const compact = withoutSeparators(cellText(cell)).toUpperCase();
  if (compact === '') return 'blank';
  if (!DOCUMENT.test(compact)) return 'malformed';
  if (compact.length !== 12) return 'passport';
  const number = idNumber(compact);
  return number >= 0 && idHasKnownPlace(number) ? 'citizen-id' : 'temporary-code';
}
