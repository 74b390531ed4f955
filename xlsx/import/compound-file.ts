import { SheetError } from '../../desk/sheet-error.ts';

const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
/** Sector numbers from here on mean the end of a chain, or no sector (MS-CFB 2.1). */
const LAST_SECTOR = 0xfffffffa;
const STREAM = 2;
const ROOT = 5;
/** How many numbers of the allocation table's own sectors stand in the header. */
const IN_HEADER = 109;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

/** An OLE compound file (MS-CFB): the box that .xls, encrypted .xlsx and old Word files come in. Every chain is walked at most once round. */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #smallSize: number;
  readonly #cutoff: number;
  readonly #table: readonly number[];
  readonly #entries: readonly Entry[];

  /** @throws SheetError `unreadable`, damaged */
  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER_SIZE) throw damaged();
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [shift, smallShift] = [this.#view.getUint16(30, true), this.#view.getUint16(32, true)];
    if ((shift !== 9 && shift !== 12) || smallShift !== 6) throw damaged();
    this.#sectorSize = 1 << shift;
    this.#smallSize = 1 << smallShift;
    this.#cutoff = this.#view.getUint32(56, true);
    this.#table = this.#readTable();
    this.#entries = this.#readEntries();
  }

  /** A stream of this name in whatever folder; undefined when there is none. */
  find(name: string): Uint8Array | undefined {
    const entry = this.#entries.find((each) => each.kind === STREAM && each.name.toLowerCase() === name.toLowerCase());
    if (!entry) return undefined;
    return entry.size < this.#cutoff ? this.#readSmall(entry) : this.#readChain(entry.start, entry.size);
  }

  /** The allocation table: for every sector, the next one of its chain. */
  #readTable(): number[] {
    const perSector = this.#sectorSize / 4;
    const count = this.#view.getUint32(44, true);
    const sectors: number[] = [];
    for (let index = 0; index < Math.min(count, IN_HEADER); index++)
      sectors.push(this.#view.getUint32(76 + index * 4, true));
    let more = this.#view.getUint32(68, true);
    while (sectors.length < count && more < LAST_SECTOR) {
      const at = this.#sectorAt(more);
      for (let index = 0; index < perSector - 1; index++) sectors.push(this.#view.getUint32(at + index * 4, true));
      more = this.#view.getUint32(at + (perSector - 1) * 4, true);
      if (sectors.length > this.#bytes.length / this.#sectorSize + perSector) throw damaged();
    }
    const table: number[] = [];
    for (const sector of sectors.slice(0, count)) {
      const at = this.#sectorAt(sector);
      for (let index = 0; index < perSector; index++) table.push(this.#view.getUint32(at + index * 4, true));
      if (table.length > this.#bytes.length) throw damaged();
    }
    return table;
  }

  #readEntries(): Entry[] {
    const directory = this.#readChain(this.#view.getUint32(48, true), Number.POSITIVE_INFINITY);
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY_SIZE <= directory.length; at += ENTRY_SIZE) {
      const named = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
      entries.push({
        name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + named)),
        kind: directory[at + 66] ?? 0,
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  /** Short streams lie in the root's own stream, in sectors of 64 bytes with a table of their own. */
  #readSmall({ start, size }: Entry): Uint8Array {
    const root = this.#entries.find(({ kind }) => kind === ROOT);
    if (!root) throw damaged();
    const store = this.#readChain(root.start, root.size);
    const table = this.#readChain(this.#view.getUint32(60, true), Number.POSITIVE_INFINITY);
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const next = (sector: number) => (sector * 4 + 4 <= table.length ? view.getUint32(sector * 4, true) : LAST_SECTOR);
    const bytes = new Uint8Array(Math.min(size, store.length));
    let filled = 0;
    for (let sector = start; filled < bytes.length && sector < LAST_SECTOR; sector = next(sector)) {
      const piece = store.subarray(sector * this.#smallSize, (sector + 1) * this.#smallSize);
      if (piece.length === 0) throw damaged();
      bytes.set(piece.subarray(0, bytes.length - filled), filled);
      filled += piece.length;
    }
    return bytes.subarray(0, filled);
  }

  #readChain(start: number, size: number): Uint8Array {
    const sectors: number[] = [];
    const most = Math.ceil(Math.min(size, this.#bytes.length) / this.#sectorSize);
    for (let sector = start; sector < LAST_SECTOR && sectors.length < most; ) {
      sectors.push(sector);
      sector = this.#table[sector] ?? LAST_SECTOR;
    }
    const bytes = new Uint8Array(Math.min(size, sectors.length * this.#sectorSize));
    for (const [index, sector] of sectors.entries()) {
      const at = this.#sectorAt(sector);
      const piece = this.#bytes.subarray(at, at + Math.min(this.#sectorSize, bytes.length - index * this.#sectorSize));
      bytes.set(piece, index * this.#sectorSize);
    }
    return bytes;
  }

  /** Where a sector begins; sector 0 stands behind the header's. */
  #sectorAt(sector: number): number {
    const at = (sector + 1) * this.#sectorSize;
    if (at >= this.#bytes.length) throw damaged();
    return at;
  }
}

function damaged(): SheetError {
  return new SheetError('unreadable', 'damaged');
}
