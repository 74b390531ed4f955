import type { Campaign } from '../../contract/schemas/campaign.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';

/** The campaign, if it concerns anyone within the scope; whether there is another tells nobody. */
export async function campaignInScopeOrReject(tables: Tables, scope: Scope, campaignId: string): Promise<Campaign> {
  const campaign = await tables.campaigns.find(campaignId, scope);
  if (!campaign) throw new ApiProblem('not-found');
  return campaign;
}

/** The campaign, if it was opened within the scope. */
export async function ownCampaignOrReject(tables: Tables, scope: Scope, campaignId: string): Promise<Campaign> {
  const campaign = await campaignInScopeOrReject(tables, scope, campaignId);
  if (!(await tables.units.isWithin(campaign.owner, scope))) throw new ApiProblem('not-found');
  return campaign;
}

/** The campaign, if this unit takes part in it. */
export async function campaignOfUnitOrReject(
  tables: Tables,
  scope: Scope,
  campaignId: string,
  unit: string,
): Promise<Campaign> {
  const campaign = await campaignInScopeOrReject(tables, scope, campaignId);
  if (!(await tables.campaigns.takesPart(unit, campaignId))) throw new ApiProblem('not-found');
  return campaign;
}
