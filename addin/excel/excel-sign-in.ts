import { DeskError } from '../../desk/desk-error.ts';
import { findHandoverCode } from '../pane/handover-message.ts';
import type { SignInWindow } from '../pane/pane-host.ts';

/**
 * Percent of the screen: room for a provider's page without covering the sheet. Excel on the web need not ask first whether a window
 * may open: it opens within the press of a button.
 */
const SIZE = { height: 65, width: 35, promptBeforeOpen: false } as const;

/** Signing in in a dialog of Office, which desktop Excel shows where a browser would open a window. */
export function excelSignIn(): SignInWindow {
  return {
    origin: location.origin,
    kind: 'excel',
    open(path, challenge) {
      let dialog: Office.Dialog | null = null;
      let settle: (code: string | null) => void = () => {};
      const code = new Promise<string | null>((resolve, reject) => {
        settle = resolve;
        Office.context.ui.displayDialogAsync(`${location.origin}${path}`, SIZE, ({ status, value }) => {
          if (status !== Office.AsyncResultStatus.Succeeded) {
            reject(new DeskError('window-blocked'));
            return;
          }
          dialog = value;
          value.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
            // Office tells the sender's origin from DialogOrigin 1.1 on; before, only our own pages could send at all.
            if (!('message' in event) || (event.origin ?? location.origin) !== location.origin) return;
            const found = findHandoverCode(event.message, challenge);
            if (found === undefined) return;
            value.close();
            settle(found);
          });
          value.addEventHandler(Office.EventType.DialogEventReceived, () => settle(null));
        });
      });
      return {
        code,
        giveUp() {
          dialog?.close();
          settle(null);
        },
      };
    },
  };
}
