import type { Campaign } from '../../contract/schemas/campaign.ts';
import type { RecordKind } from '../../rules/record.ts';
import type { ConsoleContext } from '../console-context.ts';
import type { ReminderChoice } from '../console-state.ts';
import { megabytes } from '../megabytes.ts';
import type { SortKey, TableChoice } from '../school-table.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { runWork } from './run-work.ts';

export type CampaignActions = ReturnType<typeof campaignActions>;

/** What can be done with one campaign: its files, its table, its reminders, its end. */
export function campaignActions(context: ConsoleContext) {
  const { pane, session, store, api, browser } = context;
  /** The end of the downloads of single workbooks that were asked for so far. */
  let workbooks = Promise.resolve();

  async function downloadAll(campaignId: string): Promise<void> {
    const file = `so-sach-${campaignId}.zip`;
    const bytes = await runWork(
      context,
      'zip',
      (onProgress) =>
        api.workbooks(campaignId, (received) => {
          // Waiting for a province's workbooks on a slow line is work, not absence.
          session.touch();
          onProgress(received);
        }),
      { retry: () => void downloadAll(campaignId) },
    );
    if (!bytes) return;
    browser.saveFile(bytes, file, 'zip');
    tell(WORDS.downloadedAll, { file, mb: megabytes(bytes.length) });
  }

  /** One after the other: an officer presses down a column of schools faster than a line brings their workbooks. */
  function downloadOne(campaignId: string, unit: string, kind: RecordKind): Promise<void> {
    const { account } = pane.store.state;
    const mine = workbooks.then(async () => {
      if (pane.store.state.account === account) await fetchOne(campaignId, unit, kind);
    });
    workbooks = mine.catch(() => {});
    return mine;
  }

  async function fetchOne(campaignId: string, unit: string, kind: RecordKind): Promise<void> {
    const file = `so-sach-${kind}-${unit}.xlsx`;
    const bytes = await runWork(context, 'workbook', () => api.workbook(campaignId, unit, kind), {
      retry: () => void downloadOne(campaignId, unit, kind),
    });
    if (!bytes) return;
    browser.saveFile(bytes, file, 'xlsx');
    tell(WORDS.downloadedOne, { file });
  }

  /** The second press on a heading turns the order round. */
  function sort(key: SortKey): void {
    const { table } = store.state;
    store.change({
      table: { ...table, sort: key, descending: table.sort === key && !table.descending },
      tablePage: 0,
    });
  }

  function choose(part: Partial<Pick<TableChoice, 'filter' | 'search'>>): void {
    store.change({ table: { ...store.state.table, ...part }, tablePage: 0 });
  }

  function turnTo(tablePage: number): void {
    store.change({ tablePage });
  }

  function remind(part: Partial<ReminderChoice> = {}): void {
    const open = store.state.reminder !== null;
    store.change({ reminder: { filter: 'all', unit: null, form: 'letter', ...store.state.reminder, ...part } });
    if (!open || part.unit !== undefined) pane.store.focus('cs-reminders');
  }

  function closeReminders(): void {
    store.change({ reminder: null });
    pane.store.focus('cs-remind');
  }

  /** False: the caller selects the text, so that it can be copied by hand. */
  async function copy(text: string): Promise<boolean> {
    const done = await browser.copy(text);
    tell(done ? WORDS.copied : WORDS.copyByHand);
    return done;
  }

  function askWithdraw(withdrawing: boolean): void {
    store.change({ withdrawing });
    pane.store.focus(withdrawing ? 'cs-withdraw-heading' : 'cs-withdraw');
  }

  async function withdraw(campaign: Pick<Campaign, 'campaignId' | 'name'>): Promise<void> {
    const done = await runWork(
      context,
      'withdraw',
      async () => {
        await api.withdraw(campaign.campaignId);
        return true;
      },
      { retry: () => void withdraw(campaign) },
    );
    if (!done) return;
    store.change({
      campaigns: null,
      notice: { on: 'list', message: WORDS.withdrawn, params: { name: campaign.name } },
    });
    browser.goTo({ name: 'list' });
  }

  function tell(
    message: (typeof WORDS)['copied' | 'copyByHand' | 'downloadedAll' | 'downloadedOne'],
    params = {},
  ): void {
    store.change({ notice: { on: 'campaign', message, params } });
  }

  return { downloadAll, downloadOne, sort, choose, turnTo, remind, closeReminders, copy, askWithdraw, withdraw };
}
