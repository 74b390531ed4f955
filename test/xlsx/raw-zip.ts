import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, with whatever it is to say of itself. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array | string;
  /** Default: deflated. */
  readonly stored?: boolean;
  /** Already deflated; `size` and `crc` say what it inflates to. */
  readonly deflated?: Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Its sizes and checksum stand behind its data (APPNOTE 4.3.9), not before it. */
  readonly descriptor?: boolean;
  /** Its sizes and its place stand in the ZIP64 field. */
  readonly zip64?: boolean;
  /** The directory points at this entry's bytes instead of its own. */
  readonly sameBytesAs?: number;
}

/** A zip file written out by hand, so that it can say what no library would write. */
export function rawZip(entries: readonly RawEntry[], count = entries.length): Uint8Array {
  const pieces: Buffer[] = [];
  const records: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  const push = (piece: Buffer) => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const plain = Buffer.from(entry.data as string);
    const data = entry.deflated ?? (entry.stored ? plain : deflateRawSync(plain));
    const method = entry.stored ? 0 : 8;
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const sizes = [entry.crc ?? crc32(plain), data.length, entry.size ?? plain.length] as const;
    const headerAt = entry.sameBytesAs === undefined ? at : places[entry.sameBytesAs]!;
    places.push(headerAt);
    if (entry.sameBytesAs === undefined) {
      push(header(0x04034b50, [20, flags, method, 0, 0x21], entry.descriptor ? [0, 0, 0] : sizes, name));
      push(Buffer.from(data));
      if (entry.descriptor) push(words(0x08074b50, ...sizes));
    }
    const [crc, deflatedSize, inflatedSize] = sizes;
    const told = entry.zip64 ? ([crc, 0xffffffff, 0xffffffff] as const) : sizes;
    const extra = entry.zip64 ? wide(inflatedSize, deflatedSize, headerAt) : Buffer.alloc(0);
    const record = header(0x02014b50, [20, 20, flags, method, 0, 0x21], told, name, extra, [0, 0, 0]);
    const tail = Buffer.concat([words(0, entry.zip64 ? 0xffffffff : headerAt), name, extra]);
    records.push(Buffer.concat([record.subarray(0, 38), tail]));
  }
  const directoryAt = at;
  for (const record of records) push(record);
  const size = at - directoryAt;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(directoryAt, 16);
  push(end);
  return new Uint8Array(Buffer.concat(pieces));
}

function header(
  signature: number,
  shorts: readonly number[],
  longs: readonly number[],
  name: Buffer,
  extra: Buffer = Buffer.alloc(0),
  more: readonly number[] = [],
): Buffer {
  const bytes = Buffer.alloc(4 + shorts.length * 2 + longs.length * 4 + 4 + more.length * 2);
  let at = bytes.writeUInt32LE(signature, 0);
  for (const value of shorts) at = bytes.writeUInt16LE(value, at);
  for (const value of longs) at = bytes.writeUInt32LE(value, at);
  at = bytes.writeUInt16LE(name.length, at);
  at = bytes.writeUInt16LE(extra.length, at);
  for (const value of more) at = bytes.writeUInt16LE(value, at);
  return signature === 0x04034b50 ? Buffer.concat([bytes, name, extra]) : bytes;
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

/** The ZIP64 field (APPNOTE 4.5.3). */
function wide(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + values.length * 8);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return bytes;
}
