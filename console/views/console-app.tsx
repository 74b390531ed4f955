import { TRYOUT_OFFICERS } from '../../addin/pane/tryout-accounts.ts';
import { FocusKeeper } from '../../addin/pane/views/focus-keeper.tsx';
import { PasswordForm } from '../../addin/pane/views/password-form.tsx';
import { ProblemNote } from '../../addin/pane/views/problem-note.tsx';
import { SignInForm } from '../../addin/pane/views/sign-in-form.tsx';
import { may, ROLE_WORDS } from '../../contract/role.ts';
import type { Console } from '../console-view.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { CampaignForm } from './campaign-form.tsx';
import { CampaignList } from './campaign-list.tsx';
import { CampaignPage } from './campaign-page.tsx';
import { ConsoleHeader } from './console-header.tsx';

/** The whole page. */
export function ConsoleApp({ page }: { page: Console }) {
  const { pane, state, t } = page;
  const { account, overlay, online, announcement } = pane.state;
  const busy = state.work.size > 0;
  return (
    <div class="sosach cs">
      <ConsoleHeader page={page} />
      <main class="cs-main" aria-busy={busy}>
        {!online && account && (
          <p class="ss-banner ss-banner-warning">
            <span aria-hidden="true">⚠ </span>
            {t(WORDS.offline)}
          </p>
        )}
        <Body page={page} />
      </main>
      <div class="ss-unseen" role="status" aria-live="polite">
        <span key={announcement.serial}>{announcement.text}</span>
      </div>
      <FocusKeeper
        focus={overlay === null || overlay === 'sign-in' || overlay === 'password' ? pane.state.focus : null}
      />
    </div>
  );
}

function Body({ page }: { page: Console }) {
  const { pane, state, t } = page;
  const { account, overlay } = pane.state;
  if (!account) return <SignedOut page={page} />;
  if (overlay === 'password') return <PasswordForm pane={pane} />;
  if (!may(account.role, 'campaigns:write')) {
    return (
      <section class="cs-narrow" aria-labelledby="cs-heading">
        <h2 id="cs-heading" tabIndex={-1}>
          {t(WORDS.notOfficer)}
        </h2>
        <p>{t(WORDS.notOfficerWhy, { name: account.displayName, role: t(ROLE_WORDS[account.role]) })}</p>
        <p>
          <a href="/ban-lam-viec">{t(WORDS.workbench)}</a>
        </p>
      </section>
    );
  }
  const Shown = { list: CampaignList, new: CampaignForm, campaign: CampaignPage }[state.page.name];
  return (
    <>
      <ProblemNote pane={pane} />
      <div class="cs-notice" role="status" aria-live="polite">
        {state.notice && (
          <p class="ss-banner ss-banner-good">
            <span aria-hidden="true">✓ </span>
            {t(state.notice.message, state.notice.params)}
          </p>
        )}
      </div>
      <Shown page={page} />
    </>
  );
}

function SignedOut({ page: { pane, t } }: { page: Console }) {
  const { signedOutBy, tryOut } = pane.state;
  return (
    <div class="cs-narrow">
      {signedOutBy === 'idle' && (
        <p class="ss-banner">
          <span aria-hidden="true">ⓘ </span>
          {t(WORDS.idle)}
        </p>
      )}
      <SignInForm pane={pane} neededFor={signedOutBy === 'expired' ? WORDS.signInAgain : WORDS.signInFor} />
      {tryOut && (
        <section class="ss-panel" aria-labelledby="cs-tryout">
          <h2 id="cs-tryout">{t(WORDS.tryOutAccounts)}</h2>
          <div class="ss-actions">
            {TRYOUT_OFFICERS.map(({ username, password, words }) => (
              <button
                key={username}
                type="button"
                class="ss-button"
                onClick={() => void pane.actions.session.signIn(username, password)}
              >
                {t(words)}: <code>{username}</code>
              </button>
            ))}
          </div>
        </section>
      )}
      <p class="cs-aside">
        <a href="/ban-lam-viec">{t(WORDS.workbench)}</a>
      </p>
    </div>
  );
}
