import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { clearAnnotations } from '../../xlsx/clear-annotations.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { type Codec, platformCodec } from '../../xlsx/package/codec.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { type HandMade, packageParts } from './make-package.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

const SHEET = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const KIB = 1024;
const MIB = 1024 * KIB;
const unreadable = (detail: string) => ({ name: 'SheetError', code: 'unreadable', detail });

/** The entries of a small workbook, one of them replaced or changed. */
function entries(made: Partial<HandMade> = {}, change: Readonly<Record<string, Partial<RawEntry>>> = {}): RawEntry[] {
  return Object.entries(packageParts({ sheet: SHEET, ...made })).map(([name, data]) => {
    // Stored: what is refused here must not be refused for its ratio already.
    return { name, data, stored: data.length > MIB, ...change[name] };
  });
}

/** Reads, and counts how many parts were inflated on the way. */
async function reading(bytes: Uint8Array): Promise<{ calls: number; run: () => ReturnType<typeof readWorkbook> }> {
  const counted = { calls: 0, run: () => readWorkbook(bytes, codec) };
  const codec: Codec = {
    ...platformCodec,
    inflate: (...given: Parameters<Codec['inflate']>) => {
      counted.calls++;
      return platformCodec.inflate(...given);
    },
  };
  return counted;
}

async function refusedUnread(bytes: Uint8Array, detail: string): Promise<void> {
  const counted = await reading(bytes);
  await assert.rejects(counted.run(), unreadable(detail));
  assert.equal(counted.calls, 0, 'nothing was inflated');
}

const read = async (made: Partial<HandMade>, change: Readonly<Record<string, Partial<RawEntry>>> = {}) =>
  readWorkbook(rawZip(entries(made, change)));
const cellsOf = async (sheet: string, made: Partial<HandMade> = {}) =>
  (await read({ sheet, ...made })).sheets[0]!.cells;

describe('refused before anything is inflated', () => {
  it('is a part that claims more than a workbook comes to, at a ratio only a bomb has', async () => {
    const bomb = { name: 'xl/b.xml', data: 'x', size: 20 * MIB };
    await refusedUnread(rawZip([...entries(), bomb]), 'too-large');
  });

  it('are many parts that come to too much together, each at a decent ratio', async () => {
    const part = new Uint8Array(64 * KIB);
    const many = Array.from({ length: 60 }, (_, n) => ({
      name: `xl/${n}.xml`,
      data: part,
      stored: true,
      size: 7 * MIB,
    }));
    await refusedUnread(rawZip([...entries(), ...many]), 'too-large');
  });

  it('are more entries than any workbook has, and a directory shorter than it claims', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => ({ name: `xl/${n}.xml`, data: '', stored: true }));
    await refusedUnread(rawZip(many), 'too-large');
    await refusedUnread(rawZip(entries(), 1000), 'damaged');
  });

  it('are entries that share their bytes, wholly or in part', async () => {
    await refusedUnread(rawZip([...entries(), { name: 'xl/again.xml', data: SHEET, sameBytesAs: 3 }]), 'damaged');
    const first = { name: 'xl/first.xml', data: 'x'.repeat(90), stored: true };
    const inside = rawZip([...entries(), { ...first, deflated: new Uint8Array(90) }, { name: 'xl/z.xml', data: '' }]);
    const longer = new DataView(inside.buffer);
    const at = Buffer.from(inside).lastIndexOf('xl/first.xml') - 46;
    longer.setUint32(at + 20, 120, true);
    await refusedUnread(inside, 'damaged');
  });

  it('are names that point outside, twice the same name, and names that differ in case or slashes alone', async () => {
    for (const name of ['../x.xml', 'xl/../../x.xml', '..\\x.xml', 'C:/x.xml', 'C:\\x.xml', 'xl/a\0.xml']) {
      await refusedUnread(rawZip([...entries(), { name, data: 'x' }]), 'damaged');
    }
    for (const name of [SHEET_PART, `/${SHEET_PART}`, 'XL/Worksheets/SHEET1.xml', 'xl\\worksheets\\sheet1.xml']) {
      await refusedUnread(rawZip([...entries(), { name, data: 'x' }]), 'damaged');
    }
  });

  it('are encrypted entries, OLE files, and files that end too early', async () => {
    await refusedUnread(rawZip(entries({}, { [SHEET_PART]: { flags: 1 } })), 'password');
    const ole = new Uint8Array(2048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await refusedUnread(ole, 'not-a-zip');
    const whole = rawZip(entries());
    for (const part of [0.2, 0.5, 0.9, 0.99]) {
      await refusedUnread(whole.slice(0, Math.floor(whole.length * part)), 'damaged');
    }
  });
});

