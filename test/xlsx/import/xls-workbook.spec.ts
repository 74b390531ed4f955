import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zlibCodec } from '../../../cli/zlib-codec.ts';
import { SheetError } from '../../../desk/sheet-error.ts';
import { importWorkbook } from '../../../xlsx/import/import-workbook.ts';
import { readWorkbook } from '../../../xlsx/read-workbook.ts';
import { toWindows1258 } from './encode-text.ts';
import { compound, withRecords } from './make-xls.ts';
import { bookOf, bytesOf } from './sheetjs-fixture.ts';

const unreadable = (detail: string) => ({ name: 'SheetError', code: 'unreadable', detail });
const TABLE = [
  ['Họ và tên', 'Ngày sinh', 'Số CCCD'],
  ['Nguyễn Thị Thử', { day: 42_252 }, '001215000123'],
];
const XLS = bytesOf(bookOf(TABLE), 'biff8');

async function cellsOf(bytes: Uint8Array) {
  return (await readWorkbook((await importWorkbook(bytes, zlibCodec)).bytes, zlibCodec)).sheets[0]?.cells;
}

describe('readXls', () => {
  it('reads the 8-bit texts of Excel 5 and 95 by their code page', async () => {
    const name = 'Nguyễn Thị Thử';
    const typed = String.fromCharCode(...toWindows1258(name));
    // SheetJS writes the letters of Latin-1 as the bytes they are; the record before them names the code page.
    const placeholder = 'x'.repeat(typed.length);
    const bytes = bytesOf(bookOf([[placeholder, '0012']]), 'biff5');
    const at = indexOf(bytes, placeholder);
    bytes.set(toWindows1258(name), at);
    const page = indexOfCodePage(bytes);
    new DataView(bytes.buffer).setUint16(page + 4, 1258, true);
    assert.deepEqual(await cellsOf(bytes), [[name, '0012']]);
  });

  it('says of a password what to do about it, of a Word file that it holds no sheet', async () => {
    await assert.rejects(cellsOf(withRecords(XLS, [0x2f, 1, 0, 1, 0])), unreadable('password'));
    await assert.rejects(cellsOf(compound({ '/EncryptedPackage': new Uint8Array(64) })), unreadable('password'));
    await assert.rejects(cellsOf(compound({ '/WordDocument': new Uint8Array(64) })), unreadable('not-a-workbook'));
    await assert.rejects(cellsOf(XLS.slice(0, 2000)), unreadable('damaged'));
  });

  it('does not walk the billions of cells that a link may claim', async () => {
    const whole = await cellsOf(XLS);
    // A link over every cell there is (MS-XLS 2.4.140), a thousand times.
    const link = [0x1b8, 0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, ...new Array(24).fill(0)] as const;
    assert.deepEqual(await cellsOf(withRecords(XLS, ...new Array(1000).fill(link))), whole);
  });

  it('refuses or reads, and reads nothing that is not there, whatever bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(XLS.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (changes) => {
          const bytes = XLS.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          await cellsOf(bytes).catch((error: unknown) => {
            if (!(error instanceof SheetError)) throw error;
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('walks no chain of sectors twice round', async () => {
    const bytes = XLS.slice();
    const view = new DataView(bytes.buffer);
    // Every sector of the first table points to sector 0.
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let entry = 0; entry < 128; entry++) view.setUint32(table + entry * 4, 0, true);
    await assert.rejects(cellsOf(bytes), { name: 'SheetError', code: 'unreadable' });
  });
});

function indexOf(bytes: Uint8Array, text: string): number {
  return new TextDecoder('latin1').decode(bytes).indexOf(text);
}

function indexOfCodePage(bytes: Uint8Array): number {
  const found = new TextDecoder('latin1').decode(bytes).indexOf('\x42\x00\x02\x00');
  assert.ok(found > 0, 'a code page record');
  return found;
}
