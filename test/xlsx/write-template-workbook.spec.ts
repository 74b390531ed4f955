import assert from 'node:assert/strict';
import ExcelJS, { type Workbook } from 'exceljs';
import { listLabels } from '../../rules/codes/list-labels.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import type { ColumnId } from '../../templates/layout.ts';
import { isWritten } from '../../templates/layout.ts';
import { getLayout, LAYOUTS } from '../../templates/layouts.ts';
import { MARK, markPosition } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { elementsOf, parseXml } from '../support/xml.ts';
import { IDENTITY } from './identity-fixture.ts';
import { readPart } from './read-part.ts';

const layout = getLayout('student');
const PUPIL = {
  rowId: '00000000-0000-4000-8000-000000000001',
  values: {
    ordinal: 1,
    className: '1A',
    fullName: '=HYPERLINK("http://x")',
    birthDate: { kind: 'date', year: 2019, month: 9, day: 5 },
    citizenId: '079319000123',
    note: '+84 @ghi chú',
  },
} as const;

const write = (options: Partial<Parameters<typeof writeTemplateWorkbook>[0]> = {}) =>
  writeTemplateWorkbook({ layout, identity: IDENTITY, unitHeading: 'UBND XÃ THỬ', ...options });

async function open(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

describe('writeTemplateWorkbook', () => {
  for (const template of Object.values(LAYOUTS)) {
    it(`writes a header that is found again by its text: ${template.id}`, async () => {
      const { sheets } = await readWorkbook(await write({ layout: template }));
      const match = matchHeader(sheets[0]!.cells);
      assert.equal(match?.template, template.id);
      assert.deepEqual(
        [...match!.columns.keys()],
        template.columns.filter((column) => isWritten(column)).map((column) => column.id),
      );
      assert.deepEqual(match?.problems, []);
      assert.deepEqual([match?.rowIdColumn, match?.marksColumn], sheets[0]!.hiddenColumns);
      assert.equal(sheets[0]!.mergedAreas?.length, 0);
    });
  }

  it('carries the identity and gives it back, a unit code and an ampersand included', async () => {
    const { identity, journal } = await readWorkbook(await write());
    assert.deepEqual(identity, IDENTITY);
    assert.deepEqual(journal, []);
    assert.equal((await open(await write())).getWorksheet('_sosach')?.state, 'veryHidden');
  });

  it('writes known rows as text with their ids: dates, leading zeros and formula signs', async () => {
    const { sheets } = await readWorkbook(await write({ rows: [PUPIL] }));
    const [sheet] = sheets;
    const match = matchHeader(sheet!.cells)!;
    const row = sheet!.cells[match.firstDataRow - 1]!;
    const at = (id: Parameters<typeof match.columns.get>[0]) => row[match.columns.get(id)!];
    assert.equal(at('ordinal'), 1);
    assert.equal(at('birthDate'), '05/09/2019');
    assert.equal(at('citizenId'), '079319000123');
    assert.equal(at('fullName'), PUPIL.values.fullName);
    assert.equal(at('note'), PUPIL.values.note);
    assert.equal(row[match.rowIdColumn!], PUPIL.rowId);
    assert.equal(sheet!.formulas?.size, 0);
    for (const [id, column] of match.columns) {
      assert.equal(sheet!.columnFormats?.get(column), id === 'ordinal' ? '0' : '@', id);
    }
  });

  it('switches optional columns on when asked', async () => {
    const { sheets } = await readWorkbook(await write({ optionalColumns: ['fatherName', 'address'] }));
    const ids = [...matchHeader(sheets[0]!.cells)!.columns.keys()];
    assert.equal(ids.includes('fatherName') && ids.includes('address'), true);
    assert.equal(ids.includes('motherName'), false);
  });

  it('gives every column one validation over one bounded range: its list, its length or form, and its help', async () => {
    const bytes = await write({ capacity: 300 });
    const sheet = parseXml(await readPart(bytes, 'xl/worksheets/sheet1.xml'));
    const validations = elementsOf(sheet, 'dataValidation');
    const written = layout.columns.filter((column) => column.presence !== 'optional');
    const of = (id: ColumnId) => {
      const letters = columnLetters(written.findIndex((column) => column.id === id));
      const [found, ...more] = validations.filter((one) => one.attributes.sqref === `${letters}7:${letters}306`);
      assert.ok(found && more.length === 0, id);
      const attributes: Readonly<Record<string, string | undefined>> = found.attributes;
      return { formula: found.children[0]?.text ?? '', attributes };
    };
    for (const column of written) {
      const { attributes, formula } = of(column.id);
      const { prompt, promptTitle, error, errorTitle, type, errorStyle } = attributes;
      assert.equal(prompt, column.help.vi);
      assert.ok((promptTitle?.length ?? 0) <= 32 && (errorTitle?.length ?? 0) <= 32, column.id);
      assert.ok((prompt?.length ?? 0) <= 255 && (error?.length ?? 0) <= 255 && formula.length <= 255, column.id);
      assert.equal(type === 'list', column.list !== undefined || ['className', 'ward'].includes(column.id), column.id);
      assert.notEqual(errorStyle, 'stop', 'a value that looks odd to a formula may still be kept');
    }
    assert.match(of('sex').formula, /^'Danh mục'!\$[A-Z]\$2:\$[A-Z]\$\d+$/);
    assert.match(of('ward').formula, /^OFFSET\('Xã phường'!\$A\$2,0,MATCH\(\$O7,/);
    const lists = (await open(bytes)).getWorksheet('Danh mục');
    assert.equal(lists?.state, 'hidden');
    const sexes = listLabels('sex').map((_, index) => lists?.getCell(index + 2, 1).value);
    assert.deepEqual(sexes, listLabels('sex'));
  });

  it('lists every commune of today under its province', async () => {
    const { sheets } = await readWorkbook(await write());
    const cells = sheets.find((sheet) => sheet.name === 'Xã phường')?.cells ?? [];
    assert.deepEqual(cells[0], listLabels('province'));
    assert.equal(
      cells
        .slice(1)
        .flat()
        .filter((cell) => cell !== null && cell !== '').length,
      3321,
    );
  });

  it('guards the header by a validation, not by protection, which would end sorting and inserting', async () => {
    const sheet = parseXml(await readPart(await write(), 'xl/worksheets/sheet1.xml'));
    const [guard] = elementsOf(sheet, 'dataValidation').filter((one) => one.attributes.sqref === 'A6:S6');
    assert.deepEqual([guard?.attributes.type, guard?.attributes.errorStyle], ['custom', 'stop']);
    assert.equal(elementsOf(sheet, 'sheetProtection').length, 0);
  });

  it('stays small: dropdowns and mark formats are ranges, not cells', async () => {
    assert.ok((await write({ capacity: 5000 })).length < 80_000);
  });

  it('marks each column over its own character, with a symbol before the value and another look for a blank cell', async () => {
    const sheet = (await open(await write())).getWorksheet(layout.sheetName)!;
    const written = layout.columns.filter((column) => column.presence !== 'optional');
    const marks = columnLetters(written.length + 1);
    type Format = {
      readonly ref: string;
      readonly rules: { formulae: string[]; style: { numFmt?: { formatCode: string } } }[];
    };
    const formats = (sheet as unknown as { conditionalFormattings: Format[] }).conditionalFormattings;
    for (const id of ['fullName', 'citizenId', 'birthDate', 'verdict'] as const) {
      const letters = columnLetters(written.findIndex((column) => column.id === id));
      const rules = formats.find((format) => format.ref.startsWith(`${letters}7:`))!.rules;
      const error = `MID($${marks}7,${markPosition(layout, id)},1)="${MARK.error}"`;
      const shown = rules.find((rule) => rule.formulae[0] === error);
      assert.match(shown?.style.numFmt?.formatCode ?? '', /"✖ "@$/);
      assert.ok(
        rules.some((rule) => rule.formulae[0] === `AND(${error},LEN($${letters}7)=0)`),
        id,
      );
      const verified = `MID($${marks}7,${markPosition(layout, id)},1)="${MARK.verified}"`;
      assert.equal(
        rules.some((rule) => rule.formulae[0] === verified),
        id === 'verdict',
        id,
      );
    }
  });

  it('freezes the header and the columns through our own three, prints the header on every page, and helps on every header', async () => {
    const sheet = (await open(await write())).getWorksheet(layout.sheetName)!;
    const frozen = layout.columns.findIndex((column) => column.id === layout.frozenThrough) + 1;
    const [view] = sheet.views;
    assert.deepEqual(
      [view?.state, view && 'xSplit' in view && view.xSplit, view && 'ySplit' in view && view.ySplit],
      ['frozen', frozen, 6],
    );
    assert.equal(sheet.pageSetup.printTitlesRow, '6:6');
    assert.deepEqual(
      [sheet.pageSetup.orientation, sheet.pageSetup.paperSize, sheet.pageSetup.fitToWidth],
      ['landscape', 9, 1],
    );
    assert.match(sheet.headerFooter.oddFooter ?? '', /Thử && Nghiệm.*Trang &P\/&N/);
    layout.columns
      .filter((column) => column.presence !== 'optional')
      .forEach((column, index) => {
        assert.match(
          JSON.stringify(sheet.getCell(6, index + 1).note),
          new RegExp(column.help.vi.slice(0, 20)),
          column.id,
        );
        assert.equal(sheet.getCell(6, index + 1).text.endsWith('(*)'), column.required === true, column.id);
      });
  });

  it('has the heading of an administrative document, and says the unit once', async () => {
    const text = async (unitHeading: string) =>
      (await readWorkbook(await write({ unitHeading }))).sheets[0]!.cells.slice(0, 5)
        .flat()
        .filter(Boolean)
        .map(String);
    const lines = await text('UBND XÃ THỬ');
    assert.deepEqual(lines.slice(0, 4), [
      'UBND XÃ THỬ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'TRƯỜNG TIỂU HỌC THỬ & NGHIỆM',
      'Độc lập - Tự do - Hạnh phúc',
    ]);
    assert.ok(lines.some((line) => line.includes('Năm học 2026–2027') && line.includes('79-TH-000')));
    const alone = await text(IDENTITY.unitName);
    assert.equal(alone.filter((line) => line.toLocaleUpperCase('vi') === 'TRƯỜNG TIỂU HỌC THỬ & NGHIỆM').length, 1);
  });
});