describe('refused while inflating', () => {
  it('is a part that is larger or smaller than it says, deflated or stored', async () => {
    const real = packageParts({ sheet: `${SHEET}<!--${'x'.repeat(5000)}-->` })[SHEET_PART]!;
    for (const size of [100, real.length - 1, real.length + 1, 60_000]) {
      await assert.rejects(read({}, { [SHEET_PART]: { data: real, size } }), unreadable('damaged'));
      await assert.rejects(read({}, { [SHEET_PART]: { data: real, size, stored: true } }), unreadable('damaged'));
    }
  });

  it('is a bomb that says it is small, at its first byte too many', async () => {
    const bomb = deflateRawSync(Buffer.alloc(80 * MIB, 0x20));
    await assert.rejects(read({}, { [SHEET_PART]: { deflated: bomb, size: 5000 } }), unreadable('damaged'));
  });

  it('is a part with another checksum or an unknown method of compression', async () => {
    await assert.rejects(read({}, { [SHEET_PART]: { crc: 1 } }), unreadable('damaged'));
    const bytes = rawZip(entries());
    const at = Buffer.from(bytes).lastIndexOf(SHEET_PART) - 46;
    new DataView(bytes.buffer).setUint16(at + 10, 12, true);
    await assert.rejects(readWorkbook(bytes), unreadable('damaged'));
  });

  it('is a DOCTYPE in any part that is read', async () => {
    const parts = packageParts({ sheet: SHEET });
    const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const named = ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', SHEET_PART, '_rels/.rels'];
    for (const name of [...named, 'xl/_rels/workbook.xml.rels']) {
      const data = laughs + parts[name];
      await assert.rejects(read({}, { [name]: { data } }), unreadable('damaged'), name);
    }
  });

  it('is an encoding that no workbook has, which would make other names of names', async () => {
    const parts = packageParts({ sheet: SHEET });
    const told = (name: string, encoding: string) => ({
      [name]: { data: `<?xml version='1.0' encoding='${encoding}'?>${parts[name]!.replace(/^<\?[^>]*>/, '')}` },
    });
    for (const name of [SHEET_PART, 'xl/sharedStrings.xml', 'xl/workbook.xml']) {
      await assert.rejects(read({}, told(name, 'windows-1258')), unreadable('damaged'), name);
      assert.deepEqual((await read({}, told(name, 'UTF-8'))).sheets[0]?.cells, [[1]]);
    }
  });

  it('never inflates what it has no use for: packages in packages, pictures, documents', async () => {
    const nested = rawZip([{ name: 'a.xml', data: 'x'.repeat(MIB) }]);
    const others = { 'xl/embeddings/book.xlsx': nested, 'xl/media/a.png': 'x', 'docProps/app.xml': '<!DOCTYPE a>' };
    const more = Object.entries(others).map(([name, data]) => ({ name, data }));
    const counted = await reading(rawZip([...entries(), ...more]));
    await counted.run();
    assert.equal(counted.calls, Object.keys(packageParts({ sheet: SHEET })).length - 1, 'content types are not needed');
  });
});

