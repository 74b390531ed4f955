import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SHEET_ERRORS, SheetError } from '../../desk/sheet-error.ts';
import type { CellValue } from '../../rules/cell.ts';
import { clearAnnotations } from '../../xlsx/clear-annotations.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { type ReadWorkbook, readWorkbook } from '../../xlsx/read-workbook.ts';
import { fortyFeatures } from './forty-features.ts';
import { packageParts } from './make-package.ts';
import { mutateXml, mutation } from './mutate-xml.ts';
import { rawZip } from './raw-zip.ts';
import { readTree } from './read-tree.ts';
import { parseXml, writeXml } from './xml-tree.ts';

/** `FUZZ_RUNS=100000 npm run test:pure -- --grep fuzzed` looks longer. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 120);
/** A hang must fail, whatever else the machine does. */
const PATIENCE = Math.max(60_000, RUNS * 500);
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const SHEET = `<worksheet><cols><col min="1" max="2" width="9"/></cols><sheetData><row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42515</v></c><c r="D1" t="str"><f>A1</f><v>Lê &amp; Thử</v></c></row><row r="2"><c r="A2"><v>7.5</v></c><c r="B2" t="inlineStr"><is><r><t>Nguyễn </t></r><r><t>Thử</t></r><rPh><t>x</t></rPh></is></c><c r="C2" t="b"><v>1</v></c></row><row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="s"><v>2</v></c><c r="D4" t="d"><v>2019-01-02</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="C4:D4"/></mergeCells></worksheet>`;
const STRINGS =
  '<sst><si><t>Trần Thử</t></si><si><t>079319000123</t></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>';
const PARTS = packageParts({ sheet: SHEET });
const trees = { sheet: parseXml(SHEET), strings: parseXml(STRINGS) };

const pack = (changed: Readonly<Record<string, string>>) =>
  rawZip(
    Object.entries({ ...PARTS, 'xl/sharedStrings.xml': STRINGS, ...changed }).map(([name, data]) => ({ name, data })),
  );

/** What a file comes to: its contents, or undefined when it was refused in words of ours. Anything else is a crash. */
async function outcome<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    assert.ok(error.code in SHEET_ERRORS);
    return undefined;
  }
}

const cellsOf = (workbook: ReadWorkbook | undefined) => workbook?.sheets.map(({ cells }) => cells);

describe('fuzzed packages', () => {
  const flips = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
    minLength: 1,
    maxLength: 5,
  });

  for (const [name, whole] of [
    ['with sizes ahead', pack({})],
    ['with sizes behind, and ZIP64', fortyFeatures({ streamed: true })],
  ] as const) {
    it(`give the very rows or an error, whatever byte is another (${name})`, async () => {
      const right = cellsOf(await readWorkbook(whole));
      const directory = Buffer.from(whole).indexOf('PK\x01\x02');
      await fc.assert(
        fc.asyncProperty(flips, fc.boolean(), async (changes, inDirectory) => {
          const bytes = whole.slice();
          const start = inDirectory ? directory : 0;
          for (const { at, byte } of changes) bytes[Math.floor(start + at * (bytes.length - start - 1))] = byte;
          const read = cellsOf(await outcome(() => readWorkbook(bytes)));
          if (read) assert.deepEqual(read, right);
        }),
        { numRuns: RUNS },
      );
    }).timeout(PATIENCE);
  }

  it('give the rows that the sheet’s XML says, however its elements and attributes are dropped, doubled and moved', async () => {
    const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, fc.array(mutation, { maxLength: 1 }), async (inSheet, inStrings) => {
        const sheet = mutateXml(trees.sheet, inSheet);
        const strings = mutateXml(trees.strings, inStrings);
        const bytes = pack({ [SHEET_PART]: writeXml(sheet), 'xl/sharedStrings.xml': writeXml(strings) });
        const read = await outcome(() => readWorkbook(bytes));
        if (read) assert.deepEqual(read.sheets[0]?.cells, readTree(sheet, { strings, dates: [1] }));
      }),
      { numRuns: RUNS * 2 },
    );
  }).timeout(PATIENCE);

  it('are written into at the right place, or not at all', async () => {
    const place = fc.record({
      row: fc.integer({ min: 1, max: 6 }),
      column: fc.nat(5),
      value: fc.constantFrom('Sửa', 5, null),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { maxLength: 3 }),
        fc.array(place, { minLength: 1, maxLength: 4 }),
        async (changes, writes) => {
          const bytes = pack({ [SHEET_PART]: writeXml(mutateXml(trees.sheet, changes)) });
          const port = await outcome(() => openFileSheet(bytes));
          if (!port) return;
          const sheet = port.file.memory.activeSheet;
          sheet.write(writes.map((write) => ({ ...write, format: 'General' })));
          const wanted = trimmed(sheet.toData().cells);
          const saved = await outcome(() => port.file.toBytes());
          if (saved) assert.deepEqual((await readWorkbook(saved)).sheets[0]?.cells, wanted);
        },
      ),
      { numRuns: RUNS },
    );
  }).timeout(PATIENCE);

  for (const part of Object.keys(PARTS).filter((name) => name !== SHEET_PART && name !== 'xl/sharedStrings.xml')) {
    it(`are refused or read, never both wrong, when ${part} is another`, async () => {
      const tree = parseXml(PARTS[part]!);
      const right = (await readWorkbook(pack({}))).sheets[0]!.cells;
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (changes) => {
          const bytes = pack({ [part]: writeXml(mutateXml(tree, changes)) });
          const read = await outcome(() => readWorkbook(bytes));
          // Days may turn into numbers with the styles, no text into another.
          for (const { cells } of read?.sheets ?? []) assert.deepEqual(texts(cells), texts(right));
          await outcome(() => clearAnnotations(bytes));
          await outcome(async () => {
            const port = await openFileSheet(bytes);
            port.file.memory.activeSheet.write([{ row: 2, column: 6, value: 'x', format: '@' }]);
            const saved = await readWorkbook(await port.file.toBytes());
            assert.equal(
              saved.sheets.find(({ name }) => name === port.file.memory.activeSheet.name)?.cells[1]?.[6],
              'x',
            );
          });
        }),
        { numRuns: Math.ceil(RUNS / 4) },
      );
    }).timeout(PATIENCE);
  }
});

function texts(cells: readonly (readonly CellValue[])[]): CellValue[][] {
  return cells.map((line) => line.filter((cell) => typeof cell === 'string'));
}

function trimmed(cells: readonly (readonly CellValue[])[]): CellValue[][] {
  const lines = cells.map((line) => {
    const made = line.map((cell) => (cell === '' ? null : cell));
    while (made.at(-1) === null) made.pop();
    return made;
  });
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
