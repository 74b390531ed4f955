import assert from 'node:assert/strict';
import { inventAccounts } from '../../cli/tryout/invent-accounts.ts';
import { ROLE_WORDS } from '../../contract/role.ts';
import { TRYOUT_ACCOUNTS } from '../../workbench/tryout-accounts.ts';

describe('workbench: try-out accounts', () => {
  it('are those that the try-out really has', () => {
    for (const { username, password, words } of TRYOUT_ACCOUNTS) {
      const real = inventAccounts().find((account) => account.username === username);
      assert.deepEqual([real?.password, real && ROLE_WORDS[real.role]], [password, words], username);
    }
  });
});
