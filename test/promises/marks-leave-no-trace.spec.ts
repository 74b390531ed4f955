import assert from 'node:assert/strict';
import { Desk } from '../../desk/desk.ts';
import type { MemorySheet } from '../../desk/memory-sheet.ts';
import { MemorySheetPort } from '../../desk/memory-sheet-port.ts';
import { MemoryWorkbook, type MemoryWorkbookData } from '../../desk/memory-workbook.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import type { CellValue } from '../../rules/cell.ts';
import { idMinter } from '../desk/contract-sheet.ts';
import { deskFixture, FIRST_ROW, IDENTITY, pupil } from '../desk/desk-fixture.ts';
import { ScriptedServer } from '../desk/scripted-server.ts';

/** Promise 9, the desk's half: what the program writes stands in its own columns. Files and Excel have halves of their own. */
describe('promise 9: formats and formulas stay, marks leave no trace', () => {
  /** A sheet with the clerk's own formats, formulas, hidden column and column of remarks. */
  function ownSheet(): MemoryWorkbookData {
    const { workbook, column } = deskFixture([
      pupil(0, { sex: 'nu' }),
      pupil(1, { fullName: 'Lê  Thị Mai' }),
      pupil(2, { citizenId: 1316000102 }),
    ]);
    const data = workbook.toData();
    const sheet = data.sheets[0]!;
    return {
      ...data,
      sheets: [
        {
          ...sheet,
          columnFormats: new Map([[column('citizenId'), '0']]),
          numberFormats: new Map([[FIRST_ROW, new Map([[column('birthDate'), 'd/m/yyyy']])]]),
          formulas: new Map([[FIRST_ROW + 1, new Map([[column('fullName'), '="Lê  "&"Thị Mai"']])]]),
          hiddenColumns: [column('nationality')],
        },
      ],
    };
  }

  function open(data: MemoryWorkbookData) {
    const workbook = new MemoryWorkbook(data);
    const server = new ScriptedServer();
    const client = new SyncClient(server);
    const desk = new Desk({
      port: new MemorySheetPort(workbook),
      client,
      clock: () => ({ iso: '2026-11-22T08:00:00Z', today: { year: 2026, month: 11, day: 22 } }),
      mintId: idMinter(),
    });
    return { workbook, server, client, desk };
  }

  /** The part of the sheet that was there before the program came. */
  function own(data: MemoryWorkbookData, width: number) {
    const sheet = data.sheets[0]!;
    return {
      ...sheet,
      cells: sheet.cells.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null)),
      hiddenColumns: sheet.hiddenColumns?.filter((column) => column < width),
    };
  }

  it('touches nothing of the clerk’s by checking, pushing and writing results', async () => {
    const data = ownSheet();
    const width = Math.max(...data.sheets[0]!.cells.map((line) => line.length));
    const { workbook, client, server, desk } = open(data);
    await client.signIn('van-thu', 'mật khẩu thử');
    await desk.check();
    await desk.push();
    for (const rowId of server.rows.keys()) server.decide(rowId, { transport: 'answered', outcome: 'no-such-number' });
    await desk.pullStatuses();
    assert.deepEqual(own(workbook.toData(), width), own(data, width));
    assert.deepEqual(workbook.toData().identity, IDENTITY);
  });

  it('fixes no cell that holds a formula', async () => {
    const data = ownSheet();
    const { workbook, desk } = open(data);
    await desk.check();
    const report = await desk.applyFixes(desk.proposals());
    assert.deepEqual(
      report.stale.map(({ field, why }) => ({ field, why })),
      [{ field: 'fullName', why: 'formula' }],
    );
    assert.deepEqual(workbook.toData().sheets[0]!.formulas, data.sheets[0]!.formulas);
  });

  it('changes a format only where the mended text needs it, and gives it back with the undo', async () => {
    const data = ownSheet();
    const { workbook, desk } = open(data);
    await desk.check();
    const before = formats(workbook.activeSheet);
    await desk.applyFixes(desk.proposals());
    const fixed = formats(workbook.activeSheet);
    const changed = before.flatMap((format, at) => (format === fixed[at] ? [] : [[format, fixed[at]]]));
    assert.deepEqual(changed, [['0', '@']], 'the mended number, and no word beside it');
    await desk.undo();
    assert.deepEqual(formats(workbook.activeSheet), before);
  });

  function formats(sheet: MemorySheet): readonly string[] {
    return Array.from({ length: sheet.rowCount * sheet.columnCount }, (_, at) =>
      sheet.numberFormat(Math.floor(at / sheet.columnCount) + 1, at % sheet.columnCount),
    );
  }

  it('takes marks off so that nothing of them is left', async () => {
    const { workbook, desk } = open(ownSheet());
    await desk.check();
    const marked = workbook.toData();
    await desk.clearMarks();
    const cleared = workbook.toData();
    const differing = cleared.sheets[0]!.cells.flatMap((line, row) =>
      line.flatMap((cell, column) => (cell === marked.sheets[0]!.cells[row]?.[column] ? [] : [column])),
    );
    assert.equal(new Set(differing).size, 1, 'only the marks column changed');
    const [marksColumn] = differing;
    for (const line of cleared.sheets[0]!.cells.slice(FIRST_ROW - 1)) assert.equal(line[marksColumn!] ?? null, null);
    await desk.check();
    assert.deepEqual(workbook.toData(), marked, 'and a check puts the same marks on again');
  });

  it('leaves no mark on copied rows, nor on rows that were emptied', async () => {
    const { workbook, desk } = open(ownSheet());
    await desk.check();
    const sheet = workbook.activeSheet;
    const wholeRow = { firstRow: FIRST_ROW, lastRow: FIRST_ROW, firstColumn: 0, lastColumn: sheet.columnCount - 1 };
    sheet.copyPaste(wholeRow, sheet.rowCount + 1, 0);
    await desk.clearMarks();
    assert.deepEqual(markTexts(workbook), []);

    await desk.check();
    assert.notDeepEqual(markTexts(workbook), []);
    const width = sheet.columnCount - 2;
    for (let row = FIRST_ROW; row <= sheet.rowCount; row++) {
      sheet.editCells(row, 0, [new Array<null>(width).fill(null)]);
    }
    await desk.recheck({ firstRow: FIRST_ROW, lastRow: sheet.rowCount, source: 'local' });
    assert.deepEqual(markTexts(workbook), []);
  });

  function markTexts({ activeSheet: sheet }: MemoryWorkbook): readonly CellValue[] {
    const column = sheet.columnCount - 1;
    return Array.from({ length: sheet.rowCount - FIRST_ROW + 1 }, (_, at) => sheet.read(FIRST_ROW + at, column)).filter(
      (text) => text !== null,
    );
  }
});
