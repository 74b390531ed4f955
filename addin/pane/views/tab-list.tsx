import { TABS, type Tab } from '../pane-state.ts';
import type { Pane } from '../pane-view.ts';
import { tabId } from '../tab-id.ts';
import { WORDS } from '../words.ts';

const TAB_WORDS = {
  check: WORDS.tabCheck,
  fix: WORDS.tabFix,
  push: WORDS.tabPush,
  results: WORDS.tabResults,
} as const;

export const tabPanelId = (tab: Tab) => `sosach-panel-${tab}`;

/** The four steps of the job as tabs (ARIA tabs pattern: arrows move, the chosen one is in the tab order). */
export function TabList({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const at = TABS.indexOf(state.tab);
    const steps: Record<string, number> = {
      ArrowRight: (at + 1) % TABS.length,
      ArrowLeft: (at + TABS.length - 1) % TABS.length,
      Home: 0,
      End: TABS.length - 1,
    };
    const next = TABS[steps[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    actions.showTab(next);
    document.getElementById(tabId(next))?.focus();
  };

  return (
    <div class="ss-tabs" role="tablist" aria-label={t(WORDS.steps)} onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(tab)}
          aria-selected={state.tab === tab}
          {...(state.tab === tab ? { 'aria-controls': tabPanelId(tab) } : {})}
          tabIndex={state.tab === tab ? 0 : -1}
          onClick={() => actions.showTab(tab)}
        >
          {t(TAB_WORDS[tab])}
          <TabCount pane={pane} tab={tab} />
        </button>
      ))}
    </div>
  );
}

/** The number that makes a step worth a look. */
function TabCount({ pane: { state, n }, tab }: { pane: Pane; tab: Tab }) {
  const count = {
    check: () => (state.check ? state.check.error + state.check.query : 0),
    fix: () => state.check?.groups.reduce((sum, group) => sum + group.fixable, 0) ?? 0,
    push: () => 0,
    results: () => state.results.report?.waiting ?? 0,
  }[tab]();
  return count > 0 ? <span class="ss-tab-count">{n(count)}</span> : null;
}
