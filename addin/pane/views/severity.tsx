import type { Severity } from '../../../rules/finding.ts';
import { WORDS } from '../words.ts';

/** Never by colour alone: each severity has its symbol and its word. */
export const SEVERITY_WORDS = {
  error: WORDS.severityError,
  query: WORDS.severityQuery,
  note: WORDS.severityNote,
} as const;

export const SEVERITY_SYMBOLS = { error: '✖', query: '?', note: 'i' } as const satisfies Record<Severity, string>;

export function SeveritySymbol({ severity }: { severity: Severity }) {
  return (
    <span class={`ss-symbol ss-${severity}`} aria-hidden="true">
      {SEVERITY_SYMBOLS[severity]}
    </span>
  );
}
