import { SheetError } from '../../desk/sheet-error.ts';
import { type Codec, platformCodec } from './codec.ts';
import { asUtf8, type Segment, segmentsOf } from './segments.ts';
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip-directory.ts';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const ZIP_MAGIC = [0x50, 0x4b];

/** The zip file of a workbook: its directory is read, its parts are inflated when they are asked for. */
export class WorkbookPackage {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  readonly codec: Codec;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  /**
   * Refuses what is no workbook before anything is inflated.
   * @throws SheetError `unreadable`; `detail` says why: empty-file, password, not-a-zip, too-large, damaged
   */
  constructor(bytes: Uint8Array, codec: Codec = platformCodec) {
    if (bytes.length === 0) throw new SheetError('unreadable', 'empty-file');
    if (!startsWith(bytes, ZIP_MAGIC)) throw new SheetError('unreadable', 'not-a-zip');
    this.bytes = bytes;
    this.codec = codec;
    this.directory = readZipDirectory(bytes);
    this.#entries = new Map(this.directory.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** Part names differ by more than case (OPC, ECMA-376 part 2, 6.2.2.3). */
  find(name: string): ZipEntry | undefined {
    return this.#entries.get(name.toLowerCase());
  }

  /** The deflated (or stored) bytes of an entry. */
  raw(entry: ZipEntry): Uint8Array {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    const at = entry.headerAt;
    if (at + LOCAL_SIZE > this.directory.at || view.getUint32(at, true) !== LOCAL_SIGNATURE) throw damaged();
    const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    // Sizes of the local header are left aside: with a data descriptor they are zero.
    const end = start + entry.deflatedSize;
    if (end > this.directory.at) throw damaged();
    return this.bytes.subarray(start, end);
  }

  /** The inflated bytes of an entry, piece by piece; at the end they are checked against its declared size and checksum. */
  async *pieces(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const raw = this.raw(entry);
    if (entry.method !== DEFLATED && entry.method !== STORED) throw damaged();
    let size = 0;
    let crc = 0;
    try {
      for await (const piece of entry.method === STORED ? [raw] : this.codec.inflate(raw)) {
        size += piece.length;
        if (size > entry.inflatedSize) break;
        crc = this.codec.crc32(piece, crc);
        yield piece;
      }
    } catch (cause) {
      throw new SheetError('unreadable', 'damaged', { cause });
    }
    if (size !== entry.inflatedSize || crc !== entry.crc32) throw damaged();
  }

  /** The same in one. */
  async inflate(entry: ZipEntry): Promise<Uint8Array> {
    const part = this.codec.allocate(entry.inflatedSize);
    let at = 0;
    for await (const piece of this.pieces(entry)) {
      part.set(piece, at);
      at += piece.length;
    }
    return part;
  }

  /** A part of XML as UTF-8. */
  async xml(entry: ZipEntry): Promise<Uint8Array> {
    return asUtf8(await this.inflate(entry));
  }

  /** A part of XML as `segmentsOf` cuts it. @throws SheetError `unreadable`, damaged, when there is no such part */
  segments(name: string, tag: string): AsyncGenerator<Segment> {
    const entry = this.get(name);
    return segmentsOf(this.pieces(entry), tag, entry.inflatedSize, this.codec);
  }

  /** @throws SheetError `unreadable`, damaged, when there is no such part */
  async getXml(name: string): Promise<Uint8Array> {
    return this.xml(this.get(name));
  }

  /** @throws SheetError `unreadable`, damaged, when there is no such part */
  get(name: string): ZipEntry {
    const entry = this.find(name);
    if (!entry) throw damaged();
    return entry;
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function damaged(): SheetError {
  return new SheetError('unreadable', 'damaged');
}
