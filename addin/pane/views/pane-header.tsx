import { ACCOUNT_WORDS } from '../account-words.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';

/** Product, language, help; whose account it is; the try-out banner. */
export function PaneHeader({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  return (
    <div class="ss-header">
      <div class="ss-header-line">
        <h1 class="ss-brand">
          <span class="ss-brand-mark" aria-hidden="true">
            ✓
          </span>
          {t(WORDS.productName)}
        </h1>
        <button
          type="button"
          class="ss-quiet"
          lang={state.language === 'vi' ? 'en' : 'vi'}
          onClick={() => actions.setLanguage(state.language === 'vi' ? 'en' : 'vi')}
        >
          {t(WORDS.otherLanguage)}
        </button>
        <button type="button" class="ss-quiet" id="sosach-help-button" onClick={actions.showHelp}>
          {t(WORDS.help)}
        </button>
      </div>
      {state.tryOut && (
        <p class="ss-tryout">
          <strong>{t(WORDS.tryOut)}</strong> {t(WORDS.tryOutMeaning)}
        </p>
      )}
      <div class="ss-header-line ss-account">
        {state.account ? (
          <>
            <p class="ss-account-name">
              <strong>{state.account.unit.name}</strong>
              <button
                type="button"
                class="ss-quiet"
                id="sosach-account-name"
                aria-label={`${state.account.displayName}: ${t(ACCOUNT_WORDS.account)}`}
                onClick={() => void actions.account.show()}
              >
                {state.account.displayName}
              </button>
            </p>
            <button type="button" class="ss-quiet" id="sosach-account" onClick={() => void actions.session.signOut()}>
              {t(WORDS.signOut)}
            </button>
          </>
        ) : (
          <>
            <p class="ss-account-name">
              <span>{t(WORDS.notSignedIn)}</span>
            </p>
            <button type="button" class="ss-quiet" id="sosach-account" onClick={() => actions.session.askSignIn()}>
              {t(WORDS.signIn)}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
