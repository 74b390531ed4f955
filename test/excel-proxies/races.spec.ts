import assert from 'node:assert/strict';
import type { SheetRow } from '../../desk/sheet-port.ts';
import { contractGrid, FIRST_ROW, idMinter, PEOPLE } from '../desk/contract-sheet.ts';
import { ExcelSession, FIX, many, sexFix, writes } from './excel-session.ts';

describe('Excel adapter: people act while it writes', () => {
  const excel = new ExcelSession();

  afterEach(() => excel.close());

  it('is put back where a cell was typed over, and told as stale', async () => {
    const before = await excel.openBound();
    excel.beforeFirstWrite(() => excel.harness.person.type('D4', 'Nam'));
    const cells = [sexFix(before[0]!), { ...sexFix(before[1]!, 'Nữ'), before: 'Nam' }];
    const answer = await excel.harness.port.apply({ cells, journal: FIX });
    assert.deepEqual(answer.stale, [{ ...cells[0], why: 'changed', found: 'Nam' }]);
    assert.deepEqual(answer.applied, [cells[1]]);
    assert.equal(excel.harness.person.value('D4'), 'Nam');
    assert.equal(excel.harness.person.value('D5'), 'Nữ');
    assert.deepEqual(
      (await excel.harness.port.readJournal()).map((entry) => entry.cells),
      [[cells[1]]],
    );
  });

  it('leaves a formula that came there', async () => {
    const before = await excel.openBound();
    excel.beforeFirstWrite(() => {
      excel.harness.person.type('D4', '=B4');
      // Shows exactly what the fix was made for. (Nothing calculates here: put back, it shows 0.)
      excel.harness.sheet.cell(3, 3).value = 'nu';
    });
    const answer = await excel.harness.port.apply({ cells: [sexFix(before[0]!)], journal: FIX });
    assert.deepEqual(answer.applied, []);
    assert.equal(excel.harness.sheet.findCell(3, 3)?.formula, '=B4');
    assert.deepEqual(await excel.harness.port.readJournal(), []);
  });

  it('puts text of digits back as text', async () => {
    const before = await excel.openBound();
    excel.beforeFirstWrite(() => excel.harness.person.type('E4', "'0012160001"));
    const cell = {
      rowId: before[0]!.rowId,
      field: 'citizenId',
      before: '001316000101',
      after: '001316000199',
    } as const;
    const answer = await excel.harness.port.apply({ cells: [cell] });
    assert.deepEqual(answer.stale, [{ ...cell, why: 'changed', found: '0012160001' }]);
    assert.equal(excel.harness.person.value('E4'), '0012160001');
  });

  it('finds every row again after a sort, and touches no other row’s results', async () => {
    const before = await excel.openBound();
    const told = (row: SheetRow) => ({
      rowId: row.rowId,
      verdict: `của ${String(row.values.fullName)}`,
      reason: '',
      nextStep: '',
    });
    await excel.harness.port.apply({ results: [told(before[3]!)] });
    excel.beforeFirstWrite(() => excel.harness.person.sortRows(FIRST_ROW, FIRST_ROW + PEOPLE.length - 1, 'B'));
    const answer = await excel.harness.port.apply({
      cells: [sexFix(before[0]!)],
      results: before.slice(0, 3).map(told),
      marks: before.map(({ rowId, values }) => ({ rowId, marks: `E${String(values.ordinal)}` })),
      journal: FIX,
    });
    assert.deepEqual([answer.applied.length, answer.stale, answer.missingRows], [1, [], []]);
    const after = await excel.rows();
    assert.notEqual(after[0]!.rowId, before[0]!.rowId);
    for (const row of after) {
      assert.equal(row.results.verdict, `của ${String(row.values.fullName)}`);
      assert.equal(row.marks, `E${String(row.values.ordinal)}`);
    }
    assert.equal(after.find(({ rowId }) => rowId === before[0]!.rowId)?.values.sex, 'Nữ');
    assert.equal((await excel.harness.port.readJournal()).length, 1);
  });

  it('gives up after three sorts, with the sheet as the person left it', async () => {
    const before = await excel.openBound();
    let order: 'ascending' | 'descending' = 'descending';
    excel.harness.host.beforeBatch = (request) => {
      if (!writes(request) || request.Actions.some((action) => action.Name === 'Formulas')) return;
      order = order === 'ascending' ? 'descending' : 'ascending';
      excel.harness.person.sortRows(FIRST_ROW, FIRST_ROW + PEOPLE.length - 1, 'B', order);
    };
    const cell = sexFix(before[0]!);
    const answer = await excel.harness.port.apply({ cells: [cell], journal: FIX });
    excel.harness.host.beforeBatch = undefined;
    assert.deepEqual(answer.stale, [{ ...cell, why: 'changed' }]);
    assert.equal((await excel.rows()).find(({ rowId }) => rowId === cell.rowId)?.values.sex, 'nu');
    assert.deepEqual(await excel.harness.port.readJournal(), []);
  });

  it('mints for each row once, though one was put in', async () => {
    await excel.open();
    await excel.bind();
    excel.beforeFirstWrite(() => {
      excel.harness.person.insertRows(FIRST_ROW + 1);
      excel.harness.person.type(`B${FIRST_ROW + 1}`, 'Đặng Thu Em');
    });
    await excel.harness.port.mintRowIds(idMinter());
    await excel.harness.port.mintRowIds(idMinter(100));
    const ids = (await excel.rows()).map(({ rowId }) => rowId);
    assert.equal(new Set(ids).size, PEOPLE.length + 1);
    assert.ok(!ids.includes(''));
  });

  it('begins a read anew when a row came in between', async () => {
    await excel.open({ cells: contractGrid(many(9000)) });
    let batch = 0;
    excel.harness.host.beforeBatch = () => {
      if (++batch === 4) excel.harness.person.insertRows(FIRST_ROW);
    };
    const { grid } = await excel.harness.port.survey();
    assert.equal(grid.length, 9004);
    assert.deepEqual(
      grid.slice(FIRST_ROW).map((line) => line[0]),
      Array.from({ length: 9000 }, (_, index) => index + 1),
    );
  });

  it('lets steps wait for each other', async () => {
    const before = await excel.openBound();
    const [first, second] = await Promise.all([
      excel.harness.port.apply({ cells: [sexFix(before[0]!, 'Nữ')], journal: FIX }),
      excel.harness.port.apply({ cells: [sexFix(before[0]!, 'Nam')], journal: { ...FIX, id: 'fix-2' } }),
    ]);
    assert.equal(first.applied.length, 1);
    assert.deepEqual(
      second.stale.map(({ why, found }) => [why, found]),
      [['changed', 'Nữ']],
    );
    assert.deepEqual(
      (await excel.harness.port.readJournal()).map(({ id }) => id),
      ['fix-1'],
    );
  });
});
