import { RULES } from './catalogue.ts';
import type { FieldId } from './field.ts';
import type { Effect, Severity } from './finding.ts';
import type { Message } from './messages.ts';
import { isoDate, type PlainDate } from './plain-date.ts';
import type { Rule } from './rule.ts';

/** A rule as plain data, for the command line and the documentation. */
export interface RuleSummary {
  readonly code: string;
  readonly severity: Severity;
  readonly effect: Effect;
  readonly field: FieldId | null;
  readonly citation: string;
  /** ISO dates, null for an open end. */
  readonly inForce: { readonly from: string | null; readonly to: string | null };
  readonly title: Message;
  readonly message: Message;
  readonly columnMessage: Message | null;
  readonly columnMessageUnfixed: Message | null;
  readonly safeMessage: Message | null;
  readonly fix: Rule['fix'];
}

/** The whole catalogue, by code. */
export function ruleSummaries(): RuleSummary[] {
  const iso = (date: PlainDate | undefined) => (date ? isoDate(date) : null);
  return RULES.map((rule) => ({
    code: rule.code,
    severity: rule.severity,
    effect: rule.effect,
    field: rule.field,
    citation: rule.citation,
    inForce: { from: iso(rule.from), to: iso(rule.to) },
    title: rule.title,
    message: rule.message,
    columnMessage: rule.columnMessage ?? null,
    columnMessageUnfixed: rule.columnMessageUnfixed ?? null,
    safeMessage: rule.safeMessage ?? null,
    fix: rule.fix,
  })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
