import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zlibCodec } from '../../cli/zlib-codec.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import { type Codec, platformCodec } from '../../xlsx/package/codec.ts';
import { segmentsOf } from '../../xlsx/package/segments.ts';
import { type ReadWorkbook, readWorkbook } from '../../xlsx/read-workbook.ts';
import { makePackage } from './make-package.ts';

/** A codec that hands parts over in pieces of one size. */
function piecewise(size: number): Codec {
  return {
    ...platformCodec,
    async *inflate(deflated) {
      const parts: Uint8Array[] = [];
      for await (const piece of platformCodec.inflate(deflated)) parts.push(piece);
      const whole = Buffer.concat(parts);
      for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
    },
  };
}

async function segments(xml: string | Uint8Array, tag: string, size: number): Promise<string[]> {
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: string[] = [];
  for await (const segment of segmentsOf(pieces(), tag, bytes.length, platformCodec)) {
    found.push(new TextDecoder().decode(segment.bytes) + (segment.last ? '.' : ''));
  }
  return found;
}

/** What reading comes to: the workbook, or why not. */
async function outcome(bytes: Uint8Array, codec: Codec): Promise<ReadWorkbook | string> {
  try {
    return await readWorkbook(bytes, codec);
  } catch (error) {
    if (error instanceof SheetError) return error.detail;
    throw error;
  }
}

const CELL = '<c r="A1" s="1"><v>42515</v></c>';
const STRINGS =
  '<si><t>Nguyễn</t></si><si><r><t>Lê </t></r><r><t>Thử</t></r></si><si><t xml:space="preserve"> a &amp; b_x0041_?!</t></si><si/><si><t/></si>';
