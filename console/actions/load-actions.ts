import { may } from '../../contract/role.ts';
import type { Campaign, UnitProgress } from '../../contract/schemas/campaign.ts';
import type { Unit } from '../../contract/schemas/unit.ts';
import { type ConsoleContext, serverNow } from '../console-context.ts';
import type { ConsolePage } from '../console-page.ts';
import { leftBehind } from '../console-state.ts';
import { runWork } from './run-work.ts';

export type LoadActions = ReturnType<typeof loadActions>;

/** Fetching what a page shows, page by page. */
export function loadActions(context: ConsoleContext) {
  const { pane, store, api } = context;
  let listing: Promise<boolean> | null = null;

  /** After signing in: the same account finds what it was doing, another finds nothing. */
  function enter(): void {
    const { account } = pane.store.state;
    if (!account || !may(account.role, 'campaigns:write')) return;
    if (store.state.username !== account.username) store.forget();
    // What the last session still waits for is not waited for by this one.
    listing = null;
    store.change({ username: account.username, work: new Map() });
    void loadPage();
  }

  async function loadPage(): Promise<void> {
    const { page } = store.state;
    pane.store.focus('cs-heading');
    if (!(await loadCampaigns())) return;
    if (page.name === 'new') await loadUnits();
    if (page.name === 'campaign') await Promise.all([loadProgress(), loadUnits()]);
  }

  /** The address has changed, by a link or by the browser's Back. */
  function show(page: ConsolePage): void {
    const { notice } = store.state;
    store.change({ ...leftBehind(), page, notice: notice?.on === page.name ? notice : null });
    pane.store.change({ problem: null });
    if (pane.store.state.account && store.state.username !== null) void loadPage();
  }

  /** False when they could not be loaded. Whoever asks while they are on their way waits for them. */
  function loadCampaigns(): Promise<boolean> {
    listing ??= fetchCampaigns().finally(() => {
      listing = null;
    });
    return listing;
  }

  async function fetchCampaigns(): Promise<boolean> {
    const campaigns = await runWork(
      context,
      'list',
      async (onProgress) => {
        const items: Campaign[] = [];
        let cursor: string | null = null;
        do {
          const answer = await api.campaigns(cursor);
          items.push(...answer.items);
          noteClock(answer.now);
          onProgress(items.length);
          cursor = answer.cursor;
        } while (cursor !== null);
        return items;
      },
      { retry: () => void loadPage() },
    );
    if (campaigns) store.change({ campaigns });
    return campaigns !== undefined;
  }

  async function loadUnits(): Promise<void> {
    if (store.state.units) return;
    const units = await runWork(
      context,
      'units',
      async (onProgress) => {
        const items: Unit[] = [];
        let cursor: string | null = null;
        do {
          const answer = await api.units(cursor);
          items.push(...answer.items);
          onProgress(items.length);
          cursor = answer.cursor;
        } while (cursor !== null);
        return items;
      },
      { retry: () => void loadPage() },
    );
    if (units) store.change({ units });
  }

  /** @param silent by itself, every minute: what is shown stays until the new figures are complete */
  async function loadProgress(silent = false): Promise<void> {
    const { page } = store.state;
    if (page.name !== 'campaign') return;
    const { campaignId } = page;
    const isShown = () => store.state.page.name === 'campaign' && store.state.page.campaignId === campaignId;
    const show = (units: readonly UnitProgress[]) => {
      if (isShown()) store.change({ progress: { campaignId, units, loadedAt: serverNow(context) } });
    };
    const fresh = store.state.progress === null;
    const units = await runWork(
      context,
      'progress',
      async (onProgress) => {
        const items: UnitProgress[] = [];
        let cursor: string | null = null;
        do {
          const answer = await api.progress(campaignId, cursor);
          items.push(...answer.items);
          noteClock(answer.now);
          onProgress(items.length);
          if (fresh) show([...items]);
          cursor = answer.cursor;
        } while (cursor !== null && isShown());
        return cursor === null ? items : null;
      },
      { silent, retry: () => void loadPage() },
    );
    if (units) show(units);
    // Another campaign was opened meanwhile (perhaps this one again); its own loading was refused while this one ran.
    const wanted = units === null || !isShown();
    if (wanted && pane.store.state.account && store.state.page.name === 'campaign') await loadProgress();
  }

  function noteClock(now: string): void {
    const clockAhead = Date.parse(now) - pane.host.clock.now();
    if (Number.isFinite(clockAhead)) store.change({ clockAhead });
  }

  return { enter, show, loadPage, loadCampaigns, loadUnits, loadProgress };
}
