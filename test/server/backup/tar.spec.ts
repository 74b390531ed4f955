import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readTar, type TarEntry, TarError, writeTar } from '../../../server/backup/tar.ts';

const AT = Date.parse('2026-11-22T02:00:00Z');

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function* entriesOf(files: readonly File[]): AsyncGenerator<TarEntry> {
  for (const { name, bytes } of files) yield { name, size: bytes.length, contents: Readable.from([bytes]) };
}

async function packed(files: readonly File[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeTar(entriesOf(files), AT)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* cut(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function unpacked(source: AsyncIterable<Uint8Array>): Promise<File[]> {
  const files: File[] = [];
  for await (const { name, contents } of readTar(source)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of contents) pieces.push(piece);
    files.push({ name, bytes: Uint8Array.from(Buffer.concat(pieces)) });
  }
  return files;
}

const FILES = fc.array(
  fc.record(
    { name: fc.stringMatching(/^[a-z][a-z0-9.-]{0,98}$/), bytes: fc.uint8Array({ maxLength: 1600 }) },
    { noNullPrototype: true },
  ),
  { maxLength: 4 },
);

describe('tar', () => {
  it('gives back what was put in, however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(FILES, fc.integer({ min: 1, max: 2000 }), async (files, length) => {
        assert.deepEqual(await unpacked(cut(await packed(files), length)), files);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes a part of an archive for a whole one', async () => {
    const whole = await packed([{ name: 'a', bytes: new Uint8Array(700).fill(7) }]);
    for (let length = 0; length <= whole.length - 1024; length += 13) {
      await assert.rejects(unpacked(cut(whole.subarray(0, length), 512)), TarError, String(length));
    }
  });

  it('refuses what is no archive, what is damaged, and anything but files', async () => {
    await assert.rejects(unpacked(cut(Buffer.alloc(2048, 'x'), 512)), TarError);
    const damaged = await packed([{ name: 'a', bytes: new Uint8Array(3) }]);
    damaged[0] = 0x62;
    await assert.rejects(unpacked(cut(damaged, 512)), TarError);
    const link = await packed([{ name: 'a', bytes: new Uint8Array(3) }]);
    link[156] = 0x32;
    link.write(`${(Number.parseInt(link.toString('latin1', 148, 154), 8) + 2).toString(8).padStart(6, '0')}`, 148);
    await assert.rejects(unpacked(cut(link, 512)), /something else/);
  });

  it('says when a file became shorter under its reader', async () => {
    async function* shrunk(): AsyncGenerator<TarEntry> {
      yield { name: 'a', size: 10, contents: Readable.from([Buffer.alloc(4)]) };
    }
    await assert.rejects(async () => {
      for await (const piece of writeTar(shrunk(), AT)) assert.ok(piece);
    }, TarError);
  });

  it('writes a size beyond eight gigabytes, too', async () => {
    const size = 9 * 1024 ** 3;
    async function* huge(): AsyncGenerator<TarEntry> {
      yield { name: 'a', size, contents: Readable.from([]) };
    }
    const header = (await writeTar(huge(), AT).next()).value;
    const entry = (await readTar(cut(header, 512)).next()).value as TarEntry;
    assert.equal(entry.size, size);
  });

  it('is what the system’s own tool reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'so-sach-tar-'));
    const bytes = new Uint8Array(1300).map((_, at) => at);
    await writeFile(join(folder, 'x.tar'), await packed([{ name: 'so-sach.sqlite', bytes }]));
    execFileSync('tar', ['xf', 'x.tar'], { cwd: folder });
    assert.deepEqual(Uint8Array.from(readFileSync(join(folder, 'so-sach.sqlite'))), bytes);
    rmSync(folder, { recursive: true });
  });
});
