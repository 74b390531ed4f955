import assert from 'node:assert/strict';
import { COLUMN, FIRST_ROW, LAYOUT, matchOf, PEOPLE } from '../desk/contract-sheet.ts';
import { ExcelSession, FIX, UNDO } from './excel-session.ts';

describe('Excel adapter: cells and marks', () => {
  const excel = new ExcelSession();

  afterEach(() => excel.close());

  it('tells dates from numbers by their format alone', async () => {
    await excel.open({
      numberFormats: [
        { row: FIRST_ROW, column: COLUMN.ordinal, format: '[$-42A]dd "tháng" mm' },
        { row: FIRST_ROW + 1, column: COLUMN.ordinal, format: '0.0 "ngày"' },
        { row: FIRST_ROW + 2, column: COLUMN.ordinal, format: '[h]:mm' },
        { row: FIRST_ROW + 3, column: COLUMN.ordinal, format: 'mmm' },
      ],
    });
    const { grid } = await excel.harness.port.survey();
    assert.deepEqual(
      grid.slice(FIRST_ROW - 1).map((line) => line[0]),
      [{ kind: 'date', year: 1900, month: 1, day: 1 }, 2, 3, { kind: 'date', year: 1900, month: 1, day: 4 }],
    );
  });

  it('takes a typed #N/A for text and a computed one for an error', async () => {
    await excel.open();
    excel.harness.sheet.cell(3, 1).format = '@';
    excel.harness.sheet.enter(3, 1, '#N/A');
    const { grid } = await excel.harness.port.survey();
    assert.equal(grid[3]?.[1], '#N/A');
    assert.deepEqual(grid[6]?.[COLUMN.citizenId], { kind: 'error', code: '#REF!' });
  });

  it('restores text that had been typed with an apostrophe', async () => {
    await excel.openBound();
    excel.harness.person.type('E4', "'001316000101");
    const [row] = await excel.rows();
    const cell = { rowId: row!.rowId, field: 'citizenId', before: '001316000101', after: '001316000199' } as const;
    await excel.harness.port.apply({ cells: [cell], journal: FIX });
    await excel.harness.port.apply({ cells: [{ ...cell, before: cell.after, after: cell.before }], journal: UNDO });
    assert.equal(excel.harness.person.value('E4'), '001316000101');
    assert.equal(excel.harness.sheet.format(3, 4), 'General');
  });

  it('makes the marks’ formats once, relative to the first row, with a symbol for each', async () => {
    await excel.openBound();
    const formats = excel.harness.sheet.conditionalFormats;
    const wrong = formats.find(({ formula }) => formula === '=MID($K4,7,1)="E"');
    assert.deepEqual(wrong?.rects, [
      { top: 3, bottom: 3 + PEOPLE.length - 1 + 2000, left: COLUMN.sex, right: COLUMN.sex },
    ]);
    assert.match(wrong?.numberFormat ?? '', /^"✖ "0;/);
    assert.equal(wrong?.fill, '#FBD5D5');
    const blank = formats.find(({ formula }) => formula === '=AND(MID($K4,7,1)="E",LEN($D4)=0)');
    assert.equal(Object.keys(blank?.borders ?? {}).length, 4);
    assert.ok(
      formats.some(({ formula }) => formula === '=MID($K4,3,1)="V"'),
      'the verdict column says verified',
    );
    const count = formats.length;
    await excel.bind();
    assert.equal(excel.harness.sheet.conditionalFormats.length, count);
  });

  it('gives their formats to columns that were unknown when the sheet was bound first, and to no others again', async () => {
    await excel.open();
    const { port, sheet } = excel.harness;
    const match = matchOf(await port.survey());
    const columns = new Map([...match.columns].filter(([id]) => id !== 'sex'));
    await port.bind(LAYOUT, { ...match, columns });
    const formatsOf = (wanted: (column: number) => boolean) =>
      sheet.conditionalFormats.filter(({ rects }) => wanted(rects[0]!.left)).length;
    const others = formatsOf((column) => column !== COLUMN.sex);
    assert.equal(
      formatsOf((column) => column === COLUMN.sex),
      0,
    );
    await port.bind(LAYOUT, matchOf(await port.survey()));
    const added = formatsOf((column) => column === COLUMN.sex);
    assert.ok(added > 0);
    await port.bind(LAYOUT, matchOf(await port.survey()));
    assert.equal(sheet.conditionalFormats.length, others + added);
  });
});
