import { deadlineWords, timeLeftWords } from '../../../contract/deadline.ts';
import { describeFinding, getRule } from '../../../rules/catalogue.ts';
import type { RecordKind } from '../../../rules/record.ts';
import type { Pane } from '../pane-view.ts';
import { WORKBOOK_WORDS } from '../workbook-words.ts';
import { SeveritySymbol } from './severity.tsx';

/** What is to be said of the workbook itself: its identity, and the campaign it was made for. */
export function WorkbookNotes({ pane, kind }: { pane: Pane; kind: RecordKind }) {
  const { t, state } = pane;
  return (
    <>
      {state.workbook.findings.map((finding) => (
        <details key={finding.code} class="ss-small ss-workbook-note" open={finding.severity === 'error'}>
          <summary tabIndex={0}>
            <SeveritySymbol severity={finding.severity} /> {t(getRule(finding.code).title)}
          </summary>
          <p>{t(describeFinding(finding))}</p>
        </details>
      ))}
      <CampaignNote pane={pane} kind={kind} />
    </>
  );
}

function CampaignNote({ pane, kind }: { pane: Pane; kind: RecordKind }) {
  const { t, now } = pane;
  const { campaign } = pane.state.workbook;
  if (campaign === null) return null;
  // Of an altered workbook nobody knows which campaign it was made for.
  if (campaign === 'gone' && pane.state.workbook.findings.some(({ severity }) => severity === 'error')) return null;
  if (campaign === 'gone') return <p class="ss-small">{t(WORKBOOK_WORDS.campaignGone)}</p>;
  const serverNow = now() + campaign.serverAhead;
  const parts = campaign.parts.filter((part) => part.kind === kind);
  return (
    <details class="ss-small ss-workbook-note">
      <summary tabIndex={0}>
        {t(WORKBOOK_WORDS.campaign, { name: campaign.name })}
        {parts.map((part) => (
          <span key={part.partId} class="ss-deadline">
            <span aria-hidden="true">◷ </span>
            {t(WORKBOOK_WORDS.campaignPart, {
              part: part.name,
              deadline: t(deadlineWords(part.deadline)),
              left: t(timeLeftWords(part.deadline, serverNow)),
            })}
          </span>
        ))}
      </summary>
      {campaign.circular !== '' && <p>{campaign.circular}</p>}
      {campaign.instructions !== '' && <p class="ss-instructions">{campaign.instructions}</p>}
    </details>
  );
}
