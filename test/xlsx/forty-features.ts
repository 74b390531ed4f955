import { RARE_PARTS } from './rare-parts.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands in the list, as it is to be read. */
export const PEOPLE = [
  [1, 'Trần Văn Thử', '079319000123'],
  [2, '  Lê Thị Thử', '079319000124'],
  [3, 'Người\nThử', '079319000125'],
] as const;

/** The list itself: title, header with a table over it, people; whatever a sheet can say beside its cells. */
const LIST = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:x14="${X14}" xmlns:xm="${XM}"><sheetPr codeName="DanhSach" filterMode="0"><tabColor theme="4" tint="0.4"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C4" sqref="C4"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="3" width="22.5" style="3" customWidth="1"/><col min="8" max="16384" width="9" hidden="1"/></cols><sheetData><row r="1" spans="1:6" ht="21" customHeight="1"><c s="3" r="A1" t="s"><v>0</v></c><c r="B1" s="3"/></row><row r='3' spans='1:6'><c t='s' r='A3'><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c><c r="D3" t="s"><v>4</v></c><c r="E3" t="s"><v>5</v></c><c r="F3" t="inlineStr"><is><t>Ghi chú</t></is></c></row><row r="4"><c r="A4"><v>1</v></c><c r="B4" t="s" s="5"><v>6</v></c><c r="C4" s="1"><v>41053</v></c><c r="D4" s="4" t="inlineStr"><is><t>Tày</t></is></c><c r="E4" s="2" t="s"><v>9</v></c><c r="F4" t="str"><f t="shared" ref="F4:F5" si="0">UPPER(D4)</f><v>TÀY</v></c></row><row r="5"><c r="A5"><v>2</v></c><c r="B5" t="s"><v>7</v></c><c r="C5" s="1"><v>41054</v></c><c r="D5" t="inlineStr"><is><t>Kinh</t></is></c><c r="E5" s="2" t="s"><v>10</v></c><c r="F5" t="str"><f t="shared" si="0"/><v>KINH</v></c></row><row r="6"><c r="A6"><v>3</v></c><c r="B6" t="s"><v>8</v></c><c r="C6" s="1"/><c r="D6" t="e"><v>#N/A</v></c><c r="E6" s="2" t="s"><v>11</v></c><c r="F6"><f t="array" ref="F6">SUM(A4:A6*1)</f><v>6</v></c></row></sheetData><sheetCalcPr fullCalcOnLoad="0"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><phoneticPr fontId="0"/><conditionalFormatting sqref="E4:E6"><cfRule type="duplicateValues" dxfId="0" priority="2"/></conditionalFormatting><conditionalFormatting sqref="A4:A6 A9"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" promptTitle="Dân tộc" prompt="Chọn một" sqref="D4:D99 D120"><formula1>"Kinh,Tày"</formula1></dataValidation><dataValidation type="textLength" operator="equal" showErrorMessage="1" errorTitle="Số" error="12 chữ số" sqref="E4:E99"><formula1>12</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="D4" r:id="rLink" tooltip="ngoài"/><hyperlink ref="D5" location="'Khóa'!A1" display="trong"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rPrinter"/><headerFooter><oddFooter>&amp;CTrang &amp;P</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="40" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="E4:E6" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rDrawing"/><legacyDrawing r:id="rVml"/><tableParts count="1"><tablePart r:id="rTable"/></tableParts><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>'Khóa'!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>F4:F99</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`;

/** Protected with a password, with ranges that somebody may edit: not ours to write into. */
const LOCKED = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nam</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Nữ</t></is></c></row></sheetData><sheetProtection algorithmName="SHA-512" hashValue="bm90IGEgcmVhbCBoYXNo" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatCells="0"/><protectedRanges><protectedRange sqref="A2" name="Duoc" algorithmName="SHA-512" hashValue="bm90IGEgcmVhbCBoYXNo" saltValue="c2FsdA==" spinCount="100000"/></protectedRanges></worksheet>`;
const SECRET = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Kinh</t></is></c></row></sheetData></worksheet>`;

const STRINGS = `<sst xmlns="${MAIN}" count="12" uniqueCount="12"><si><t>Danh sách học sinh</t></si><si><t>STT</t></si><si><t>Họ và tên</t></si><si><t>Ngày sinh</t></si><si><t>Dân tộc</t></si><si><t>Số CCCD</t></si><si><r><rPr><b/><sz val="11"/><rFont val="Calibri"/></rPr><t xml:space="preserve">Trần </t></r><r><t>Văn Thử</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh><phoneticPr fontId="0"/></si><si><t xml:space="preserve">  Lê Thị Thử</t></si><si><t>Người_x000A_Thử</t></si><si><t>079319000123</t></si><si><t>079319000124</t></si><si><t>079319000125</t></si></sst>`;

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="14"/><color theme="4" tint="-0.25"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="1" applyFont="1" applyFill="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs><cellStyles count="2"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Tiêu đề riêng" xfId="1"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2"/><colors><mruColors><color rgb="FF123456"/></mruColors></colors></styleSheet>`;

