import { crc32 } from './crc32.ts';

/**
 * What reading and writing a package needs of its host. Browsers and Node have all of it (`platformCodec`); where the host has a
 * faster one, the caller passes it in.
 */
export interface Codec {
  /**
   * Inflates raw deflate (RFC 1951) piece by piece: a piece is made while the one before is looked at, and what is not asked for
   * is not made. Rejects when the data is damaged or ends too early.
   */
  inflate(deflated: Uint8Array): AsyncIterable<Uint8Array>;
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /**
   * The same of what comes piece by piece. A piece is done with when the next is asked for.
   * @param size what the pieces come to, about
   */
  deflatePieces(pieces: AsyncIterable<Uint8Array>, size: number): AsyncIterable<Uint8Array>;
  /** Of `bytes`, going on from the checksum of what stands before them. */
  crc32(bytes: Uint8Array, before?: number): number;
  /** Room for bytes that text will be decoded from: in the kind the host decodes fastest. Blank. */
  allocate(size: number): Uint8Array;
  /** UTF-8 text of bytes `start` to `end`. */
  decode(bytes: Uint8Array, start: number, end: number): string;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** By `DecompressionStream` and `CompressionStream`, which every browser and Node from 20.12 on have. */
export const platformCodec: Codec = {
  inflate: (deflated) => piecesOf(through(deflated, new DecompressionStream('deflate-raw'))),
  async deflate(bytes) {
    return new Uint8Array(await new Response(through(bytes, new CompressionStream('deflate-raw'))).arrayBuffer());
  },
  async *deflatePieces(pieces) {
    const { readable, writable } = new CompressionStream('deflate-raw');
    const writing = writeAll(pieces, writable);
    // It is waited for behind the last piece; until then a failure is the stream's to tell.
    writing.catch(() => undefined);
    yield* piecesOf(readable);
    await writing;
  },
  crc32,
  allocate: (size) => new Uint8Array(size),
  decode: (bytes, start, end) => utf8.decode(bytes.subarray(start, end)),
};

function through(bytes: Uint8Array, stream: TransformStream<BufferSource, Uint8Array>): ReadableStream<Uint8Array> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Not by `for await` over the stream, which Safari does not know.
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function writeAll(pieces: AsyncIterable<Uint8Array>, stream: WritableStream<BufferSource>): Promise<void> {
  const writer = stream.getWriter();
  try {
    // A copy each: the stream may still hold a piece when it asks for more.
    for await (const piece of pieces) await writer.write(new Uint8Array(piece));
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
