import { ruleSummaries } from '../rules/rule-summary.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { FIX_WORDS } from './rule-words.ts';
import { rulesPage } from './rules-page.ts';
import { SEVERITY_WORDS } from './severity-words.ts';

export interface RulesOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** `sosach rules`: the whole catalogue, by code; with `--json` as one JSON array, with `--markdown` as the page `docs/rules.md`. Resolves to the exit code. */
export async function runRules(options: RulesOptions, io: CliIo): Promise<number> {
  if (options.markdown) {
    io.out(rulesPage());
    return EXIT.clean;
  }
  const rules = ruleSummaries();
  if (options.json) {
    io.out(`${JSON.stringify(rules)}\n`);
    return EXIT.clean;
  }
  for (const rule of rules) {
    const fix = rule.fix === 'none' ? '' : ` · ${FIX_WORDS[rule.fix].vi}`;
    io.out(`${rule.code} · ${SEVERITY_WORDS[rule.severity].vi}${fix}\n`);
    io.out(`  ${rule.title.vi} / ${rule.title.en}\n  ${rule.citation}\n`);
  }
  return EXIT.clean;
}
