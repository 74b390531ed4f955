/**
 * The part of the tar format (POSIX.1-1988 ustar, IEEE Std 1003.1 "pax") that a backup needs: regular files under plain names,
 * one after the other, so that any system's own tool opens a backup, too. Both ways piece by piece: a province's store does not
 * fit into memory.
 */
export interface TarEntry {
  /** Up to 100 ASCII characters. */
  readonly name: string;
  readonly size: number;
  readonly contents: AsyncIterable<Uint8Array>;
}

/** What was read is no such archive, or only a part of one. */
export class TarError extends Error {
  override readonly name = 'TarError';
}

const BLOCK = 512;
/** Eleven octal digits; what is larger is written in binary, as GNU tar does. */
const OCTAL_LIMIT = 8 ** 11;

/** @param at milliseconds since 1970, written as the time of every file */
export async function* writeTar(entries: AsyncIterable<TarEntry>, at: number): AsyncGenerator<Uint8Array> {
  for await (const { name, size, contents } of entries) {
    yield headerOf(name, size, at);
    let left = size;
    for await (const piece of contents) {
      left -= piece.length;
      yield piece;
    }
    if (left !== 0) throw new TarError(`${name} changed while it was read`);
    yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** The files of an archive; each one's contents are read to their end before the next is asked for. Throws `TarError`. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const bytes = new ByteReader(source);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const { name, size } = readHeader(header);
    yield { name, size, contents: bytes.pieces(size) };
    await bytes.take(padding(size));
  }
  // To the very end, so that what packs the archive sees its own checksum.
  await bytes.drain();
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function headerOf(name: string, size: number, at: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, 'latin1');
  header.write('0000600\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  if (size < OCTAL_LIMIT) header.write(octal(size, 11), 124, 'latin1');
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write(octal(Math.floor(at / 1000), 11), 136, 'latin1');
  // A regular file.
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${octal(checksum(header), 6)}\0 `, 148, 'latin1');
  return header;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** Of all bytes, those of the checksum itself read as blanks. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

function readHeader(header: Buffer): { readonly name: string; readonly size: number } {
  const text = (from: number, to: number) => header.toString('latin1', from, to).replace(/[\0 ]+$/, '');
  if (text(257, 262) !== 'ustar' || Number.parseInt(text(148, 156), 8) !== checksum(header)) {
    throw new TarError('not a tar archive');
  }
  if (header[156] !== 0x30) throw new TarError('something else than a file');
  const size = header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(124, 136), 8);
  return { name: text(0, 100), size };
}

/** Takes a stream of pieces of any length apart into pieces of wanted lengths. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(length)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *pieces(length: number): AsyncGenerator<Uint8Array> {
    let left = length;
    while (left > 0) {
      if (this.#rest.length === 0) {
        const next = await this.#source.next();
        if (next.done) throw new TarError('ends too early');
        this.#rest = next.value;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  async drain(): Promise<void> {
    while (!(await this.#source.next()).done);
  }
}
