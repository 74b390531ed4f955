import type { PaneActions } from './pane-actions.ts';
import type { PaneStore } from './pane-store.ts';

/** Alt and a key, by its place on the keyboard: Vietnamese input methods change what a key types, not where it is. */
export const KEYS = {
  check: { code: 'KeyK', shown: 'Alt+K' },
  fix: { code: 'KeyS', shown: 'Alt+S' },
  push: { code: 'KeyG', shown: 'Alt+G' },
  results: { code: 'KeyQ', shown: 'Alt+Q' },
  rows: { code: 'KeyC', shown: 'Alt+C' },
  confirm: { code: 'KeyX', shown: 'Alt+X' },
  next: { code: 'ArrowDown', shown: 'Alt+↓' },
  previous: { code: 'ArrowUp', shown: 'Alt+↑' },
} as const;

/** Listens for the pane's keys; any key or click counts as somebody being there. The answer ends it. */
export function bindKeys(page: Document, store: PaneStore, actions: PaneActions): () => void {
  const run: Record<keyof typeof KEYS, () => void> = {
    check: () => void actions.sheet.check(),
    fix: () => actions.showTab('fix'),
    push: () => actions.showTab('push'),
    results: () => actions.showTab('results'),
    rows: () => void actions.loop.look(),
    confirm: () => void actions.confirm.confirmCurrent(),
    next: actions.sheet.nextFinding,
    previous: actions.sheet.previousFinding,
  };

  const onKey = (event: KeyboardEvent) => {
    actions.session.touch();
    if (event.key === 'Escape' && store.state.overlay !== null) {
      actions.session.closeOverlay();
      return;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    for (const name of Object.keys(KEYS) as (keyof typeof KEYS)[]) {
      if (KEYS[name].code !== event.code) continue;
      event.preventDefault();
      run[name]();
    }
  };
  const onPointer = () => actions.session.touch();
  page.addEventListener('keydown', onKey);
  page.addEventListener('pointerdown', onPointer);
  return () => {
    page.removeEventListener('keydown', onKey);
    page.removeEventListener('pointerdown', onPointer);
  };
}
