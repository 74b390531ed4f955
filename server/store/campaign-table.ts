import type { Campaign, CampaignPart } from '../../contract/schemas/campaign.ts';
import { isoInstant } from '../clock.ts';
import { BELOW } from './below.ts';
import type { Sql } from './engine/sql.ts';
import type { Scope } from './unit-table.ts';

interface CampaignRow extends Omit<Campaign, 'parts' | 'createdAt'> {
  readonly parts: string;
  readonly createdAt: number;
}

interface NewCampaign extends Omit<CampaignRow, 'unitCount' | 'parts'>, CampaignRequest {
  readonly parts: readonly CampaignPart[];
}

/** What a campaign was opened by. */
export interface CampaignRequest {
  readonly idempotencyKey: string;
  readonly draftHash: string;
}

const SELECT = `${BELOW} SELECT campaign_id AS campaignId, owner, name, circular, school_year AS schoolYear, instructions,
  parts, created_at AS createdAt,
  (SELECT count(*) FROM campaign_units u WHERE u.campaign_id = campaigns.campaign_id) AS unitCount FROM campaigns`;

const CONCERNS = `(CAST(@root AS TEXT) IS NULL OR owner IN (SELECT code FROM below) OR EXISTS (
  SELECT 1 FROM campaign_units u WHERE u.campaign_id = campaigns.campaign_id AND u.unit IN (SELECT code FROM below)))`;

/** Campaigns and the units that take part in them. */
export class CampaignTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(campaign: NewCampaign): Promise<void> {
    await this.#sql.run(
      `INSERT INTO campaigns (campaign_id, owner, name, circular, school_year, instructions, parts, created_at,
         idempotency_key, draft_hash)
       VALUES (@campaignId, @owner, @name, @circular, @schoolYear, @instructions, @parts, @createdAt,
         @idempotencyKey, @draftHash)`,
      { ...campaign, parts: JSON.stringify(campaign.parts) },
    );
  }

  /** The campaign that a request of this unit has opened; a withdrawn one is forgotten. */
  async findOpened(
    owner: string,
    { idempotencyKey, draftHash }: CampaignRequest,
  ): Promise<{ readonly campaignId: string; readonly isSameDraft: boolean } | undefined> {
    const row = await this.#sql.get<{ campaignId: string; draftHash: string }>(
      `SELECT campaign_id AS campaignId, draft_hash AS draftHash FROM campaigns
       WHERE owner = @owner AND idempotency_key = @idempotencyKey`,
      { owner, idempotencyKey },
    );
    return row && { campaignId: row.campaignId, isSameDraft: row.draftHash === draftHash };
  }

  async addUnits(campaignId: string, units: readonly string[]): Promise<void> {
    await this.#sql.insertMany(
      { table: 'campaign_units', columns: { unit: 'text', campaignId: 'text' } },
      units.map((unit) => ({ unit, campaignId })),
    );
  }

  /** With its units and receipts; what was pushed stays. */
  async delete(campaignId: string): Promise<void> {
    await this.#sql.run('DELETE FROM campaigns WHERE campaign_id = @campaignId', { campaignId });
  }

  /** The campaign, if it concerns anyone in the scope: by its owner or by a unit that takes part. */
  async find(campaignId: string, scope: Pick<Scope, 'root'>): Promise<Campaign | undefined> {
    const row = await this.#sql.get<CampaignRow>(`${SELECT} WHERE campaign_id = @campaignId AND ${CONCERNS}`, {
      campaignId,
      root: scope.root,
    });
    return row && fromRow(row);
  }

  /** Newest first, those older than `before`; '~' stands behind every id. */
  async page(scope: Pick<Scope, 'root'>, before: string, limit: number): Promise<readonly Campaign[]> {
    const rows = await this.#sql.all<CampaignRow>(
      `${SELECT} WHERE campaign_id < @before AND ${CONCERNS} ORDER BY campaign_id DESC LIMIT @limit`,
      { root: scope.root, before, limit },
    );
    return rows.map(fromRow);
  }

  /** Units of the scope that take part, by code, from behind `after`. */
  units(
    campaignId: string,
    scope: Pick<Scope, 'root'>,
    after: string,
    limit: number,
  ): Promise<readonly { readonly unit: string; readonly name: string }[]> {
    return this.#sql.all(
      `${BELOW} SELECT unit, name FROM campaign_units JOIN units ON code = unit
       WHERE campaign_id = @campaignId AND unit > @after
         AND (CAST(@root AS TEXT) IS NULL OR unit IN (SELECT code FROM below))
       ORDER BY unit LIMIT @limit`,
      { campaignId, root: scope.root, after, limit },
    );
  }

  async takesPart(unit: string, campaignId: string): Promise<boolean> {
    const found = await this.#sql.get(
      'SELECT 1 AS part FROM campaign_units WHERE unit = @unit AND campaign_id = @campaignId',
      { unit, campaignId },
    );
    return found !== undefined;
  }
}

function fromRow(row: CampaignRow): Campaign {
  return { ...row, parts: JSON.parse(row.parts), createdAt: isoInstant(row.createdAt) };
}
