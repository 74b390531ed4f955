import type { Campaign } from '../../contract/schemas/campaign.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Store } from '../store/store.ts';
import type { Scope } from '../store/unit-table.ts';

/** The campaign, if it concerns anyone within the scope; whether there is another tells nobody. */
export function campaignInScopeOrReject(store: Store, scope: Scope, campaignId: string): Campaign {
  const campaign = store.campaigns.find(campaignId, scope);
  if (!campaign) throw new ApiProblem('not-found');
  return campaign;
}

/** The campaign, if it was opened within the scope. */
export function ownCampaignOrReject(store: Store, scope: Scope, campaignId: string): Campaign {
  const campaign = campaignInScopeOrReject(store, scope, campaignId);
  if (!store.units.isWithin(campaign.owner, scope)) throw new ApiProblem('not-found');
  return campaign;
}

/** The campaign, if this unit takes part in it. */
export function campaignOfUnitOrReject(store: Store, scope: Scope, campaignId: string, unit: string): Campaign {
  const campaign = campaignInScopeOrReject(store, scope, campaignId);
  if (!store.campaigns.takesPart(unit, campaignId)) throw new ApiProblem('not-found');
  return campaign;
}
