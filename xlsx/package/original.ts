import type { PackageWriter } from './package-writer.ts';
import { recordEnds } from './record-ends.ts';
import type { WorkbookPackage } from './workbook-package.ts';

/**
 * The part of an annotated workbook from which the workbook as it was is put together again, byte for byte: what the two files have
 * in common is taken from the annotated one, the rest lies here. Excel and LibreOffice leave it out when they save, and rightly so:
 * the file is theirs from then on.
 */
export const ORIGINAL_PART = 'xl/sosach/original.bin';
export const ORIGINAL_TYPE = 'application/vnd.sosach.original';
/** The part ends with its head, and that with its length. */
const LENGTH_SIZE = 4;
const DEFLATED = 8;
/** A stored block of deflate that is not the last (RFC 1951, 3.2.4): a blank byte, its length, and that length inverted. */
const BLOCK_HEAD_SIZE = 5;
const LONGEST_BLOCK = 0xffff;

/** A stretch of the original: copied from the annotated file, or the next `length` bytes of what lies in the part itself. */
type Stretch = readonly [length: number, copiedFrom?: number];

interface OriginalHead {
  readonly crc32: number;
  /** Of the annotated file's other parts: one of them changed since means that somebody's work would be lost. */
  readonly fingerprint: number;
  readonly stretches: readonly Stretch[];
}

/** Adds the part, behind all others. */
export async function addOriginal(writer: PackageWriter, original: WorkbookPackage): Promise<void> {
  const { bytes, directory, codec } = original;
  const ends = recordEnds(directory);
  const stretches: Stretch[] = [];
  const literals: Uint8Array[] = [];
  let at = 0;
  let deflatedOnly = true;
  const keep = (end: number) => {
    if (end > at) {
      stretches.push([end - at]);
      literals.push(bytes.subarray(at, end));
    }
    at = end;
  };
  for (const entry of [...directory.entries].sort((a, b) => a.headerAt - b.headerAt)) {
    const end = ends.get(entry) ?? directory.at;
    const placed = writer.placed.get(entry.name.toLowerCase());
    if (!placed || !sameBytes(placed.bytes, bytes.subarray(entry.headerAt, end))) {
      deflatedOnly &&= entry.method === DEFLATED;
      continue;
    }
    keep(entry.headerAt);
    stretches.push([end - at, placed.at]);
    at = end;
  }
  keep(directory.at);
  const records = [...literals];
  keep(bytes.length);
  const head: OriginalHead = {
    crc32: codec.crc32(bytes),
    fingerprint: fingerprintOf(writer.written, original),
    stretches,
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(LENGTH_SIZE);
  new DataView(length.buffer).setUint32(0, text.length, true);
  const rest = joined([...literals.slice(records.length), text, length]);
  if (!deflatedOnly) {
    await writer.add(ORIGINAL_PART, joined([...records, rest]));
    return;
  }
  // What is deflated already gains nothing by it; the rest is, for a directory inside a file must not pass for the file's own.
  writer.addDeflated(ORIGINAL_PART, {
    data: [...records.flatMap(storedBlocks), await codec.deflate(rest)],
    crc32: [...records, rest].reduce((sum, piece) => codec.crc32(piece, sum), 0),
    size: [...records, rest].reduce((sum, piece) => sum + piece.length, 0),
  });
}

/** Raw deflate that only wraps the bytes. More must follow. */
function storedBlocks(bytes: Uint8Array): readonly Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += LONGEST_BLOCK) {
    const block = bytes.subarray(at, at + LONGEST_BLOCK);
    const head = new Uint8Array(BLOCK_HEAD_SIZE);
    const view = new DataView(head.buffer);
    view.setUint16(1, block.length, true);
    view.setUint16(3, ~block.length & LONGEST_BLOCK, true);
    blocks.push(head, block);
  }
  return blocks;
}

/**
 * The workbook as it was before it was annotated; undefined when the file is none of ours to restore, or when somebody changed a
 * part after it was annotated: their work would be lost.
 */
export async function findOriginal(file: WorkbookPackage): Promise<Uint8Array | undefined> {
  const entry = file.find(ORIGINAL_PART);
  if (!entry) return undefined;
  const part = await file.inflate(entry);
  const head = findHead(part);
  const others = file.directory.entries.filter((other) => other !== entry);
  if (head?.fingerprint !== fingerprintOf(others, file)) return undefined;
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [length, copiedFrom] of head.stretches) {
    if (copiedFrom === undefined) {
      pieces.push(part.subarray(at, at + length));
      at += length;
    } else pieces.push(file.bytes.subarray(copiedFrom, copiedFrom + length));
  }
  const bytes = joined(pieces);
  return file.codec.crc32(bytes) === head.crc32 ? bytes : undefined;
}

/** Undefined for a part that we did not write, or that was written over. */
function findHead(part: Uint8Array): OriginalHead | undefined {
  const end = part.length - LENGTH_SIZE;
  if (end < 0) return undefined;
  const start = end - new DataView(part.buffer, part.byteOffset, part.byteLength).getUint32(end, true);
  try {
    const head = JSON.parse(new TextDecoder().decode(part.subarray(Math.max(0, start), end))) as OriginalHead;
    const whole = head.stretches.every((stretch) =>
      stretch.every((figure) => Number.isSafeInteger(figure) && Number(figure) >= 0),
    );
    return whole ? head : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function fingerprintOf(
  entries: readonly { readonly name: string; readonly crc32: number }[],
  { codec }: WorkbookPackage,
): number {
  const lines = entries.map(({ name, crc32 }) => `${name} ${crc32}`).sort();
  return codec.crc32(new TextEncoder().encode(lines.join('\n')));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // What was copied from there is the very same.
  return (a.buffer === b.buffer && a.byteOffset === b.byteOffset) || a.every((byte, index) => byte === b[index]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
