import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Supervised, supervise } from '../../cli/supervisor.ts';

const CHILD = fileURLToPath(new URL('./fixtures/child.mjs', import.meta.url));

interface Started {
  readonly pid: number;
  readonly grandchild: number;
}

describe('supervise', () => {
  let supervised: Supervised | undefined;

  afterEach(async () => {
    await supervised?.stop();
    supervised = undefined;
  });

  /** Starts the child and hands back a way to wait for each of its starts. */
  async function start(...args: string[]) {
    const lines = new EventEmitter();
    const starts: Started[] = [];
    supervised = await supervise(CHILD, args, {
      onOutput: (line) => {
        const match = /^started (\d+) (\d+)$/.exec(line);
        if (match) starts.push({ pid: Number(match[1]), grandchild: Number(match[2]) });
        lines.emit('line');
      },
    });
    const nth = async (count: number): Promise<Started> => {
      while (starts.length < count) await once(lines, 'line');
      return starts[count - 1] as Started;
    };
    return { supervised, nth };
  }

  it('resolves with the address once the child answers', async () => {
    const { supervised } = await start('school');
    assert.equal(supervised.url, 'http://child/school');
  });

  it('starts the child again after it was killed', async () => {
    const { supervised, nth } = await start('again');
    const first = await nth(1);
    supervised.kill();
    const second = await nth(2);
    assert.notEqual(second.pid, first.pid);
    assert.equal(alive(second.pid), true);
  });

  it('ends the whole process group, grandchildren included', async () => {
    const { supervised, nth } = await start('group');
    const { pid, grandchild } = await nth(1);
    assert.equal(alive(grandchild), true);
    await supervised.stop();
    assert.equal(alive(pid), false);
    await gone(grandchild);
  });

  it('hands on whole lines, however they come through the pipe', async () => {
    const lines = new EventEmitter();
    const said = once(lines, 'line');
    supervised = await supervise(CHILD, ['lines'], {
      onOutput: (line) => {
        if (!line.startsWith('started')) lines.emit('line', line);
      },
    });
    assert.deepEqual(await said, ['một chữ ấ bị cắt đôi']);
  });

  it('rejects when the child dies before it answers', async () => {
    await assert.rejects(
      supervise(fileURLToPath(new URL('./fixtures/missing.mjs', import.meta.url)), [], { onOutput: () => {} }),
      /ended at start/,
    );
  });
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A killed grandchild is reaped by init, in its own time; bounded by the suite's time-out. */
async function gone(pid: number): Promise<void> {
  while (alive(pid)) await new Promise((resolve) => setImmediate(resolve));
}
