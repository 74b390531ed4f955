import { WORDS as PANE_WORDS } from '../../addin/pane/words.ts';
import type { Console } from '../console-view.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';

/** Product, language, whose account it is; the try-out banner. */
export function ConsoleHeader({ page: { pane, setLanguage, t } }: { page: Console }) {
  const { account, language, tryOut } = pane.state;
  return (
    <header class="ss-header">
      <div class="ss-header-line cs-header-line">
        <h1 class="ss-brand">
          <span class="ss-brand-mark" aria-hidden="true">
            ✓
          </span>
          {t(PANE_WORDS.productName)} · {t(WORDS.page)}
        </h1>
        {account && (
          <p class="cs-account">
            <strong>{account.unit.name}</strong>
            <span>{account.displayName}</span>
          </p>
        )}
        <button
          type="button"
          class="ss-quiet"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {t(PANE_WORDS.otherLanguage)}
        </button>
        {account && (
          <button type="button" class="ss-quiet" onClick={() => void pane.actions.session.signOut()}>
            {t(PANE_WORDS.signOut)}
          </button>
        )}
      </div>
      {tryOut && (
        <p class="ss-tryout">
          <strong>{t(PANE_WORDS.tryOut)}</strong> {t(PANE_WORDS.tryOutMeaning)}
        </p>
      )}
    </header>
  );
}
