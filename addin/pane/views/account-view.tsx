import { ROLE_WORDS } from '../../../contract/role.ts';
import type { MySession } from '../../../contract/schemas/session.ts';
import { ACCOUNT_WORDS } from '../account-words.ts';
import { isBusy } from '../actions/run-task.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';
import { ProblemNote } from './problem-note.tsx';

/** Whose account it is, and where else it is signed in. */
export function AccountView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { account, mySessions, task } = state;
  return (
    <section class="ss-panel" aria-labelledby="sosach-my-account">
      <h2 id="sosach-my-account" tabIndex={-1}>
        {t(ACCOUNT_WORDS.account)}
      </h2>
      {account && (
        <p>
          {t(WORDS.userName)}: {account.username} · {t(ROLE_WORDS[account.role])}
        </p>
      )}
      <ProblemNote pane={pane} />
      <h3>{t(ACCOUNT_WORDS.sessions)}</h3>
      {mySessions === null ? (
        task?.kind !== 'my-sessions' && (
          <button
            type="button"
            class="ss-button"
            aria-disabled={isBusy(state)}
            onClick={() => void actions.account.show()}
          >
            {t(ACCOUNT_WORDS.load)}
          </button>
        )
      ) : (
        <Sessions pane={pane} sessions={mySessions} />
      )}
      <div class="ss-actions">
        <button
          type="button"
          class="ss-button"
          aria-disabled={isBusy(state)}
          onClick={() => void actions.account.endAll()}
        >
          {t(ACCOUNT_WORDS.endAll)}
        </button>
        <button type="button" class="ss-button" onClick={actions.session.closeOverlay}>
          {t(WORDS.close)}
        </button>
      </div>
    </section>
  );
}

function Sessions({ pane, sessions }: { pane: Pane; sessions: readonly MySession[] }) {
  const { t } = pane;
  return (
    <>
      <ul class="ss-plain-list">
        {sessions.map((session) => (
          <Item key={session.sessionId} pane={pane} session={session} />
        ))}
      </ul>
      <p class="ss-small">
        {t(sessions.some(({ current }) => !current) ? ACCOUNT_WORDS.sessionsWhy : ACCOUNT_WORDS.noOther)}
      </p>
    </>
  );
}

function Item({ pane, session }: { pane: Pane; session: MySession }) {
  const { state, actions, t } = pane;
  const { sessionId, way, openedAt, usedAt, current } = session;
  const time = pane.time(Date.parse(openedAt));
  return (
    <li class="ss-my-session">
      <p>
        <strong>{t(ACCOUNT_WORDS.openedAt, { time })}</strong>
        {current && (
          <>
            {' · '}
            <span aria-hidden="true">● </span>
            {t(ACCOUNT_WORDS.thisOne)}
          </>
        )}
      </p>
      <p class="ss-small">
        {t(way === 'password' ? ACCOUNT_WORDS.byPassword : ACCOUNT_WORDS.byProvider)} ·{' '}
        {t(ACCOUNT_WORDS.usedAt, { time: pane.time(Date.parse(usedAt)) })}
      </p>
      {!current && (
        <div class="ss-actions">
          <button
            type="button"
            class="ss-quiet"
            aria-label={t(ACCOUNT_WORDS.endOf, { time })}
            aria-disabled={isBusy(state)}
            onClick={() => void actions.account.end(sessionId, time)}
          >
            {t(ACCOUNT_WORDS.end)}
          </button>
        </div>
      )}
    </li>
  );
}
