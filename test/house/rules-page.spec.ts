import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesPage } from '../../cli/rules-page.ts';
import { RULES } from '../../rules/catalogue.ts';

const PAGE = fileURLToPath(new URL('../../docs/rules.md', import.meta.url));

describe('docs/rules.md', () => {
  it('says what the catalogue says', () => {
    const isCurrent = readFileSync(PAGE, 'utf8') === rulesPage();
    assert.ok(isCurrent, 'docs/rules.md is not what the catalogue says: run "npm run docs:rules" and commit it');
  });

  it('has an anchor and all the words of every rule', () => {
    const page = rulesPage();
    const words = page.replaceAll('\\', '');
    for (const { code, citation, title, message, columnMessage, safeMessage } of RULES) {
      assert.equal(page.split(`<a id="${code}"></a>`).length, 2, code);
      assert.ok(words.includes(citation), code);
      for (const said of [title, message, columnMessage, safeMessage]) {
        if (said) assert.ok(words.includes(said.vi) && words.includes(said.en), `${code}: ${said.vi}`);
      }
    }
  });

  it('leads from its lists to every rule, and nowhere else', () => {
    const links = [...rulesPage().matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    assert.deepEqual(links.sort(), RULES.map(({ code }) => code).sort());
  });
});
