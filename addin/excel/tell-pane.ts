/** Waits for Office in a dialog; false when this is none. */
export async function dialogReady(): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  await Office.onReady();
  return typeof Office.context.ui?.messageParent === 'function';
}

/** Sends a text from a dialog to the pane that opened it, which stands on the same origin. */
export function tellPane(text: string): void {
  Office.context.ui.messageParent(text, { targetOrigin: location.origin });
}
