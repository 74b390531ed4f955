import { deflateSync, inflateSync } from 'node:zlib';
import { crc32 } from '../../xlsx/package/crc32.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A palette's largest. The edges of letters are most of a page's colours; the rarest of them go to the nearest that stays. */
const MOST_COLOURS = 256;
const RGB = 2;
const RGBA = 6;

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  /** Row by row, without filters. */
  readonly pixels: Uint8Array;
}

/** Rewrites a screenshot with a palette, at a third of its size. Reads what Chromium writes: 8 bits a channel, not interlaced. */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, channels, pixels } = readPng(png);
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const ranked = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([colour]) => colour);
  const palette = ranked.slice(0, MOST_COLOURS);
  const places = new Map(ranked.map((colour, at) => [colour, at < MOST_COLOURS ? at : nearest(palette, colour)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let at = 0, to = 0; at < pixels.length; at += channels) {
    if (to % (width + 1) === 0) to++; // the filter's byte of each row: none, which suits a palette
    lines[to++] = places.get(colourAt(pixels, at)) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A page is opaque: what else a pixel holds does not count. */
function colourAt(pixels: Uint8Array, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, candidate] of palette.entries()) {
    const red = (candidate >> 16) - (colour >> 16);
    const green = ((candidate >> 8) & 0xff) - ((colour >> 8) & 0xff);
    const blue = (candidate & 0xff) - (colour & 0xff);
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

function readPng(png: Buffer): Raster {
  let head: Buffer | undefined;
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 8, at + 8 + length);
    const kind = png.toString('latin1', at + 4, at + 8);
    if (kind === 'IHDR') head = body;
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [depth, colours, , , interlaced] = head?.subarray(8) ?? [];
  if (!head || depth !== 8 || interlaced !== 0 || (colours !== RGB && colours !== RGBA)) {
    throw new Error('not a screenshot as Chromium writes it');
  }
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), colours === RGB ? 3 : 4] as const;
  return { width, height, channels, pixels: unfilter(inflateSync(Buffer.concat(data)), width * channels, channels) };
}

/** PNG, third edition, clause 9: each byte was written as its difference from a guess by its neighbours. */
function unfilter(lines: Buffer, stride: number, channels: number): Uint8Array {
  const height = lines.length / (stride + 1);
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = lines[row * (stride + 1)];
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = column < channels ? 0 : (pixels[at - channels] ?? 0);
      const above = row === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = row === 0 || column < channels ? 0 : (pixels[at - stride - channels] ?? 0);
      pixels[at] = (lines[row * (stride + 1) + 1 + column] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return pixels;
}

function guess(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named) >>> 0, named.length + 4);
  return framed;
}
