import assert from 'node:assert/strict';
import { importWorkbook } from '../../../xlsx/import/import-workbook.ts';
import { readWorkbook } from '../../../xlsx/read-workbook.ts';
import { makeOds } from './make-ods.ts';

async function sheetsOf(made: Parameters<typeof makeOds>[0]) {
  return (await readWorkbook((await importWorkbook(await makeOds(made))).bytes)).sheets;
}

const table = (rows: string, name = 'DS', style = '') =>
  `<table:table table:name="${name}"${style && ` table:style-name="${style}"`}>${rows}</table:table>`;
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
const text = (inner: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}>${inner}</table:table-cell>`;
const unreadable = (detail: string) => ({ name: 'SheetError', code: 'unreadable', detail });

describe('readOds', () => {
  it('reads texts as people see them: spaces, lines, spans, links, without the notes on them', async () => {
    const cells = [
      '<text:p>Nguyễn  Thị<text:s text:c="2"/><text:span>Thử</text:span></text:p>',
      '<text:p>một<text:line-break/>hai<text:tab/>ba</text:p><text:p>bốn &amp; <text:a>năm</text:a></text:p>',
      '<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p> Lê\n    Thử </text:p>',
      '<text:p/>',
    ];
    const [sheet] = await sheetsOf({ tables: table(row(cells.map((inner) => text(inner)).join(''))) });
    assert.deepEqual(sheet?.cells, [['Nguyễn  Thị  Thử', 'một\nhai\tba\nbốn & năm', ' Lê Thử ']]);
  });

  it('reads errors, days, times, truth values and the formats of cells', async () => {
    const styles =
      '<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>' +
      '<number:text-style style:name="N2"><number:text-content/></number:text-style>' +
      '<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="12"/></number:number-style>' +
      [1, 2, 3]
        .map((n) => `<style:style style:name="c${n}" style:family="table-cell" style:data-style-name="N${n}"/>`)
        .join('');
    const cells = [
      '<table:table-cell table:style-name="c1" office:value-type="date" office:date-value="2015-09-05"><text:p>05/09/2015</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="1899-12-29"><text:p>29/12/1899</text:p></table:table-cell>',
      '<table:table-cell office:value-type="time" office:time-value="PT12H00M00S"><text:p>12:00</text:p></table:table-cell>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>Err:502</text:p></table:table-cell>',
      text('<text:p>0012</text:p>', ' table:style-name="c2"'),
      '<table:table-cell table:style-name="c3" office:value-type="float" office:value="1215000123"><text:p>001215000123</text:p></table:table-cell>',
    ];
    const [sheet] = await sheetsOf({ styles, tables: table(row(cells.join(''))) });
    assert.deepEqual(sheet?.cells, [
      [
        { kind: 'date', year: 2015, month: 9, day: 5 },
        '29/12/1899',
        0.5,
        true,
        { kind: 'error', code: '#N/A' },
        { kind: 'error', code: '#VALUE!' },
        '0012',
        1_215_000_123,
      ],
    ]);
    assert.deepEqual(
      [0, 6, 7].map((column) => sheet?.columnFormats?.get(column)),
      ['dd/mm/yyyy', '@', '000000000000'],
    );
  });

  it('counts repeated rows and cells, keeps merged areas and hidden sheets', async () => {
    const styles =
      '<style:style style:name="t1" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const merged = text('<text:p>gộp</text:p>', ' table:number-columns-spanned="2" table:number-rows-spanned="2"');
    const rows = [
      row(text('<text:p>a</text:p>', ' table:number-columns-repeated="2"'), ' table:number-rows-repeated="2"'),
      row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="3"'),
      row(
        `<table:table-cell/>${merged}<table:covered-table-cell table:number-columns-repeated="1"/>${text('<text:p>b</text:p>')}`,
      ),
      row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048570"'),
    ];
    const [sheet, hidden] = await sheetsOf({
      styles,
      tables: table(rows.join(''), 'DS &amp; lớp') + table(row(text('<text:p>Kinh</text:p>')), 'DAN_TOC', 't1'),
    });
    assert.deepEqual(sheet?.cells, [['a', 'a'], ['a', 'a'], [], [], [], [null, 'gộp', null, 'b']]);
    assert.deepEqual(sheet?.mergedAreas, [{ firstRow: 6, lastRow: 7, firstColumn: 1, lastColumn: 2 }]);
    assert.deepEqual([sheet?.name, sheet?.hidden, hidden?.hidden], ['DS & lớp', false, true]);
  });

  it('refuses what needs a password, what is no spreadsheet, and repetitions nobody has memory for', async () => {
    const cell = text('<text:p>a</text:p>', ' table:number-columns-repeated="16384"');
    const bombs: [string, Parameters<typeof makeOds>[0]][] = [
      ['password', { tables: '', manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }],
      ['not-a-workbook', { tables: '', kind: 'text' }],
      ['not-a-workbook', { tables: '' }],
      ['too-large', { tables: table(row(cell, ' table:number-rows-repeated="1048576"')) }],
      ['too-large', { tables: table(row(cell).repeat(400)) }],
      ['damaged', { tables: table(row(text('<text:p>a</text:p>', ' table:number-columns-repeated="1e9"'))) }],
      ['damaged', { tables: '<table:table>' }],
    ];
    for (const [detail, made] of bombs) await assert.rejects(sheetsOf(made), unreadable(detail), detail);
  });
});
