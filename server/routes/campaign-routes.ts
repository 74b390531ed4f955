import type { ROUTES } from '../../contract/routes.ts';
import { type CampaignPage, type UnitProgressPage, ZIP_MEDIA_TYPE } from '../../contract/schemas/campaign.ts';
import { campaignInScopeOrReject, ownCampaignOrReject } from '../campaigns/campaign-access.ts';
import { issueWorkbooks } from '../campaigns/issue-workbooks.ts';
import { openCampaign } from '../campaigns/open-campaign.ts';
import { unitProgress } from '../campaigns/unit-progress.ts';
import { zipFiles } from '../campaigns/zip-files.ts';
import { isoInstant } from '../clock.ts';
import type { Handler } from '../http/endpoint.ts';
import { pageOf, readCursor } from './page-cursor.ts';
import type { RouteServices } from './route-services.ts';

/** Stands behind every id. */
const NEWEST = '~';

export function listCampaigns({ clock }: RouteServices): Handler<typeof ROUTES.listCampaigns> {
  return {
    run: async ({ caller, query }, _prepared, tables) => {
      const before = query.cursor === undefined ? NEWEST : readCursor(query.cursor);
      const found = await tables.campaigns.page(caller.scope, before, query.limit + 1);
      const page = pageOf(found, query.limit, ({ campaignId }) => campaignId);
      return { json: { ...page, now: isoInstant(clock.now()) } satisfies CampaignPage };
    },
  };
}

export function createCampaign({ clock }: RouteServices): Handler<typeof ROUTES.createCampaign> {
  return {
    run: async ({ caller, body, idempotencyKey }, _prepared, tables) => {
      const incoming = { scope: caller.scope, idempotencyKey, draft: body };
      const { campaign, isRepeat } = await openCampaign(tables, clock, incoming);
      if (isRepeat) return { json: campaign };
      const counts = { units: campaign.unitCount, parts: campaign.parts.length };
      return { json: campaign, deed: { action: 'campaign-opened', unit: campaign.owner, counts } };
    },
  };
}

/** Only from where it was opened, or above. */
export function endCampaign(): Handler<typeof ROUTES.endCampaign> {
  return {
    run: async ({ caller, params }, _prepared, tables) => {
      const campaign = await ownCampaignOrReject(tables, caller.scope, params.campaignId);
      await tables.campaigns.delete(campaign.campaignId);
      return {
        nothing: true,
        deed: { action: 'campaign-withdrawn', unit: campaign.owner, counts: { units: campaign.unitCount } },
      };
    },
  };
}

export function listCampaignUnits({ clock }: RouteServices): Handler<typeof ROUTES.listCampaignUnits> {
  return {
    run: async ({ caller, params, query }, _prepared, tables) => {
      const campaign = await campaignInScopeOrReject(tables, caller.scope, params.campaignId);
      const after = query.cursor === undefined ? '' : readCursor(query.cursor);
      const found = await tables.campaigns.units(campaign.campaignId, caller.scope, after, query.limit + 1);
      const { items: units, cursor } = pageOf(found, query.limit, ({ unit }) => unit);
      const items = await unitProgress(tables, campaign, units);
      return {
        json: { items, cursor, now: isoInstant(clock.now()) } satisfies UnitProgressPage,
        deed: { action: 'progress-read', unit: caller.account.unit, counts: { units: items.length } },
      };
    },
  };
}

export function getCampaignWorkbooks(services: RouteServices): Handler<typeof ROUTES.getCampaignWorkbooks> {
  return {
    run: async ({ caller, params }, _prepared, tables) => {
      const campaign = await campaignInScopeOrReject(tables, caller.scope, params.campaignId);
      return {
        stream: zipFiles(issueWorkbooks(services, campaign, caller.scope)),
        fileName: `so-sach-${campaign.campaignId}.zip`,
        mediaType: ZIP_MEDIA_TYPE,
        deed: { action: 'workbook-issued', unit: campaign.owner, counts: { units: campaign.unitCount } },
      };
    },
  };
}
