import { CFB } from '@e965/xlsx';

/** One record of an .xls stream (MS-XLS 2.1.4). */
export type BiffRecord = readonly [type: number, ...data: number[]];

interface CompoundEntry {
  content: Uint8Array;
}

/** An .xls with records put in behind the first one of its stream. */
export function withRecords(xls: Uint8Array, ...records: BiffRecord[]): Uint8Array {
  const file = CFB.read(xls, { type: 'array' });
  const entry = CFB.find(file, '/Workbook') as CompoundEntry;
  const stream = Uint8Array.from(entry.content);
  const first = 4 + new DataView(stream.buffer).getUint16(2, true);
  const added = records.flatMap(([type, ...data]) => [
    type & 255,
    type >> 8,
    data.length & 255,
    data.length >> 8,
    ...data,
  ]);
  entry.content = Uint8Array.from([...stream.subarray(0, first), ...added, ...stream.subarray(first)]);
  return compound({ '/Workbook': moved(entry.content, first, added.length) });
}

/** A compound file with these streams. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, path, bytes);
  return Uint8Array.from(CFB.write(file, { type: 'array' }) as number[]);
}

/** The names of sheets say where in the stream each sheet begins. */
function moved(stream: Uint8Array, from: number, by: number): Uint8Array {
  const view = new DataView(stream.buffer);
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x85) continue;
    const place = view.getUint32(at + 4, true);
    if (place >= from) view.setUint32(at + 4, place + by, true);
  }
  return stream;
}