describe('refused or handled while reading', () => {
  const cell = (reference: string) => `<sheetData><row r="1"><c r="${reference}"><v>1</v></c></row></sheetData>`;

  it('does not believe the dimension', async () => {
    for (const reference of ['A1:XFD1048576', 'A1:A99999999999', 'XFD1048577', '', 'A1']) {
      assert.deepEqual(await cellsOf(`<worksheet><dimension ref="${reference}"/>${SHEET}</worksheet>`), [[1]]);
    }
  });

  it('refuses places that no sheet has', async () => {
    for (const reference of [
      'XFD1048577',
      'XFE1',
      'A99999999999',
      'A2',
      'AAAA1',
      'A0',
      'A-1',
      '1',
      'A1e0',
      'A1 2',
      '',
    ]) {
      await assert.rejects(cellsOf(cell(reference)), unreadable('damaged'), reference);
    }
    for (const row of ['0', '1048577', '99999999999', '1e3', '-1', 'x', '']) {
      const sheet = `<sheetData><row r="${row}"><c><v>1</v></c></row></sheetData>`;
      await assert.rejects(cellsOf(sheet), unreadable('damaged'), row);
    }
  });

  it('gives a lone cell in the last corner, and refuses a million of them with their gaps', async () => {
    const corner = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const cells = await cellsOf(corner);
    assert.deepEqual([cells.length, cells.at(-1)?.length], [1_048_576, 16_384]);
    const rows = Array.from({ length: 1300 }, (_, n) => `<row><c r="XFD${n + 1}"><v>1</v></c></row>`).join('');
    await assert.rejects(cellsOf(`<sheetData>${rows}</sheetData>`), unreadable('too-large'));
  });

  it('takes a million empty cells in one row, and as many in no place of their own', async () => {
    const empty = '<c r="A1" s="1"/>'.repeat(1_000_000);
    assert.deepEqual(await cellsOf(`<sheetData><row r="1">${empty}<c r="B1"><v>2</v></c></row></sheetData>`), [
      [null, 2],
    ]);
    await assert.rejects(
      cellsOf(`<sheetData><row>${'<c/>'.repeat(1_000_000)}</row></sheetData>`),
      unreadable('damaged'),
    );
  });

  it('refuses columns that are spoken of again and again', async () => {
    const columns = '<col min="1" max="16384" hidden="1"/>'.repeat(5);
    await assert.rejects(cellsOf(`<worksheet><cols>${columns}</cols>${SHEET}</worksheet>`), unreadable('too-large'));
  });

  it('refuses a text no cell can hold, shared or in its cell', async () => {
    const giant = 'x'.repeat(5 * MIB);
    const shared = '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>';
    const strings = `<si><t>${giant}</t></si>`;
    await assert.rejects(cellsOf(shared, { strings }), unreadable('too-large'));
    const inline = `<sheetData><row><c t="inlineStr"><is><t>${giant}</t></is></c></row></sheetData>`;
    await assert.rejects(cellsOf(inline), unreadable('too-large'));
    assert.deepEqual(await cellsOf(SHEET, { strings }), [[1]], 'nobody asks for it');
  });

  it('refuses shared formulas that come to gigabytes', async () => {
    const sheet = (formula: string) => {
      const others = '<c><f t="shared" si="0"/><v>1</v></c>'.repeat(4500);
      return `<sheetData><row><c><f t="shared" ref="A1:Z99" si="0">${formula}</f><v>1</v></c>${others}</row></sheetData>`;
    };
    await assert.rejects(cellsOf(sheet(`"${'x'.repeat(8000)}"`)), unreadable('too-large'));
    await assert.rejects(cellsOf(sheet(`"${'x'.repeat(8200)}"`)), unreadable('too-large'));
  });

  it('takes 100,000 merged areas, and refuses as many that cover each other', async () => {
    const areas = (reference: (n: number) => string) =>
      `<mergeCells>${Array.from({ length: 100_000 }, (_, n) => `<mergeCell ref="${reference(n)}"/>`).join('')}</mergeCells>`;
    const rows = Array.from({ length: 2000 }, () => '<row><c><v>1</v></c><c><v>2</v></c></row>').join('');
    const sheet = (merged: string) => `<worksheet><sheetData>${rows}</sheetData>${merged}</worksheet>`;
    const cells = await cellsOf(sheet(areas((n) => `A${n + 1}:B${n + 1}`)));
    assert.deepEqual([cells.length, cells[1999]], [2000, [1]]);
    await assert.rejects(cellsOf(sheet(areas(() => 'A1:B2000'))), unreadable('too-large'));
  });

  it('walks past a million conditional formats and a giant attribute', async () => {
    const formats = '<conditionalFormatting sqref="A1"><cfRule type="x" priority="1"/></conditionalFormatting>';
    const sheet = `<worksheet>${SHEET}${formats.repeat(300_000)}</worksheet>`;
    assert.deepEqual(await cellsOf(sheet), [[1]]);
    const attribute = `<sheetData><row r="1" x="${' '.repeat(4 * MIB)}"><c r="A1"><v>1</v></c></row></sheetData>`;
    assert.deepEqual(await cellsOf(attribute), [[1]]);
  });

  it('refuses nesting, sheets of one part, sheets of one name, and parts that are not there', async () => {
    const deep = `<worksheet>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</worksheet>`;
    await assert.rejects(cellsOf(deep), unreadable('damaged'));
    const workbook = packageParts({ sheet: SHEET })['xl/workbook.xml']!;
    const [sheet = ''] = /<sheet [^>]*>/.exec(workbook) ?? [];
    const twice = (change: (tag: string) => string) => ({ data: workbook.replace(sheet, sheet + change(sheet)) });
    for (const made of [
      twice((tag) => tag.replace('"DS"', '"DS2"')),
      twice((tag) => tag.replace('r1', 'r2')),
      twice((tag) => tag.replace('r1', 'r9').replace('"DS"', '"DS2"')),
    ]) {
      await assert.rejects(read({}, { 'xl/workbook.xml': made }), unreadable('damaged'));
    }
  });
});

