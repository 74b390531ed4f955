import { constants, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { withoutMarks } from '../../rules/text/without-marks.ts';

/** Where a value came to light, and as what. */
export interface CanaryHit {
  readonly value: string;
  /** How it was written: `utf-8`, `base64`, … */
  readonly form: string;
  /** The containers it lay in, outermost first. */
  readonly path: readonly string[];
}

interface Needle {
  readonly value: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Containers in containers: a zip in a gzipped tar in a page of a database. */
const DEEPEST = 5;
/** What is cut off at its end (a page of a database, a broken line) is inflated as far as it goes. */
const TORN: ZlibOptions = { finishFlush: constants.Z_SYNC_FLUSH };
const ZIP_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 0x08]);
const ZLIB_HEADERS = [0x01, 0x5e, 0x9c, 0xda].map((level) => Buffer.from([0x78, level]));
const DEFLATED = 8;

/**
 * Looks for values in bytes, however they are written: composed and decomposed, in capitals and small letters, without marks;
 * in UTF-8, UTF-16 of both orders, hexadecimal, base64 (of both alphabets, wherever the value begins), percent-encoded, as
 * JSON escapes and XML references; plain, gzipped, deflated, in parts of a zip, and in all of these one within the other.
 */
export class CanarySearch {
  readonly #byHead = new Map<number, Needle[]>();
  /** The first two bytes of every needle: most bytes are passed over by this alone. */
  readonly #heads = new Uint8Array(0x10000);

  /** @param values of at least eight characters, so that chance writes none of them */
  constructor(values: readonly string[]) {
    for (const value of values) {
      if (value.length < 8) throw new RangeError(`too short to be told from chance: ${value.length} characters`);
      for (const needle of needlesOf(value)) this.#add(needle);
    }
  }

  find(bytes: Uint8Array, path: readonly string[]): readonly CanaryHit[] {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const hits = this.#findPlain(buffer, path);
    if (path.length > DEEPEST) return hits;
    return [...hits, ...contained(buffer).flatMap(([name, content]) => this.find(content, [...path, name]))];
  }

  #add(needle: Needle): void {
    const head = needle.bytes.readUInt16BE(0);
    const others = this.#byHead.get(head);
    if (others?.some(({ bytes }) => bytes.equals(needle.bytes))) return;
    if (others) others.push(needle);
    else this.#byHead.set(head, [needle]);
    this.#heads[head] = 1;
  }

  #findPlain(buffer: Buffer, path: readonly string[]): CanaryHit[] {
    const hits = new Map<Needle, CanaryHit>();
    for (let at = 0; at + 1 < buffer.length; at++) {
      const head = (buffer[at]! << 8) | buffer[at + 1]!;
      if (this.#heads[head] === 0) continue;
      for (const needle of this.#byHead.get(head) ?? []) {
        const { bytes, value, form } = needle;
        const end = at + bytes.length;
        if (hits.has(needle) || end > buffer.length) continue;
        if (buffer.compare(bytes, 0, bytes.length, at, end) === 0) {
          hits.set(needle, { value, form, path });
        }
      }
    }
    return [...hits.values()];
  }
}

function needlesOf(value: string): readonly Needle[] {
  const needles: Needle[] = [];
  for (const spelt of spellings(value)) {
    const utf8 = Buffer.from(spelt, 'utf8');
    const utf16 = Buffer.from(spelt, 'utf16le');
    const add = (form: string, bytes: Buffer) => needles.push({ value, form, bytes });
    add('utf-8', utf8);
    add('utf-16le', utf16);
    add('utf-16be', Buffer.from(utf16).swap16());
    for (const [form, bytes] of [
      ['base64', utf8],
      ['base64 of utf-16', utf16],
    ] as const) {
      for (const text of base64Cores(bytes)) {
        add(form, Buffer.from(text));
        add(`${form}url`, Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_')));
      }
    }
    add('hex', Buffer.from(utf8.toString('hex')));
    add('hex', Buffer.from(utf8.toString('hex').toUpperCase()));
    add('percent', Buffer.from(encodeURIComponent(spelt)));
    add('percent', Buffer.from(encodeURIComponent(spelt).toLowerCase()));
    add('form', Buffer.from(encodeURIComponent(spelt).replaceAll('%20', '+')));
    const escaped = (write: (code: number) => string) =>
      Buffer.from([...spelt].map((char) => (char > '~' ? write(char.codePointAt(0)!) : char)).join(''));
    add(
      'json',
      escaped((code) => `\\u${code.toString(16).padStart(4, '0')}`),
    );
    add(
      'xml',
      escaped((code) => `&#${code};`),
    );
    add(
      'xml',
      escaped((code) => `&#x${code.toString(16)};`),
    );
    add(
      'xml',
      escaped((code) => `&#x${code.toString(16).toUpperCase()};`),
    );
  }
  return needles;
}

function spellings(value: string): ReadonlySet<string> {
  const plain = [value, withoutMarks(value)];
  const cased = plain.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);
  return new Set(cased.flatMap((text) => [text.normalize('NFC'), text.normalize('NFD')]));
}

/** What base64 makes of these bytes whatever stands before and after: the value may begin at each of three places in a group. */
function base64Cores(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const first = (3 - offset) % 3;
    const whole = Math.floor((bytes.length - first) / 3) * 3;
    return bytes.subarray(first, first + whole).toString('base64');
  });
}

/** What lies inflated in the bytes, by the marks that such streams begin with. What only looks like one gives nothing. */
function contained(buffer: Buffer): readonly (readonly [name: string, content: Buffer])[] {
  const found: (readonly [string, Buffer])[] = [];
  const add = (name: string, inflate: () => Buffer) => {
    try {
      const content = inflate();
      if (content.length > 0) found.push([name, content]);
    } catch {
      // No such stream after all.
    }
  };
  for (const at of placesOf(buffer, GZIP_HEADER)) {
    const start = gzipStart(buffer, at);
    // Raw, because Node's own reader refuses a member with anything behind it.
    if (start !== undefined) add(`gzip@${at}`, () => inflateRawSync(buffer.subarray(start), TORN));
  }
  for (const at of placesOf(buffer, ZIP_HEADER)) {
    if (at + 30 > buffer.length || buffer.readUInt16LE(at + 8) !== DEFLATED) continue;
    const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
    const name = buffer.subarray(at + 30, at + 30 + buffer.readUInt16LE(at + 26)).toString();
    add(`zip:${name}`, () => inflateRawSync(buffer.subarray(start), TORN));
  }
  for (const header of ZLIB_HEADERS) {
    for (const at of placesOf(buffer, header)) add(`zlib@${at}`, () => inflateSync(buffer.subarray(at), TORN));
  }
  return found;
}

/** Where the deflated bytes of a gzip member begin: behind the optional fields of its header (RFC 1952, 2.3). */
function gzipStart(buffer: Buffer, at: number): number | undefined {
  const flags = buffer[at + 3] ?? 0;
  let start = at + 10;
  if (flags & 4) start += 2 + (start + 2 <= buffer.length ? buffer.readUInt16LE(start) : 0);
  for (const field of [8, 16]) {
    if (!(flags & field)) continue;
    const end = buffer.indexOf(0, start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return flags & 2 ? start + 2 : start;
}

function placesOf(buffer: Buffer, mark: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + 1)) places.push(at);
  return places;
}
