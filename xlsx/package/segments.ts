import { SheetError } from '../../desk/sheet-error.ts';
import type { Codec } from './codec.ts';

/** A stretch of an XML part, good until the next is asked for. */
export interface Segment {
  readonly bytes: Uint8Array;
  readonly last: boolean;
  /** No comment, CDATA or instruction in it: what reads like a tag is one. */
  readonly plain: boolean;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const BANG = 0x21;
const QUESTION = 0x3f;
/** Behind the mark of UTF-8 and `<`. */
const XML_DECLARATION = 4;
/** An XML declaration is shorter than this. */
const DECLARATION_ROOM = 200;
const FIRST_ROOM = 1 << 20;

/**
 * Cuts a part into segments, each ending where an element `tag` begins, so that a sheet of a hundred megabytes is walked in the
 * room of one. Where the tag does not stand as such (another prefix, a comment or CDATA that may hold anything, UTF-16) nothing
 * is cut, and the part comes whole.
 * @param size what the pieces come to, at most
 */
export async function* segmentsOf(
  pieces: AsyncIterable<Uint8Array>,
  tag: string,
  size: number,
  codec: Codec,
): AsyncGenerator<Segment> {
  const opening = [LT, ...new TextEncoder().encode(tag)];
  let room = codec.allocate(Math.min(size, FIRST_ROOM));
  let filled = 0;
  let whole = false;
  let first = true;
  for await (const piece of pieces) {
    const from = filled;
    filled += piece.length;
    if (filled > room.length) room = larger(room, from, Math.min(size, Math.max(filled, room.length * 2)), codec);
    room.set(piece, from);
    if (first && from === 0) refuseOtherEncoding(room.subarray(0, filled));
    whole ||= (first && isUtf16(room)) || holdsSpecial(room, from, filled);
    const cut = whole ? 0 : lastOpening(room, Math.max(1, from - opening.length), filled, opening);
    if (cut === 0) continue;
    yield { bytes: room.subarray(0, cut), last: false, plain: true };
    first = false;
    room.copyWithin(0, cut, filled);
    filled -= cut;
  }
  yield { bytes: first ? asUtf8(room.subarray(0, filled)) : room.subarray(0, filled), last: true, plain: !whole };
}

/** XML as UTF-8 without byte order mark. @throws SheetError `unreadable`, damaged, for any encoding but UTF-8 and UTF-16 */
export function asUtf8(part: Uint8Array): Uint8Array {
  refuseOtherEncoding(part);
  if (isUtf16(part)) {
    return new TextEncoder().encode(new TextDecoder(part[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(part));
  }
  return part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf ? part.subarray(3) : part;
}

/** Workbooks have no other (ECMA-376 part 2, 8.1.4), and read as UTF-8 it would make other names of people's names. */
function refuseOtherEncoding(part: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(part.subarray(0, DECLARATION_ROOM));
  const [, encoding] = /^[^<]{0,3}<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(start) ?? [];
  if (encoding !== undefined && !/^(?:utf-?8|utf-?16|us-ascii)$/i.test(encoding)) {
    throw new SheetError('unreadable', 'damaged');
  }
}

function isUtf16(part: Uint8Array): boolean {
  return (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
}

function larger(room: Uint8Array, filled: number, size: number, codec: Codec): Uint8Array {
  const grown = codec.allocate(size);
  grown.set(room.subarray(0, filled));
  return grown;
}

/** A comment, CDATA or an instruction other than the XML declaration. Both marks are rare, and finding one byte is quick. */
function holdsSpecial(bytes: Uint8Array, from: number, end: number): boolean {
  // Not beyond what is filled: the room of a part without a tag grows, and would be searched to its end for every piece.
  const filled = bytes.subarray(0, end);
  for (const mark of [BANG, QUESTION]) {
    for (let at = filled.indexOf(mark, from); at >= 0; at = filled.indexOf(mark, at + 1)) {
      if (bytes[at - 1] === LT && (mark === BANG || at > XML_DECLARATION)) return true;
    }
  }
  return false;
}

/** Where the last of the elements begins; 0 when none does. */
function lastOpening(bytes: Uint8Array, from: number, end: number, opening: readonly number[]): number {
  for (let at = end - opening.length - 1; at >= from; at--) {
    if (bytes[at] !== LT || !opening.every((byte, index) => bytes[at + index] === byte)) continue;
    const behind = bytes[at + opening.length]!;
    if (behind <= SPACE || behind === GT || behind === SLASH) return at;
  }
  return 0;
}