describe('annotating what is odd', () => {
  const header = ['Họ và tên', 'Ngày sinh', 'Số CCCD'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const person = '<c t="inlineStr"><is><t>Người Thử</t></is></c>';

  it('takes tags with a million spaces', async () => {
    const spaces = ' '.repeat(MIB);
    const sheet = `<worksheet><sheetData><row r="1">${header.join('')}</row><row r="2" x="${spaces}"${spaces}>${person}<c r="B2" y="${spaces}"${spaces}/></row></sheetData></worksheet>`;
    const bytes = rawZip(entries({ sheet }));
    const port = await openFileSheet(bytes);
    port.file.memory.activeSheet.write([
      { row: 2, column: 1, value: '01/01/2019' },
      { row: 2, column: 9, value: 'x' },
    ]);
    const { sheets } = await readWorkbook(await port.file.toBytes());
    assert.deepEqual(sheets[0]?.cells[1]?.slice(0, 2), ['Người Thử', '01/01/2019']);
  });

  it('refuses to write into a sheet that has no place for cells, instead of losing them', async () => {
    const port = await openFileSheet(rawZip(entries({ sheet: '<worksheet><cols/></worksheet>' })));
    port.file.memory.activeSheet.write([{ row: 1, column: 0, value: 'x' }]);
    await assert.rejects(port.file.toBytes(), { code: 'refused', detail: 'no-sheet-data' });
  });

  it('refuses to write into a row that stands there twice', async () => {
    const row = '<row r="2"><c r="A2"><v>1</v></c></row>';
    const port = await openFileSheet(rawZip(entries({ sheet: `<sheetData>${row}${row}</sheetData>` })));
    port.file.memory.activeSheet.write([{ row: 2, column: 0, value: 'x' }]);
    await assert.rejects(port.file.toBytes(), { code: 'refused', detail: 'rows-out-of-order' });
  });

  it('refuses to clear a file that holds somebody else’s part under our name', async () => {
    const others = { 'xl/sosach/original.bin': 'không phải của ta' };
    const odd = rawZip(entries({ sheet: `<sheetData><row>${header.join('')}</row></sheetData>`, others }));
    await assert.rejects(clearAnnotations(odd), { code: 'refused', detail: 'not-annotated' });
  });
});
