import { useState } from 'preact/hooks';
import { isBusy } from '../actions/run-task.ts';
import type { SessionView } from '../pane-view.ts';
import { WORDS } from '../words.ts';
import { ProblemNote } from './problem-note.tsx';

/** A one-time password is changed before anything else is possible. */
export function PasswordForm({ pane }: { pane: SessionView }) {
  const { state, actions, t } = pane;
  const [unlike, setUnlike] = useState(false);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const first = String(form.get('first') ?? '');
    const differs = first === '' || first !== String(form.get('second') ?? '');
    setUnlike(differs);
    if (!differs) void actions.session.changePassword(first);
  };

  const described = unlike ? { 'aria-describedby': 'sosach-unlike' } : {};
  return (
    <section class="ss-panel" aria-labelledby="sosach-change-password">
      <h2 id="sosach-change-password">{t(WORDS.changePassword)}</h2>
      <p class="ss-small">{t(WORDS.changePasswordWhy)}</p>
      <ProblemNote pane={pane} />
      <form class="ss-form" onSubmit={onSubmit} noValidate>
        <input type="hidden" name="username" autocomplete="username" value={state.account?.username ?? ''} />
        <label for="sosach-new-password">{t(WORDS.newPassword)}</label>
        <input
          id="sosach-new-password"
          name="first"
          type="password"
          autocomplete="new-password"
          required
          {...described}
        />
        <label for="sosach-new-password-again">{t(WORDS.newPasswordAgain)}</label>
        <input
          id="sosach-new-password-again"
          name="second"
          type="password"
          autocomplete="new-password"
          required
          {...described}
        />
        {unlike && (
          <p class="ss-field-error" id="sosach-unlike" role="alert">
            <span aria-hidden="true">✖ </span>
            {t(WORDS.newPasswordUnlike)}
          </p>
        )}
        <div class="ss-actions">
          <button type="submit" class="ss-button ss-primary" aria-disabled={isBusy(state)}>
            {t(WORDS.changePassword)}
          </button>
          <button type="button" class="ss-button" onClick={() => void actions.session.signOut()}>
            {t(WORDS.signOut)}
          </button>
        </div>
      </form>
    </section>
  );
}
