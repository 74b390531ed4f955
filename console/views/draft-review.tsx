import type { Unit } from '../../contract/schemas/unit.ts';
import type { Console } from '../console-view.ts';
import { type DraftForm, draftOf, isAlreadyOver } from '../draft-form.ts';
import { optionalColumns } from '../optional-columns.ts';
import { schoolYearWords } from '../school-year.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { DeadlineNote } from './deadline-note.tsx';

interface DraftReviewProps {
  readonly page: Console;
  readonly form: DraftForm;
  readonly schools: readonly Unit[] | null;
}

/** Names listed in the summary; the rest is counted. */
const NAMED = 20;

/** What is about to be opened, in one look. */
export function DraftReview({ page, form, schools }: DraftReviewProps) {
  const { state, draft, now, t, n } = page;
  const campaign = draftOf(form);
  const chosen = form.allSchools ? null : (schools?.filter(({ code }) => form.units.includes(code)) ?? []);
  const count = chosen ? n(chosen.length) : schools ? n(schools.length) : '…';
  const busy = state.work.has('open');
  return (
    <div class="cs-review">
      <p class="cs-big">{t(WORDS.summaryCount, { schools: count, parts: campaign.parts.length })}</p>
      <p>
        <strong>{campaign.name}</strong>
        {campaign.circular !== '' && ` · ${campaign.circular}`} · {t(WORDS.columnYear)}{' '}
        {schoolYearWords(campaign.schoolYear)}
      </p>
      <ul class="cs-parts ss-plain-list" aria-label={t(WORDS.columnParts)}>
        {campaign.parts.map((part, at) => {
          const columns = optionalColumns(part.kind).filter(({ field }) => part.optionalFields.includes(field));
          const over = form.parts[at] !== undefined && isAlreadyOver(form.parts[at], now);
          return (
            <li key={part.partId}>
              <strong>{part.name}</strong>{' '}
              <span class="ss-small">
                (
                {[
                  t(WORDS.kind[part.kind]),
                  ...(part.grades ? [t(WORDS.summaryGrades, { grades: part.grades.join(', ') })] : []),
                  ...(columns.length > 0
                    ? [t(WORDS.summaryColumns, { columns: columns.map(({ header }) => header).join(', ') })]
                    : []),
                ].join('; ')}
                )
              </span>{' '}
              <DeadlineNote page={page} deadline={part.deadline} />
              {over && <p class="cs-late">{t(WORDS.deadlineOver)}</p>}
            </li>
          );
        })}
      </ul>
      <p>
        {chosen
          ? `${chosen
              .slice(0, NAMED)
              .map(({ name }) => name)
              .join('; ')}${chosen.length > NAMED ? '; …' : ''}`
          : t(WORDS.summaryAllSchools)}
      </p>
      {campaign.instructions !== '' && <p class="cs-prose">{campaign.instructions}</p>}
      <div class="ss-actions">
        <button type="button" class="ss-button ss-primary" aria-disabled={busy} onClick={() => void draft.open()}>
          {t(busy ? WORDS.opening : WORDS.open)}
        </button>
        <button type="button" class="ss-button" onClick={draft.backToForm}>
          {t(WORDS.backToForm)}
        </button>
      </div>
    </div>
  );
}
