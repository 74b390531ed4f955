import { useState } from 'preact/hooks';
import type { Message } from '../../../rules/messages.ts';
import { isBusy } from '../actions/run-task.ts';
import type { SessionView } from '../pane-view.ts';
import { WORDS } from '../words.ts';
import { ProblemNote } from './problem-note.tsx';

export interface SignInFormProps {
  readonly pane: SessionView;
  /** For a page where nothing goes without an account: what signing in is for there. No *Not now* is offered then. */
  readonly neededFor?: Message;
}

/** Signing in: by password inside the pane, or with the unit's own service in a window beside it. */
export function SignInForm({ pane, neededFor }: SignInFormProps) {
  const { state, actions, t } = pane;
  const [shown, setShown] = useState(false);
  const [blank, setBlank] = useState(false);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const place = event.currentTarget as HTMLFormElement;
    const form = new FormData(place);
    const username = String(form.get('username') ?? '').trim();
    const password = String(form.get('password') ?? '');
    const missing = username === '' ? 'username' : password === '' ? 'password' : null;
    setBlank(missing !== null);
    if (missing === null) void actions.session.signIn(username, password);
    else place.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus();
  };

  return (
    <section class="ss-panel" aria-labelledby="sosach-sign-in">
      <h2 id="sosach-sign-in">{t(WORDS.signIn)}</h2>
      <p class="ss-small">{t(neededFor ?? (state.signedOutBy === 'expired' ? WORDS.signInToGoOn : WORDS.signInWhy))}</p>
      <ProblemNote pane={pane} />
      {state.provider !== null && <ProviderSignIn pane={pane} name={state.provider} />}
      <form class="ss-form" onSubmit={onSubmit} noValidate>
        <label for="sosach-username">{t(WORDS.userName)}</label>
        <input
          id="sosach-username"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
        />
        <label for="sosach-password">{t(WORDS.password)}</label>
        <input
          id="sosach-password"
          name="password"
          // The types know either a text field or a password field, not one that changes.
          {...({ type: shown ? 'text' : 'password' } as { type: 'password' })}
          autocomplete="current-password"
          required
          aria-describedby={blank ? 'sosach-blank' : undefined}
        />
        <label class="ss-check-line">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
          <span>{t(WORDS.showPassword)}</span>
        </label>
        {blank && (
          <p class="ss-field-error" id="sosach-blank" role="alert">
            <span aria-hidden="true">✖ </span>
            {t(WORDS.signInBlank)}
          </p>
        )}
        <div class="ss-actions">
          <button type="submit" class="ss-button ss-primary" aria-disabled={isBusy(state)}>
            {t(WORDS.signIn)}
          </button>
          {!neededFor && (
            <button type="button" class="ss-button" onClick={actions.session.closeOverlay}>
              {t(WORDS.notNow)}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

function ProviderSignIn({ pane, name }: { readonly pane: SessionView; readonly name: string }) {
  const { state, actions, t } = pane;
  return (
    <div class="ss-form">
      <div class="ss-actions">
        <button
          type="button"
          id="sosach-provider"
          class="ss-button"
          aria-disabled={isBusy(state) || state.awaitingProvider}
          onClick={() => void actions.session.signInByProvider()}
        >
          {t(WORDS.signInWith, { name })}
        </button>
        {state.awaitingProvider && (
          <button type="button" class="ss-button" onClick={actions.session.giveUpProvider}>
            {t(WORDS.notNow)}
          </button>
        )}
      </div>
      <p class="ss-small">{t(state.awaitingProvider ? WORDS.signInAwaited : WORDS.signInHere)}</p>
    </div>
  );
}
