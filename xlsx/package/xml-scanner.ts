import { SheetError } from '../../desk/sheet-error.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const EQUALS = 0x3d;
const SPACE = 0x20;
const DEEPEST = 100;
const COMMENT_END = ascii('-->');
const CDATA_START = ascii('<![CDATA[');
const CDATA_END = ascii(']]>');
const COMMENT_START = ascii('<!--');
const INSTRUCTION_END = ascii('?>');

/**
 * Walks the tags of one XML part, byte by byte. What stands between two tags is left alone until somebody asks, so that a sheet
 * of a hundred megabytes is never made into a string. Names are told by their local part: any prefix will do.
 * A DOCTYPE is refused: no workbook has one, and entities are how a kilobyte becomes a gigabyte.
 */
export class XmlScanner {
  bytes: Uint8Array;
  /** The tag that `next` came to: from its `<` to behind its `>`. */
  tagStart = 0;
  tagEnd = 0;
  /** Where the name begins, prefix included. */
  nameStart = 0;
  localStart = 0;
  nameEnd = 0;
  closing = false;
  /** Closed by itself: `<c/>`. */
  empty = false;
  /** The last four bytes of the local name: tells names of up to three letters for certain. */
  code = 0;
  #depth = 0;
  #openAtEnd = 0;

  /** How many elements are open, this one included. */
  get depth(): number {
    return this.#depth + (this.empty || this.closing ? 1 : 0);
  }

  constructor(bytes: Uint8Array, start = 0) {
    this.bytes = bytes;
    this.tagEnd = start;
  }

  /** Goes on with the next segment of the part. `open`: how many elements are still open where it ends. */
  feed(bytes: Uint8Array, open: number): void {
    this.bytes = bytes;
    this.tagEnd = 0;
    this.#openAtEnd = open;
  }

  /** To the next tag; false at the end. @throws SheetError `unreadable`, damaged */
  next(): boolean {
    const { bytes } = this;
    const end = bytes.length;
    let at = this.tagEnd;
    for (;;) {
      while (at < end && bytes[at] !== LT) at++;
      if (at >= end) {
        if (this.#depth !== this.#openAtEnd) throw damaged();
        return false;
      }
      const mark = bytes[at + 1];
      if (mark === BANG) at = this.#skipSpecial(at);
      else if (mark === QUESTION) at = skipPast(bytes, INSTRUCTION_END, at);
      else break;
    }
    this.tagStart = at++;
    this.closing = bytes[at] === SLASH;
    if (this.closing) at++;
    this.nameStart = at;
    this.localStart = at;
    let code = 0;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte <= SPACE || byte === GT || byte === SLASH || byte === LT) break;
      if (byte === COLON) {
        this.localStart = at + 1;
        code = 0;
      } else code = (code << 8) | byte;
    }
    this.nameEnd = at;
    this.code = code;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === GT) break;
      if (byte === QUOTE || byte === APOSTROPHE) {
        at++;
        while (at < end && bytes[at] !== byte) at++;
      } else if (byte === LT) throw damaged();
    }
    if (at >= end || this.nameEnd === this.localStart) throw damaged();
    this.empty = !this.closing && bytes[at - 1] === SLASH;
    this.tagEnd = at + 1;
    if (this.closing) this.#depth--;
    else if (!this.empty) this.#depth++;
    if (this.#depth < 0 || this.#depth > DEEPEST) throw damaged();
    return true;
  }

  /** Whether the tag has this local name. */
  is(name: string): boolean {
    const { bytes, localStart, nameEnd } = this;
    if (nameEnd - localStart !== name.length) return false;
    for (let index = 0; index < name.length; index++) {
      if (bytes[localStart + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Walks to the closing tag of the element whose opening tag this is; stays on it when it is closed by itself. */
  skipElement(): void {
    if (this.empty || this.closing) return;
    const outside = this.#depth - 1;
    while (this.#depth > outside) if (!this.next()) throw damaged();
  }

  /** Goes on behind `at`, up to where the caller has read by itself and closed `closed` elements. */
  leap(at: number, closed: number): void {
    this.tagEnd = at;
    this.#depth -= closed;
  }

  /** Calls `each` with the place of the name and of the value (between its quotes) of every attribute. */
  attributes(each: (nameStart: number, nameEnd: number, valueStart: number, valueEnd: number) => void): void {
    const { bytes } = this;
    const end = this.tagEnd - 1;
    let at = this.nameEnd;
    for (;;) {
      while (at < end && (bytes[at]! <= SPACE || bytes[at] === SLASH)) at++;
      if (at >= end) return;
      const nameStart = at;
      while (at < end && bytes[at] !== EQUALS && bytes[at]! > SPACE) at++;
      const nameEnd = at;
      while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      const quote = bytes[at];
      const valueStart = ++at;
      while (at < end && bytes[at] !== quote) at++;
      if (at >= end) return;
      each(nameStart, nameEnd, valueStart, at);
      at++;
    }
  }

  /** The raw value of an attribute by its whole name (`r:id`) or, without a prefix in `name`, by exactly that; undefined when absent. */
  find(name: string): string | undefined {
    let found: string | undefined;
    this.attributes((nameStart, nameEnd, valueStart, valueEnd) => {
      if (nameEnd - nameStart !== name.length) return;
      for (let index = 0; index < name.length; index++) {
        if (this.bytes[nameStart + index] !== name.charCodeAt(index)) return;
      }
      found = decodeEntities(utf8.decode(this.bytes.subarray(valueStart, valueEnd)));
    });
    return found;
  }

  /** All attributes by name, prefix included. */
  all(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    this.attributes((nameStart, nameEnd, valueStart, valueEnd) => {
      const name = utf8.decode(this.bytes.subarray(nameStart, nameEnd));
      found.set(name, decodeEntities(utf8.decode(this.bytes.subarray(valueStart, valueEnd))));
    });
    return found;
  }

  #skipSpecial(at: number): number {
    if (startsAt(this.bytes, COMMENT_START, at)) return skipPast(this.bytes, COMMENT_END, at + 4);
    if (startsAt(this.bytes, CDATA_START, at)) return skipPast(this.bytes, CDATA_END, at);
    throw damaged();
  }
}

const utf8 = new TextDecoder();
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and character references; anything else was declared in a DOCTYPE and stays as it stands. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The text between two tags: entities resolved, CDATA unwrapped, comments dropped. */
export function decodeText(text: string): string {
  if (!text.includes('<')) return decodeEntities(text);
  return text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)/)
    .map((piece) => {
      if (piece.startsWith('<![CDATA[')) return piece.slice(9, -3);
      return piece.startsWith('<') ? '' : decodeEntities(piece);
    })
    .join('');
}

function skipPast(bytes: Uint8Array, mark: readonly number[], from: number): number {
  for (let at = from; at + mark.length <= bytes.length; at++) {
    if (startsAt(bytes, mark, at)) return at + mark.length;
  }
  throw damaged();
}

export function startsAt(bytes: Uint8Array, mark: readonly number[], at: number): boolean {
  for (let index = 0; index < mark.length; index++) if (bytes[at + index] !== mark[index]) return false;
  return true;
}

export function ascii(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function damaged(): SheetError {
  return new SheetError('unreadable', 'damaged');
}
