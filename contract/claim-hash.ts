import { cellText } from '../rules/cell.ts';
import { IDENTITY_FIELDS } from '../rules/field.ts';
import type { RawRow } from '../rules/record.ts';
import { textHash } from '../rules/text/text-hash.ts';

/** ASCII unit separator: cannot be typed into a cell, so that `ab|c` and `a|bc` differ. */
const SEPARATOR = '\u001f';

/**
 * `textHash` over the identity fields' cell texts (NFC, spaces collapsed): the same question to the population service has the
 * same hash. The sheet compares it with `RowStatus.claimHash`, so that an edit voids a verdict before any push.
 */
export function claimHash(row: RawRow): string {
  const texts = IDENTITY_FIELDS.map((field) => cellText(row[field]).normalize('NFC').replace(/\s+/g, ' ').trim());
  return textHash(texts.join(SEPARATOR));
}
