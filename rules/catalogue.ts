import { BIRTH_DATE_RULES } from './fields/birth-date-rules.ts';
import { CITIZEN_ID_RULES } from './fields/citizen-id-rules.ts';
import { CLASS_RULES } from './fields/class-name.ts';
import { FULL_NAME_RULES } from './fields/full-name-rules.ts';
import { LIST_RULES } from './fields/list-rules.ts';
import { MINISTRY_ID_RULES, STAFF_ID_RULES } from './fields/ministry-id.ts';
import { PASSPORT_RULES } from './fields/passport.ts';
import { POSITION_RULES } from './fields/position.ts';
import { RESIDENCE_RULES } from './fields/residence-rules.ts';
import type { Finding } from './finding.ts';
import { fill, type Message } from './messages.ts';
import { PERSON_RULES } from './records/duplicates.ts';
import type { Rule } from './rule.ts';
import { CELL_ERROR_RULES, HEADER_RULES } from './sheet-rules.ts';

const BY_CODE = {
  ...CITIZEN_ID_RULES,
  ...PASSPORT_RULES,
  ...FULL_NAME_RULES,
  ...BIRTH_DATE_RULES,
  ...LIST_RULES,
  ...CLASS_RULES,
  ...RESIDENCE_RULES,
  ...MINISTRY_ID_RULES,
  ...PERSON_RULES,
  ...STAFF_ID_RULES,
  ...POSITION_RULES,
  ...HEADER_RULES,
  ...CELL_ERROR_RULES,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleCode = keyof typeof BY_CODE;

/** Every rule, family by family. */
export const RULES: readonly Rule[] = Object.values(BY_CODE);

const RULE_MAP: ReadonlyMap<string, Rule> = new Map(Object.entries(BY_CODE));

export function findRule(code: string): Rule | undefined {
  return RULE_MAP.get(code);
}

/** Throws for an unknown code: findings carry codes of this catalogue only. */
export function getRule(code: string): Rule {
  const rule = RULE_MAP.get(code);
  if (!rule) throw new Error(`no such rule: ${code}`);
  return rule;
}

/** More rows than this are counted, not named: the finding itself has them all. */
const ROWS_NAMED = 8;

/**
 * The finding in words. `rowNumber` turns an index of the checked rows into the number people see in the sheet; without it rows
 * are counted from 1.
 */
export function describeFinding(finding: Finding, rowNumber: (row: number) => number = (row) => row + 1): Message {
  const rule = getRule(finding.code);
  const message = finding.row === null && rule.columnMessage ? rule.columnMessage : rule.message;
  const rows = finding.rows ?? [];
  const named = rows.slice(0, ROWS_NAMED).map(rowNumber).join(', ');
  const params = {
    value: finding.value,
    ...finding.params,
    rows: rows.length > ROWS_NAMED ? `${named}… (${rows.length})` : named,
  };
  return { vi: fill(message.vi, params), en: fill(message.en, params) };
}
