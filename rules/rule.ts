import type { CheckContext } from './check-context.ts';
import type { FieldId } from './field.ts';
import type { Effect, Severity } from './finding.ts';
import type { Message } from './messages.ts';
import { comparePlainDates, type PlainDate } from './plain-date.ts';
import type { RawRow, RecordKind } from './record.ts';

/** One ministry requirement, with all that is said about it. How it is found stands in the `check…` function beside its family. */
export interface Rule {
  /** Stable and public; never reused. */
  readonly code: string;
  readonly severity: Severity;
  readonly effect: Effect;
  /** The column it speaks of; null for the sheet as a whole. */
  readonly field: FieldId | null;
  /** Circular and clause, law or format limit it rests on. */
  readonly citation: string;
  /** First day in force. Default: always was. */
  readonly from?: PlainDate;
  /** Last day in force. Default: still is. */
  readonly to?: PlainDate;
  readonly title: Message;
  /** What was found, what is expected, what to do next. Places: `{value}`, `{rows}` and the finding's params. */
  readonly message: Message;
  /** The same said once for a column; places `{count}` and `{filled}` besides. */
  readonly columnMessage?: Message;
  /** The same of a rule with fixes, where no value can be proposed. Without it such cells are said one by one. */
  readonly columnMessageUnfixed?: Message;
  /**
   * Fields of the row that a query rests on besides its own cell: when one of them changes, a confirmation of it is void.
   * Default: none.
   */
  readonly judges?: readonly FieldId[];
  /** What a finding of this rule offers: nothing, a value to be looked at, or a value safe to apply in bulk. */
  readonly fix: 'none' | 'ask' | 'safe';
  /** Said in the cases in which the value of a rule that asks is safe all the same: there is nothing left to compare. */
  readonly safeMessage?: Message;
  /** Names the work of mending `{count}` cells at once, as the button says it. Only of a rule some of whose values are safe. */
  readonly bulkFix?: Message;
  readonly examples: RuleExamples;
}

/** A rule that may be said once for a whole column. */
export type SharedRule = Rule & { readonly columnMessage: Message };

export interface RuleExamples {
  readonly pass: readonly RuleExample[];
  readonly fail: readonly RuleExample[];
}

/** Rows that show a rule at work. The finding is expected on some of them, or on none in a passing example. */
export interface RuleExample extends Pick<CheckContext, 'classes' | 'unit' | 'schoolYear'> {
  readonly kind: RecordKind;
  readonly rows: readonly RawRow[];
  /** Default: 22/11/2026. */
  readonly today?: PlainDate;
  /** The value the fix of the first finding proposes for its first cell. */
  readonly fix?: string;
}

type Uncoded<R> = Omit<R, 'code'>;

/** Gives every rule of a family its key as code. */
export function defineRules<const F extends Readonly<Record<string, Uncoded<Rule>>>>(
  family: F,
): { readonly [K in keyof F]: F[K] extends { readonly columnMessage: Message } ? SharedRule : Rule } {
  const rules: Record<string, Rule> = {};
  for (const [code, rule] of Object.entries(family)) rules[code] = { code, ...rule };
  return rules as { readonly [K in keyof F]: F[K] extends { readonly columnMessage: Message } ? SharedRule : Rule };
}

export function isInForce(rule: Pick<Rule, 'from' | 'to'>, today: PlainDate): boolean {
  if (rule.from && comparePlainDates(today, rule.from) < 0) return false;
  return !(rule.to && comparePlainDates(today, rule.to) > 0);
}
