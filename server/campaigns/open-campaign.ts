import type { Campaign, CampaignDraft } from '../../contract/schemas/campaign.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import { type Clock, isoInstant } from '../clock.ts';
import { shortCode } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';
import { unitInScopeOrReject } from '../units/unit-access.ts';

/**
 * Opens a campaign of the caller's unit. Expects the tables of a write transaction. Throws `unit-foreign` for a unit that is not the officer's to
 * ask, `campaign-without-schools` when nobody would take part.
 */
export async function openCampaign(
  tables: Tables,
  clock: Clock,
  scope: Scope,
  draft: CampaignDraft,
): Promise<Campaign> {
  const owner = scope.root;
  if (owner === null) throw new ApiProblem('forbidden');
  const now = clock.now();
  const day = vietnamDay(now);
  const { units: chosen, ...rest } = draft;
  const units = chosen === null ? await tables.units.schools(owner, day) : [...new Set(chosen)];
  if (units.length === 0) throw new ApiProblem('campaign-without-schools');
  for (const code of units) await unitInScopeOrReject(tables, scope, code);
  const campaignId = `${day}-${shortCode()}`;
  await tables.campaigns.insert({ ...rest, campaignId, owner, createdAt: now });
  await tables.campaigns.addUnits(campaignId, units);
  return { ...rest, campaignId, owner, unitCount: units.length, createdAt: isoInstant(now) };
}
