import type { RoundSummary } from '../contract/schemas/status.ts';
import { COMPARED_AS, COMPARED_FIELD_WORDS, ROW_STATE_WORDS, rowState } from '../contract/verdict.ts';
import { vietnamDay } from '../contract/vietnam-time.ts';
import type { FieldId } from '../rules/field.ts';

/**
 * The rounds of a row as its cell says them, in Vietnamese, for it is printed and signed: when and by whom each question was put,
 * what had changed, what came of it. '' until there is a second one.
 */
export function roundsText(rounds: readonly RoundSummary[]): string {
  return rounds
    .map(({ round, at, by, changed, outcome }) => {
      const day = dayText(at);
      const did = changed.length > 0 ? ` sửa ${changedText(changed)}` : round > 1 ? ' gửi lại' : ' gửi';
      return `lần ${round} ${day}: ${by ?? 'hệ thống'}${did} – ${outcomeText(outcome)}`;
    })
    .join('; ')
    .replace(/^l/, 'L');
}

/** The names of the fields that changed; those that are never asked about are said in one word. */
function changedText(changed: readonly FieldId[]): string {
  const words = changed.map((field) => {
    const compared = COMPARED_AS[field];
    return compared ? COMPARED_FIELD_WORDS[compared].vi : 'ô khác';
  });
  return [...new Set(words)].join(', ');
}

function outcomeText(outcome: RoundSummary['outcome']): string {
  const transport = outcome === null ? 'queued' : 'answered';
  const { vi } = ROW_STATE_WORDS[rowState({ transport, outcome, compared: [], flags: [] })];
  return vi.charAt(0).toLowerCase() + vi.slice(1);
}

/** `dd/mm/yyyy` in Vietnam. */
function dayText(instant: string): string {
  return vietnamDay(Date.parse(instant)).split('-').reverse().join('/');
}
