import type { CellValue } from './cell.ts';
import type { FieldId } from './field.ts';
import { SCORE_FIELDS } from './score-field.ts';

/** The kinds of record the ministry's circulars ask for. */
export const RECORD_KINDS = ['student', 'staff', 'results'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One row as it stands in the sheet, before any reading: raw cells by field. An absent field has no column. */
export type RawRow = { readonly [F in FieldId]?: CellValue };

export const RECORD_FIELDS = {
  student: [
    'ordinal',
    'className',
    'grade',
    'schoolCode',
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
    'schoolCode',
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
  results: [
    'ordinal',
    'className',
    'grade',
    'schoolCode',
    'ministryId',
    'fullName',
    'birthDate',
    'sex',
    'citizenId',
    'citizenIdStatus',
    'nationality',
    'passport',
    'studentStatus',
    'note',
    ...SCORE_FIELDS,
  ],
} as const satisfies Record<RecordKind, readonly FieldId[]>;

/**
 * Fields that never leave the sheet: a running number, the clerk's private remarks, and what the class and the account already
 * say (the grade, the school's code): they are only compared.
 */
export const NEVER_UPLOADED = ['ordinal', 'note', 'grade', 'schoolCode'] as const satisfies readonly FieldId[];
