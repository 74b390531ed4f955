import { FIELDS, type FieldId } from '../rules/field.ts';
import { NEVER_UPLOADED } from '../rules/record.ts';

/** The fields that may cross the wire: all but the running number and the clerk's private remarks. */
export const UPLOADED_FIELDS = FIELDS.filter((field): field is Exclude<FieldId, (typeof NEVER_UPLOADED)[number]> =>
  isUploaded(field),
);

export function isUploaded(field: FieldId): boolean {
  return !(NEVER_UPLOADED as readonly FieldId[]).includes(field);
}
