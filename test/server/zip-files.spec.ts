import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { zipFiles } from '../../server/campaigns/zip-files.ts';
import { readZipDirectory } from '../../xlsx/package/zip-directory.ts';

async function* files(count: number, failAt = count + 1) {
  for (let n = 1; n <= count; n++) {
    if (n === failAt) throw new Error('hỏng');
    yield { fileName: `tep-${n}.bin`, bytes: new Uint8Array(100_000).fill(n) };
  }
}

describe('zipFiles', () => {
  it('holds every file as it is', async () => {
    const zip = await buffer(zipFiles(files(20)));
    const { entries } = readZipDirectory(zip);
    assert.equal(entries.length, 20);
    assert.ok(entries.every((entry) => entry.inflatedSize === 100_000 && entry.deflatedSize === 100_000));
  });

  it('ends in an error when a file cannot be made: a torn download is no zip', async () => {
    await assert.rejects(buffer(zipFiles(files(20, 5))), /hỏng/);
  });

  it('waits for its reader: a slow line does not pile the files up', async () => {
    let made = 0;
    async function* counted() {
      for await (const file of files(200)) {
        made++;
        yield file;
      }
    }
    const zip = zipFiles(counted());
    for await (const _piece of zip) break;
    assert.ok(made < 20, `${made} files for the first piece`);
  });
});
