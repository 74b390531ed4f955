import { addToGroup } from '../rules/add-to-group.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Message } from '../rules/messages.ts';
import type { PlainDate } from '../rules/plain-date.ts';
import type { Rule } from '../rules/rule.ts';
import { EFFECT_WORDS, FAMILY_WORDS, FIX_WORDS, type RuleFamily } from './rule-words.ts';
import { SEVERITY_WORDS } from './severity-words.ts';

const INTRODUCTION = `# Các quy tắc / The rules

Trang này in từ danh mục quy tắc bằng \`npm run docs:rules\`; đừng sửa tay. / This page is printed from the catalogue by
\`npm run docs:rules\`; do not edit it.

Mã của quy tắc không đổi và không dùng lại; mỗi mã là một mục của trang (\`rules.md#full-name.missing\`). Chỗ trong ngoặc nhọn
(\`{value}\`) là giá trị của ô. / A rule's code is stable and never reused; each is an anchor of this page. What stands in
braces is filled in from the cell.

- ✖ Lỗi: không thể đúng, phải sửa. / Error: cannot be right and has to be mended.
- ? Cần xác nhận: có thể đúng; xem lại, đúng thì xác nhận. / To confirm: may be right; look again, then confirm.
- ⓘ Lưu ý: đọc được, chỉ chưa ghi đúng mẫu. / Note: understood, only not written as the sector database has it.
`;

/** The catalogue as one Markdown page: a list of the families, then every rule with all that is said about it. */
export function rulesPage(): string {
  const families = new Map<RuleFamily, Rule[]>();
  for (const rule of RULES) addToGroup(families, familyOf(rule), rule);
  const sections = [...families].map(([family, rules]) => {
    const list = rules.map((rule) => `| [\`${rule.code}\`](#${rule.code}) | ${severity(rule)} | ${both(rule.title)} |`);
    return [
      `## ${both(FAMILY_WORDS[family])}`,
      ['| mã / code | mức / severity | |', '| --- | --- | --- |', ...list].join('\n'),
      ...rules.map(ruleSection),
    ].join('\n\n');
  });
  return `${[INTRODUCTION.trimEnd(), ...sections].join('\n\n')}\n`;
}

function familyOf(rule: Rule): RuleFamily {
  return rule.code.slice(0, rule.code.indexOf('.')) as RuleFamily;
}

function ruleSection(rule: Rule): string {
  const lines = [
    `**${severity(rule)}** · ${both(EFFECT_WORDS[rule.effect])} · ${both(FIX_WORDS[rule.fix])}`,
    ...inForce(rule),
    `Căn cứ / source: ${escaped(rule.citation)}`,
    escaped(rule.message.vi),
    escaped(rule.message.en),
    ...(rule.columnMessage ? [`Cả cột / column: ${both(rule.columnMessage)}`] : []),
    ...(rule.columnMessageUnfixed
      ? [`Cả cột, chưa có đề xuất / column, no value proposed: ${both(rule.columnMessageUnfixed)}`]
      : []),
    ...(rule.safeMessage ? [`Sửa được ngay / safe: ${both(rule.safeMessage)}`] : []),
  ];
  return [
    `<a id="${rule.code}"></a>`,
    `### ${rule.code}`,
    `${both(rule.title)}`,
    lines.map((line) => `- ${line}`).join('\n'),
  ].join('\n\n');
}

function severity(rule: Rule): string {
  return both(SEVERITY_WORDS[rule.severity]);
}

function inForce({ from, to }: Rule): string[] {
  if (!from && !to) return [];
  const vi = [from && `từ ${day(from)}`, to && `đến hết ${day(to)}`].filter(Boolean).join(' ');
  const en = [from && `from ${day(from)}`, to && `to ${day(to)}`].filter(Boolean).join(' ');
  return [`Hiệu lực / in force: ${vi} / ${en}`];
}

function day(date: PlainDate): string {
  return `${date.day}/${date.month}/${date.year}`;
}

function both({ vi, en }: Message): string {
  return `${escaped(vi)} / ${escaped(en)}`;
}

/** Characters that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, '\\$&');
}
