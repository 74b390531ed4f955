import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOG_MESSAGES } from '../../cli/support-bundle/redact-log.ts';

const SERVER = fileURLToPath(new URL('../../server', import.meta.url));

describe('what the server says in its log', () => {
  it('knows every message that the server has', () => {
    const said = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const code = readFileSync(path.join(SERVER, name), 'utf8');
        const calls = code.matchAll(/\b(?:log|anchors)\.(?:debug|info|warn|error|fatal)\(([\s\S]*?)\);?\n/g);
        return [...calls].map(([, words = '']) => ({
          name,
          message: /'([^']*)',?\s*$/.exec(words.replace(/\)+$/, ''))?.[1],
        }));
      });
    assert.ok(said.length >= 8, `${said.length} calls`);
    for (const { name, message } of said) {
      assert.ok(message !== undefined && LOG_MESSAGES.includes(message), `${name}: ${message}`);
    }
    assert.deepEqual(
      LOG_MESSAGES.filter((message) => !said.some((call) => call.message === message)),
      [],
      'no longer said',
    );
  });
});
