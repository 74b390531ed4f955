import { cellText } from '../rules/cell.ts';
import { readBirthDate } from '../rules/fields/read-birth-date.ts';
import { withoutSeparators } from '../rules/fields/read-citizen-id.ts';
import type { RawRow } from '../rules/record.ts';
import { nameKey } from '../rules/text/name-key.ts';
import { textHash } from '../rules/text/text-hash.ts';

/**
 * Whose the row was when the server last knew it: three digits each for the row id, the name, the birth date and the number, `000`
 * for a blank cell. Three, because a former birth date must not be readable from what is left behind in the sheet (of pupils' some
 * 5,000 possible days, five fit), and a wrong fit of a whole row still comes to one in a thousand million. Digits only: Excel
 * compares text without regard to case, and no digit is a mark.
 */
const DIGITS = 3;
const FORM = /^\d{12}$/;
const BLANK = '000';

/** How a row's content stands to its fingerprint: parts that stand as they were, and parts that do not. */
export interface FingerprintFit {
  readonly same: number;
  readonly different: number;
}

export function rowFingerprint(rowId: string, values: RawRow): string {
  return shortHash(rowId) + contentFingerprint(values);
}

/** The last nine digits: equal for one person in two rows. */
export function contentFingerprint({ fullName, birthDate, citizenId }: RawRow): string {
  const date = readBirthDate(birthDate);
  return [
    nameKey(cellText(fullName).normalize('NFC')),
    date ? `${date.year}-${date.month ?? ''}-${date.day ?? ''}` : cellText(birthDate).trim(),
    withoutSeparators(cellText(citizenId)),
  ]
    .map(shortHash)
    .join('');
}

/** The fingerprint, if it is one and was taken of the row with this id; a copied row carries its original's. */
export function findFingerprint(rowId: string, text: string | null): string | null {
  return text !== null && FORM.test(text) && text.startsWith(shortHash(rowId)) ? text : null;
}

/** Blank parts say nothing, on either side. */
export function fingerprintFit(fingerprint: string, values: RawRow): FingerprintFit {
  const now = contentFingerprint(values);
  let same = 0;
  let different = 0;
  for (let at = 0; at < now.length; at += DIGITS) {
    const before = fingerprint.slice(at + DIGITS, at + 2 * DIGITS);
    const after = now.slice(at, at + DIGITS);
    if (before === BLANK || after === BLANK) continue;
    if (before === after) same++;
    else different++;
  }
  return { same, different };
}

function shortHash(text: string): string {
  if (text === '') return BLANK;
  const modulus = 10 ** DIGITS - 1;
  return String((Number.parseInt(textHash(text).slice(0, 8), 16) % modulus) + 1).padStart(DIGITS, '0');
}
