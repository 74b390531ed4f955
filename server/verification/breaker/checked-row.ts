import type { Flag, Outcome } from '../../../contract/verdict.ts';
import type { Sex } from '../../../rules/codes/sexes.ts';
import type { PartialDate } from '../../../rules/fields/read-birth-date.ts';
import { readCitizenId } from '../../../rules/fields/read-citizen-id.ts';
import type { RawRow, RecordKind } from '../../../rules/record.ts';
import { readRecord } from '../../../rules/record-reading.ts';
import { nameSex } from '../../../rules/text/name-sex.ts';

/** What was answered about a row, as much as the search for a cause needs. */
export type RowAnswer = { readonly outcome: Outcome; readonly flags: readonly Flag[] };

/** A row of the sheet as the search for a cause sees it; null where a cell says nothing. */
export interface CheckedRow {
  readonly number: string | null;
  /** What the number says of its holder (circular 59/2021/TT-BCA). */
  readonly numberYear: number | null;
  readonly numberSex: Sex | null;
  readonly nameKey: string;
  /** What the middle name says: *Thị*, *Văn*. */
  readonly nameSex: Sex | null;
  readonly birthDate: PartialDate | null;
  readonly sex: Sex | null;
  /** Null for a row that was not answered yet. */
  readonly answer: RowAnswer | null;
}

export function checkedRow(kind: RecordKind, cells: RawRow, answer: RowAnswer | null): CheckedRow {
  const { citizenId, nameKey, fullName, birthDate, sex } = readRecord(kind, cells);
  const number = citizenId === null ? undefined : readCitizenId(citizenId);
  return {
    number: citizenId,
    numberYear: number?.birthYear ?? null,
    numberSex: number?.sex ?? null,
    nameKey,
    nameSex: nameSex(fullName) ?? null,
    birthDate,
    sex,
    answer,
  };
}
