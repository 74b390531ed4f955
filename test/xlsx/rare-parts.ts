const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

const TYPES = [
  ['/xl/workbook.xml', `${SHEET}.sheet.main+xml`],
  ['/xl/worksheets/sheet1.xml', `${SHEET}.worksheet+xml`],
  ['/xl/worksheets/sheet2.xml', `${SHEET}.worksheet+xml`],
  ['/xl/worksheets/sheet3.xml', `${SHEET}.worksheet+xml`],
  ['/xl/styles.xml', `${SHEET}.styles+xml`],
  ['/xl/sharedStrings.xml', `${SHEET}.sharedStrings+xml`],
  ['/xl/calcChain.xml', `${SHEET}.calcChain+xml`],
  ['/xl/comments1.xml', `${SHEET}.comments+xml`],
  ['/xl/tables/table1.xml', `${SHEET}.table+xml`],
  ['/xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
  ['/xl/drawings/drawing1.xml', 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  ['/xl/charts/chart1.xml', 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  ['/xl/persons/person.xml', 'application/vnd.ms-excel.person+xml'],
  ['/xl/threadedComments/threadedComment1.xml', 'application/vnd.ms-excel.threadedcomments+xml'],
  ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
];

const colour = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
const font = (name: string) =>
  `<a:${name}><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

/** The parts around the sheets: nothing of ours to read or write. */
export const RARE_PARTS: Readonly<Record<string, string | Uint8Array>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="${SHEET}.printerSettings"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${TYPES.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`,
  'xl/calcChain.xml': `${XML}<calcChain xmlns="${MAIN}"><c r="F4" i="1"/><c r="F5"/><c r="F6" a="1"/></calcChain>`,
  'xl/theme/theme1.xml': `${XML}<a:theme xmlns:a="${DRAWING}/main" name="Trường"><a:themeElements><a:clrScheme name="Trường">${[
    ['dk1', '000000'],
    ['lt1', 'FFFFFF'],
    ['dk2', '1F497D'],
    ['lt2', 'EEECE1'],
    ['accent1', '4F81BD'],
    ['accent2', 'C0504D'],
    ['accent3', '9BBB59'],
    ['accent4', '8064A2'],
    ['accent5', '4BACC6'],
    ['accent6', 'F79646'],
    ['hlink', '0000FF'],
    ['folHlink', '800080'],
  ]
    .map(([name = '', value = '']) => colour(name, value))
    .join(
      '',
    )}</a:clrScheme><a:fontScheme name="Trường">${font('majorFont')}${font('minorFont')}</a:fontScheme><a:fmtScheme name="Trường"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln>${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  'xl/comments1.xml': `${XML}<comments xmlns="${MAIN}"><authors><author>Cô Thử</author></authors><commentList><comment ref="B4" authorId="0"><text><r><rPr><b/></rPr><t xml:space="preserve">Hỏi lại </t></r><r><t>phụ huynh</t></r></text></comment></commentList></comments>`,
  'xl/threadedComments/threadedComment1.xml': `${XML}<ThreadedComments xmlns="${THREADS}"><threadedComment ref="B4" dT="2026-01-01T00:00:00.00" personId="{00000000-0000-4000-8000-000000000001}" id="{00000000-0000-4000-8000-000000000002}"><text>Hỏi lại phụ huynh</text></threadedComment></ThreadedComments>`,
  'xl/persons/person.xml': `${XML}<personList xmlns="${THREADS}"><person displayName="Cô Thử" id="{00000000-0000-4000-8000-000000000001}" userId="thu" providerId="None"/></personList>`,
  'xl/drawings/vmlDrawing1.vml':
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;width:222pt;height:99pt;visibility:hidden" fillcolor="#ffffe1"><x:ClientData ObjectType="Note"><x:Anchor>3, 15, 2, 2, 7, 31, 9, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
  'xl/drawings/drawing1.xml': `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="200000" cy="200000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Dấu"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rImage"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="200000" cy="200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="2000000" cy="1200000"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="Biểu đồ"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rChart"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
  'xl/charts/chart1.xml': `${XML}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'Danh sách'!$A$4:$A$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
  'xl/tables/table1.xml': `${XML}<table xmlns="${MAIN}" id="1" name="HocSinh" displayName="HocSinh" ref="A3:F6" totalsRowShown="0"><autoFilter ref="A3:F6"/><tableColumns count="6"><tableColumn id="1" name="STT"/><tableColumn id="2" name="Họ và tên"/><tableColumn id="3" name="Ngày sinh"/><tableColumn id="4" name="Dân tộc"/><tableColumn id="5" name="Số CCCD"/><tableColumn id="6" name="Ghi chú"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
  'xl/printerSettings/printerSettings1.bin': Uint8Array.from([0, 1, 2, 3, 255, 80, 75, 1, 2]),
  'xl/media/image1.png': Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
    (letter) => letter.charCodeAt(0),
  ),
  'xl/pivotCache/pivotCacheRecords1.xml': `${XML}<pivotCacheRecords xmlns="${MAIN}" count="0"/>`,
  'xl/pivotTables/pivotTable1.xml': `${XML}<pivotTableDefinition xmlns="${MAIN}" name="Tổng hợp"/>`,
  'xl/slicers/slicer1.xml': `${XML}<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>`,
  'xl/slicerCaches/slicerCache1.xml': `${XML}<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="x"/>`,
  'customXml/item1.xml': '<truong xmlns="urn:thu"><ma>79-TH-000</ma></truong>',
  'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="MaTruong"><vt:lpwstr>79-TH-000</vt:lpwstr></property></Properties>`,
};