const SHEETS: Readonly<Record<string, string>> = {
  'plain rows': `<sheetData><row r="1">${CELL}<c r="B1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row><row r="2"/><row r="3" ht="12"><c r="A3" t="s"><v>2</v></c><c r="B3" t="n"><v>1.5</v></c><c r="C3"><v>-4</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c><c r="F3"><v>1234567890123</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells><rowBreaks><brk/></rowBreaks>`,
  'formulas that name another sheet': `<sheetData><row r="1"><c r="A1"><f>B!A1</f><v>1</v></c></row><row r="2"><c r="A2" t="str"><f>"?"&amp;A!A1</f><v>x</v></c></row><row r="3">${CELL.replace('A1', 'A3')}</row></sheetData>`,
  'a comment and CDATA that hold a row': `<sheetData><row r="1">${CELL}<!-- </row><row r="1"> --></row><row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[</t></is></c></row><row r="9">]]></t></is></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>`,
  'an instruction among the rows': `<sheetData><row r="1">${CELL}<?a <row ?></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>`,
  'rows under a prefix': `<x:worksheet xmlns:x="urn"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  'rows without numbers, one of them twice': `<sheetData><row><c><v>1</v></c><c s="1"><v>1</v></c></row><row><c><v>2</v></c></row><row r="1"><c r="C1" s="1"><v>7</v></c></row><row r="4"><c r="A4"><v>7</v></c></row></sheetData>`,
};

describe('a part cut at its rows', () => {
  for (const [name, sheet] of Object.entries(SHEETS)) {
    it(`reads as the whole does: ${name}`, async () => {
      const bytes = await makePackage({ sheet, strings: STRINGS });
      const whole = await outcome(bytes, piecewise(1 << 20));
      assert.notEqual(typeof whole, 'string', `unreadable: ${String(whole)}`);
      for (const size of [1, 2, 3, 7, 40, 300]) assert.deepEqual(await outcome(bytes, piecewise(size)), whole);
      assert.deepEqual(await outcome(bytes, zlibCodec), whole);
    });
  }

  it('reads UTF-16 whole, even where its letters look like the bytes of a row', async () => {
    const text = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>\u723C\u776F \u723C\u776F\u2000</t></is></c></row></sheetData></worksheet>`;
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    assert.ok(utf16.includes('<row '), 'the test is about these bytes');
    assert.deepEqual(await segments(utf16, 'row', 5), [`${text}.`]);
  });

  it('cuts where the last row of a piece begins, at rows only', async () => {
    const xml = '<s><row r="1"/><row>x</row><rowBreaks/><row/></s>';
    assert.deepEqual(await segments(xml, 'row', 1), ['<s>', '<row r="1"/>', '<row>x</row><rowBreaks/>', '<row/></s>.']);
    assert.deepEqual(await segments(xml, 'row', 25), ['<s><row r="1"/>', '<row>x</row><rowBreaks/>', '<row/></s>.']);
    assert.deepEqual(await segments(`<!-- -->${xml}`, 'row', 1), [`<!-- -->${xml}.`]);
    assert.deepEqual(await segments(`<?xml version="1.0"?>${xml}`, 'row', 100), [
      '<?xml version="1.0"?><s><row r="1"/><row>x</row><rowBreaks/>',
      '<row/></s>.',
    ]);
  });

  it('never reads a row that the whole does not hold, however broken the part is', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '<row ',
      '</row>',
      '<row>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<si>',
      '9',
    );
    const broken = fc.record({ at: fc.nat(400), gone: fc.nat(8), put: piece });
    await fc.assert(
      fc.asyncProperty(broken, fc.integer({ min: 1, max: 60 }), async ({ at, gone, put }, size) => {
        const cut = (xml: string) => xml.slice(0, at % xml.length) + put + xml.slice((at % xml.length) + gone);
        const bytes = await makePackage({ sheet: cut(SHEETS['plain rows']!), strings: STRINGS });
        const found = await outcome(bytes, piecewise(size));
        if (found !== 'damaged') assert.deepEqual(found, await outcome(bytes, piecewise(1 << 20)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a codec', () => {
  for (const [name, codec] of Object.entries({ platformCodec, zlibCodec })) {
    it(`inflates what it deflated, checks it and decodes it: ${name}`, async () => {
      const text = 'Nguyễn Văn Thử 0123456789 '.repeat(40_000);
      const bytes = new TextEncoder().encode(text);
      const room = codec.allocate(bytes.length);
      let filled = 0;
      let crc = 0;
      for await (const piece of codec.inflate(await codec.deflate(bytes))) {
        room.set(piece, filled);
        filled += piece.length;
        crc = codec.crc32(piece, crc);
      }
      assert.equal(filled, bytes.length);
      assert.equal(crc, codec.crc32(bytes));
      assert.equal(codec.decode(room, 0, filled), text);
      assert.equal(
        codec.decode(room.subarray(1), text.indexOf('0') + 4, text.indexOf('0') + 8),
        codec.decode(room, text.indexOf('0') + 5, text.indexOf('0') + 9),
      );
    });

    it(`deflates what comes piece by piece, in room that is used again: ${name}`, async () => {
      const texts = Array.from({ length: 300 }, (_, at) => `Nguyễn Văn Thử ${at % 7} `.repeat(at));
      const room = new Uint8Array(20_000);
      async function* pieces() {
        for (const text of texts) yield room.subarray(0, new TextEncoder().encodeInto(text, room).written);
      }
      const deflated: Uint8Array[] = [];
      for await (const piece of codec.deflatePieces(pieces(), 1000)) deflated.push(piece);
      const inflated: Uint8Array[] = [];
      for await (const piece of codec.inflate(Buffer.concat(deflated))) inflated.push(piece);
      assert.equal(Buffer.concat(inflated).toString(), texts.join(''));
    });

    it(`tells why no further piece comes: ${name}`, async () => {
      async function* pieces() {
        yield new Uint8Array(50_000);
        throw new SheetError('refused', 'rows-out-of-order');
      }
      const deflate = async () => {
        for await (const piece of codec.deflatePieces(pieces(), 100)) assert.ok(piece.length > 0);
      };
      await assert.rejects(deflate, { detail: 'rows-out-of-order' });
    });

    it(`rejects what is damaged or cut off: ${name}`, async () => {
      const deflated = await codec.deflate(new TextEncoder().encode('sạch '.repeat(500)));
      const read = async (bytes: Uint8Array) => {
        for await (const piece of codec.inflate(bytes)) assert.ok(piece.length > 0);
      };
      await assert.rejects(read(deflated.slice(0, deflated.length - 4)));
      await assert.rejects(read(new Uint8Array([7, 255, 255, 255])));
    });
  }
});
