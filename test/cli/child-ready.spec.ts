import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isChildReady } from '../../cli/child-ready.ts';

const CHILD = fileURLToPath(new URL('./fixtures/announcing-child.ts', import.meta.url));

describe('a supervised process', () => {
  let child: ChildProcess;

  beforeEach(async () => {
    child = spawn(process.execPath, ['--import', 'tsx', CHILD], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const [message] = await once(child, 'message');
    assert.ok(isChildReady(message));
  });
  afterEach(() => {
    child.kill('SIGKILL');
  });

  it('ends by itself when told to, though the channel to its parent stays open', async () => {
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('stops when its parent is gone', async () => {
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [3, null]);
  });

  it('takes no other message for readiness', () => {
    for (const message of [undefined, null, 'ready', {}, { ready: false }]) assert.equal(isChildReady(message), false);
  });
});
