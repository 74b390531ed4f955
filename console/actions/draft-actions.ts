import { mintId } from '../../addin/pane/mint-id.ts';
import type { Campaign } from '../../contract/schemas/campaign.ts';
import { DeskError } from '../../desk/desk-error.ts';
import { type ConsoleContext, serverNow } from '../console-context.ts';
import { type DraftForm, draftFaults, draftOf, newDraft, newPart, nextPartId, type PartForm } from '../draft-form.ts';
import { schoolsBelow } from '../schools-below.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { runWork } from './run-work.ts';

export type DraftActions = ReturnType<typeof draftActions>;

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
    store.change({ draft: null, showFaults: false, draftKey: null });
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
    const draftKey = store.state.draftKey ?? mintId();
    store.change({ draftKey });
    const campaign = await runWork(context, 'open', () => openUnder(draftKey), { retry: () => void open() });
    if (!campaign) return;
    store.change({
      campaigns: null,
      draft: null,
      draftStep: 'fill',
      showFaults: false,
      draftKey: null,
      notice: { on: 'campaign', message: WORDS.opened, params: { name: campaign.name, schools: campaign.unitCount } },
    });
    browser.goTo({ name: 'campaign', campaignId: campaign.campaignId });
  }

  /** A try whose answer was lost had opened what stood in the draft then: that is said once, and the next try opens another. */
  async function openUnder(draftKey: string): Promise<Campaign> {
    try {
      return await api.open(draftOf(draft()), draftKey);
    } catch (error) {
      if (error instanceof DeskError && error.problem?.code === 'idempotency-key-reused')
        store.change({ draftKey: null });
      throw error;
    }
  }

  return { change, changePart, addPart, removePart, clear, review, backToForm, open };
}
