import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { DeflatedPart } from '../package/package-writer.ts';

/** A private-use letter on both sides: it occurs in no text of ours, and neither XML nor exceljs changes it. */
const EDGE = '\ue000';

/** The place of a value that differs from workbook to workbook, in a text of the master. */
export function slot(name: string): string {
  return `${EDGE}${name}${EDGE}`;
}

export function hasSlot(text: string): boolean {
  return text.includes(EDGE);
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly deflated: readonly Uint8Array[];
}

/** Below this a stored block is smaller than what setting up a compressor is worth (some 20 µs). */
const WORTH_DEFLATING = 1024;
/** An empty last block: stored, no bytes. */
const END = Uint8Array.of(1, 0, 0, 0xff, 0xff);

/**
 * A part of the master, cut at its slots. What stands between them is deflated once; a print deflates what is put in, and nothing
 * else. Deflate streams that end on a byte (a flush, no last block) may stand one after the other (RFC 1951 §3.2.4).
 */
export class Stencil {
  readonly #pieces: readonly (Piece | string)[];

  /** @param xml a part's text with `slot`s in it */
  constructor(xml: string) {
    this.#pieces = xml
      .split(EDGE)
      .map((text, index) => (index % 2 === 1 ? text : literal(text)))
      .filter((piece) => typeof piece === 'string' || piece.bytes.length > 0);
  }

  /** @param values what to put in, XML already; a RangeError for a slot without a value */
  fill(values: Readonly<Record<string, string>>): DeflatedPart {
    const data: Uint8Array[] = [];
    let crc = 0;
    let size = 0;
    for (const piece of this.#pieces) {
      const { bytes, deflated } = typeof piece === 'string' ? filling(piece, values[piece]) : piece;
      data.push(...deflated);
      crc = crc32(bytes, crc);
      size += bytes.length;
    }
    data.push(END);
    return { data, crc32: crc, size };
  }
}

function literal(text: string): Piece {
  const bytes = Buffer.from(text);
  return { bytes, deflated: [flushed(bytes, 9)] };
}

function filling(name: string, text: string | undefined): Piece {
  if (text === undefined) throw new RangeError(`nothing to put into the slot ${name}`);
  const bytes = Buffer.from(text);
  return { bytes, deflated: bytes.length < WORTH_DEFLATING ? stored(bytes) : [flushed(bytes, 1)] };
}

function flushed(bytes: Uint8Array, level: number): Uint8Array {
  return bytes.length === 0 ? bytes : deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
}

/** A block that is not compressed: a header of five bytes, then the bytes themselves. */
function stored(bytes: Uint8Array): readonly Uint8Array[] {
  const { length } = bytes;
  return length === 0 ? [] : [Uint8Array.of(0, length, length >> 8, ~length, ~length >> 8), bytes];
}
