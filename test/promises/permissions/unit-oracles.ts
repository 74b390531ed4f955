import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { RouteId } from '../../../contract/routes.ts';
import { campaignDraft } from '../../server/campaign-draft.ts';
import { isOpen, type ModelAccount, type ModelCampaign, type ModelWorld } from './model-world.ts';
import { anyUnit, FINE, home, listed, own } from './probe-picks.ts';
import type { Random } from './random.ts';
import type { RouteOracle } from './route-oracle.ts';
import {
  GETS_WORKBOOKS,
  MAKES_CAMPAIGNS,
  READS_CAMPAIGNS,
  READS_PROGRESS,
  READS_UNITS,
  SENDS_ROWS,
  seesUnit,
} from './sight.ts';

/** Units, their workbooks and campaigns. */
export const UNIT_ORACLES = {
  listUnits: {
    roles: READS_UNITS,
    probe: (world) => ({
      probe: { path: '/api/v1/units?limit=1000' },
      outcome: (account) => ({
        given: (body) => {
          const due = world.units.filter(({ code }) => seesUnit(world, own(account), code)).map(({ code }) => code);
          const codes = listed(body, 'code');
          // An operator sees the units of every tree.
          const here = own(account).unit === null ? codes.filter((code) => code.startsWith(`${world.prefix}-`)) : codes;
          assert.deepEqual(here, [...due].sort());
        },
      }),
    }),
  },
  getWorkbook: {
    roles: GETS_WORKBOOKS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      const campaignId = random.chance(0.3) ? anyCampaign(world, random) : undefined;
      const kind = random.pick(['student', 'staff'] as const);
      const query = new URLSearchParams({ unit, ...(campaignId === undefined ? {} : { campaign: campaignId }) });
      return {
        probe: { path: `/api/v1/workbooks/${kind}?${query}` },
        outcome: (account) => {
          const who = own(account);
          const found = world.unit(unit);
          if (!found || !seesUnit(world, who, unit)) return { refused: 'unit-foreign' };
          if (!isOpen(found)) return { refused: 'unit-closed' };
          const campaign = campaignId === undefined ? undefined : findCampaign(world, campaignId);
          if (campaignId !== undefined && !campaign?.units.includes(unit)) return { refused: 'not-found' };
          return {
            given: (body) => {
              const rows = world.rows.filter((row) => row.unit === unit && row.kind === kind);
              const inSight = new Set(rows.map(({ rowId }) => rowId));
              for (const rowId of rowIdsIn(body)) assert.ok(inSight.has(rowId) || isSentByProbe(rowId), rowId);
            },
          };
        },
      };
    },
  },
  listCampaigns: {
    roles: READS_CAMPAIGNS,
    probe: (world) => ({
      probe: { path: '/api/v1/campaigns?limit=200' },
      outcome: (account) => ({
        given: (body) => {
          const due = world.campaigns.filter((campaign) => concerns(world, own(account), campaign));
          const made = new Set(world.campaigns.map(({ campaignId }) => campaignId));
          assert.deepEqual(
            listed(body, 'campaignId').filter((id) => made.has(id)),
            due.map(({ campaignId }) => campaignId).sort(),
          );
          for (const owner of listed(body, 'owner')) assert.ok(owner.startsWith(`${world.prefix}-`), owner);
        },
      }),
    }),
  },
  createCampaign: {
    roles: MAKES_CAMPAIGNS,
    probe: (world, random) => {
      const units = [anyUnit(world, random), ...(random.chance(0.3) ? [anyUnit(world, random)] : [])];
      return {
        probe: {
          path: '/api/v1/campaigns',
          body: campaignDraft({ units }),
          headers: { 'Idempotency-Key': randomUUID() },
        },
        outcome: (account) => {
          const who = own(account);
          if (units.some((unit) => !seesUnit(world, who, unit))) return { refused: 'unit-foreign' };
          return { given: (body) => assert.equal((body as { owner: string }).owner, home(who)) };
        },
      };
    },
  },
  endCampaign: {
    roles: MAKES_CAMPAIGNS,
    probe: (world, random) => {
      const campaignId = anyCampaign(world, random);
      return {
        probe: { path: `/api/v1/campaigns/${campaignId}` },
        outcome: (account) => {
          const campaign = findCampaign(world, campaignId);
          if (!campaign || !seesUnit(world, own(account), campaign.owner)) return { refused: 'not-found' };
          return {
            given: () => {},
            after: () => {
              world.campaigns = world.campaigns.filter((other) => other !== campaign);
            },
          };
        },
      };
    },
  },
  listCampaignUnits: {
    roles: READS_PROGRESS,
    probe: (world, random) => {
      const campaignId = anyCampaign(world, random);
      return {
        probe: { path: `/api/v1/campaigns/${campaignId}/units?limit=200` },
        outcome: (account) => {
          const who = own(account);
          const campaign = findCampaign(world, campaignId);
          if (!campaign || !concerns(world, who, campaign)) return { refused: 'not-found' };
          const due = campaign.units.filter((code) => seesUnit(world, who, code));
          return { given: (body) => assert.deepEqual(listed(body, 'unit'), [...due].sort()) };
        },
      };
    },
  },
  getCampaignWorkbooks: {
    roles: MAKES_CAMPAIGNS,
    probe: (world, random) => {
      const campaignId = anyCampaign(world, random);
      return {
        probe: { path: `/api/v1/campaigns/${campaignId}/workbooks` },
        outcome: (account) => {
          const who = own(account);
          const campaign = findCampaign(world, campaignId);
          if (!campaign || !concerns(world, who, campaign)) return { refused: 'not-found' };
          const units = campaign.units.filter((code) => seesUnit(world, who, code));
          const inSight = new Set(world.rows.filter((row) => units.includes(row.unit)).map(({ rowId }) => rowId));
          return {
            given: (body) => {
              for (const rowId of rowIdsIn(body)) assert.ok(inSight.has(rowId) || isSentByProbe(rowId), rowId);
            },
          };
        },
      };
    },
  },
  leaveReceipt: {
    roles: SENDS_ROWS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      const campaignId = anyCampaign(world, random);
      const body = { campaign: campaignId, unit, kind: 'student', version: 1, check: null };
      return {
        probe: { path: '/api/v1/receipts', body },
        outcome: (account) => {
          if (!seesUnit(world, own(account), unit)) return { refused: 'unit-foreign' };
          return findCampaign(world, campaignId)?.units.includes(unit) ? FINE : { refused: 'not-found' };
        },
      };
    },
  },
} as const satisfies Partial<Record<RouteId, RouteOracle>>;

function anyCampaign(world: ModelWorld, random: Random): string {
  const none = random.chance(0.1) || world.campaigns.length === 0;
  return none ? '2026-01-01-khong' : random.pick(world.campaigns).campaignId;
}

function findCampaign(world: ModelWorld, campaignId: string): ModelCampaign | undefined {
  return world.campaigns.find((campaign) => campaign.campaignId === campaignId);
}

/** Whether a campaign is anything to somebody: it was opened in their part of the tree, or somebody there takes part. */
function concerns(world: ModelWorld, account: ModelAccount, campaign: ModelCampaign): boolean {
  return [campaign.owner, ...campaign.units].some((code) => seesUnit(world, account, code));
}

/** Row ids in the text of a file. */
function rowIdsIn(body: unknown): readonly string[] {
  return String(body).match(/00000000-0000-4000-\d{4}-\d{12}/g) ?? [];
}

/** The rows that probes of `push` send, to any unit in their sight. */
function isSentByProbe(rowId: string): boolean {
  return rowId.startsWith('00000000-0000-4000-8000-');
}
