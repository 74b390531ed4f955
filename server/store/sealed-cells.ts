import type { FieldId } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';

/** Fields that nobody reads in the store without its keys: the numbers that the State knows a person by. */
const SEALED_FIELDS = ['citizenId', 'passport'] as const satisfies readonly FieldId[];

/** Cells as the store keeps them. */
export type SealedCells = {
  /** JSON by field; the sealed ones are null, which holds their place: rows leave blank cells out. */
  readonly cells: string;
  /** The sealed fields and what gives them away (a hash over a number of six unknown digits is guessed in a second), sealed. */
  readonly secrets: string;
};

export interface OpenCells<More> {
  readonly cells: RawRow;
  readonly more: More;
}

/**
 * @param place where they will lie, e.g. unit and record: put anywhere else they do not open
 * @param more small things to be sealed together with the fields
 */
export function sealCells(cipher: RecordCipher, place: string, cells: RawRow, more: object): SealedCells {
  const open: { -readonly [F in keyof RawRow]: RawRow[F] } = { ...cells };
  const sealed: { -readonly [F in keyof RawRow]: RawRow[F] } = {};
  for (const field of SEALED_FIELDS) {
    if (!(field in open)) continue;
    sealed[field] = open[field];
    open[field] = null;
  }
  return { cells: JSON.stringify(open), secrets: cipher.seal(JSON.stringify([sealed, more]), place) };
}

/** The cells in their order, so that equal content has equal JSON. Throws `sealed-value-unreadable`. */
export function openCells<More>(cipher: RecordCipher, place: string, { cells, secrets }: SealedCells): OpenCells<More> {
  const sealed = openSecrets<More>(cipher, place, secrets);
  return { cells: Object.assign(JSON.parse(cells), sealed.cells), more: sealed.more };
}

/** The sealed fields alone. Throws `sealed-value-unreadable`. */
export function openSecrets<More>(cipher: RecordCipher, place: string, secrets: string): OpenCells<More> {
  const [cells, more] = JSON.parse(cipher.open(secrets, place)) as [RawRow, More];
  return { cells, more };
}
