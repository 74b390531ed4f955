import { cellText, isExcelError } from '../../../rules/cell.ts';
import { findProvince } from '../../../rules/codes/provinces.ts';
import type { FieldId } from '../../../rules/field.ts';
import { birthDateText } from '../../../rules/fields/read-birth-date.ts';
import { readRecord } from '../../../rules/record-reading.ts';
import { tidySpaces } from '../../../rules/text/spaces.ts';
import type { CollectionRow } from '../../../xlsx/csdl/write-collection-workbook.ts';
import type { CarriedQuestion } from '../carried-adapter.ts';
import { questionCode } from './compare-line.ts';

const COPIED = [
  'className',
  'district',
  'ward',
  'fatherName',
  'fatherBirthYear',
  'motherName',
  'motherBirthYear',
] as const satisfies readonly FieldId[];

/**
 * The question as CSDL ngành takes it: what is asked, in its words, and the rest of its form as the row has it. An address stays in
 * the era in which it is written; only the province gets its full name.
 */
export function collectionRow(question: CarriedQuestion): CollectionRow {
  const { claim, kind, cells } = question;
  const reading = readRecord(kind, cells);
  const province = reading.provinceName === null ? undefined : findProvince(reading.provinceName);
  const known = {
    [kind === 'staff' ? 'staffId' : 'ministryId']: questionCode(question),
    fullName: reading.fullName,
    birthDate: birthDateText(claim.birthDate),
    sex: reading.sex,
    ethnicity: reading.ethnicity,
    nationality: reading.nationality,
    province: province?.fullName ?? text(question, 'province'),
    position: reading.position,
    staffStatus: kind === 'staff' ? reading.status : null,
    citizenId: claim.citizenId,
    ...Object.fromEntries(COPIED.map((field) => [field, text(question, field)])),
  };
  return Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== null && value !== ''),
  ) as CollectionRow;
}

function text({ cells }: CarriedQuestion, field: FieldId): string {
  const cell = cells[field];
  return isExcelError(cell) ? '' : tidySpaces(cellText(cell)).normalize('NFC');
}
