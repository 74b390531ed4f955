import { BIRTH_DATE_RULES } from './fields/birth-date-rules.ts';
import { CITIZEN_ID_RULES } from './fields/citizen-id-rules.ts';
import { CLASS_RULES } from './fields/class-name.ts';
import { FULL_NAME_RULES } from './fields/full-name-rules.ts';
import { GRADE_RULES } from './fields/grade.ts';
import { LIST_RULES } from './fields/list-rules.ts';
import { MINISTRY_ID_RULES, STAFF_ID_RULES } from './fields/ministry-id.ts';
import { PASSPORT_RULES } from './fields/passport.ts';
import { POSITION_RULES } from './fields/position.ts';
import { RESIDENCE_RULES } from './fields/residence-rules.ts';
import { SCHOOL_CODE_RULES } from './fields/school-code.ts';
import type { Finding } from './finding.ts';
import { fill, type Language, type Message } from './messages.ts';
import { COLUMN_RULES } from './records/column-rules.ts';
import { PERSON_RULES } from './records/duplicates.ts';
import { AVERAGE_RULES } from './results/average-rules.ts';
import { PRIMARY_RULES } from './results/primary-rules.ts';
import { RANK_RULES } from './results/rank-rules.ts';
import { SCORE_RULES } from './results/score-rules.ts';
import type { Rule } from './rule.ts';
import { CELL_ERROR_RULES, HEADER_RULES, WORKBOOK_RULES } from './sheet-rules.ts';

const BY_CODE = {
  ...CITIZEN_ID_RULES,
  ...PASSPORT_RULES,
  ...FULL_NAME_RULES,
  ...BIRTH_DATE_RULES,
  ...LIST_RULES,
  ...CLASS_RULES,
  ...GRADE_RULES,
  ...RESIDENCE_RULES,
  ...MINISTRY_ID_RULES,
  ...SCHOOL_CODE_RULES,
  ...PERSON_RULES,
  ...STAFF_ID_RULES,
  ...POSITION_RULES,
  ...COLUMN_RULES,
  ...SCORE_RULES,
  ...AVERAGE_RULES,
  ...RANK_RULES,
  ...PRIMARY_RULES,
  ...HEADER_RULES,
  ...WORKBOOK_RULES,
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

/** More rows than this are counted, not named: nobody reads on. */
const ROWS_NAMED = 5;

/**
 * The finding in words. `rowNumber` turns an index of the checked rows into the number people see in the sheet; without it rows
 * are counted from 1.
 */
export function describeFinding(finding: Finding, rowNumber: (row: number) => number = (row) => row + 1): Message {
  const rule = getRule(finding.code);
  const message = messageOf(rule, finding);
  const rows = namedRows(finding, rowNumber);
  const ends = { firstRow: numberOf(finding.rows?.[0]), lastRow: numberOf(finding.rows?.at(-1)) };
  const inWords = (language: Language) =>
    fill(message[language], { value: finding.value, ...paramsIn(language, finding), ...ends, rows: rows[language] });
  return { vi: inWords('vi'), en: inWords('en') };

  function numberOf(row: number | undefined): string {
    return row === undefined ? '' : String(rowNumber(row));
  }
}

/** A parameter that is itself a word stands there once a language: `found.vi`, `found.en`. */
function paramsIn(language: Language, { params }: Finding): Readonly<Record<string, string>> {
  const ending = `.${language}`;
  let words: Record<string, string> | undefined;
  for (const name in params) {
    if (!name.endsWith(ending)) continue;
    words ??= { ...params };
    words[name.slice(0, -ending.length)] = params[name] ?? '';
  }
  return words ?? params;
}

function messageOf(rule: Rule, { row, fix }: Finding): Message {
  const { columnMessage, columnMessageUnfixed } = rule;
  if (row === null && columnMessage) return (!fix && columnMessageUnfixed) || columnMessage;
  return (fix?.safe && rule.safeMessage) || rule.message;
}

/** `12, 40, 77 và 19.997 dòng khác` */
function namedRows({ rows = [], moreRows = 0 }: Finding, rowNumber: (row: number) => number): Message {
  const named = rows.slice(0, ROWS_NAMED).map(rowNumber).join(', ');
  const more = String(rows.length - Math.min(rows.length, ROWS_NAMED) + moreRows);
  if (more === '0') return { vi: named, en: named };
  const grouped = (separator: string) => more.replace(/\B(?=(?:\d{3})+$)/g, separator);
  return { vi: `${named} và ${grouped('.')} dòng khác`, en: `${named} and ${grouped(',')} more` };
}
