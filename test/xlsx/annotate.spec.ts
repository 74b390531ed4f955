import assert from 'node:assert/strict';
import { getLayout } from '../../templates/layouts.ts';
import { encodeMarks, MARK } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { clearAnnotations } from '../../xlsx/clear-annotations.ts';
import { type FileSheetPort, openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { WorkbookPackage } from '../../xlsx/package/workbook-package.ts';
import { makePackage } from './make-package.ts';
import { readPart } from './read-part.ts';
import { fixtureBytes } from './workbook-fixture.ts';

const layout = getLayout('student');
const rowId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const HEADER = ['STT', 'Họ và tên', 'Ngày sinh', 'Dân tộc', 'Số CCCD'];
const PERSON = [1, 'Người Thử', '01/01/2019', 'Tày', '079319000123'];

async function annotated(bytes: Uint8Array): Promise<{ port: FileSheetPort; saved: Uint8Array }> {
  const port = await openFileSheet(bytes);
  await port.bind(layout, matchHeader((await port.survey()).grid)!);
  let n = 0;
  await port.mintRowIds(() => rowId(++n));
  const marks = encodeMarks(layout, new Map([['fullName', MARK.error]]));
  const first = (await port.snapshot()).rows[0]!.rowId;
  await port.apply({
    marks: [{ rowId: first, marks }],
    results: [{ rowId: first, verdict: 'Có lỗi', reason: 'thử', nextStep: '' }],
  });
  return { port, saved: await port.save() };
}

/** Every feature that a library would lose, as text that must be found again. */
const RARE = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><sheetPr codeName="DS"/><dimension ref="A1:B9"/><cols><col min="1" max="16384" width="12" customWidth="1"/></cols><sheetData><row r="1" spans="1:5">${HEADER.map((text) => `<c t='inlineStr' ><is><t>${text}</t></is></c>`).join('')}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="str"><f t="shared" ref="C2:C3" si="0">D2</f><v>01/01/2019</v></c><c r="E2" t="s"><v>1</v></c></row><row><c r="B3" t="s"><v>0</v></c><c r="C3" t="str"><f t="shared" si="0"/><v>02/01/2019</v></c></row></sheetData><sheetCalcPr fullCalcOnLoad="0"/><conditionalFormatting sqref="A2"><cfRule type="duplicateValues" dxfId="0" priority="1"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D2:D9 F2"><formula1>"Kinh,Tày"</formula1></dataValidation></dataValidations><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"/></ext></extLst></worksheet>`;
const rare = () =>
  makePackage({
    sheet: RARE,
    strings:
      '<si><r><t xml:space="preserve">Người </t></r><r><t>Thử</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>079319000123</t></si>',
    others: { 'docProps/custom.xml': '<Properties/>', 'customXml/item1.xml': '<a/>' },
  });

describe('annotating a workbook that somebody else made', () => {
  it('puts ids, marks, results and mark formats beside what is there, hidden where they serve only us', async () => {
    const { saved } = await annotated(await fixtureBytes({ sheets: [{ name: 'DS', cells: [HEADER, PERSON] }] }));
    const again = await openFileSheet(saved);
    const match = matchHeader((await again.survey()).grid)!;
    await again.bind(layout, match);
    const [row] = (await again.snapshot()).rows;
    assert.deepEqual([row?.rowId, row?.results.verdict, row?.values.fullName], [rowId(1), 'Có lỗi', 'Người Thử']);
    const sheet = again.file.memory.activeSheet;
    assert.deepEqual([sheet.isHidden(match.rowIdColumn!), sheet.isHidden(match.marksColumn!)], [true, true]);
    const xml = await readPart(saved, 'xl/worksheets/sheet1.xml');
    assert.match(xml, /<conditionalFormatting [^>]*sqref="B2:B\d+"><cfRule [^>]*><formula>AND\(MID\(\$J2/);
    assert.match(await readPart(saved, 'xl/styles.xml'), /<dxf [^>]*>.*✖/s);
  });

  for (const [name, make] of [
    ['exceljs', () => fixtureBytes({ sheets: [{ name: 'DS', cells: [HEADER, PERSON], merges: ['G1:H1'] }] })],
    ['hand', rare],
  ] as const) {
    it(`gives a workbook written by ${name} back byte for byte, annotated once or twice`, async () => {
      const bytes = await make();
      const { saved } = await annotated(bytes);
      assert.deepEqual(await clearAnnotations(saved), bytes);
      const twice = await annotated(saved);
      assert.notDeepEqual(twice.saved, bytes);
      assert.deepEqual(await clearAnnotations(twice.saved), bytes);
    });
  }

  it('leaves every part that it has no business with byte for byte, deflated bytes included', async () => {
    const bytes = await rare();
    const [before, after] = [new WorkbookPackage(bytes), new WorkbookPackage((await annotated(bytes)).saved)];
    const touched = ['[Content_Types].xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'];
    for (const entry of before.directory.entries) {
      if (touched.includes(entry.name)) continue;
      assert.deepEqual(after.raw(after.find(entry.name)!), before.raw(entry), entry.name);
    }
  });

  it('keeps what only Excel knows in the sheet it writes into', async () => {
    const xml = await readPart((await annotated(await rare())).saved, 'xl/worksheets/sheet1.xml');
    for (const kept of ['duplicateValues', 'D2:D9 F2', '{CCE6A557', 'codeName="DS"', '<f t="shared" si="0"/>']) {
      assert.ok(xml.includes(kept), kept);
    }
    const order = ['<sheetData', '<sheetCalcPr', 'duplicateValues', 'type="expression"', '<dataValidations', '<extLst'];
    const places = order.map((text) => xml.indexOf(text));
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    );
  });

  it('keeps a person’s own changes when the marks are cleared', async () => {
    const { port } = await annotated(await fixtureBytes({ sheets: [{ name: 'DS', cells: [HEADER, PERSON] }] }));
    port.file.memory.activeSheet.editCell(2, 1, 'Trần Thị Thử');
    const cleared = await openFileSheet(await clearAnnotations(await port.save()));
    assert.deepEqual((await cleared.survey()).grid, [HEADER, PERSON.with(1, 'Trần Thị Thử')]);
  });

  it('refuses to clear what it never annotated', async () => {
    await assert.rejects(clearAnnotations(await rare()), { code: 'refused', detail: 'not-annotated' });
  });
});
