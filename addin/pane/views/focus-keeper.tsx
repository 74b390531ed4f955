import { useEffect } from 'preact/hooks';
import type { PaneState } from '../pane-state.ts';

/** Moves the keyboard to the element the state names, once per request. Draws nothing. */
export function FocusKeeper({ focus }: { focus: PaneState['focus'] }) {
  useEffect(() => {
    if (!focus) return;
    document.getElementById(focus.id)?.focus();
  }, [focus?.serial]);
  return null;
}
