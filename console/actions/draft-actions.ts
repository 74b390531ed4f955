import type { Campaign } from '../../contract/schemas/campaign.ts';
import { OfflineError } from '../../desk/http-transport.ts';
import { type ConsoleContext, serverNow } from '../console-context.ts';
import { type DraftForm, draftFaults, draftOf, newDraft, newPart, nextPartId, type PartForm } from '../draft-form.ts';
import { schoolsBelow } from '../schools-below.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { runWork } from './run-work.ts';

export type DraftActions = ReturnType<typeof draftActions>;

/** Both clocks count in milliseconds, and a request takes time: a campaign made this much before was not made by it. */
const CLOCK_SLACK_MS = 5000;

/** Filling in a campaign, looking at it once more, opening it. */
export function draftActions(context: ConsoleContext) {
  const { pane, store, api, browser } = context;

  const draft = (): DraftForm => store.state.draft ?? newDraft(serverNow(context));

  function change(part: Partial<DraftForm>): void {
    store.change({ draft: { ...draft(), ...part }, notice: null });
  }

  function changePart(partId: string, changes: Partial<PartForm>): void {
    change({ parts: draft().parts.map((part) => (part.partId === partId ? { ...part, ...changes } : part)) });
  }

  function addPart(): void {
    const partId = nextPartId(draft());
    change({ parts: [...draft().parts, newPart(partId)] });
    pane.store.focus(`cs-${partId}-name`);
  }

  function removePart(partId: string): void {
    change({ parts: draft().parts.filter((part) => part.partId !== partId) });
    pane.store.focus('cs-add-part');
  }

  function clear(): void {
    store.change({ draft: null, showFaults: false, doubtfulSince: null });
    pane.store.focus('cs-name');
  }

  /** To the summary; with faults, to the first of them. */
  function review(): void {
    const faults = draftFaults(draft(), schoolsBelow(store.state.units, serverNow(context))?.length ?? null);
    const [first] = faults.keys();
    if (first !== undefined) {
      store.change({ showFaults: true });
      pane.store.focus(first);
      return;
    }
    store.change({ draftStep: 'review' });
    pane.store.focus('cs-heading');
  }

  function backToForm(): void {
    store.change({ draftStep: 'fill' });
    pane.store.focus('cs-heading');
  }

  async function open(): Promise<void> {
    const form = draft();
    const sentAt = serverNow(context);
    const campaign = await runWork(
      context,
      'open',
      async () => {
        const before = await findOpened(form);
        if (before) return before;
        try {
          return await api.open(draftOf(form));
        } catch (error) {
          if (error instanceof OfflineError) store.change({ doubtfulSince: store.state.doubtfulSince ?? sentAt });
          throw error;
        }
      },
      { retry: () => void open() },
    );
    if (!campaign) return;
    store.change({
      campaigns: null,
      draft: null,
      draftStep: 'fill',
      showFaults: false,
      doubtfulSince: null,
      notice: { on: 'campaign', message: WORDS.opened, params: { name: campaign.name, schools: campaign.unitCount } },
    });
    browser.goTo({ name: 'campaign', campaignId: campaign.campaignId });
  }

  /** The answer to an earlier try was lost on its way: the same campaign must not be opened twice. */
  async function findOpened(form: DraftForm): Promise<Campaign | undefined> {
    const { doubtfulSince } = store.state;
    if (doubtfulSince === null) return undefined;
    const { name } = draftOf(form);
    const { items } = await api.campaigns(null);
    return items.find(
      (campaign) =>
        campaign.name === name &&
        campaign.owner === pane.store.state.account?.unit.code &&
        Date.parse(campaign.createdAt) >= doubtfulSince - CLOCK_SLACK_MS,
    );
  }

  return { change, changePart, addPart, removePart, clear, review, backToForm, open };
}
