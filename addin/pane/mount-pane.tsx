import { render } from 'preact';
import type { Desk } from '../../desk/desk.ts';
import type { SyncClient } from '../../desk/sync-client.ts';
import type { Language } from '../../rules/messages.ts';
import { bindKeys } from './bind-keys.ts';
import { type PaneActions, paneActions } from './pane-actions.ts';
import type { PaneHost } from './pane-host.ts';
import { PaneStore } from './pane-store.ts';
import { PaneApp } from './views/pane-app.tsx';
import { wordsIn } from './words-in.ts';
import './styles/frame.css';
import './styles/findings.css';
import './styles/fixes.css';
import './styles/recipe.css';
import './styles/results.css';
import './styles/forms.css';
import './styles/columns.css';
import './styles/workbook.css';
import './styles/loop.css';
import './styles/carried.css';
import './styles/sync.css';
import './styles/account.css';

export interface PaneParts {
  readonly desk: Desk;
  readonly client: SyncClient;
  readonly host: PaneHost;
  /** Known beforehand to be a try-out; otherwise signing in tells. */
  readonly tryOut?: boolean;
  /** The workbench before anything is opened: its empty sheet is not the person's. */
  readonly nothingOpen?: boolean;
  /** Default: what the person chose last time, else Vietnamese. */
  readonly language?: Language;
}

export interface MountedPane {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  unmount(): Promise<void>;
}

/** Puts the pane into an element, recognises the sheet and watches it. The pane knows neither Excel nor the workbench. */
export function mountPane(
  element: HTMLElement,
  { desk, client, host, tryOut = false, nothingOpen = false, language }: PaneParts,
): MountedPane {
  const store = new PaneStore(language ?? (host.languages.read() === 'en' ? 'en' : 'vi'));
  store.change({ tryOut, nothingOpen });
  const actions = paneActions({ store, desk, client, host });

  let due = false;
  let gone = false;
  /** Several changes in one turn are drawn once. */
  const drawSoon = () => {
    if (due) return;
    due = true;
    queueMicrotask(draw);
  };
  const draw = () => {
    due = false;
    if (gone) return;
    const { state } = store;
    document.documentElement.lang = state.language;
    render(
      <PaneApp pane={{ place: host.kind, state, actions, ...wordsIn(state.language, host.clock.now) }} />,
      element,
    );
  };
  const drops = [
    store.subscribe(drawSoon),
    bindKeys(document, store, actions),
    host.watchNetwork((online) => store.change({ online })),
    ...(host.watchSheet ? [host.watchSheet(() => void actions.sheet.open({ bySelf: true }))] : []),
  ];
  actions.session.resume();
  // Preact draws beside what stands there already, here the words shown while loading.
  element.replaceChildren();
  draw();
  void actions.sheet.open({ bySelf: true });

  return {
    store,
    actions,
    async unmount() {
      gone = true;
      for (const drop of drops) drop();
      actions.status.stop();
      actions.session.stopIdle();
      actions.workbook.stop();
      render(null, element);
      await actions.sheet.stopWatching();
    },
  };
}
