import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { processIo } from '../../cli/process-io.ts';

describe('standard output', () => {
  function broken(code: string) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const failures: string[] = [];
    const io = processIo({ stdout, stderr } as never, (failure) => failures.push(failure));
    io.out('kept');
    stdout.emit('error', Object.assign(new Error('write'), { code }));
    return { failures, written: String(stdout.read()) };
  }

  it('may lose its reader', () => {
    assert.deepEqual(broken('EPIPE'), { failures: [], written: 'kept' });
  });

  it('says when it cannot be written for another reason', () => {
    assert.deepEqual(broken('ENOSPC'), { failures: ['ENOSPC'], written: 'kept' });
  });
});