const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="xl" lastEdited="7"/><workbookPr date1904="1" codeName="SoTinh"/><workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="bm90IGEgcmVhbCBoYXNo" workbookSaltValue="c2FsdA==" workbookSpinCount="100000" lockStructure="1"/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/><sheet name="Khóa" sheetId="4" r:id="rId2"/><sheet name="Ẩn &amp; giấu" sheetId="7" state="veryHidden" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Danh sách'!$3:$3</definedName><definedName name="GioiTinh">'Khóa'!$A$1:$A$2</definedName><definedName name="giau_kin" hidden="1">'Ẩn &amp; giấu'!$A$1</definedName></definedNames><calcPr calcId="191029"/></workbook>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`;
const relations = (...each: readonly string[]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;

const PARTS: Readonly<Record<string, string | Uint8Array>> = {
  '_rels/.rels': relations(
    relation('r1', 'officeDocument', '/xl/workbook.xml'),
    relation('r2', 'custom-properties', 'docProps/custom.xml'),
  ),
  'xl/_rels/workbook.xml.rels': relations(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('rId2', 'worksheet', '/xl/worksheets/sheet2.xml'),
    relation('rId3', 'worksheet', './worksheets/../worksheets/sheet3.xml'),
    relation('rId4', 'styles', 'styles.xml'),
    relation('rId5', 'sharedStrings', 'sharedStrings.xml'),
    relation('rId6', 'theme', 'theme/theme1.xml'),
    relation('rId7', 'calcChain', 'calcChain.xml'),
    relation('rId8', 'customXml', '../customXml/item1.xml'),
    relation('rId9', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'),
  ),
  'xl/worksheets/_rels/sheet1.xml.rels': relations(
    relation('rLink', 'hyperlink', 'https://truong.thu.vn/').replace('/>', ' TargetMode="External"/>'),
    relation('rPrinter', 'printerSettings', '../printerSettings/printerSettings1.bin'),
    relation('rDrawing', 'drawing', '/xl/drawings/drawing1.xml'),
    relation('rVml', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
    relation('rNotes', 'comments', '../comments1.xml'),
    relation(
      'rThreads',
      'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
      '../threadedComments/threadedComment1.xml',
    ),
    relation('rTable', 'table', '../tables/table1.xml'),
  ),
  'xl/drawings/_rels/drawing1.xml.rels': relations(
    relation('rImage', 'image', '../media/image1.png'),
    relation('rChart', 'chart', '../charts/chart1.xml'),
  ),
  'xl/workbook.xml': XML + WORKBOOK,
  'xl/worksheets/sheet1.xml': XML + LIST,
  'xl/worksheets/sheet2.xml': XML + LOCKED,
  'xl/worksheets/sheet3.xml': XML + SECRET,
  'xl/sharedStrings.xml': XML + STRINGS,
  'xl/styles.xml': XML + STYLES,
  ...RARE_PARTS,
};

export interface Variant {
  /** Namespaces of ISO 29500 strict. */
  readonly strict?: boolean;
  /** `<x:c>` instead of `<c>` in every part of the workbook. */
  readonly prefixed?: boolean;
  /** Cells and rows without `r` wherever they stand beside one another. */
  readonly bare?: boolean;
  /** Data descriptors and ZIP64 fields, as programs write that do not know sizes beforehand. */
  readonly streamed?: boolean;
}

/**
 * A workbook with what libraries lose: notes, threads, tables, drawings, charts, pivot caches, slicers, custom XML, protection, named
 * styles, extensions, and cells written in every way the standard allows.
 */
export function fortyFeatures({ strict, prefixed, bare, streamed }: Variant = {}): Uint8Array {
  const entries: RawEntry[] = Object.entries(PARTS).map(([name, part]) => {
    if (typeof part !== 'string') return { name, data: part, stored: true };
    const main = /^xl\/(?:workbook|styles|sharedStrings|worksheets\/sheet\d)\.xml$/.test(name);
    const plain = bare && name.includes('/sheet') ? withoutPlaces(part) : part;
    const named = prefixed && main ? withPrefix(plain) : plain;
    const data = strict ? named.replaceAll(MAIN, STRICT_MAIN).replaceAll(OFFICE, STRICT_OFFICE) : named;
    return { name, data, ...(streamed ? { descriptor: true, zip64: name.startsWith('xl/') } : {}) };
  });
  return rawZip(entries);
}

function withoutPlaces(part: string): string {
  return part.replace(/(<c\b[^>]*?) r=["'][A-Z]+\d+["']/g, '$1').replace(/<row r="[2456]"/g, '<row');
}

function withPrefix(part: string): string {
  return part.replace(/<(\/?)(\w+)(?=[\s/>])/g, '<$1x:$2').replace(' xmlns="', ' xmlns:x="');
}
