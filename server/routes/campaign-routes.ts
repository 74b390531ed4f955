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

export function listCampaigns({ store, clock }: RouteServices): Handler<typeof ROUTES.listCampaigns> {
  return {
    run: ({ caller, query }) => {
      const before = query.cursor === undefined ? NEWEST : readCursor(query.cursor);
      const found = store.campaigns.page(caller.scope, before, query.limit + 1);
      const page = pageOf(found, query.limit, ({ campaignId }) => campaignId);
      return { json: { ...page, now: isoInstant(clock.now()) } satisfies CampaignPage };
    },
  };
}

export function createCampaign(services: RouteServices): Handler<typeof ROUTES.createCampaign> {
  return {
    run: ({ caller, body }) => {
      const campaign = openCampaign(services, caller.scope, body);
      const counts = { units: campaign.unitCount, parts: campaign.parts.length };
      return { json: campaign, deed: { action: 'campaign-opened', unit: campaign.owner, counts } };
    },
  };
}

/** Only from where it was opened, or above. */
export function endCampaign(services: RouteServices): Handler<typeof ROUTES.endCampaign> {
  const { store } = services;
  return {
    run: ({ caller, params }) => {
      const campaign = ownCampaignOrReject(store, caller.scope, params.campaignId);
      store.campaigns.delete(campaign.campaignId);
      return {
        nothing: true,
        deed: { action: 'campaign-withdrawn', unit: campaign.owner, counts: { units: campaign.unitCount } },
      };
    },
  };
}

export function listCampaignUnits(services: RouteServices): Handler<typeof ROUTES.listCampaignUnits> {
  const { store, clock } = services;
  return {
    run: ({ caller, params, query }) => {
      const campaign = campaignInScopeOrReject(store, caller.scope, params.campaignId);
      const after = query.cursor === undefined ? '' : readCursor(query.cursor);
      const found = store.campaigns.units(campaign.campaignId, caller.scope, after, query.limit + 1);
      const { items: units, cursor } = pageOf(found, query.limit, ({ unit }) => unit);
      const items = unitProgress(store, campaign, units);
      return {
        json: { items, cursor, now: isoInstant(clock.now()) } satisfies UnitProgressPage,
        deed: { action: 'progress-read', unit: caller.account.unit, counts: { units: items.length } },
      };
    },
  };
}

export function getCampaignWorkbooks(services: RouteServices): Handler<typeof ROUTES.getCampaignWorkbooks> {
  return {
    run: ({ caller, params }) => {
      const campaign = campaignInScopeOrReject(services.store, caller.scope, params.campaignId);
      return {
        stream: zipFiles(issueWorkbooks(services, campaign, caller.scope)),
        fileName: `so-sach-${campaign.campaignId}.zip`,
        mediaType: ZIP_MEDIA_TYPE,
        deed: { action: 'workbook-issued', unit: campaign.owner, counts: { units: campaign.unitCount } },
      };
    },
  };
}
