import assert from 'node:assert/strict';
import { MemorySheetPort, type SelectedCell } from '../../desk/memory-sheet-port.ts';
import { MemoryWorkbook } from '../../desk/memory-workbook.ts';
import { contractGrid, FIRST_ROW, idMinter, LAYOUT, matchOf, SHEET_NAME } from './contract-sheet.ts';
import { memoryHarness } from './memory-harness.ts';
import { sheetPortContract } from './sheet-port.contract.ts';

sheetPortContract('memory', memoryHarness);

describe('memory sheet port', () => {
  function twoSheets(onSelect?: (cell: SelectedCell) => void) {
    const workbook = new MemoryWorkbook({
      sheets: [
        { name: SHEET_NAME, cells: contractGrid() },
        { name: 'DAN_TOC', cells: [['Kinh']] },
      ],
      identity: null,
      journal: [],
    });
    return { workbook, port: new MemorySheetPort(workbook, onSelect ? { onSelect } : {}) };
  }

  it('stays with the sheet it was bound to, whichever is in front', async () => {
    const { workbook, port } = twoSheets();
    await port.bind(LAYOUT, matchOf(await port.survey()));
    workbook.activate('DAN_TOC');
    assert.equal((await port.snapshot()).rows.length, 4);
    assert.equal((await port.survey()).sheetName, 'DAN_TOC');
  });

  it('says when the sheet is gone', async () => {
    const { workbook, port } = twoSheets();
    await port.bind(LAYOUT, matchOf(await port.survey()));
    workbook.deleteSheet(SHEET_NAME);
    await assert.rejects(port.snapshot(), { code: 'sheet-gone' });
  });

  it('brings the selected cell to the front', async () => {
    const selected: SelectedCell[] = [];
    const { workbook, port } = twoSheets((cell) => selected.push(cell));
    await port.bind(LAYOUT, matchOf(await port.survey()));
    await port.mintRowIds(idMinter());
    const { rows } = await port.snapshot();
    workbook.activate('DAN_TOC');
    await port.select(rows[1]!.rowId, 'verdict');
    assert.deepEqual(selected, [{ sheetName: SHEET_NAME, row: FIRST_ROW + 1, column: 6 }]);
    assert.equal(workbook.activeSheet.name, SHEET_NAME);
  });
});
