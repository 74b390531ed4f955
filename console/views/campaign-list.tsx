import { pageHash } from '../console-page.ts';
import type { Console } from '../console-view.ts';
import { schoolYearWords } from '../school-year.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { DeadlineNote } from './deadline-note.tsx';

/** All campaigns, newest first. */
export function CampaignList({ page }: { page: Console }) {
  const { state, t, n } = page;
  const { campaigns } = state;
  return (
    <section class="cs-section" aria-labelledby="cs-heading">
      <div class="cs-title-line">
        <h2 id="cs-heading" tabIndex={-1}>
          {t(WORDS.campaigns)}
        </h2>
        <a class="ss-button ss-primary cs-link-button" href={pageHash({ name: 'new' })}>
          {t(WORDS.newCampaign)}
        </a>
      </div>
      {campaigns === null && state.work.has('list') && (
        <p role="status">{t(WORDS.loadingList, { count: state.work.get('list') || '' })}</p>
      )}
      {campaigns?.length === 0 && (
        <div class="cs-empty">
          <h3>{t(WORDS.noCampaigns)}</h3>
          <p>{t(WORDS.noCampaignsNext)}</p>
        </div>
      )}
      {campaigns !== null && campaigns.length > 0 && (
        <ul class="cs-cards ss-plain-list" aria-label={t(WORDS.campaigns)}>
          {campaigns.map((campaign) => (
            <li key={campaign.campaignId} class="cs-card">
              <div class="cs-card-what">
                <h3>
                  <a href={pageHash({ name: 'campaign', campaignId: campaign.campaignId })}>{campaign.name}</a>
                </h3>
                {campaign.circular !== '' && <p>{campaign.circular}</p>}
                <p class="ss-small">
                  {t(WORDS.columnYear)} {schoolYearWords(campaign.schoolYear)} ·{' '}
                  {t(WORDS.ofSchools, { count: n(campaign.unitCount) })}
                </p>
              </div>
              <ul class="cs-card-parts ss-plain-list" aria-label={t(WORDS.columnParts)}>
                {campaign.parts.map((part) => (
                  <li key={part.partId}>
                    <strong>{part.name}</strong> <DeadlineNote page={page} deadline={part.deadline} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
