import type { Campaign, CampaignDraft, CampaignPage, UnitProgressPage } from '../contract/schemas/campaign.ts';
import type { UnitPage } from '../contract/schemas/unit.ts';
import { DeskError } from '../desk/desk-error.ts';
import type { SyncClient } from '../desk/sync-client.ts';
import type { RecordKind } from '../rules/record.ts';
import { getCampaign, getCampaignPage, getProgressPage, getUnitPage } from './read-campaigns.ts';

/** The largest page that each list gives (`contract/schemas`): a province's 2,000 schools come in ten answers. */
const CAMPAIGNS_A_PAGE = 200;
const UNITS_A_PAGE = 1000;

/** What the officers' page asks of the server, as the signed-in account. Rejects as `SyncClient` does. */
export class CampaignApi {
  readonly #client: SyncClient;

  constructor(client: SyncClient) {
    this.#client = client;
  }

  async campaigns(cursor: string | null): Promise<CampaignPage> {
    return getCampaignPage(await this.#get('/api/v1/campaigns', CAMPAIGNS_A_PAGE, cursor));
  }

  async units(cursor: string | null): Promise<UnitPage> {
    return getUnitPage(await this.#get('/api/v1/units', UNITS_A_PAGE, cursor));
  }

  async progress(campaignId: string, cursor: string | null): Promise<UnitProgressPage> {
    return getProgressPage(await this.#get(`/api/v1/campaigns/${campaignId}/units`, CAMPAIGNS_A_PAGE, cursor));
  }

  /** @param idempotencyKey the same at each try: whatever got lost on its way, one campaign is opened */
  async open(draft: CampaignDraft, idempotencyKey: string): Promise<Campaign> {
    const headers = { 'idempotency-key': idempotencyKey };
    return getCampaign(
      await this.#client.authorised({ method: 'POST', path: '/api/v1/campaigns', headers, body: draft }),
    );
  }

  async withdraw(campaignId: string): Promise<void> {
    await this.#client.authorised({ method: 'DELETE', path: `/api/v1/campaigns/${campaignId}` });
  }

  /** The workbooks of all schools, a ZIP. @param onBytes told how much has come: nobody knows beforehand how much it will be */
  workbooks(campaignId: string, onBytes: (received: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    return this.#file(`/api/v1/campaigns/${campaignId}/workbooks`, onBytes);
  }

  workbook(campaignId: string, unit: string, kind: RecordKind): Promise<Uint8Array<ArrayBuffer>> {
    return this.#file(`/api/v1/workbooks/${kind}?unit=${encodeURIComponent(unit)}&campaign=${campaignId}`);
  }

  #get(path: string, limit: number, cursor: string | null): Promise<unknown> {
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    return this.#client.authorised({ method: 'GET', path: `${path}?limit=${limit}${from}` });
  }

  async #file(path: string, onBytes?: (received: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    const request = { method: 'GET', path, answer: 'bytes' } as const;
    const bytes = await this.#client.authorised(onBytes ? { ...request, onBytes } : request);
    if (!(bytes instanceof Uint8Array))
      throw new DeskError('answer-not-understood', { params: { where: 'workbooks' } });
    return bytes as Uint8Array<ArrayBuffer>;
  }
}
