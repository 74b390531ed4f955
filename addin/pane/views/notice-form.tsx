import { useState } from 'preact/hooks';
import type { RecordHistory } from '../../../contract/schemas/loop.ts';
import { COMPARED_FIELD_WORDS, COMPARED_FIELDS } from '../../../contract/verdict.ts';
import { vietnamDay } from '../../../contract/vietnam-time.ts';
import type { Message } from '../../../rules/messages.ts';
import { isBusy } from '../actions/run-task.ts';
import { findTypedDay } from '../find-typed-day.ts';
import { LOOP_WORDS } from '../loop-words.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';

/** Which paper came, and which fields were compared with it. Recorded again, it keeps its number and gets its new ticks. */
export function NoticeForm({ pane, history }: { pane: Pane; history: RecordHistory | null }) {
  const { state, actions, t } = pane;
  const known = history?.rounds.at(-1)?.notice ?? null;
  const [fault, setFault] = useState<Message | null>(null);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy(state)) return;
    const place = event.currentTarget as HTMLFormElement;
    const form = new FormData(place);
    const typed = (name: string) => String(form.get(name) ?? '').trim();
    const [number, issuer] = [typed('number'), typed('issuer')];
    const date = findTypedDay(typed('date'), vietnamDay(pane.now()));
    const blank = (['number', 'date', 'issuer'] as const).find(
      (name) => typed(name) === '' && !(name === 'number' && known),
    );
    setFault(blank ? LOOP_WORDS.noticeBlank : date === undefined ? LOOP_WORDS.noticeBadDate : null);
    if (blank || date === undefined) {
      place.querySelector<HTMLInputElement>(`[name=${blank ?? 'date'}]`)?.focus();
      return;
    }
    const compared = COMPARED_FIELDS.filter((field) => form.get(field) !== null);
    void actions.loop.perform('record-notice', { ...(number === '' ? {} : { number }), date, issuer, compared });
  };

  const described = fault ? 'sosach-notice-fault' : undefined;
  return (
    <form class="ss-form" onSubmit={onSubmit} noValidate aria-labelledby="sosach-notice">
      <h3 id="sosach-notice" tabIndex={-1}>
        {t(LOOP_WORDS.noticeHeading)}
      </h3>
      <p class="ss-small">{t(LOOP_WORDS.noticeWhy)}</p>
      <label for="sosach-notice-number">{t(LOOP_WORDS.noticeNumber)}</label>
      <input id="sosach-notice-number" name="number" maxLength={40} autocomplete="off" aria-describedby={described} />
      {known && <p class="ss-small">{t(LOOP_WORDS.noticeNumberKept, { number: known.number })}</p>}
      <label for="sosach-notice-date">{t(LOOP_WORDS.noticeDate)}</label>
      <input
        id="sosach-notice-date"
        name="date"
        inputMode="numeric"
        autocomplete="off"
        defaultValue={known?.date.split('-').reverse().join('/')}
        aria-describedby={described}
      />
      <label for="sosach-notice-issuer">{t(LOOP_WORDS.noticeIssuer)}</label>
      <input
        id="sosach-notice-issuer"
        name="issuer"
        maxLength={200}
        autocomplete="off"
        defaultValue={known?.issuer}
        aria-describedby={described}
      />
      <fieldset class="ss-ticks">
        <legend>{t(LOOP_WORDS.noticeFields)}</legend>
        {COMPARED_FIELDS.map((field) => (
          <label key={field} class="ss-check-line">
            <input type="checkbox" name={field} defaultChecked={known?.compared.includes(field)} />
            <span>{t(COMPARED_FIELD_WORDS[field])}</span>
          </label>
        ))}
      </fieldset>
      {fault && (
        <p class="ss-field-error" id="sosach-notice-fault" role="alert">
          <span aria-hidden="true">✖ </span>
          {t(fault)}
        </p>
      )}
      <div class="ss-actions">
        <button type="submit" class="ss-button ss-primary" aria-disabled={isBusy(state)}>
          {t(LOOP_WORDS.noticeSave)}
        </button>
        <button type="button" class="ss-button" onClick={actions.loop.closeNotice}>
          {t(WORDS.notNow)}
        </button>
      </div>
    </form>
  );
}
