import assert from 'node:assert/strict';
import { zlibCodec } from '../../../cli/zlib-codec.ts';
import { importWorkbook } from '../../../xlsx/import/import-workbook.ts';
import { readWorkbook } from '../../../xlsx/read-workbook.ts';
import { toUtf16 } from './encode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const unreadable = (detail: string) => ({ name: 'SheetError', code: 'unreadable', detail });

async function cellsOf(bytes: Uint8Array) {
  return (await readWorkbook((await importWorkbook(bytes, zlibCodec)).bytes, zlibCodec)).sheets[0]?.cells;
}

const workbook = (rows: string, declaration = '<?xml version="1.0"?>') =>
  `${declaration}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s"/></Styles><Worksheet ss:Name="DS"><Table>${rows}</Table></Worksheet></Workbook>`;
const cell = (text: string, more = '') => `<Cell${more}><Data ss:Type="String">${text}</Data></Cell>`;

describe('a workbook in one XML file', () => {
  it('is read with and without its declaration, in UTF-8 and UTF-16, from the places it names', async () => {
    const rows = `<Row ss:Index="2">${cell('Đặng &amp; Ân')}${cell('0012', ' ss:Index="4"')}</Row>`;
    const expected = [[], ['Đặng & Ân', null, null, '0012']];
    assert.deepEqual(await cellsOf(utf8(workbook(rows))), expected);
    assert.deepEqual(await cellsOf(utf8(workbook(rows, ''))), expected);
    assert.deepEqual(await cellsOf(toUtf16(`\ufeff${workbook(rows)}`, 'le')), expected);
  });

  it('is refused where a library would pass over what it says', async () => {
    for (const rows of [
      `<Row>${cell('a', " ss:Index='4'")}</Row>`,
      `<Row>${cell('<![CDATA[</Data></Cell><Cell><Data>]]>')}</Row>`,
      `<Row>${cell('a', ' ss:Index="999999999"')}</Row>`,
      '<Column ss:Span="999999999"/>',
      '<Row><Cell>',
    ]) {
      await assert.rejects(cellsOf(utf8(workbook(rows))), unreadable('damaged'), rows);
    }
    const entities = '<!DOCTYPE a [<!ENTITY b "c">]>';
    await assert.rejects(cellsOf(utf8(workbook('', `<?xml version="1.0"?>${entities}`))), unreadable('damaged'));
    const spans = '<Column ss:Span="16000"/>'.repeat(100);
    await assert.rejects(cellsOf(utf8(workbook(spans))), unreadable('too-large'));
  });
});

describe('what is no workbook', () => {
  it('is refused by its bytes, with words for what it is', async () => {
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1</td></tr></table></body></html>';
    for (const [bytes, detail] of [
      [utf8(html), 'html-page'],
      [utf8(`\ufeff  <TABLE><tr><td>1</td></tr></TABLE>`), 'html-page'],
      [utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-zip'],
      [utf8('%PDF-1.7\n1 0 obj\n'), 'not-a-zip'],
      [utf8('{\\rtf1\\ansi Danh sach}'), 'not-a-zip'],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'not-a-zip'],
      [new Uint8Array(), 'empty-file'],
      [utf8('a,b\n1,2\n"3,4\n'), 'csv-quotes 3'],
    ] as const) {
      await assert.rejects(cellsOf(bytes), unreadable(detail), detail);
    }
  });

  it('is refused before it takes the memory of the machine', async () => {
    const commas = new Uint8Array(7_000_000).fill(0x2c);
    await assert.rejects(cellsOf(commas), unreadable('too-large'));
    await assert.rejects(cellsOf(new Uint8Array(65 * 1024 * 1024).fill(0x61)), unreadable('too-large'));
  });
});
