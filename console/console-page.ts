/** What the officer looks at; stands in the address after `#`, so that Back and a reload keep to it. */
export type ConsolePage =
  | { readonly name: 'list' }
  | { readonly name: 'new' }
  | { readonly name: 'campaign'; readonly campaignId: string };

const CAMPAIGN = /^#\/dot\/([0-9a-z-]{1,40})$/;

/** The list for any address it does not know. @param hash of the page's address, with `#` */
export function readPage(hash: string): ConsolePage {
  if (hash === '#/moi') return { name: 'new' };
  const campaignId = CAMPAIGN.exec(hash)?.[1];
  return campaignId === undefined ? { name: 'list' } : { name: 'campaign', campaignId };
}

export function pageHash(page: ConsolePage): string {
  switch (page.name) {
    case 'list':
      return '#/';
    case 'new':
      return '#/moi';
    case 'campaign':
      return `#/dot/${page.campaignId}`;
  }
}
