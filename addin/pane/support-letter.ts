import type { Language } from '../../rules/messages.ts';
import type { PaneState } from './pane-state.ts';
import { SUPPORT_WORDS as WORDS } from './support-words.ts';

/** Who asks, as they write it themselves. */
export interface SupportSender {
  readonly school: string;
  readonly schoolCode: string;
  readonly person: string;
  readonly phone: string;
}

export interface SupportLetter {
  readonly subject: string;
  readonly body: string;
  /** Opens the mail program. Null until the sender is complete. */
  readonly link: string | null;
}

export interface SupportFacts {
  readonly sender: SupportSender;
  /** Where to write; null when the server names nobody. */
  readonly address: string | null;
  readonly language: Language;
  /** Codes and counts about the program and the sheet. */
  readonly technical: readonly string[];
}

/** The mail programs of Windows are handed at most 2,083 characters; a rule more or less helps nobody. */
const MOST_RULES = 6;
/** The browser's own name of itself is long and says little at its end. */
const USER_AGENT_LENGTH = 120;

/**
 * The e-mail for help. Its subject is what circular 1254/SGDĐT-KHTC asks for: "Tên trường + Mã trường + Họ và tên + Số điện thoại
 * liên hệ"; the text says in codes and counts where the program stands, and holds no cell of any sheet.
 */
export function composeSupportLetter({ sender, address, language, technical }: SupportFacts): SupportLetter {
  const parts = [sender.school, sender.schoolCode, sender.person, sender.phone].map((part) => part.trim());
  const subject = parts.filter((part) => part !== '').join(' + ');
  const body = [WORDS.bodyAsk[language], '', '', WORDS.bodyWarn[language], '--', ...technical].join('\r\n');
  const isComplete = parts.every((part) => part !== '');
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return { subject, body, link: isComplete ? `mailto:${address ?? ''}?${query}` : null };
}

/** What the pane already knows of the sender; the telephone number never. */
export function knownSender({ account, sheet }: PaneState): SupportSender {
  const identity = sheet?.recognised ? sheet.identity : null;
  const unit = account?.unit.code ? account.unit : null;
  return {
    school: unit?.name || identity?.unitName || (sheet?.recognised ? sheet.issuedTo : null) || '',
    schoolCode: unit?.code ?? identity?.unit ?? '',
    person: account?.displayName ?? '',
    phone: '',
  };
}

/** Where the program stands: versions, the kind of sheet, how many of which finding. No name, no value, no sheet's name. */
export function technicalLines(
  state: PaneState,
  {
    place,
    version,
    userAgent,
  }: { readonly place: string; readonly version: string | null; readonly userAgent: string },
): readonly string[] {
  const { sheet, check, problem } = state;
  const rules = check?.groups.slice(0, MOST_RULES).map(({ code, findings }) => `${code}:${findings.length}`) ?? [];
  return [
    `so-sach ${version ?? '?'} / ${place} / ${state.tab} / ${state.language}`,
    ...(sheet?.recognised
      ? [`${sheet.layout.id} v${sheet.identity?.version ?? '?'} / ${sheet.rows} rows`]
      : [`no list: ${sheet?.why ?? '?'}`]),
    ...(check ? [`E${check.error} Q${check.query} N${check.note}`] : []),
    ...(rules.length > 0 ? [rules.join(' ')] : []),
    ...(problem?.requestId ? [`request ${problem.requestId}`] : []),
    userAgent.slice(0, USER_AGENT_LENGTH),
  ];
}
