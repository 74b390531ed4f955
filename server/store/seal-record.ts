import { cellText } from '../../rules/cell.ts';
import { classKey } from '../../rules/fields/class-key.ts';
import type { RawRow } from '../../rules/record.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import { placeOf, type RecordSecret } from './record-secret.ts';
import { type SealedCells, sealCells } from './sealed-cells.ts';

/** What of a record is sealed, or stands open beside it only to be looked for. */
export interface OpenRecord extends RecordSecret {
  readonly unit: string;
  readonly recordId: string;
  readonly cells: RawRow;
}

/** The columns that follow from it. */
export type SealedRecord = SealedCells & {
  readonly numberIndex: string | null;
  readonly className: string | null;
  readonly classKey: string | null;
};

/** Opens in the place of that record only. */
export function sealRecord(cipher: RecordCipher, record: OpenRecord): SealedRecord {
  const { cells, claimHash, citizenId } = record;
  const sealed = sealCells(cipher, placeOf(record), cells, { claimHash, citizenId } satisfies RecordSecret);
  const className = cellText(cells.className).trim() || null;
  return {
    cells: sealed.cells,
    secrets: sealed.secrets,
    numberIndex: citizenId === null ? null : cipher.index(citizenId),
    className,
    classKey: className === null ? null : classKey(className),
  };
}
