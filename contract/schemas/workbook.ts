import { z } from 'zod';
import { RECORD_KINDS } from '../../rules/record.ts';
import { CampaignPath } from './campaign.ts';

export const WorkbookPath = z.strictObject({ template: z.enum(RECORD_KINDS) });
export type WorkbookPath = z.infer<typeof WorkbookPath>;

export const WorkbookQuery = z.object({
  /** A unit at or below the account's; default: the account's own. */
  unit: z.string().max(40).optional(),
  /** The campaign it is made for; default: that of the unit's newest workbook, if any. */
  campaign: CampaignPath.shape.campaignId.optional(),
});
export type WorkbookQuery = z.infer<typeof WorkbookQuery>;

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
