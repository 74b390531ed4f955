import * as z from 'zod';
import { ETHNICITY_LABELS } from '../../rules/codes/ethnicities.ts';
import { NATIONALITY_LABELS } from '../../rules/codes/nationalities.ts';
import { PROVINCE_LABELS } from '../../rules/codes/provinces.ts';
import { STUDENT_STATUS_LABELS } from '../../rules/codes/student-statuses.ts';
import type { RawRow } from '../../rules/record.ts';

/** The same columns as a zod schema. It does less: forms and lists only, nothing that compares fields or rows, and no fixes. */
const PUPIL = z.object({
  ordinal: z.number(),
  className: z.string().min(1),
  ministryId: z.string().regex(/^\d{10}$/),
  fullName: z
    .string()
    .max(100)
    .regex(/^[\p{L}\p{M}]+(?:[ '.-][\p{L}\p{M}]+)*$/u),
  birthDate: z.string().regex(/^\d{2}\/\d{2}\/\d{4}$/),
  sex: z.enum(['Nam', 'Nữ']),
  ethnicity: z.enum(ETHNICITY_LABELS as [string, ...string[]]),
  nationality: z.enum(NATIONALITY_LABELS as [string, ...string[]]),
  citizenId: z.string().regex(/^\d{12}$/),
  citizenIdStatus: z.string().nullable(),
  passport: z.string().nullable(),
  province: z.enum(PROVINCE_LABELS as [string, ...string[]]),
  district: z.string().nullable(),
  ward: z.string().min(1),
  address: z.string().nullable(),
  studentStatus: z.enum(STUDENT_STATUS_LABELS as [string, ...string[]]),
  note: z.string().nullable(),
});

export function checkByZod(rows: readonly RawRow[]): number {
  let issues = 0;
  for (const row of rows) {
    const result = PUPIL.safeParse(row);
    if (!result.success) issues += result.error.issues.length;
  }
  return issues;
}
