import { browserSignIn } from './browser-sign-in.ts';
import { downloadBytes } from './download-bytes.ts';
import type { PaneHost, SignInWindow } from './pane-host.ts';

const LANGUAGE_KEY = 'sosach.language';
const RECIPE_KEY = 'sosach.recipe.';
const LONGEST_FRAME_MS = 200;

/** The pane's host in any browser or web view. */
export function browserHost(
  kind: PaneHost['kind'],
  watchSheet?: PaneHost['watchSheet'],
  signInWindow: SignInWindow = browserSignIn(),
): PaneHost {
  return {
    kind,
    signInWindow,
    clock: {
      now: () => Date.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    languages: {
      read: () => recall(LANGUAGE_KEY),
      write: (language) => keep(LANGUAGE_KEY, language),
    },
    recipes: {
      read: (unit) => recall(RECIPE_KEY + unit),
      write: (unit, text) => keep(RECIPE_KEY + unit, text),
    },
    saveFile: (name, contents) => downloadBytes(contents, name, typeof contents === 'string' ? 'json' : 'xlsx'),
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

/** Storage throws where third-party frames may not have it (Excel on the web with strict settings). */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // It then lasts as long as the pane.
  }
}
