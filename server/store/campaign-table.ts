import type Database from 'better-sqlite3';
import type { Campaign, CampaignPart } from '../../contract/schemas/campaign.ts';
import { isoInstant } from '../clock.ts';
import { BELOW } from './below.ts';
import type { Scope } from './unit-table.ts';

interface CampaignRow extends Omit<Campaign, 'parts' | 'createdAt'> {
  readonly parts: string;
  readonly createdAt: number;
}

type Within = { readonly root: string | null };

/** Campaigns and the units that take part in them. */
export class CampaignTable {
  readonly #insert: Database.Statement<[Omit<CampaignRow, 'unitCount'>]>;
  readonly #insertUnit: Database.Statement<[string, string]>;
  readonly #delete: Database.Statement<[string]>;
  readonly #find: Database.Statement<Within & { campaignId: string }, CampaignRow>;
  readonly #page: Database.Statement<Within & { before: string; limit: number }, CampaignRow>;
  readonly #units: Database.Statement<
    Within & { campaignId: string; after: string; limit: number },
    { unit: string; name: string }
  >;
  readonly #takesPart: Database.Statement<[string, string], number>;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(
      `INSERT INTO campaigns VALUES (@campaignId, @owner, @name, @circular, @schoolYear, @instructions, @parts, @createdAt)`,
    );
    this.#insertUnit = database.prepare('INSERT INTO campaign_units (campaign_id, unit) VALUES (?, ?)');
    this.#delete = database.prepare('DELETE FROM campaigns WHERE campaign_id = ?');
    const select = `${BELOW} SELECT campaign_id AS campaignId, owner, name, circular, school_year AS schoolYear, instructions,
      parts, created_at AS createdAt,
      (SELECT count(*) FROM campaign_units u WHERE u.campaign_id = campaigns.campaign_id) AS unitCount FROM campaigns`;
    const concerns = `(@root IS NULL OR owner IN (SELECT code FROM below) OR EXISTS (
      SELECT 1 FROM campaign_units u WHERE u.campaign_id = campaigns.campaign_id AND u.unit IN (SELECT code FROM below)))`;
    this.#find = database.prepare(`${select} WHERE campaign_id = @campaignId AND ${concerns}`);
    this.#page = database.prepare(
      `${select} WHERE campaign_id < @before AND ${concerns} ORDER BY campaign_id DESC LIMIT @limit`,
    );
    this.#units = database.prepare(
      `${BELOW} SELECT unit, name FROM campaign_units JOIN units ON code = unit
       WHERE campaign_id = @campaignId AND unit > @after AND (@root IS NULL OR unit IN (SELECT code FROM below))
       ORDER BY unit LIMIT @limit`,
    );
    this.#takesPart = database
      .prepare<[string, string], number>('SELECT 1 FROM campaign_units WHERE unit = ? AND campaign_id = ?')
      .pluck();
  }

  insert(campaign: Omit<CampaignRow, 'unitCount' | 'parts'> & { parts: readonly CampaignPart[] }): void {
    this.#insert.run({ ...campaign, parts: JSON.stringify(campaign.parts) });
  }

  addUnit(campaignId: string, unit: string): void {
    this.#insertUnit.run(campaignId, unit);
  }

  /** With its units and receipts; what was pushed stays. */
  delete(campaignId: string): void {
    this.#delete.run(campaignId);
  }

  /** The campaign, if it concerns anyone in the scope: by its owner or by a unit that takes part. */
  find(campaignId: string, scope: Scope): Campaign | undefined {
    const row = this.#find.get({ campaignId, root: scope.root });
    return row && fromRow(row);
  }

  /** Newest first, those older than `before`; '~' stands behind every id. */
  page(scope: Scope, before: string, limit: number): readonly Campaign[] {
    return this.#page.all({ root: scope.root, before, limit }).map(fromRow);
  }

  /** Units of the scope that take part, by code, from behind `after`. */
  units(
    campaignId: string,
    scope: Scope,
    after: string,
    limit: number,
  ): readonly { readonly unit: string; readonly name: string }[] {
    return this.#units.all({ campaignId, root: scope.root, after, limit });
  }

  takesPart(unit: string, campaignId: string): boolean {
    return this.#takesPart.get(unit, campaignId) === 1;
  }
}

function fromRow(row: CampaignRow): Campaign {
  return { ...row, parts: JSON.parse(row.parts), createdAt: isoInstant(row.createdAt) };
}
