import { crc32 } from './crc32.ts';

/**
 * What reading and writing a package needs of its host. Browsers and Node have all of it (`platformCodec`); where the host has a
 * faster one, the caller passes it in.
 */
export interface Codec {
  /** Inflates raw deflate (RFC 1951). Rejects when the data is damaged or does not come to exactly `size` bytes, before growing beyond it. */
  inflate(deflated: Uint8Array, size: number): Promise<Uint8Array>;
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  crc32(bytes: Uint8Array): number;
  /** UTF-8 text of bytes `start` to `end`. */
  decode(bytes: Uint8Array, start: number, end: number): string;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** By `DecompressionStream` and `CompressionStream`, which every browser and Node from 20.12 on have. */
export const platformCodec: Codec = {
  async inflate(deflated, size) {
    const reader = through(deflated, new DecompressionStream('deflate-raw')).getReader();
    const bytes = new Uint8Array(size);
    let at = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) {
        await reader.cancel();
        throw new RangeError('inflates beyond its declared size');
      }
      bytes.set(value, at);
      at += value.length;
    }
    if (at !== size) throw new RangeError('inflates to less than its declared size');
    return bytes;
  },
  async deflate(bytes) {
    return new Uint8Array(await new Response(through(bytes, new CompressionStream('deflate-raw'))).arrayBuffer());
  },
  crc32,
  decode: (bytes, start, end) => utf8.decode(bytes.subarray(start, end)),
};

function through(bytes: Uint8Array, stream: TransformStream<BufferSource, Uint8Array>): ReadableStream<Uint8Array> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
}
