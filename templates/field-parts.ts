import type { FieldId } from '../rules/field.ts';

/** The columns into which schools split one field, in the order in which they are read. */
export const FIELD_PARTS = {
  fullName: ['familyName', 'middleName', 'givenName'],
  /** A day, a month and a year; or one date, in the column of the boys or in that of the girls. */
  birthDate: ['birthDay', 'birthMonth', 'birthYear', 'birthOfMale', 'birthOfFemale'],
  /** Marked in one of two columns. Where these hold the birth date, they are the parts of both fields. */
  sex: ['male', 'female'],
} as const satisfies Partial<Record<FieldId, readonly string[]>>;

export type SplitField = keyof typeof FIELD_PARTS;
export type PartId = (typeof FIELD_PARTS)[SplitField][number];

/** One of several columns that make up a field; 0-based. */
export interface FieldPart {
  readonly id: PartId;
  readonly column: number;
}

/** Undefined for an id that names a whole field. */
export function findSplitField(id: string): SplitField | undefined {
  return (Object.keys(FIELD_PARTS) as SplitField[]).find((field) =>
    (FIELD_PARTS[field] as readonly string[]).includes(id),
  );
}
