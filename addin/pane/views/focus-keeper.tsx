import { useLayoutEffect } from 'preact/hooks';
import type { PaneState } from '../pane-state.ts';

/**
 * Moves the keyboard to the element the state names, once per request. Draws nothing. As a layout effect, in the turn that draws the
 * element: after the paint a quick person (or a slow computer) would already have gone on, and lose the next key to this one.
 */
export function FocusKeeper({ focus }: { focus: PaneState['focus'] }) {
  useLayoutEffect(() => {
    if (!focus) return;
    document.getElementById(focus.id)?.focus();
  }, [focus?.serial]);
  return null;
}
