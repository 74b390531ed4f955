import type { Tab } from './pane-state.ts';

export const tabId = (tab: Tab) => `sosach-tab-${tab}`;
