import type { PaneHost } from './pane-host.ts';

const LANGUAGE_KEY = 'sosach.language';
const LONGEST_FRAME_MS = 200;

/** The pane's host in any browser or web view. */
export function browserHost(kind: PaneHost['kind'], watchSheet?: PaneHost['watchSheet']): PaneHost {
  return {
    kind,
    clock: {
      now: () => Date.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    languages: {
      // Storage throws where third-party frames may not have it (Excel on the web with strict settings).
      read() {
        try {
          return localStorage.getItem(LANGUAGE_KEY);
        } catch {
          return null;
        }
      },
      write(language) {
        try {
          localStorage.setItem(LANGUAGE_KEY, language);
        } catch {
          // The choice then lasts as long as the pane.
        }
      },
    },
    ...(watchSheet ? { watchSheet } : {}),
    painted: () =>
      new Promise((done) => {
        // A page in the background draws no frames; the work must not wait for one.
        const timer = setTimeout(done, LONGEST_FRAME_MS);
        requestAnimationFrame(() =>
          setTimeout(() => {
            clearTimeout(timer);
            done();
          }),
        );
      }),
    watchNetwork(onChange) {
      const online = () => onChange(true);
      const offline = () => onChange(false);
      addEventListener('online', online);
      addEventListener('offline', offline);
      return () => {
        removeEventListener('online', online);
        removeEventListener('offline', offline);
      };
    },
  };
}
