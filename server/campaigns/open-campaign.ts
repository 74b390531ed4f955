import type { Campaign, CampaignDraft } from '../../contract/schemas/campaign.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import { type Clock, isoInstant } from '../clock.ts';
import { shortCode } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Store } from '../store/store.ts';
import type { Scope } from '../store/unit-table.ts';
import { unitInScopeOrReject } from '../units/unit-access.ts';

/**
 * Opens a campaign of the caller's unit. Expects a write transaction. Throws `unit-foreign` for a unit that is not the officer's to
 * ask, `campaign-without-schools` when nobody would take part.
 */
export function openCampaign(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  scope: Scope,
  draft: CampaignDraft,
): Campaign {
  const owner = scope.root;
  if (owner === null) throw new ApiProblem('forbidden');
  const now = clock.now();
  const day = vietnamDay(now);
  const { units: chosen, ...rest } = draft;
  const units = chosen === null ? store.units.schools(owner, day) : [...new Set(chosen)];
  if (units.length === 0) throw new ApiProblem('campaign-without-schools');
  for (const code of units) unitInScopeOrReject(store, scope, code);
  const campaignId = `${day}-${shortCode()}`;
  store.campaigns.insert({ ...rest, campaignId, owner, createdAt: now });
  for (const code of units) store.campaigns.addUnit(campaignId, code);
  return { ...rest, campaignId, owner, unitCount: units.length, createdAt: isoInstant(now) };
}
