import type { Campaign, CampaignDraft } from '../../contract/schemas/campaign.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import { type Clock, isoInstant } from '../clock.ts';
import { sha256, shortCode } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';
import { unitInScopeOrReject } from '../units/unit-access.ts';
import { campaignInScopeOrReject } from './campaign-access.ts';

export interface IncomingDraft {
  readonly scope: Scope;
  readonly idempotencyKey: string;
  readonly draft: CampaignDraft;
}

export interface OpenedCampaign {
  readonly campaign: Campaign;
  /** The request had come before: nothing was opened. */
  readonly isRepeat: boolean;
}

/**
 * Opens a campaign of the caller's unit. Expects the tables of a write transaction. The same key with the same draft gets the same
 * campaign again. Throws `unit-foreign` for a unit that is not the officer's to ask, `campaign-without-schools` when nobody would
 * take part, `idempotency-key-reused`.
 */
export async function openCampaign(
  tables: Tables,
  clock: Clock,
  { scope, idempotencyKey, draft }: IncomingDraft,
): Promise<OpenedCampaign> {
  const owner = scope.root;
  if (owner === null) throw new ApiProblem('forbidden');
  const request = { idempotencyKey, draftHash: sha256(JSON.stringify(draft)) };
  const earlier = await tables.campaigns.findOpened(owner, request);
  if (earlier) {
    if (!earlier.isSameDraft) throw new ApiProblem('idempotency-key-reused');
    return { campaign: await campaignInScopeOrReject(tables, scope, earlier.campaignId), isRepeat: true };
  }
  const now = clock.now();
  const day = vietnamDay(now);
  const { units: chosen, ...rest } = draft;
  const units = chosen === null ? await tables.units.schools(owner, day) : [...new Set(chosen)];
  if (units.length === 0) throw new ApiProblem('campaign-without-schools');
  for (const code of units) await unitInScopeOrReject(tables, scope, code);
  const campaignId = `${day}-${shortCode()}`;
  await tables.campaigns.insert({ ...rest, campaignId, owner, createdAt: now, ...request });
  await tables.campaigns.addUnits(campaignId, units);
  const campaign = { ...rest, campaignId, owner, unitCount: units.length, createdAt: isoInstant(now) };
  return { campaign, isRepeat: false };
}
