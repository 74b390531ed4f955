import * as z from 'zod';
import { ETHNICITY_LABELS } from '../../rules/codes/ethnicities.ts';
import { NATIONALITY_LABELS } from '../../rules/codes/nationalities.ts';
import { PROVINCE_LABELS } from '../../rules/codes/provinces.ts';
import { STUDENT_STATUS_LABELS } from '../../rules/codes/student-statuses.ts';
import { isRealDay } from '../../rules/plain-date.ts';
import type { RawRow } from '../../rules/record.ts';

const ID = /^(\d{3})(\d)(\d{2})\d{6}$/;
const DATE = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/**
 * The same columns as a zod schema, as one would write it for such a sheet. It does less: forms, lists and the number against
 * sex and birth year; nothing that compares rows, no ages, no legacy fonts or look-alikes, no statuses, no fixes.
 */
const PUPIL = z
  .object({
    ordinal: z.number(),
    className: z.string().min(1),
    ministryId: z.string().regex(/^\d{10}$/),
    fullName: z
      .string()
      .max(100)
      .regex(/^[\p{L}\p{M}]+(?:[ '.-][\p{L}\p{M}]+)*$/u),
    birthDate: z.string().regex(DATE).refine(isRealDate),
    sex: z.enum(['Nam', 'Nữ']),
    ethnicity: z.enum(ETHNICITY_LABELS as [string, ...string[]]),
    nationality: z.enum(NATIONALITY_LABELS as [string, ...string[]]),
    citizenId: z.string().regex(ID),
    citizenIdStatus: z.string().nullable(),
    passport: z.string().nullable(),
    province: z.enum(PROVINCE_LABELS as [string, ...string[]]),
    district: z.string().nullable(),
    ward: z.string().min(1),
    address: z.string().nullable(),
    studentStatus: z.enum(STUDENT_STATUS_LABELS as [string, ...string[]]),
    note: z.string().nullable(),
  })
  .superRefine((row, context) => {
    const id = ID.exec(row.citizenId);
    const date = DATE.exec(row.birthDate);
    if (!id || !date) return;
    const century = 1900 + 100 * Math.floor(Number(id[2]) / 2);
    if ((Number(id[2]) % 2 === 1) !== (row.sex === 'Nữ'))
      context.addIssue({ code: 'custom', path: ['citizenId'], message: 'sex' });
    if (century + Number(id[3]) !== Number(date[3]))
      context.addIssue({ code: 'custom', path: ['citizenId'], message: 'year' });
  });

function isRealDate(text: string): boolean {
  const date = DATE.exec(text);
  return date !== null && isRealDay(Number(date[3]), Number(date[2]), Number(date[1]));
}

export function checkByZod(rows: readonly RawRow[]): number {
  let issues = 0;
  for (const row of rows) {
    const result = PUPIL.safeParse(row);
    if (!result.success) issues += result.error.issues.length;
  }
  return issues;
}
