import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SheetError } from '../../../desk/sheet-error.ts';
import { columnLetters } from '../../../templates/column-letters.ts';
import { platformCodec } from '../../../xlsx/package/codec.ts';
import { type Segment, segmentsOf } from '../../../xlsx/package/segments.ts';
import { SheetPatcher } from '../../../xlsx/sheet-xml/patch-sheet.ts';
import { ROW_TAG } from '../../../xlsx/sheet-xml/read-sheet.ts';
import type { CellPatch, SheetPatch } from '../../../xlsx/sheet-xml/sheet-patch.ts';
import { StyleBook } from '../../../xlsx/sheet-xml/style-book.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STYLES = `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf/><xf numFmtId="14"/></cellXfs></styleSheet>`;
const encoder = new TextEncoder();

function patcher(patch: SheetPatch): SheetPatcher {
  return new SheetPatcher(patch, { styles: new StyleBook(encoder.encode(STYLES), MAIN), date1904: false });
}

/** What patching comes to: the part, or why not. */
function outcome(patch: () => Uint8Array[]): string {
  try {
    return Buffer.concat(patch()).toString();
  } catch (error) {
    if (error instanceof SheetError) return error.detail;
    throw error;
  }
}

function patchedWhole(xml: string, patch: SheetPatch): string {
  return outcome(() => [patcher(patch).next({ bytes: encoder.encode(xml), last: true, plain: false })]);
}

/** @param size of the pieces that the part comes in */
async function patchedInPieces(xml: string, patch: SheetPatch, size: number): Promise<string> {
  const bytes = encoder.encode(xml);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const cut: Segment[] = [];
  for await (const { bytes: segment, last, plain } of segmentsOf(pieces(), ROW_TAG, bytes.length, platformCodec)) {
    cut.push({ bytes: new Uint8Array(segment), last, plain });
  }
  const ours = patcher(patch);
  return outcome(() => cut.map((segment) => ours.next(segment)));
}

const cell = fc.constantFrom(
  (place: string) => `<c r="${place}" s="1" t="s"><v>7</v></c>`,
  (place: string) => `<c r="${place}"><v>row</v></c>`,
  (place: string) => `<c r="${place}" t="inlineStr"><is><t>growl &lt;row </t></is></c>`,
  (place: string) => `<c r="${place}"><f t="shared" ref="A1:A99" si="0">B1+1</f><v>1</v></c>`,
  (place: string) => `<c r="${place}"><f t="shared" si="0"/><v>2</v></c>`,
  (place: string) => `<c s='1' r='${place}'/>`,
);
const line = fc.record({
  gap: fc.integer({ min: 1, max: 3 }),
  open: fc.constantFrom(' spans="1:3"', ' ht="12.8" customFormat="1" s="1"', '', " tag='row >'"),
  cells: fc.dictionary(fc.integer({ min: 0, max: 5 }).map(String), cell),
});
const between = fc.constantFrom('', '', '', '\n', '<!-- <row r="1"> -->');

/** A part of rows in order, some of them empty; each behind `before`. */
const sheet = fc.tuple(fc.array(fc.tuple(line, between)), fc.boolean()).map(([lines, framed]) => {
  let row = 0;
  const rows = lines.map(([{ gap, open, cells }, before]) => {
    row += gap;
    const filled = Object.entries(cells).map(([column, make]) => make(`${columnLetters(Number(column))}${row}`));
    const tag = `<row r="${row}"${open}`;
    return before + (filled.length === 0 ? `${tag}/>` : `${tag}>${filled.join('')}</row>`);
  });
  const frame = framed
    ? [
        '<dimension ref="A1:B2"/><cols><col min="1" max="9" style="1"/></cols>',
        '<mergeCells><mergeCell ref="A1:C4"/></mergeCells>',
      ]
    : ['', '<pageMargins/>'];
  return `<worksheet xmlns="${MAIN}">${frame[0]}<sheetData>${rows.join('')}</sheetData>${frame[1]}</worksheet>`;
});

const cellPatch = fc.constantFrom<CellPatch[]>(
  { value: 'sửa <&' },
  { value: 5, format: '@' },
  { value: null },
  { value: 7, keepValue: true, format: '@' },
);
const patches = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.nat(7), cellPatch), { maxLength: 6 }),
    fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
  )
  .map(([changes, hide, high]): SheetPatch => {
    const cells = new Map<number, Map<number, CellPatch>>();
    for (const [row, column, change] of changes) {
      cells.set(row, new Map(cells.get(row)).set(column, change));
    }
    return { cells, hide: new Set(hide), heights: new Map(high.map((row) => [row, 30])) };
  });

describe('SheetPatcher', () => {
  it('makes the same of a part in segments as of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, patches, fc.integer({ min: 1, max: 400 }), async (xml, patch, size) => {
        assert.equal(await patchedInPieces(xml, patch, size), patchedWhole(xml, patch));
      }),
      { numRuns: 400 },
    );
  });

  it('steps over rows that nothing changes in, but not over one that stands behind a later one', async () => {
    const row = (number: number) => `<row r="${number}"><c r="A${number}"><v>1</v></c></row>`;
    const part = (...rows: number[]) =>
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`;
    const patch = { cells: new Map([[3, new Map([[0, { value: 9 }]])]]), hide: new Set<number>(), heights: new Map() };
    const written = part(1, 2, 3, 4, 5).replace('<c r="A3"><v>1</v></c>', '<c r="A3"><v>9</v></c>');
    for (const size of [20, 90, 1000]) {
      assert.equal(await patchedInPieces(part(1, 2, 3, 4, 5), patch, size), written);
      assert.equal(await patchedInPieces(part(1, 2, 3, 5, 4), patch, size), 'rows-out-of-order');
    }
  });
});
