import { zlibCodec } from '../../cli/zlib-codec.ts';
import { type CellValue, cellText } from '../../rules/cell.ts';
import type { FieldId } from '../../rules/field.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import { student } from '../../templates/layouts/student.ts';
import { escapeXml } from '../../xlsx/package/escape-xml.ts';
import { PackageWriter } from '../../xlsx/package/package-writer.ts';
import { benchRows } from '../rules/rows.ts';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Rows written as one text: large enough to be quick, small enough to stay below the longest string. */
const ROWS_A_PIECE = 2000;
const FIRST_DAY = 45_000;

type Cell = string | number | { readonly day: number } | null;

/** What a province's export has besides the fields that a template knows. */
const FURTHER: readonly { readonly header: string; readonly cell: (row: number) => Cell }[] = [
  { header: 'Điện thoại', cell: (row) => `09${String(10_000_000 + row * 7).slice(-8)}` },
  { header: 'Thư điện tử', cell: (row) => `phu.huynh.${row}@truong.example` },
  { header: 'Nơi sinh', cell: (row) => `Trạm y tế số ${row}, Phường Bến Thành, Thành phố Hồ Chí Minh` },
  { header: 'Ngày nhập học', cell: (row) => ({ day: FIRST_DAY + (row % 900) }) },
  { header: 'Ngày cập nhật', cell: (row) => ({ day: FIRST_DAY + 900 + (row % 300) }) },
];

/** Fields that a template knows, in the order of the sheet, with what the rules' invented pupils leave open. */
const FIELDS: readonly { readonly id: FieldId; readonly cell?: (row: number) => Cell }[] = [
  { id: 'ordinal' },
  { id: 'className' },
  { id: 'ministryId' },
  { id: 'fullName' },
  { id: 'birthDate' },
  { id: 'sex' },
  { id: 'ethnicity' },
  { id: 'nationality' },
  { id: 'citizenId' },
  { id: 'citizenIdStatus' },
  { id: 'passport' },
  { id: 'province' },
  { id: 'district' },
  { id: 'ward' },
  { id: 'address', cell: (row) => `Số ${row} ngõ ${row % 97}, đường Nguyễn Thị Minh Khai, tổ dân phố ${row % 31}` },
  { id: 'studentStatus' },
  { id: 'fatherName', cell: (row) => `Nguyễn Văn ${GIVEN[row % GIVEN.length]} ${GIVEN[(row >> 4) % GIVEN.length]}` },
  { id: 'motherName', cell: (row) => `Trần Thị ${GIVEN[(row >> 2) % GIVEN.length]} ${GIVEN[row % GIVEN.length]}` },
  { id: 'motherBirthYear', cell: (row) => 1975 + (row % 20) },
  { id: 'note', cell: (row) => `Hồ sơ số ${row}/2026` },
];
const GIVEN = ['Mai', 'An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Nam', 'Oanh', 'Phúc', 'Quỳnh'];
export const LIST_COLUMNS = FIELDS.length + FURTHER.length;

/**
 * A list of invented pupils as LibreOffice writes one: shared strings, about 650 bytes of text a row, every row with an address,
 * numbers and remarks of its own, one row in twenty with a fault. The same bytes for the same count.
 */
export async function makeListWorkbook(rows: number): Promise<Uint8Array> {
  const strings = new Map<string, number>();
  const sheet = sheetXml(rows, strings);
  const writer = new PackageWriter(zlibCodec);
  for (const [name, text] of frameParts()) await writer.add(name, Buffer.from(text));
  await writer.add('xl/sharedStrings.xml', stringsXml(strings));
  await writer.add('xl/worksheets/sheet1.xml', sheet);
  return writer.finish();
}

function sheetXml(rows: number, strings: Map<string, number>): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(`<worksheet xmlns="${SPREADSHEET}"><sheetData>`)];
  const headers = [...FIELDS.map(({ id }) => headerOf(id)), ...FURTHER.map(({ header }) => header)];
  let text = rowXml(1, headers, strings);
  for (const [index, pupil] of benchRows(rows).entries()) {
    const known = FIELDS.map(({ id, cell }) => (cell ? cell(index) : plain(pupil[id])));
    text += rowXml(index + 2, [...known, ...FURTHER.map(({ cell }) => cell(index))], strings);
    if (index % ROWS_A_PIECE === 0) {
      pieces.push(Buffer.from(text));
      text = '';
    }
  }
  pieces.push(Buffer.from(`${text}</sheetData></worksheet>`));
  return Buffer.concat(pieces);
}

function rowXml(row: number, cells: readonly Cell[], strings: Map<string, number>): string {
  let text = `<row r="${row}" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">`;
  cells.forEach((cell, column) => {
    const place = `r="${columnLetters(column)}${row}"`;
    if (typeof cell === 'string') {
      const index = strings.get(cell) ?? strings.size;
      strings.set(cell, index);
      text += `<c ${place} s="0" t="s"><v>${index}</v></c>`;
    } else if (typeof cell === 'number') text += `<c ${place} s="0"><v>${cell}</v></c>`;
    else if (cell !== null) text += `<c ${place} s="1"><v>${cell.day}</v></c>`;
  });
  return `${text}</row>`;
}

function stringsXml(strings: ReadonlyMap<string, number>): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(`<sst xmlns="${SPREADSHEET}" uniqueCount="${strings.size}">`)];
  let text = '';
  let count = 0;
  for (const value of strings.keys()) {
    text += `<si><t xml:space="preserve">${escapeXml(value)}</t></si>`;
    if (++count % (10 * ROWS_A_PIECE) === 0) {
      pieces.push(Buffer.from(text));
      text = '';
    }
  }
  pieces.push(Buffer.from(`${text}</sst>`));
  return Buffer.concat(pieces);
}

/** Everything around the list: the parts that any workbook has. */
function frameParts(): readonly (readonly [name: string, xml: string])[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${TYPES}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${SPREADSHEET}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ],
  ];
}

function headerOf(id: FieldId): string {
  const column = student.columns.find((candidate) => candidate.id === id);
  if (!column) throw new Error(`the template has no column ${id}`);
  return column.header;
}

function plain(value: CellValue | undefined): Cell {
  return typeof value === 'number' || value === null ? value : cellText(value) || null;
}
