import { useState } from 'preact/hooks';
import type { Pane } from '../pane-view.ts';
import { composeSupportLetter, knownSender, type SupportSender, technicalLines } from '../support-letter.ts';
import { SUPPORT_WORDS } from '../support-words.ts';
import { WORDS } from '../words.ts';

const FIELDS = [
  ['school', SUPPORT_WORDS.school, 'organization', 'text'],
  ['schoolCode', SUPPORT_WORDS.schoolCode, 'off', 'text'],
  ['person', SUPPORT_WORDS.person, 'name', 'text'],
  ['phone', SUPPORT_WORDS.phone, 'tel', 'tel'],
] as const satisfies readonly (readonly [keyof SupportSender, unknown, string, 'text' | 'tel'])[];

/** Asking for help by e-mail. What is typed here stays in this form: it is neither kept nor sent to the server. */
export function SupportForm({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const [sender, setSender] = useState(() => knownSender(state));
  const [missing, setMissing] = useState(false);
  const { address, version } = state.support;
  const technical = technicalLines(state, { place: pane.place, version, userAgent: navigator.userAgent });
  const { subject, body, link } = composeSupportLetter({ sender, address, language: state.language, technical });
  const select = (event: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    event.currentTarget.select();

  const pointOut = () => {
    setMissing(true);
    const [first] = FIELDS.find(([field]) => sender[field].trim() === '') ?? [];
    if (first) document.getElementById(`sosach-support-${first}`)?.focus();
  };

  return (
    <section class="ss-panel" aria-labelledby="sosach-support">
      <h2 id="sosach-support" tabIndex={-1}>
        {t(SUPPORT_WORDS.ask)}
      </h2>
      <p class="ss-small">{t(SUPPORT_WORDS.intro)}</p>
      <div class="ss-form">
        {FIELDS.map(([field, words, autocomplete, inputMode]) => (
          <>
            <label for={`sosach-support-${field}`}>{t(words)}</label>
            <input
              id={`sosach-support-${field}`}
              inputMode={inputMode}
              autocomplete={autocomplete}
              required
              value={sender[field]}
              aria-describedby={missing && sender[field].trim() === '' ? 'sosach-support-missing' : undefined}
              onInput={(event) => setSender({ ...sender, [field]: event.currentTarget.value })}
            />
          </>
        ))}
        {missing && link === null && (
          <p class="ss-field-error" id="sosach-support-missing" role="alert">
            <span aria-hidden="true">✖ </span>
            {t(SUPPORT_WORDS.missing)}
          </p>
        )}
        <p class="ss-small">
          {address === null ? t(SUPPORT_WORDS.noAddress) : t(SUPPORT_WORDS.toAddress, { address })}
        </p>
        <div class="ss-actions">
          {link === null ? (
            <button type="button" class="ss-button ss-primary" onClick={pointOut}>
              {t(SUPPORT_WORDS.open)}
            </button>
          ) : (
            <a class="ss-button ss-primary" href={link} target="_blank" rel="noreferrer">
              {t(SUPPORT_WORDS.open)}
            </a>
          )}
          <button type="button" class="ss-button" onClick={actions.session.closeOverlay}>
            {t(WORDS.close)}
          </button>
        </div>
        <p class="ss-small">{t(SUPPORT_WORDS.byHand)}</p>
        <label for="sosach-support-subject">{t(SUPPORT_WORDS.subject)}</label>
        <input id="sosach-support-subject" readOnly value={subject} onFocus={select} />
        <label for="sosach-support-text">{t(SUPPORT_WORDS.text)}</label>
        <textarea id="sosach-support-text" class="ss-letter" readOnly rows={11} value={body} onFocus={select} />
      </div>
    </section>
  );
}
