import { SheetError } from '../../desk/sheet-error.ts';

/** One entry as the directory at the end of a zip file declares it. Sizes are what the file claims. */
export interface ZipEntry {
  /** With `/` between folders and none in front. */
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly deflatedSize: number;
  readonly inflatedSize: number;
  /** Where its local header begins. */
  readonly headerAt: number;
  /** Its record in the directory, from the signature to the end of its comment. */
  readonly recordAt: number;
  readonly recordEnd: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins: local records end here. */
  readonly at: number;
}

/** Larger files are photographs in a workbook, or not meant for us; a school's 100,000 rows come to about 16 MB. */
const LARGEST_FILE = 50 * 1024 * 1024;
/** 100,000 rows of 25 columns inflate to about 150 MB; a zip bomb of 700 KB claims 600 MB and would take the process with it. */
const LARGEST_INFLATED = 300 * 1024 * 1024;
/** Sheets deflate to a tenth, empty formatted rows to a fortieth; only a bomb reaches hundreds. */
const HIGHEST_RATIO = 200;
const RATIO_MATTERS_FROM = 8 * 1024 * 1024;
const MOST_ENTRIES = 2000;
const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const RECORD_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const END_SIZE = 22;
const LOCATOR64_SIZE = 20;
const RECORD_SIZE = 46;
const ENCRYPTED = 1;
const EXTRA_ZIP64 = 1;
const MAX32 = 0xffffffff;
/** The end record may be followed by a comment of at most 65,535 bytes (APPNOTE 4.3.16). */
const LONGEST_COMMENT = 0xffff;

/**
 * Reads the central directory (PKWARE APPNOTE 4.3.12, ZIP64 included) without inflating anything.
 * @throws SheetError `unreadable`: damaged, too-large (more entries or bytes than any school's workbook, or a ratio only a bomb
 * has), password
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  if (bytes.length > LARGEST_FILE) throw new SheetError('unreadable', 'too-large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw damaged();
  const { at, count } = directoryAt(view, end);
  if (count > MOST_ENTRIES) throw new SheetError('unreadable', 'too-large');
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let next = at;
  for (let index = 0; index < count; index++) {
    const entry = readRecord(bytes, view, next, end);
    // Two parts of one name: which one a program reads is its own affair, so nobody could say what was checked.
    const folded = entry.name.toLowerCase();
    if (names.has(folded) || entry.headerAt >= at) throw damaged();
    names.add(folded);
    entries.push(entry);
    next = entry.recordEnd;
  }
  refuseBombs(entries);
  refuseOverlaps(view, entries, at);
  return { entries, at };
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return undefined;
}

function directoryAt(view: DataView, end: number): { at: number; count: number } {
  const found = { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) };
  if (found.at !== MAX32 && found.count !== 0xffff) return found;
  const locator = end - LOCATOR64_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64_SIGNATURE) return found;
  const end64 = wide(view, locator + 8);
  if (end64 + 56 > locator || view.getUint32(end64, true) !== END64_SIGNATURE) throw damaged();
  return { at: wide(view, end64 + 48), count: wide(view, end64 + 32) };
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, end: number): ZipEntry {
  if (at + RECORD_SIZE > end || view.getUint32(at, true) !== RECORD_SIGNATURE) throw damaged();
  const nameAt = at + RECORD_SIZE;
  const extraAt = nameAt + view.getUint16(at + 28, true);
  const commentAt = extraAt + view.getUint16(at + 30, true);
  const recordEnd = commentAt + view.getUint16(at + 32, true);
  if (recordEnd > end) throw damaged();
  const flags = view.getUint16(at + 8, true);
  if (flags & ENCRYPTED) throw new SheetError('unreadable', 'password');
  const sizes = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  const [inflatedSize = 0, deflatedSize = 0, headerAt = 0] = sizes.includes(MAX32)
    ? widened(view, sizes, extraAt, commentAt)
    : sizes;
  return {
    name: partName(bytes.subarray(nameAt, extraAt)),
    flags,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    deflatedSize,
    inflatedSize,
    headerAt,
    recordAt: at,
    recordEnd,
  };
}

/** The ZIP64 extra field (APPNOTE 4.5.3) holds, in this order, only those sizes that do not fit into 32 bits. */
function widened(view: DataView, sizes: readonly number[], from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_ZIP64) continue;
    let value = at + 4;
    const stop = value + view.getUint16(at + 2, true);
    return sizes.map((size) => {
      if (size !== MAX32) return size;
      if (value + 8 > stop || stop > to) throw damaged();
      value += 8;
      return wide(view, value - 8);
    });
  }
  return [...sizes];
}

/** Old programs write `\` between folders, some a `/` in front. What points outside the package is no workbook's. */
function partName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/').replace(/^\//, '');
  if (name.includes('\0') || /^[a-z]:/i.test(name) || name.split('/').includes('..')) throw damaged();
  return name;
}

function refuseBombs(entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { inflatedSize, deflatedSize } of entries) {
    total += inflatedSize;
    const bomb = inflatedSize > RATIO_MATTERS_FROM && inflatedSize > deflatedSize * HIGHEST_RATIO;
    if (bomb || total > LARGEST_INFLATED) throw new SheetError('unreadable', 'too-large');
  }
}

/** Entries that share their bytes are how a bomb of megabytes unfolds from kilobytes without a high ratio anywhere. */
function refuseOverlaps(view: DataView, entries: readonly ZipEntry[], directoryAt: number): void {
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.headerAt - b.headerAt)) {
    const { headerAt, deflatedSize } = entry;
    if (headerAt < free || headerAt + LOCAL_SIZE > directoryAt) throw damaged();
    if (view.getUint32(headerAt, true) !== LOCAL_SIGNATURE) throw damaged();
    const names = view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
    free = headerAt + LOCAL_SIZE + names + deflatedSize;
    if (free > directoryAt) throw damaged();
  }
}

function wide(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw damaged();
  return Number(view.getBigUint64(at, true));
}

function damaged(): SheetError {
  return new SheetError('unreadable', 'damaged');
}
