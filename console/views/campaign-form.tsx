import { vietnamDay } from '../../contract/vietnam-time.ts';
import { pageHash } from '../console-page.ts';
import type { Console } from '../console-view.ts';
import { type DraftFaults, type DraftForm, draftFaults, FIELD_ID, LIMITS, newDraft } from '../draft-form.ts';
import { schoolYearOf, schoolYearWords } from '../school-year.ts';
import { schoolsBelow } from '../schools-below.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { DraftReview } from './draft-review.tsx';
import { describedBy, Field } from './field.tsx';
import { PartFields } from './part-fields.tsx';
import { SchoolPicker } from './school-picker.tsx';

/** A new campaign: filled in, then looked at once more. */
export function CampaignForm({ page }: { page: Console }) {
  const { state, now, t } = page;
  const form = state.draft ?? newDraft(now);
  const schools = schoolsBelow(state.units, now);
  const faults = draftFaults(form, schools?.length ?? null);
  return (
    <section class="cs-section cs-form" aria-labelledby="cs-heading">
      <p>
        <a href={pageHash({ name: 'list' })}>{t(WORDS.toList)}</a>
      </p>
      <h2 id="cs-heading" tabIndex={-1}>
        {t(state.draftStep === 'review' ? WORDS.summary : WORDS.newHeading)}
      </h2>
      {state.draftStep === 'review' ? (
        <DraftReview page={page} form={form} schools={schools} />
      ) : (
        <Fields page={page} form={form} faults={faults} />
      )}
    </section>
  );
}

function Fields({ page, form, faults }: { page: Console; form: DraftForm; faults: DraftFaults }) {
  const { state, draft, now, t } = page;
  const thisYear = schoolYearOf(vietnamDay(now));
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    draft.review();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <p class="ss-small">{t(WORDS.required)}</p>
      <Field page={page} id={FIELD_ID.name} label={t(WORDS.fieldName)} hint={t(WORDS.fieldNameHint)} faults={faults}>
        <input
          id={FIELD_ID.name}
          value={form.name}
          autocomplete="off"
          required
          onInput={(event) => draft.change({ name: event.currentTarget.value })}
          {...describedBy(page, FIELD_ID.name, faults, true)}
        />
      </Field>
      <div class="cs-columns">
        <Field
          page={page}
          id={FIELD_ID.circular}
          label={t(WORDS.fieldCircular)}
          hint={t(WORDS.fieldCircularHint)}
          faults={faults}
        >
          <input
            id={FIELD_ID.circular}
            value={form.circular}
            autocomplete="off"
            onInput={(event) => draft.change({ circular: event.currentTarget.value })}
            {...describedBy(page, FIELD_ID.circular, faults, true)}
          />
        </Field>
        <Field page={page} id="cs-year" label={t(WORDS.fieldYear)} faults={faults}>
          <select
            id="cs-year"
            value={String(form.schoolYear)}
            onChange={(event) => draft.change({ schoolYear: Number(event.currentTarget.value) })}
          >
            {[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((year) => (
              <option key={year} value={String(year)}>
                {schoolYearWords(year)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field
        page={page}
        id={FIELD_ID.instructions}
        label={t(WORDS.fieldInstructions)}
        hint={t(WORDS.fieldInstructionsHint)}
        faults={faults}
      >
        <textarea
          id={FIELD_ID.instructions}
          rows={3}
          value={form.instructions}
          onInput={(event) => draft.change({ instructions: event.currentTarget.value })}
          {...describedBy(page, FIELD_ID.instructions, faults, true)}
        />
      </Field>
      <h3>{t(WORDS.parts)}</h3>
      {form.parts.map((part, at) => (
        <PartFields
          key={part.partId}
          page={page}
          part={part}
          number={at + 1}
          alone={form.parts.length === 1}
          faults={faults}
        />
      ))}
      {form.parts.length < LIMITS.parts ? (
        <button type="button" class="ss-button" id="cs-add-part" onClick={draft.addPart}>
          {t(WORDS.addPart)}
        </button>
      ) : (
        <p class="ss-small">{t(WORDS.addPartFull, { count: LIMITS.parts })}</p>
      )}
      <SchoolPicker page={page} form={form} faults={faults} />
      <div class="cs-submit">
        {faults.size > 0 && (
          <p class={state.showFaults ? 'ss-field-error' : 'ss-small'} id="cs-why-not" role="status">
            {t(WORDS.reviewWhyNot, { count: faults.size })}
          </p>
        )}
        <div class="ss-actions">
          <button
            type="submit"
            class="ss-button ss-primary"
            aria-disabled={faults.size > 0}
            aria-describedby={faults.size > 0 ? 'cs-why-not' : undefined}
          >
            {t(WORDS.review)}
          </button>
          {state.draft && (
            <button type="button" class="ss-quiet" onClick={draft.clear}>
              {t(WORDS.clearForm)}
            </button>
          )}
        </div>
      </div>
    </form>
  );
}
