import { ROLE_WORDS } from '../../../contract/role.ts';
import { ROW_STATE_WORDS } from '../../../contract/verdict.ts';
import { KEYS } from '../bind-keys.ts';
import { CONFIRM_WORDS } from '../confirm-words.ts';
import { LOOP_STATE_SYMBOLS } from '../loop-state-symbols.ts';
import { LOOP_WORDS } from '../loop-words.ts';
import type { Pane } from '../pane-view.ts';
import { SUPPORT_WORDS } from '../support-words.ts';
import { WORDS } from '../words.ts';
import { SEVERITY_WORDS, SeveritySymbol } from './severity.tsx';

/** Three steps, symbols, keys, and what is never sent. */
export function HelpView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  return (
    <section class="ss-panel ss-help" aria-labelledby="sosach-help">
      <h2 id="sosach-help" tabIndex={-1}>
        {t(WORDS.help)}
      </h2>
      <h3>{t(WORDS.helpSteps)}</h3>
      <ol>
        <li>{t(WORDS.helpStep1)}</li>
        <li>{t(WORDS.helpStep2)}</li>
        <li>{t(WORDS.helpStep3)}</li>
      </ol>
      <h3>{t(WORDS.helpSymbols)}</h3>
      <ul class="ss-plain-list">
        {(['error', 'query', 'note'] as const).map((severity) => (
          <li key={severity} class="ss-legend">
            <SeveritySymbol severity={severity} />
            <span>
              <strong>{t(SEVERITY_WORDS[severity])}</strong>: {t(SEVERITY_MEANINGS[severity])}
            </span>
          </li>
        ))}
        {VERDICT_LEGEND.map(([state, meaning]) => (
          <li key={state} class={`ss-legend ss-state-${state}`}>
            <span class="ss-state-symbol" aria-hidden="true">
              {LOOP_STATE_SYMBOLS[state]}
            </span>
            <span>
              <strong>{t(ROW_STATE_WORDS[state])}</strong>: {t(meaning)}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t(WORDS.helpKeys)}</h3>
      <dl class="ss-keys">
        <Key shown={KEYS.check.shown} meaning={t(WORDS.helpKeyCheck)} />
        <Key shown={KEYS.fix.shown} meaning={t(WORDS.helpKeyFix)} />
        <Key shown={KEYS.push.shown} meaning={t(WORDS.helpKeyPush)} />
        <Key shown={KEYS.results.shown} meaning={t(WORDS.helpKeyResults)} />
        <Key shown={KEYS.rows.shown} meaning={t(LOOP_WORDS.helpKeyRows)} />
        <Key shown={`${KEYS.next.shown} / ${KEYS.previous.shown}`} meaning={t(WORDS.helpKeyNext)} />
        <Key shown={KEYS.confirm.shown} meaning={t(CONFIRM_WORDS.helpKeyConfirm)} />
        {pane.place === 'workbench' && <Key shown="F6" meaning={t(WORDS.helpKeyPlace)} />}
      </dl>
      <p class="ss-small">{t(WORDS.helpPrivacy)}</p>
      {state.account && (
        <p class="ss-small">
          {t(WORDS.signedInAs, { name: `${state.account.displayName} (${t(ROLE_WORDS[state.account.role])})` })}
        </p>
      )}
      <div class="ss-actions">
        <button type="button" class="ss-button" onClick={() => void actions.showSupport()}>
          {t(SUPPORT_WORDS.ask)}
        </button>
        <button type="button" class="ss-button" onClick={actions.session.closeOverlay}>
          {t(WORDS.close)}
        </button>
      </div>
    </section>
  );
}

const SEVERITY_MEANINGS = {
  error: WORDS.meaningError,
  query: WORDS.meaningQuery,
  note: WORDS.meaningNote,
} as const;

/** The verdicts that have a mark of their own in the sheet. */
const VERDICT_LEGEND = [
  ['verified', WORDS.meaningVerified],
  ['wrong-information', WORDS.meaningDiffers],
  ['pending', WORDS.meaningWaiting],
] as const;

function Key({ shown, meaning }: { shown: string; meaning: string }) {
  return (
    <div>
      <dt>
        <kbd>{shown}</kbd>
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
