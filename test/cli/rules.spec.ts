import assert from 'node:assert/strict';
import { runRules } from '../../cli/rules.ts';
import { RULES } from '../../rules/catalogue.ts';
import { captureIo } from './capture-io.ts';

describe('sosach rules', () => {
  it('lists every rule with its citation, for people and as JSON', async () => {
    const text = captureIo();
    const json = captureIo();
    assert.equal(await runRules({}, text), 0);
    assert.equal(await runRules({ json: true }, json), 0);
    const listed = JSON.parse(json.stdout()) as { code: string; citation: string; title: { vi: string; en: string } }[];
    assert.deepEqual(listed.map((rule) => rule.code).sort(), RULES.map((rule) => rule.code).sort());
    for (const rule of listed) {
      assert.ok(rule.citation !== '' && rule.title.vi !== '' && rule.title.en !== '', rule.code);
      assert.ok(text.stdout().includes(`${rule.code} · `), rule.code);
    }
  });
});
