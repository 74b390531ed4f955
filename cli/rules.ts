import type { Rule } from '../rules/rule.ts';
import { ruleSummaries } from '../rules/rule-summary.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { SEVERITY_WORDS } from './severity-words.ts';

export interface RulesOptions {
  readonly json?: boolean;
}

const FIX_WORDS = {
  none: '',
  ask: ' · có đề xuất sửa, phải xem lại',
  safe: ' · sửa hàng loạt được',
} as const satisfies Record<Rule['fix'], string>;

/** `sosach rules`: the whole catalogue, by code; with `--json` as one JSON array. Resolves to the exit code. */
export async function runRules(options: RulesOptions, io: CliIo): Promise<number> {
  const rules = ruleSummaries();
  if (options.json) {
    io.out(`${JSON.stringify(rules)}\n`);
    return EXIT.clean;
  }
  for (const rule of rules) {
    io.out(`${rule.code} · ${SEVERITY_WORDS[rule.severity].vi}${FIX_WORDS[rule.fix]}\n`);
    io.out(`  ${rule.title.vi} / ${rule.title.en}\n  ${rule.citation}\n`);
  }
  return EXIT.clean;
}
