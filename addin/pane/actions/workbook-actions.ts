import { may } from '../../../contract/role.ts';
import type { Receipt } from '../../../contract/schemas/campaign.ts';
import { findCampaign, leaveReceipt } from '../../../desk/campaign-client.ts';
import type { RecordKind } from '../../../rules/record.ts';
import type { PaneContext } from '../pane-context.ts';
import { NO_WORKBOOK } from '../pane-state.ts';

/** A receipt a minute tells the officers as much as one a keystroke would. */
export const RECEIPT_EVERY_MS = 60_000;

export type WorkbookActions = ReturnType<typeof workbookActions>;

interface Issued extends Pick<Receipt, 'campaign' | 'unit' | 'version'> {
  readonly kind: RecordKind;
  readonly workbookId: string;
}

/**
 * What the pane does for a workbook that a server issued, beside the clerk's work: judges its signature, shows its campaign, leaves
 * receipts. All of it as far as the line goes: no failure here is shown as one of the clerk's, and nothing waits for it.
 */
export function workbookActions({ store, desk, client, host }: PaneContext) {
  /** The workbook whose opening was told, and by whom. */
  let greeted = '';
  let lastReceiptAt = Number.NEGATIVE_INFINITY;
  let dropTimer: (() => void) | null = null;

  /** Meets the workbook in front, or the account that has just signed in. */
  async function meet(): Promise<void> {
    const { sheet } = store.state;
    if (!sheet?.recognised) {
      store.change({ workbook: NO_WORKBOOK });
      return;
    }
    const findings = await desk.workbookFindings(sheet);
    if (store.state.sheet !== sheet) return;
    store.change(({ workbook }) => ({ workbook: { ...workbook, findings } }));
    const issued = findIssued();
    const here = JSON.stringify([client.account?.username, issued]);
    if (here === greeted) return;
    greeted = here;
    stop();
    lastReceiptAt = Number.NEGATIVE_INFINITY;
    store.change(({ workbook }) => ({ workbook: { ...workbook, campaign: null } }));
    if (!issued) return;
    await Promise.all([showCampaign(issued), store.state.check ? checked() : tell(issued, null)]);
  }

  /** After a check: at once when there was none for a while, else at the end of the minute, with the numbers of then. */
  async function checked(): Promise<void> {
    const issued = findIssued();
    if (!issued || dropTimer) return;
    const wait = lastReceiptAt + RECEIPT_EVERY_MS - host.clock.now();
    if (wait > 0) {
      dropTimer = host.clock.after(wait, () => {
        dropTimer = null;
        void checked();
      });
      return;
    }
    lastReceiptAt = host.clock.now();
    await tell(issued, desk.checkCounts());
  }

  /** The workbook of a campaign, when somebody is signed in who sends from it. */
  function findIssued(): Issued | null {
    const { sheet, account } = store.state;
    if (!sheet?.recognised || !sheet.identity || !account || !may(account.role, 'records:push')) return null;
    const { campaign, unit, version, workbookId } = sheet.identity;
    return campaign === '' || unit === '' ? null : { campaign, unit, version, workbookId, kind: sheet.layout.record };
  }

  async function tell({ workbookId: _, ...workbook }: Issued, check: Receipt['check']): Promise<void> {
    try {
      await leaveReceipt(client, { ...workbook, check });
    } catch {
      // The officers' table lacks a time; the clerk's work is not touched by it.
    }
  }

  async function showCampaign({ campaign: campaignId }: Issued): Promise<void> {
    const asked = greeted;
    try {
      const found = await findCampaign(client, campaignId);
      if (greeted !== asked) return;
      const serverAhead = found ? found.now - host.clock.now() : 0;
      const campaign = found ? { ...found.campaign, serverAhead } : 'gone';
      store.change(({ workbook }) => ({ workbook: { ...workbook, campaign } }));
    } catch {
      // The workbook's own Hướng dẫn sheet says the same.
    }
  }

  function stop(): void {
    dropTimer?.();
    dropTimer = null;
  }

  return { meet, checked, stop };
}
