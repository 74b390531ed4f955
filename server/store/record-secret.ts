import type { RecordCipher } from '../crypto/record-cipher.ts';
import { openSecrets } from './sealed-cells.ts';

/** What is sealed together with a record's numbers. */
export interface RecordSecret {
  readonly claimHash: string;
  /** The usable number of a person who counts among the duplicates, else null. */
  readonly citizenId: string | null;
}

interface Key {
  readonly unit: string;
  readonly recordId: string;
}

/** Where a record's secrets lie: in another record's place they do not open. */
export function placeOf({ unit, recordId }: Key): string {
  return `${unit}/${recordId}`;
}

/** Throws `sealed-value-unreadable`. */
export function openRecordSecret(cipher: RecordCipher, row: Key & { readonly secrets: string }): RecordSecret {
  return openSecrets<RecordSecret>(cipher, placeOf(row), row.secrets).more;
}
