import { deflateRawSync, inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { zlibCodec } from '../cli/zlib-codec.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { PackageWriter } from '../xlsx/package/package-writer.ts';
import { WorkbookPackage } from '../xlsx/package/workbook-package.ts';
import { readWorkbook } from '../xlsx/read-workbook.ts';
import type { BenchReport } from './bench-report.ts';

/** `BENCH_ROWS=100000` for the size of a province's file; exceljs then takes a quarter of a minute a round. */
const ROWS = Number(process.env.BENCH_ROWS ?? 20_000);
const COLUMNS = 25;
const ROUNDS = 5;

/** Reading all values of a workbook with shared strings, beside exceljs and beside the floor: inflating and decoding the strings. */
export async function bench(): Promise<BenchReport> {
  const bytes = await makeWorkbook();
  const contestants: readonly { label: string; run: () => Promise<number>; times: number[] }[] = [
    { label: 'readWorkbook', run: () => readOurs(bytes), times: [] },
    { label: 'exceljs, whole document', run: () => readExceljs(bytes), times: [] },
    { label: 'inflate and decode the strings only', run: () => floor(bytes), times: [] },
  ];
  const cells = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { run, times }] of contestants.entries()) {
      const start = performance.now();
      const found = await run();
      times.push(performance.now() - start);
      if (index < 2) cells.add(found);
    }
  }
  if (cells.size !== 1) throw new Error(`readers differ: ${[...cells].join(', ')} cells`);
  const [ours = 0, exceljs = 0, bare = 0] = contestants.map(({ times }) => median(times));
  return {
    name: `xlsx: read ${ROWS} rows × ${COLUMNS} columns`,
    rows: contestants.map(({ label, times }) => ({ label, value: median(times), unit: 'ms' })),
    ratios: [
      { label: 'exceljs against ours', value: exceljs / ours, goal: 8 },
      { label: 'inflate and decode against ours', value: bare / ours, goal: 0.5 },
    ],
  };
}

async function readOurs(bytes: Uint8Array): Promise<number> {
  const { sheets } = await readWorkbook(bytes, zlibCodec);
  let count = 0;
  for (const line of sheets[0]?.cells ?? []) for (const cell of line) if (cell !== null) count++;
  return count;
}

async function readExceljs(bytes: Uint8Array): Promise<number> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  let count = 0;
  workbook.worksheets[0]?.eachRow((row) => row.eachCell(() => count++));
  return count;
}

/** What no reader can do without: every part inflated, every string decoded once. */
async function floor(bytes: Uint8Array): Promise<number> {
  const file = new WorkbookPackage(bytes, zlibCodec);
  let strings = 0;
  for (const entry of file.directory.entries) {
    const part = inflateRawSync(file.raw(entry), { maxOutputLength: entry.inflatedSize });
    if (!entry.name.endsWith('sharedStrings.xml')) continue;
    for (let start = part.indexOf('<t>'); start >= 0; start = part.indexOf('<t>', start)) {
      const end = part.indexOf('</t>', start);
      strings += part.toString('utf8', start + 3, end).length > 0 ? 1 : 0;
      start = end;
    }
  }
  return strings;
}

async function makeWorkbook(): Promise<Uint8Array> {
  const strings = new Map<string, number>();
  const rows: string[] = [];
  for (let row = 1; row <= ROWS; row++) rows.push(rowXml(row, strings));
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) => {
    return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  };
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${relations}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${main}">${[...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ],
  ];
  const writer = new PackageWriter({ ...zlibCodec, deflate: async (part) => deflateRawSync(part) });
  for (const [name, text] of parts) await writer.add(name, new TextEncoder().encode(text));
  return writer.finish();
}

/** One pupil: two numbers, two dates, the rest text, a third of it said once only. */
function rowXml(row: number, strings: Map<string, number>): string {
  let cells = '';
  for (let column = 0; column < COLUMNS; column++) {
    const reference = `${columnLetters(column)}${row}`;
    if (column < 2) cells += `<c r="${reference}"><v>${row * (column + 1)}</v></c>`;
    else if (column < 4) cells += `<c r="${reference}" s="1"><v>${42_000 + ((row * column) % 2000)}</v></c>`;
    else {
      const text = column % 3 === 0 ? `Nguyễn Thị Thử ${row}-${column}` : `Phường Tân Định ${(row * column) % 500}`;
      const index = strings.get(text) ?? strings.size;
      strings.set(text, index);
      cells += `<c r="${reference}" t="s"><v>${index}</v></c>`;
    }
  }
  return `<row r="${row}">${cells}</row>`;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
