import { SCORE_FIELDS, type ScoreField } from './score-field.ts';

/** What a column says of a person, scores aside. */
const PERSON_FIELDS = [
  'ordinal',
  'className',
  'grade',
  'schoolCode',
  'ministryId',
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
  'address',
  'fatherName',
  'fatherBirthYear',
  'motherName',
  'motherBirthYear',
  'position',
  'subject',
  'studentStatus',
  'staffStatus',
  'note',
] as const;

export type FieldId = (typeof PERSON_FIELDS)[number] | ScoreField;

/**
 * The typed column meanings of every record kind. A field is what a column *means*; where it lies in a
 * sheet is the layout's business (`templates/`).
 */
export const FIELDS: readonly FieldId[] = [...PERSON_FIELDS, ...SCORE_FIELDS];

/** Fields whose change voids a verdict at once: they are what the population service is asked with or compares. */
export const IDENTITY_FIELDS = [
  'fullName',
  'birthDate',
  'sex',
  'citizenId',
  'province',
  'district',
  'ward',
] as const satisfies readonly FieldId[];
