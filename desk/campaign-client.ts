import type { Campaign, CampaignPage, CampaignPart, Receipt } from '../contract/schemas/campaign.ts';
import { getDeadline } from './read-deadline.ts';
import { list, number, object, text, textOrNull } from './read-json.ts';
import type { SyncClient } from './sync-client.ts';

/** What a clerk is shown of the campaign that a workbook was made for. */
export type CampaignNotice = Pick<Campaign, 'campaignId' | 'name' | 'circular' | 'instructions'> & {
  readonly parts: readonly Pick<CampaignPart, 'partId' | 'name' | 'kind' | 'deadline'>[];
};

export interface FoundCampaign {
  readonly campaign: CampaignNotice;
  /** The server's clock, milliseconds since 1970: a school's own may be wrong. */
  readonly now: number;
}

/** Nobody keeps so many campaigns that concern one school; a server that pages for ever is not followed. */
const MOST_PAGES = 20;

/** The campaign, where it concerns the account; undefined when it was withdrawn. */
export async function findCampaign(client: SyncClient, campaignId: string): Promise<FoundCampaign | undefined> {
  let cursor: string | null = '';
  for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
    const path: string = `/api/v1/campaigns?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer: ReturnType<typeof getPage> = getPage(await client.authorised({ method: 'GET', path }));
    const campaign = answer.items.find((item) => item.campaignId === campaignId);
    if (campaign) return { campaign, now: answer.now };
    cursor = answer.cursor;
  }
  return undefined;
}

/** Tells the server that a workbook was opened, or how its check came out: numbers, never a row. */
export async function leaveReceipt(client: SyncClient, receipt: Receipt): Promise<void> {
  await client.authorised({ method: 'POST', path: '/api/v1/receipts', body: receipt });
}

const WHERE = 'campaigns';

function getPage(
  body: unknown,
): { readonly now: number; readonly items: readonly CampaignNotice[] } & Pick<CampaignPage, 'cursor'> {
  const page = object(body, WHERE);
  return {
    items: list(page.items, WHERE).map(getCampaign),
    cursor: textOrNull(page.cursor, WHERE),
    now: number(Date.parse(text(page.now, WHERE)), WHERE),
  };
}

function getCampaign(item: unknown): CampaignNotice {
  const campaign = object(item, WHERE);
  return {
    campaignId: text(campaign.campaignId, WHERE),
    name: text(campaign.name, WHERE),
    circular: text(campaign.circular, WHERE),
    instructions: text(campaign.instructions, WHERE),
    parts: list(campaign.parts, WHERE).map((entry) => {
      const part = object(entry, WHERE);
      return {
        partId: text(part.partId, WHERE),
        name: text(part.name, WHERE),
        // A kind of a newer server is no kind of a sheet here, and its part is not shown.
        kind: text(part.kind, WHERE) as CampaignPart['kind'],
        deadline: getDeadline(part.deadline, WHERE),
      };
    }),
  };
}
