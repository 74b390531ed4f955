import type { CellValue } from './cell.ts';
import type { FieldId } from './field.ts';

/** The kinds of record the ministry's circulars ask for. */
export const RECORD_KINDS = ['student', 'staff'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One row as it stands in the sheet, before any reading: raw cells by field. An absent field has no column. */
export type RawRow = { readonly [F in FieldId]?: CellValue };

export const RECORD_FIELDS = {
  student: [
    'ordinal',
    'className',
    'ministryId',
    'fullName',
    'birthDate',
    'sex',
    'ethnicity',
    'nationality',
    'citizenId',
    'citizenIdStatus',
    'passport',
    'province',
    'district',
    'ward',
    'address',
    'fatherName',
    'fatherBirthYear',
    'motherName',
    'motherBirthYear',
    'studentStatus',
    'note',
  ],
  staff: [
    'ordinal',
    'staffId',
    'fullName',
    'birthDate',
    'sex',
    'ethnicity',
    'nationality',
    'citizenId',
    'citizenIdStatus',
    'passport',
    'province',
    'district',
    'ward',
    'position',
    'subject',
    'staffStatus',
    'note',
  ],
} as const satisfies Record<RecordKind, readonly FieldId[]>;

/** Fields that never leave the sheet: a running number and the clerk's private remarks. */
export const NEVER_UPLOADED = ['ordinal', 'note'] as const satisfies readonly FieldId[];
