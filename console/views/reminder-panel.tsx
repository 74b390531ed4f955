import { useRef } from 'preact/hooks';
import type { Campaign } from '../../contract/schemas/campaign.ts';
import type { ReminderChoice } from '../console-state.ts';
import type { Console } from '../console-view.ts';
import { composeReminder } from '../reminder.ts';
import type { SchoolLine } from '../school-line.ts';
import { type Filter, isIn } from '../school-table.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';

interface ReminderPanelProps {
  readonly page: Console;
  readonly campaign: Campaign;
  readonly lines: readonly SchoolLine[];
  readonly choice: ReminderChoice;
}

/** Groups that can be reminded; those who are done never are. */
const GROUPS = ['all', 'late', 'not-opened', 'not-sent', 'unverified'] as const satisfies readonly Filter[];

/** Text ready to paste, for one school or for all of a group. */
export function ReminderPanel({ page, campaign, lines, choice }: ReminderPanelProps) {
  const { t, n } = page;
  const subject = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const unfinished = lines.filter(({ stage }) => stage !== 'done');
  const group = unfinished.filter((line) => isIn(choice.filter, line));
  const chosen = group.find(({ unit }) => unit === choice.unit);
  const schools = chosen ? [chosen] : group;
  const change = page.campaign.remind;
  /** Copies, or leaves the text selected for Ctrl+C. */
  const copy = async (from: HTMLInputElement | HTMLTextAreaElement | null) => {
    if (!from || (await page.campaign.copy(from.value))) return;
    from.focus();
    from.select();
  };
  const reminder =
    schools.length === 0
      ? null
      : composeReminder({
          campaign,
          schools,
          sender: page.pane.state.account?.unit.name ?? '',
          workbench: `${page.origin}/ban-lam-viec`,
          now: page.now,
          language: page.pane.state.language,
        });
  return (
    <section class="cs-panel" aria-labelledby="cs-reminders">
      <h3 id="cs-reminders" tabIndex={-1}>
        {t(WORDS.reminders)}
      </h3>
      {unfinished.length === 0 && <p>{t(WORDS.remindNobody)}</p>}
      {unfinished.length > 0 && (
        <div class="cs-tools">
          <label>
            {t(WORDS.remindGroup)}
            <select value={choice.filter} onChange={(event) => change({ filter: event.currentTarget.value as Filter })}>
              {GROUPS.map((filter) => (
                <option key={filter} value={filter}>
                  {t(filter === 'all' ? WORDS.unfinished : WORDS.filter[filter])} (
                  {n(unfinished.filter((line) => isIn(filter, line)).length)})
                </option>
              ))}
            </select>
          </label>
          <label>
            {t(WORDS.remindWhom)}
            <select
              value={chosen?.unit ?? ''}
              onChange={(event) =>
                change({ unit: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
            >
              <option value="">{t(WORDS.remindAll, { count: group.length })}</option>
              {group.map((line) => (
                <option key={line.unit} value={line.unit}>
                  {line.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t(WORDS.remindForm)}
            <select
              value={choice.form}
              onChange={(event) => change({ form: event.currentTarget.value === 'note' ? 'note' : 'letter' })}
            >
              <option value="letter">{t(WORDS.remindLetter)}</option>
              <option value="note">{t(WORDS.remindNote)}</option>
            </select>
          </label>
        </div>
      )}
      {unfinished.length > 0 && !reminder && <p>{t(WORDS.noneShown)}</p>}
      {reminder && (
        <div class="cs-reminder">
          {choice.form === 'letter' && (
            <>
              <label for="cs-subject">{t(WORDS.subject)}</label>
              <div class="cs-copy-line">
                <input id="cs-subject" ref={subject} readOnly value={reminder.subject} />
                <button type="button" class="ss-button" onClick={() => void copy(subject.current)}>
                  {t(WORDS.copySubject)}
                </button>
              </div>
            </>
          )}
          <label for="cs-text">{t(WORDS.text)}</label>
          <textarea
            id="cs-text"
            ref={text}
            readOnly
            rows={choice.form === 'letter' ? 14 : 8}
            value={choice.form === 'letter' ? reminder.letter : reminder.note}
          />
          <div class="ss-actions">
            <button type="button" class="ss-button ss-primary" onClick={() => void copy(text.current)}>
              {t(WORDS.copyText)}
            </button>
            <button type="button" class="ss-quiet" onClick={page.campaign.closeReminders}>
              {t(WORDS.closeReminders)}
            </button>
          </div>
        </div>
      )}
      {!reminder && (
        <div class="ss-actions">
          <button type="button" class="ss-button" onClick={page.campaign.closeReminders}>
            {t(WORDS.closeReminders)}
          </button>
        </div>
      )}
    </section>
  );
}
