import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesPage } from '../../cli/rules-page.ts';
import { RULES } from '../../rules/catalogue.ts';
import { ruleSummaries } from '../../rules/rule-summary.ts';

const PAGE = fileURLToPath(new URL('../../docs/rules.md', import.meta.url));

describe('docs/rules.md', () => {
  it('says what the catalogue says', () => {
    const isCurrent = readFileSync(PAGE, 'utf8') === rulesPage();
    assert.ok(isCurrent, 'docs/rules.md is not what the catalogue says: run "npm run docs:rules" and commit it');
  });

  it('has an anchor and all the words of every rule', () => {
    const page = rulesPage();
    const words = page.replaceAll('\\', '');
    for (const summary of ruleSummaries()) {
      assert.equal(page.split(`<a id="${summary.code}"></a>`).length, 2, summary.code);
      assert.ok(words.includes(summary.citation), summary.code);
      for (const said of Object.values(summary)) {
        if (typeof said !== 'object' || said === null || !('vi' in said)) continue;
        assert.ok(words.includes(said.vi) && words.includes(said.en), `${summary.code}: ${said.vi}`);
      }
    }
  });

  it('leads from its lists to every rule, and nowhere else', () => {
    const links = [...rulesPage().matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    assert.deepEqual(links.sort(), RULES.map(({ code }) => code).sort());
  });
});
