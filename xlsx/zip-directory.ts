/** One entry as the directory at the end of a zip file declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly inflatedSize: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** The end record may be followed by a comment of at most 65,535 bytes (APPNOTE 4.3.16). */
const LONGEST_COMMENT = 0xffff;

/**
 * Reads the central directory (PKWARE APPNOTE 4.3.12) without inflating anything. Undefined when there is none, or when it
 * does not hold together. Sizes are what the file claims.
 */
export function findZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const nameAt = at + ENTRY_SIZE;
    if (nameAt + nameLength > end) return undefined;
    entries.push({
      name: names.decode(bytes.subarray(nameAt, nameAt + nameLength)),
      inflatedSize: view.getUint32(at + 24, true),
    });
    at = nameAt + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return undefined;
}
