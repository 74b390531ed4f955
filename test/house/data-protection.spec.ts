import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../cli/command-line.ts';
import { knownVariables } from '../../cli/config/read-settings.ts';
import { RETENTION, type RetentionRule } from '../../server/retention/retention-policy.ts';
import { captureIo } from '../cli/capture-io.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/data-protection.md', import.meta.url)), 'utf8');

describe('docs/data-protection.md', () => {
  it('says of each kind of data how long it is kept, and why, as the policy has it', () => {
    const rules: readonly RetentionRule[] = Object.values(RETENTION);
    for (const { variable, days, least, most, what, since, reason } of rules) {
      const line = PAGE.split('\n').find((text) => text.includes(`\`${variable}\``) && text.startsWith('| '));
      assert.equal(
        line,
        `| ${what.vi} | **${days} ngày** (${least}–${most}) kể từ ${since.vi} | ${reason.vi} | \`${variable}\` |`,
      );
      assert.ok(knownVariables().includes(variable));
    }
  });

  it('names commands that there are', async () => {
    const named = new Set([...PAGE.matchAll(/`sosach ([a-z-]+(?: [a-z]+)?)/g)].map((match) => match[1] as string));
    assert.ok(named.size > 6);
    for (const command of named) {
      const io = captureIo();
      assert.equal(await runCommandLine([...command.split(' '), '--help'], io, '.'), 0, command);
      assert.ok(io.stdout().includes(`usage: sosach ${command}`), command);
    }
  });

  it('names settings that there are', () => {
    const known = knownVariables();
    for (const [name] of PAGE.matchAll(/SOSACH_[A-Z_]*[A-Z]/g)) {
      assert.ok(
        known.some((variable) => variable === name || variable.startsWith(`${name}_`)),
        name,
      );
    }
  });

  it('marks what is not certain', () => {
    for (const mark of ['[chắc]', '[một nguồn]', '[chưa rõ]']) assert.ok(PAGE.split(mark).length > 2, mark);
  });
});
