import type { Codec } from './codec.ts';
import type { DeflatedPart } from './package-writer.ts';

/**
 * A part deflated as it is made, so that it never stands whole in memory.
 * @param size what the pieces come to, about
 */
export async function deflatePart(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
  codec: Codec,
): Promise<DeflatedPart> {
  const sum = { crc32: 0, size: 0 };
  const summedUp = async function* () {
    for await (const piece of pieces) {
      sum.crc32 = codec.crc32(piece, sum.crc32);
      sum.size += piece.length;
      yield piece;
    }
  };
  const data: Uint8Array[] = [];
  for await (const piece of codec.deflatePieces(summedUp(), size)) data.push(piece);
  return { data, ...sum };
}
