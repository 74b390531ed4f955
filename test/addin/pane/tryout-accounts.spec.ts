import assert from 'node:assert/strict';
import { TRYOUT_CLERKS, TRYOUT_OFFICERS } from '../../../addin/pane/tryout-accounts.ts';
import { inventAccounts } from '../../../cli/tryout/invent-accounts.ts';
import { ROLE_WORDS } from '../../../contract/role.ts';

describe('pane: try-out accounts', () => {
  it('are those that the try-out really has', () => {
    for (const { username, password, words } of [...TRYOUT_CLERKS, ...TRYOUT_OFFICERS]) {
      const real = inventAccounts().find((account) => account.username === username);
      assert.deepEqual([real?.password, real && ROLE_WORDS[real.role]], [password, words], username);
    }
  });
});
