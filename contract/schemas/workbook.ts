import { z } from 'zod';
import { RECORD_KINDS } from '../../rules/record.ts';

export const WorkbookPath = z.strictObject({ template: z.enum(RECORD_KINDS) });
export type WorkbookPath = z.infer<typeof WorkbookPath>;

export const WorkbookQuery = z.object({
  /** A unit at or below the account's; default: the account's own. */
  unit: z.string().max(40).optional(),
});
export type WorkbookQuery = z.infer<typeof WorkbookQuery>;

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
