import { deadlineWords, timeLeftWords } from '../contract/deadline.ts';
import type { Campaign } from '../contract/schemas/campaign.ts';
import { fill, type Language, type Message } from '../rules/messages.ts';
import { type KindLine, type SchoolLine, unverifiedRows } from './school-line.ts';
import { schoolYearWords } from './school-year.ts';
import { instantWords } from './show-instant.ts';
import { CONSOLE_WORDS as WORDS } from './words.ts';

/** Text ready to paste. It names schools and counts rows, never a person. */
export interface Reminder {
  readonly subject: string;
  /** For an e-mail. */
  readonly letter: string;
  /** The short form, for a Zalo group. */
  readonly note: string;
}

export interface ReminderFacts {
  readonly campaign: Campaign;
  /** Unfinished ones only; at least one. */
  readonly schools: readonly SchoolLine[];
  /** Who reminds: the officer's unit. */
  readonly sender: string;
  /** Where a school without Excel works: the workbench's address. */
  readonly workbench: string;
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
  readonly language: Language;
}

/** One text for a school, or one for several together. */
export function composeReminder(facts: ReminderFacts): Reminder {
  const { campaign, schools, sender, workbench, now, language } = facts;
  const say = (message: Message, params: Readonly<Record<string, string>> = {}) => fill(message[language], params);
  const [first] = schools;
  const alone = schools.length === 1 ? first : undefined;
  const shared = {
    campaign: campaign.name,
    sender,
    circular: campaign.circular,
    year: schoolYearWords(campaign.schoolYear),
    at: say(instantWords(now)),
    school: alone?.name ?? '',
    schools: String(schools.length),
    workbench,
  };
  const deadlines = campaign.parts.map(
    (part) => `- ${part.name}: ${say(deadlineWords(part.deadline))} (${say(timeLeftWords(part.deadline, now))})`,
  );
  const state = alone
    ? alone.kinds.filter(isUnfinished).map((kind) => `- ${say(WORDS.kind[kind.kind])}: ${kindState(kind, say)}`)
    : schools.map((school) => `- ${school.name}: ${schoolState(school, say)}`);
  return {
    subject: say(alone ? WORDS.reminderSubjectOne : WORDS.reminderSubjectAll, shared),
    letter: [
      say(alone ? WORDS.reminderToOne : WORDS.reminderToAll, shared),
      '',
      say(campaign.circular === '' ? WORDS.reminderWhy : WORDS.reminderWhyCircular, shared),
      ...deadlines,
      '',
      say(alone ? WORDS.reminderStateOne : WORDS.reminderStateAll, shared),
      ...state,
      '',
      say(WORDS.reminderNext),
      say(WORDS.reminderWorkbench, shared),
      '',
      sender,
    ].join('\n'),
    note: [
      say(alone ? WORDS.noteOne : WORDS.noteAll, shared),
      ...deadlines,
      ...state,
      say(WORDS.noteNext, shared),
    ].join('\n'),
  };
}

function isUnfinished({ stage }: KindLine): boolean {
  return stage !== 'done';
}

type Say = (message: Message, params?: Readonly<Record<string, string>>) => string;

/** The kind is named only where a school has several. */
function schoolState({ kinds }: SchoolLine, say: Say): string {
  return kinds
    .filter(isUnfinished)
    .map((kind) =>
      kinds.length === 1 ? kindState(kind, say) : `${say(WORDS.kind[kind.kind])}: ${kindState(kind, say)}`,
    )
    .join('; ');
}

function kindState(line: KindLine, say: Say): string {
  switch (line.stage) {
    case 'not-opened':
      return say(WORDS.stateNotOpened);
    case 'not-sent':
      return say(WORDS.stateNotSent);
    case 'done':
      return say(WORDS.stage.done);
    case 'unverified': {
      const left = unverifiedRows(line);
      return [
        say(WORDS.stateSent, { rows: String(line.rows), verified: String(line.verified) }),
        ...(left > 0 ? [say(WORDS.stateLeft, { left: String(left) })] : []),
        ...(line.stays > 0 ? [say(WORDS.stateStays, { stays: String(line.stays) })] : []),
      ].join(', ');
    }
  }
}
