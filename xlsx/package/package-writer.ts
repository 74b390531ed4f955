import type { Codec } from './codec.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_SIZE = 30;
const RECORD_SIZE = 46;
const END_SIZE = 22;
const DEFLATED = 8;
const VERSION = 20;
const UTF8_NAME = 1 << 11;
/** 1 January 1980, the earliest a zip can say: nobody's working hours are written into the file. */
const DATE = (1 << 5) | 1;
const MAX32 = 0xffffffff;
const ZIP64 = 1;

/** Where a record that was copied from another package came to stand. */
export interface PlacedRecord {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A part as it lies in a zip file. */
export interface DeflatedPart {
  /** Raw deflate (RFC 1951), in pieces. */
  readonly data: readonly Uint8Array[];
  readonly crc32: number;
  /** Bytes before deflating. */
  readonly size: number;
}

/** Writes a zip file: records of another package as they are, new parts deflated. */
export class PackageWriter {
  readonly #codec: Codec;
  readonly #pieces: Uint8Array[] = [];
  readonly #records: Uint8Array[] = [];
  /** By part name, in lower case. */
  readonly placed = new Map<string, PlacedRecord>();
  /** What the directory will say of every part, as `fingerprintOf` reads it. */
  readonly written: { readonly name: string; readonly crc32: number }[] = [];
  #size = 0;

  constructor(codec: Codec) {
    this.#codec = codec;
  }

  /** Copies an entry, header and data descriptor included, byte for byte. `end`: where its record ends. */
  copy(file: WorkbookPackage, entry: ZipEntry, end: number): void {
    const record = new Uint8Array(file.bytes.subarray(entry.recordAt, entry.recordEnd));
    const view = new DataView(record.buffer);
    if (view.getUint32(42, true) === MAX32) setWideOffset(view, this.#size);
    else view.setUint32(42, this.#size, true);
    this.#records.push(record);
    const bytes = file.bytes.subarray(entry.headerAt, end);
    this.placed.set(entry.name.toLowerCase(), { at: this.#size, bytes });
    this.written.push({ name: entry.name, crc32: entry.crc32 });
    this.#push(bytes);
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    // The host deflates while we sum up.
    const deflating = this.#codec.deflate(bytes);
    const crc32 = this.#codec.crc32(bytes);
    this.addDeflated(name, { data: [await deflating], crc32, size: bytes.length });
  }

  addDeflated(name: string, { data, crc32, size }: DeflatedPart): void {
    const named = new TextEncoder().encode(name);
    const local = new Uint8Array(LOCAL_SIZE + named.length);
    const record = new Uint8Array(RECORD_SIZE + named.length);
    const deflatedSize = data.reduce((sum, piece) => sum + piece.length, 0);
    this.written.push({ name, crc32 });
    const head = new DataView(local.buffer);
    head.setUint32(0, 0x04034b50, true);
    const tail = new DataView(record.buffer);
    tail.setUint32(0, 0x02014b50, true);
    tail.setUint16(4, VERSION, true);
    for (const [view, at] of [
      [head, 4],
      [tail, 6],
    ] as const) {
      view.setUint16(at, VERSION, true);
      view.setUint16(at + 2, UTF8_NAME, true);
      view.setUint16(at + 4, DEFLATED, true);
      view.setUint16(at + 8, DATE, true);
      view.setUint32(at + 10, crc32, true);
      view.setUint32(at + 14, deflatedSize, true);
      view.setUint32(at + 18, size, true);
      view.setUint16(at + 22, named.length, true);
    }
    tail.setUint32(42, this.#size, true);
    local.set(named, LOCAL_SIZE);
    record.set(named, RECORD_SIZE);
    this.#records.push(record);
    this.#push(local);
    for (const piece of data) this.#push(piece);
  }

  finish(): Uint8Array {
    const at = this.#size;
    for (const record of this.#records) this.#push(record);
    const end = new Uint8Array(END_SIZE);
    const view = new DataView(end.buffer);
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, this.#records.length, true);
    view.setUint16(10, this.#records.length, true);
    view.setUint32(12, this.#size - at, true);
    view.setUint32(16, at, true);
    this.#push(end);
    const bytes = new Uint8Array(this.#size);
    let next = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, next);
      next += piece.length;
    }
    return bytes;
  }

  #push(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#size += piece.length;
  }
}

/** An offset that stands in the ZIP64 field (APPNOTE 4.5.3), behind those of the two sizes that stand there too. */
function setWideOffset(view: DataView, offset: number): void {
  const extraAt = RECORD_SIZE + view.getUint16(28, true);
  const end = extraAt + view.getUint16(30, true);
  const before = [24, 20].filter((at) => view.getUint32(at, true) === MAX32).length;
  for (let at = extraAt; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === ZIP64) view.setBigUint64(at + 4 + before * 8, BigInt(offset), true);
  }
}
