import { DeskError } from '../../desk/desk-error.ts';
import { findHandoverCode } from './handover-message.ts';
import type { SignInWindow } from './pane-host.ts';

export const HANDOVER_CHANNEL = 'sosach.sign-in';

/**
 * Signing in in a window of the browser. The provider's page gets no hold of ours (`opener`), and may cut the two apart by its own
 * headers: what comes back comes over a channel that only pages of our own origin can open.
 */
export function browserSignIn(): SignInWindow {
  return {
    origin: location.origin,
    kind: 'page',
    open(path, challenge) {
      const channel = new BroadcastChannel(HANDOVER_CHANNEL);
      const opened = window.open('', '_blank', 'popup,width=520,height=680');
      let settle: (code: string | null) => void = () => {};
      const code = new Promise<string | null>((resolve, reject) => {
        settle = resolve;
        if (!opened) reject(new DeskError('window-blocked'));
      }).finally(() => channel.close());
      channel.onmessage = ({ data }) => {
        const found = findHandoverCode(data, challenge);
        if (found !== undefined) settle(found);
      };
      if (opened) {
        opened.opener = null;
        opened.location.href = path;
      }
      return {
        code,
        giveUp() {
          opened?.close();
          settle(null);
        },
      };
    },
  };
}
