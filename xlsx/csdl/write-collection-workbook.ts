import ExcelJS, { type Workbook } from 'exceljs';
import { ALL_PLACES } from '../../rules/codes/all-places.ts';
import { listLabels } from '../../rules/codes/list-labels.ts';
import { findProvince, PROVINCE_LABELS } from '../../rules/codes/provinces.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import {
  COLLECTION_COLUMNS,
  type CollectionColumn,
  type CollectionForm,
} from '../../templates/csdl/collection-columns.ts';
import { BODY_FONT, HEADER_FILL, LINE_COLOUR, REQUIRED_HEADER_FONT } from '../master/look.ts';

/** One line to hand in: texts by field; a field that is absent is left blank. */
export type CollectionRow = Readonly<Partial<Record<CollectionColumn['field'], string>>>;

const HEADER_HEIGHT = 32;
/** The header of every catalogue there. */
const NAME_HEADER = 'Tên trường dữ liệu';

/**
 * The workbook that CSDL ngành takes in for the collection of citizen numbers: one header row from A1 on, every cell text (numbers
 * and dates would lose their zeros and their order), and the catalogues beside it.
 */
export async function writeCollectionWorkbook(
  form: CollectionForm,
  rows: readonly CollectionRow[],
): Promise<Uint8Array> {
  const columns: readonly CollectionColumn[] = COLLECTION_COLUMNS[form];
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Sổ Sạch';
  workbook.lastModifiedBy = 'Sổ Sạch';
  const sheet = workbook.addWorksheet('Sheet1', { views: [{ state: 'frozen', ySplit: 1, activeCell: 'A2' }] });
  sheet.columns = columns.map(({ header, width }) => ({ header, width, style: { numFmt: '@', font: BODY_FONT } }));
  const edge = { style: 'thin', color: LINE_COLOUR } as const;
  const header = sheet.getRow(1);
  header.height = HEADER_HEIGHT;
  columns.forEach((_, at) => {
    const cell = header.getCell(at + 1);
    cell.font = REQUIRED_HEADER_FONT;
    cell.fill = HEADER_FILL;
    cell.border = { top: edge, bottom: edge, left: edge, right: edge };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  rows.forEach((row, at) => {
    sheet.addRow(columns.map(({ field }) => (field === 'number' ? at + 1 : (row[field] ?? null))));
  });
  Object.assign(sheet.getColumn(1), { numFmt: '0', alignment: { horizontal: 'center' } });
  sheet.pageSetup = {
    paperSize: 9, // A4
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    printArea: `A1:${columnLetters(columns.length - 1)}${rows.length + 1}`,
  };
  addCatalogues(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Labels alone for lists whose codes compete; since 1/7/2025 no district is one, and those of before are for older addresses. */
function addCatalogues(workbook: Workbook): void {
  const catalogue = (name: string, headers: readonly string[], rows: readonly (readonly string[])[]) => {
    const sheet = workbook.addWorksheet(name);
    sheet.columns = headers.map((header) => ({ header, width: 30, style: { numFmt: '@', font: BODY_FONT } }));
    sheet.getRow(1).font = REQUIRED_HEADER_FONT;
    sheet.addRows(rows.map((row) => [...row]));
  };
  const labels = (list: string) => listLabels(list).map((label) => [label]);
  const tables = PROVINCE_LABELS.flatMap((province) => {
    const table = ALL_PLACES.findTable(findProvince(province)?.name ?? '');
    return table ? [{ province, table }] : [];
  });
  catalogue('GIOI_TINH', [NAME_HEADER], labels('sex'));
  catalogue('DAN_TOC', [NAME_HEADER], labels('ethnicity'));
  catalogue('QUOC_TICH', [NAME_HEADER], labels('nationality'));
  catalogue('TINH', [NAME_HEADER], labels('province'));
  catalogue(
    'HUYEN',
    [NAME_HEADER, 'Tỉnh (trước 1/7/2025)'],
    tables.flatMap(({ table }) =>
      table.districts.map(({ name, province }) => [name, findProvince(province)?.fullName ?? province]),
    ),
  );
  catalogue(
    'XA',
    ['Mã', NAME_HEADER, 'Tỉnh'],
    tables.flatMap(({ province, table }) => table.wards.map(({ code, name }) => [code.code, name, province])),
  );
}
