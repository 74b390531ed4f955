import { generateKeyPairSync } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { rowFingerprint } from '../../../desk/row-fingerprint.ts';
import { WorkbookSigner } from '../../../server/crypto.ts';
import { getLayout } from '../../../templates/layouts.ts';
import { encodeMarks, MARK } from '../../../templates/marks.ts';
import { matchHeader } from '../../../templates/match-header.ts';
import { signedText } from '../../../templates/workbook-identity.ts';
import { openFileSheet } from '../../../xlsx/file-sheet-port.ts';
import { writeTemplateWorkbook } from '../../../xlsx/write-template-workbook.ts';
import { IDENTITY, pupil } from '../../desk/desk-fixture.ts';

/**
 * Writes what the workbooks beside this file were saved from. They are what LibreOffice 7.4 made of it:
 *
 *     node --import tsx test/xlsx/libreoffice/make-sources.ts OUT
 *     soffice --headless --convert-to xlsx --outdir test/xlsx/libreoffice OUT/*.xlsx
 */
const layout = getLayout('student');
const rowId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A list of somebody else's with a column of verdicts of its own, right at its end. */
async function ownList(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Lớp 1A', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['STT', 'Họ và tên', 'Ngày sinh', 'Dân tộc', 'Số CCCD', 'Kết quả xác thực']);
  sheet.addRow([1, 'Trần  Văn Thử', '01/01/2019', 'Tày', '079319000123', 'Khớp']);
  sheet.addRow([2, 'Lê Thị Thử', '31/02/2019', 'Kinh', '07931900045', '']);
  sheet.getCell('B2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  sheet.getCell('D3').note = 'Hỏi lại phụ huynh';
  sheet.getCell('A5').value = { formula: 'COUNTA(B2:B3)', result: 2, date1904: false };
  sheet.addConditionalFormatting({
    ref: 'E2:E3',
    rules: [{ type: 'expression', formulae: ['LEN($E2)<>12'], priority: 1, style: { font: { bold: true } } }],
  });
  workbook.addWorksheet('Ghi chú').getCell('A1').value = 'của trường';
  workbook.definedNames.add("'Lớp 1A'!$B$2:$B$3", 'HoTen');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same, mended, checked and with a verdict, as `--annotate` or the workbench leaves it. */
async function marked(bytes: Uint8Array): Promise<Uint8Array> {
  const port = await openFileSheet(bytes);
  await port.bind(layout, matchHeader((await port.survey()).grid)!);
  let n = 0;
  await port.mintRowIds(() => rowId(++n));
  const { rows } = await port.snapshot();
  await port.apply({
    cells: [{ rowId: rowId(1), field: 'fullName', before: rows[0]!.values.fullName ?? null, after: 'Trần Văn Thử' }],
    marks: [{ rowId: rowId(2), marks: encodeMarks(layout, new Map([['birthDate', MARK.error]])) }],
    results: [{ rowId: rowId(2), verdict: 'Có lỗi', reason: 'ngày không có thật', nextStep: 'sửa' }],
    journal: { id: 'fix-1', at: '2026-11-22T01:00:00.000Z', kind: 'fix', label: 'full-name.spacing' },
  });
  return port.save();
}

/** A workbook made from our template, with two pupils. */
async function ownTemplate(): Promise<Uint8Array> {
  const bytes = await writeTemplateWorkbook({ layout, identity: IDENTITY, unitHeading: 'UBND XÃ THỬ' });
  const port = await openFileSheet(bytes);
  const match = matchHeader((await port.survey()).grid)!;
  const people = [
    { ordinal: 1, fullName: 'Trần  Văn Thử', birthDate: '01/01/2019', citizenId: '079319000123' },
    { ordinal: 2, fullName: 'Lê Thị Thử', birthDate: '31/02/2019', citizenId: '079319000124' },
  ] as const;
  people.forEach((person, index) => {
    for (const [id, value] of Object.entries(person)) {
      const column = match.columns.get(id as keyof typeof person);
      port.file.memory.activeSheet.editCell(match.firstDataRow + index, column!, value);
    }
  });
  return port.file.toBytes();
}

/** Row ids of the pupils that the signed workbook came with, by their number. */
export const signedRowId = rowId;
/** How many those are; one more was typed in. */
export const SIGNED_PUPILS = 6;

/**
 * A server's workbook of pupils whom it knows, as a school has worked on it: sorted by name backwards, the last row cut out and put
 * in at the top, one typed in below.
 */
async function signedTemplate(signer: WorkbookSigner): Promise<Uint8Array> {
  const identity = { ...IDENTITY, signature: signer.sign(signedText(IDENTITY)) };
  const rows = Array.from({ length: SIGNED_PUPILS }, (_, index) => {
    const id = rowId(index);
    const values = pupil(index);
    return { rowId: id, values, marks: `##${rowFingerprint(id, values)}` };
  });
  const port = await openFileSheet(await writeTemplateWorkbook({ layout, identity, unitHeading: 'UBND XÃ THỬ', rows }));
  const { activeSheet } = port.file.memory;
  const { columns, firstDataRow } = matchHeader((await port.survey()).grid)!;
  const last = firstDataRow + SIGNED_PUPILS - 1;
  activeSheet.sortRows(firstDataRow, last, columns.get('fullName')!, 'descending');
  const cut = [...activeSheet.readRow(last)];
  for (let row = last; row > firstDataRow; row--) {
    activeSheet.write(activeSheet.readRow(row - 1).map((value, column) => ({ row, column, value })));
  }
  activeSheet.write(cut.map((value, column) => ({ row: firstDataRow, column, value })));
  for (const [id, value] of Object.entries(pupil(SIGNED_PUPILS))) {
    const column = columns.get(id as 'fullName');
    if (column !== undefined) activeSheet.editCell(last + 1, column, value);
  }
  return port.file.toBytes();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? '.';
  await mkdir(folder, { recursive: true });
  const list = await ownList();
  await writeFile(path.join(folder, 'list.xlsx'), list);
  await writeFile(path.join(folder, 'marked-list.xlsx'), await marked(list));
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' });
  const signer = new WorkbookSigner(key);
  const { keyId, publicKey } = signer;
  // Goes beside the saved workbook; the private half is thrown away.
  await writeFile(path.join(folder, 'signed-template.key.json'), `${JSON.stringify({ keyId, publicKey }, null, 2)}\n`);
  await writeFile(path.join(folder, 'signed-template.xlsx'), await signedTemplate(signer));
  await writeFile(path.join(folder, 'marked-template.xlsx'), await marked(await ownTemplate()));
}
