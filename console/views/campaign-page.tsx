import type { Campaign } from '../../contract/schemas/campaign.ts';
import { pageHash } from '../console-page.ts';
import type { Console } from '../console-view.ts';
import { megabytes } from '../megabytes.ts';
import { schoolLine } from '../school-line.ts';
import { schoolYearWords } from '../school-year.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { DeadlineNote } from './deadline-note.tsx';
import { ReminderPanel } from './reminder-panel.tsx';
import { SchoolTable } from './school-table.tsx';

/** One campaign: what it asks, its files, how far each school has come. */
export function CampaignPage({ page }: { page: Console }) {
  const { state, t } = page;
  const { campaigns } = state;
  const wanted = state.page.name === 'campaign' ? state.page.campaignId : '';
  const campaign = campaigns?.find(({ campaignId }) => campaignId === wanted);
  return (
    <section class="cs-section" aria-labelledby="cs-heading">
      <p>
        <a href={pageHash({ name: 'list' })}>{t(WORDS.toList)}</a>
      </p>
      {campaign && <Shown page={page} campaign={campaign} />}
      {!campaign && (
        <>
          <h2 id="cs-heading" tabIndex={-1}>
            {t(campaigns === null ? WORDS.campaigns : WORDS.noCampaign)}
          </h2>
          <p role="status">
            {campaigns === null
              ? state.work.has('list') && t(WORDS.loadingList, { count: state.work.get('list') || '' })
              : t(WORDS.noCampaignNext)}
          </p>
        </>
      )}
    </section>
  );
}

function Shown({ page, campaign }: { page: Console; campaign: Campaign }) {
  const { state, now, t, n } = page;
  const lines = state.progress?.units.map((unit) => schoolLine(campaign, unit, now)) ?? [];
  const owner = state.units?.find(({ code }) => code === campaign.owner);
  const zipped = state.work.get('zip');
  return (
    <>
      <h2 id="cs-heading" tabIndex={-1}>
        {campaign.name}
      </h2>
      <p class="ss-small">
        {[
          campaign.circular,
          `${t(WORDS.columnYear)} ${schoolYearWords(campaign.schoolYear)}`,
          t(WORDS.ofSchools, { count: n(campaign.unitCount) }),
          ...(state.units ? [t(WORDS.openedBy, { unit: owner?.name ?? t(WORDS.ownerAbove) })] : []),
        ]
          .filter((text) => text !== '')
          .join(' · ')}
      </p>
      <ul class="cs-parts ss-plain-list" aria-label={t(WORDS.columnParts)}>
        {campaign.parts.map((part) => (
          <li key={part.partId}>
            <strong>{part.name}</strong>{' '}
            <span class="ss-small">
              ({t(WORDS.kind[part.kind])}
              {part.grades && `, ${t(WORDS.summaryGrades, { grades: part.grades.join(', ') })}`})
            </span>{' '}
            <DeadlineNote page={page} deadline={part.deadline} />
          </li>
        ))}
      </ul>
      {campaign.instructions !== '' && (
        <details>
          <summary>{t(WORDS.instructions)}</summary>
          <p class="cs-prose">{campaign.instructions}</p>
        </details>
      )}
      <div class="ss-actions">
        <button
          type="button"
          class="ss-button ss-primary"
          aria-disabled={zipped !== undefined}
          onClick={() => void page.campaign.downloadAll(campaign.campaignId)}
        >
          {t(WORDS.downloadAll)}
        </button>
        <button type="button" class="ss-button" id="cs-remind" onClick={() => page.campaign.remind()}>
          {t(WORDS.remind)}
        </button>
        {owner && (
          <button type="button" class="ss-quiet" id="cs-withdraw" onClick={() => page.campaign.askWithdraw(true)}>
            {t(WORDS.withdraw)}
          </button>
        )}
        <span role="status">
          {zipped !== undefined && t(WORDS.downloadingAll, { mb: zipped === 0 ? 0 : megabytes(zipped) })}
          {state.work.has('workbook') && t(WORDS.downloadingOne)}
        </span>
      </div>
      {state.withdrawing && <WithdrawPanel page={page} campaign={campaign} />}
      {state.reminder && <ReminderPanel page={page} campaign={campaign} lines={lines} choice={state.reminder} />}
      <SchoolTable page={page} campaign={campaign} lines={lines} />
    </>
  );
}

/** Withdrawing cannot be taken back, so it is asked once more; staying is the first choice. */
function WithdrawPanel({ page, campaign }: { page: Console; campaign: Campaign }) {
  const { state, t, n } = page;
  const busy = state.work.has('withdraw');
  return (
    <section class="cs-panel cs-danger" aria-labelledby="cs-withdraw-heading">
      <h3 id="cs-withdraw-heading" tabIndex={-1}>
        {t(WORDS.withdrawHeading, { name: campaign.name })}
      </h3>
      <p>{t(WORDS.withdrawText, { schools: n(campaign.unitCount) })}</p>
      <div class="ss-actions">
        <button type="button" class="ss-button" onClick={() => page.campaign.askWithdraw(false)}>
          {t(WORDS.withdrawNo)}
        </button>
        <button
          type="button"
          class="ss-button cs-danger-button"
          aria-disabled={busy}
          onClick={() => void page.campaign.withdraw(campaign)}
        >
          {t(busy ? WORDS.withdrawing : WORDS.withdrawYes)}
        </button>
      </div>
    </section>
  );
}
