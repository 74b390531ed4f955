import { fill, type Language } from '../../rules/messages.ts';
import type { Pane } from './pane-view.ts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** The three ways a view turns things into text, for one language. */
export function wordsIn(language: Language, now: () => number): Pick<Pane, 't' | 'n' | 'time' | 'now'> {
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  const hour = new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(LOCALES[language], { day: '2-digit', month: '2-digit', year: 'numeric' });
  const n = (value: number) => numbers.format(value);
  return {
    n,
    now,
    t(message, params = {}) {
      const texts = Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? n(value) : value]);
      return fill(message[language], Object.fromEntries(texts));
    },
    time(milliseconds) {
      const at = new Date(milliseconds);
      const text = hour.format(at);
      return day.format(at) === day.format(new Date(now())) ? text : `${text} ${day.format(at)}`;
    },
  };
}
