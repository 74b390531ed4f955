import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loopPage } from '../../cli/loop-page.ts';
import { LOOP_STATES } from '../../contract/loop/loop-state.ts';

const PAGE = fileURLToPath(new URL('../../docs/loop.md', import.meta.url));

describe('docs/loop.md', () => {
  it('says what the table of the loop says', () => {
    const isCurrent = readFileSync(PAGE, 'utf8') === loopPage();
    assert.ok(isCurrent, 'docs/loop.md is not what the table says: run "npm run docs:loop" and commit it');
  });

  it('has every state, and names it once', () => {
    for (const state of LOOP_STATES) assert.equal(loopPage().split(`<a id="${state}"></a>`).length, 2, state);
  });
});
