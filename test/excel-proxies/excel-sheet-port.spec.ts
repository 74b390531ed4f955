import assert from 'node:assert/strict';
import type { SheetEdit, SheetRow } from '../../desk/sheet-port.ts';
import type { CellValue } from '../../rules/cell.ts';
import {
  COLUMN,
  contractGrid,
  FIRST_ROW,
  idMinter,
  LAYOUT,
  MADE,
  matchOf,
  PEOPLE,
  SHEET_NAME,
} from '../desk/contract-sheet.ts';
import type { HarnessWorkbook } from '../desk/sheet-port-harness.ts';
import { DEFAULT_SETS, HOST_ERROR, type HostRequestRecord } from '../excel-host/excel-host.ts';
import type { RichApiRequest } from '../excel-host/rich-api.ts';
import { type ExcelHarness, excelHarness, settled } from './excel-harness.ts';

const FIX = { id: 'fix-1', at: '2026-11-22T08:00:00Z', kind: 'fix', label: 'sex.not-in-list' } as const;
const UNDO = { id: 'undo-1', at: '2026-11-22T08:05:00Z', kind: 'undo', undoes: 'fix-1', label: '' } as const;
const SET_PROPERTY = 4;

const many = (count: number): CellValue[][] =>
  Array.from({ length: count }, (_, index) => [
    index + 1,
    `Nguyễn Văn Thử ${index}`,
    `${String((index % 28) + 1).padStart(2, '0')}/03/2016`,
    index % 2 === 0 ? 'nu' : 'Nam',
    `001216000${String(index % 1000).padStart(3, '0')}`,
  ]);

describe('Excel sheet port over the real proxies', () => {
  let harness: ExcelHarness;

  afterEach(() => harness.close());

  async function open(made: Partial<HarnessWorkbook> = {}, sets = DEFAULT_SETS): Promise<void> {
    harness = await excelHarness({ sheetName: SHEET_NAME, cells: contractGrid(), ...made }, sets);
  }

  async function openBound(made: Partial<HarnessWorkbook> = {}, sets = DEFAULT_SETS): Promise<readonly SheetRow[]> {
    await open(made, sets);
    await harness.port.bind(LAYOUT, matchOf(await harness.port.survey()));
    await harness.port.mintRowIds(idMinter());
    return rows();
  }

  async function rows(): Promise<readonly SheetRow[]> {
    return (await harness.port.snapshot()).rows;
  }

  function sexFix(row: SheetRow, after = 'Nữ') {
    return { rowId: row.rowId, field: 'sex' as const, before: row.values.sex ?? null, after };
  }

  async function recorded(step: () => Promise<unknown>): Promise<readonly HostRequestRecord[]> {
    const start = harness.host.records.length;
    await step();
    return harness.host.records.slice(start);
  }

  const writes = (request: RichApiRequest) => request.Actions.some((action) => action.ActionType === SET_PROPERTY);

  /** Lets a person act between the adapter's last read and its write. */
  function beforeFirstWrite(act: () => void): void {
    harness.host.beforeBatch = (request) => {
      if (!writes(request)) return;
      harness.host.beforeBatch = undefined;
      act();
    };
  }

  describe('requests', () => {
    for (const count of [20, 1000]) {
      it(`takes a fixed number for each step (${count} rows)`, async () => {
        await open({ cells: contractGrid(many(count)) });
        const used: Record<string, number> = {};
        const step = async (name: string, work: () => Promise<unknown>) => {
          used[name] = (await recorded(work)).length;
        };
        await step('survey', () => harness.port.survey());
        const match = matchOf(await harness.port.survey());
        await step('bind', () => harness.port.bind(LAYOUT, match));
        await step('bind again', () => harness.port.bind(LAYOUT, match));
        await step('mint', () => harness.port.mintRowIds(idMinter()));
        await step('snapshot', rows);
        const before = await rows();
        const marks = before.map(({ rowId }) => ({ rowId, marks: '.......E' }));
        await step('marks', () => harness.port.apply({ marks }));
        await step('fix', () => harness.port.apply({ cells: [sexFix(before[0]!)], journal: FIX, marks }));
        await step('undo', () =>
          harness.port.apply({ cells: [{ ...sexFix(before[0]!), before: 'Nữ', after: 'nu' }], journal: UNDO }),
        );
        await step('select', () => harness.port.select(before[1]!.rowId, 'sex'));
        assert.deepEqual(used, {
          survey: 3,
          bind: 3,
          'bind again': 2,
          mint: 4,
          snapshot: 3,
          marks: 4,
          fix: 4,
          undo: 5,
          select: 3,
        });
      });
    }

    it('stays near 1 MB and within 20,000 cells at 20,000 rows', async function () {
      this.timeout(120_000);
      const before = await openBound({ cells: contractGrid(many(20_000)) });
      const records = await recorded(async () => {
        await harness.port.snapshot();
        await harness.port.apply({
          cells: before.filter(({ values }) => values.sex === 'nu').map((row) => sexFix(row)),
          results: before.map(({ rowId }) => ({ rowId, verdict: 'Đã xác thực', reason: 'x'.repeat(60), nextStep: '' })),
          marks: before.map(({ rowId }) => ({ rowId, marks: '..V.....' })),
          journal: FIX,
        });
      });
      assert.ok(records.length > 10);
      for (const { bytes, replyBytes, request, error } of records) {
        assert.equal(error, undefined);
        assert.ok(bytes < 1_100_000, `${bytes} bytes`);
        assert.ok(replyBytes < 2_500_000, `${replyBytes} bytes in a reply`);
        assert.ok(cellsWritten(request) <= 20_000);
      }
      assert.ok(
        Math.max(...records.map(({ bytes }) => bytes)) > 500_000,
        'requests are filled, not sent one block at a time',
      );
    });

    it('writes scattered cells as few ranges, and nothing between them', async () => {
      const before = await openBound({ cells: contractGrid(many(300)) });
      const records = await recorded(() =>
        harness.port.apply({ cells: before.filter((_, index) => index % 7 === 0).map((row) => sexFix(row, 'Khác')) }),
      );
      const sets = records.flatMap(({ request }) =>
        request.Actions.filter((action) => action.ActionType === SET_PROPERTY),
      );
      assert.equal(sets.length, 1);
      const after = await rows();
      after.forEach((row, index) => {
        assert.equal(row.values.sex, index % 7 === 0 ? 'Khác' : before[index]!.values.sex);
      });
    });

    it('keeps no references in Excel', async () => {
      const before = await openBound();
      await harness.port.apply({ cells: [sexFix(before[0]!)], journal: FIX });
      assert.equal(harness.sheet.workbook.references.size, 0);
    });

    it('reads fewer rows at once when Excel refuses the size of its own reply', async () => {
      const long = many(60).map((line) => [...line.slice(0, 3), 'x'.repeat(2000), line[4] ?? null]);
      await open({ cells: contractGrid(long) });
      harness.host.payloadLimit = 30_000;
      const survey = await harness.port.survey();
      assert.equal(survey.grid.length, 63);
      assert.equal(survey.grid[62]?.[COLUMN.sex], 'x'.repeat(2000));
    });

    it('calls a single row that is still too large too large', async () => {
      await open({ cells: contractGrid([['1', 'x'.repeat(20_000)]]) });
      harness.host.payloadLimit = 9_000;
      await assert.rejects(harness.port.survey(), { code: 'too-large', detail: 'ResponsePayloadSizeLimitExceeded' });
    });
  });

  describe('what a person does in the very moment of writing', () => {
    it('is put back where a cell was typed over, and told as stale', async () => {
      const before = await openBound();
      beforeFirstWrite(() => harness.person.type('D4', 'Nam'));
      const cells = [sexFix(before[0]!), { ...sexFix(before[1]!, 'Nữ'), before: 'Nam' }];
      const answer = await harness.port.apply({ cells, journal: FIX });
      assert.deepEqual(answer.stale, [{ ...cells[0], why: 'changed', found: 'Nam' }]);
      assert.deepEqual(answer.applied, [cells[1]]);
      assert.equal(harness.person.value('D4'), 'Nam');
      assert.equal(harness.person.value('D5'), 'Nữ');
      assert.deepEqual(
        (await harness.port.readJournal()).map((entry) => entry.cells),
        [[cells[1]]],
      );
    });

    it('leaves a formula that came there', async () => {
      const before = await openBound();
      beforeFirstWrite(() => {
        harness.person.type('D4', '=B4');
        // Shows exactly what the fix was made for. (Nothing calculates here: put back, it shows 0.)
        harness.sheet.cell(3, 3).value = 'nu';
      });
      const answer = await harness.port.apply({ cells: [sexFix(before[0]!)], journal: FIX });
      assert.deepEqual(answer.applied, []);
      assert.equal(harness.sheet.findCell(3, 3)?.formula, '=B4');
      assert.deepEqual(await harness.port.readJournal(), []);
    });

    it('puts text of digits back as text', async () => {
      const before = await openBound();
      beforeFirstWrite(() => harness.person.type('E4', "'0012160001"));
      const cell = {
        rowId: before[0]!.rowId,
        field: 'citizenId',
        before: '001316000101',
        after: '001316000199',
      } as const;
      const answer = await harness.port.apply({ cells: [cell] });
      assert.deepEqual(answer.stale, [{ ...cell, why: 'changed', found: '0012160001' }]);
      assert.equal(harness.person.value('E4'), '0012160001');
    });

    it('finds every row again after a sort, and touches no other row’s results', async () => {
      const before = await openBound();
      const told = (row: SheetRow) => ({
        rowId: row.rowId,
        verdict: `của ${String(row.values.fullName)}`,
        reason: '',
        nextStep: '',
      });
      await harness.port.apply({ results: [told(before[3]!)] });
      beforeFirstWrite(() => harness.person.sortRows(FIRST_ROW, FIRST_ROW + PEOPLE.length - 1, 'B'));
      const answer = await harness.port.apply({
        cells: [sexFix(before[0]!)],
        results: before.slice(0, 3).map(told),
        marks: before.map(({ rowId, values }) => ({ rowId, marks: `E${String(values.ordinal)}` })),
        journal: FIX,
      });
      assert.deepEqual([answer.applied.length, answer.stale, answer.missingRows], [1, [], []]);
      const after = await rows();
      assert.notEqual(after[0]!.rowId, before[0]!.rowId);
      for (const row of after) {
        assert.equal(row.results.verdict, `của ${String(row.values.fullName)}`);
        assert.equal(row.marks, `E${String(row.values.ordinal)}`);
      }
      assert.equal(after.find(({ rowId }) => rowId === before[0]!.rowId)?.values.sex, 'Nữ');
      assert.equal((await harness.port.readJournal()).length, 1);
    });

    it('gives up after three sorts, with the sheet as the person left it', async () => {
      const before = await openBound();
      let order: 'ascending' | 'descending' = 'descending';
      harness.host.beforeBatch = (request) => {
        if (!writes(request) || request.Actions.some((action) => action.Name === 'Formulas')) return;
        order = order === 'ascending' ? 'descending' : 'ascending';
        harness.person.sortRows(FIRST_ROW, FIRST_ROW + PEOPLE.length - 1, 'B', order);
      };
      const cell = sexFix(before[0]!);
      const answer = await harness.port.apply({ cells: [cell], journal: FIX });
      harness.host.beforeBatch = undefined;
      assert.deepEqual(answer.stale, [{ ...cell, why: 'changed' }]);
      assert.equal((await rows()).find(({ rowId }) => rowId === cell.rowId)?.values.sex, 'nu');
      assert.deepEqual(await harness.port.readJournal(), []);
    });

    it('mints for each row once, though one was put in', async () => {
      await open();
      await harness.port.bind(LAYOUT, matchOf(await harness.port.survey()));
      beforeFirstWrite(() => {
        harness.person.insertRows(FIRST_ROW + 1);
        harness.person.type(`B${FIRST_ROW + 1}`, 'Đặng Thu Em');
      });
      await harness.port.mintRowIds(idMinter());
      await harness.port.mintRowIds(idMinter(100));
      const ids = (await rows()).map(({ rowId }) => rowId);
      assert.equal(new Set(ids).size, PEOPLE.length + 1);
      assert.ok(!ids.includes(''));
    });

    it('begins a read anew when a row came in between', async () => {
      await open({ cells: contractGrid(many(9000)) });
      let batch = 0;
      harness.host.beforeBatch = () => {
        if (++batch === 4) harness.person.insertRows(FIRST_ROW);
      };
      const { grid } = await harness.port.survey();
      assert.equal(grid.length, 9004);
      assert.deepEqual(
        grid.slice(FIRST_ROW).map((line) => line[0]),
        Array.from({ length: 9000 }, (_, index) => index + 1),
      );
    });
  });

  describe('refusals', () => {
    it('of cell editing: says so where Excel cannot wait', async () => {
      const { DelayForCellEdit: _, ...sets } = DEFAULT_SETS;
      const before = await openBound({}, sets);
      harness.host.startCellEdit();
      await assert.rejects(harness.port.apply({ cells: [sexFix(before[0]!)] }), { code: 'cell-being-edited' });
      harness.host.endCellEdit();
      assert.equal(harness.person.value('D4'), 'nu');
    });

    it('of cell editing: waits for its end where Excel can', async () => {
      const before = await openBound();
      harness.host.startCellEdit();
      let done = false;
      const applying = harness.port.apply({ cells: [sexFix(before[0]!)] }).then((answer) => {
        done = true;
        return answer;
      });
      await settled();
      assert.equal(done, false);
      harness.host.endCellEdit();
      assert.equal((await applying).applied.length, 1);
    });

    it('of protection that comes in the last moment', async () => {
      const before = await openBound();
      beforeFirstWrite(() => harness.person.protect());
      await assert.rejects(harness.port.apply({ cells: [sexFix(before[0]!)] }), {
        code: 'sheet-protected',
        detail: 'AccessDenied',
      });
      assert.equal(harness.person.value('D4'), 'nu');
    });

    it('of a workbook opened for reading only, before anything is asked to be written', async () => {
      harness = await excelHarness({ sheetName: SHEET_NAME, cells: contractGrid() }, DEFAULT_SETS, { readOnly: true });
      const match = matchOf(await harness.port.survey());
      const records = await recorded(() => assert.rejects(harness.port.bind(LAYOUT, match), { code: 'read-only' }));
      assert.ok(!records.some(({ request }) => writes(request)));
    });

    it('of a sheet that was deleted', async () => {
      const before = await openBound();
      harness.sheet.workbook.addSheet('Khác');
      harness.sheet.workbook.removeSheet(harness.sheet);
      await assert.rejects(harness.port.snapshot(), { code: 'sheet-gone' });
      await assert.rejects(harness.port.apply({ cells: [sexFix(before[0]!)] }), { code: 'sheet-gone' });
    });

    it('of anything else: names Excel’s own code and no cell', async () => {
      await openBound();
      harness.host.payloadLimit = 10;
      await assert.rejects(harness.port.snapshot(), (error: Error & { code: string; cause?: unknown }) => {
        assert.equal(error.code, 'too-large');
        assert.equal(error.cause, undefined);
        return true;
      });
      assert.equal(harness.host.records.at(-1)?.error, `host ${HOST_ERROR.requestTooLarge}`);
    });
  });

  describe('cells', () => {
    it('tells dates from numbers by their format alone', async () => {
      await open({
        numberFormats: [
          { row: FIRST_ROW, column: COLUMN.ordinal, format: '[$-42A]dd "tháng" mm' },
          { row: FIRST_ROW + 1, column: COLUMN.ordinal, format: '0.0 "ngày"' },
          { row: FIRST_ROW + 2, column: COLUMN.ordinal, format: '[h]:mm' },
          { row: FIRST_ROW + 3, column: COLUMN.ordinal, format: 'mmm' },
        ],
      });
      const { grid } = await harness.port.survey();
      assert.deepEqual(
        grid.slice(FIRST_ROW - 1).map((line) => line[0]),
        [{ kind: 'date', year: 1900, month: 1, day: 1 }, 2, 3, { kind: 'date', year: 1900, month: 1, day: 4 }],
      );
    });

    it('takes a typed #N/A for text and a computed one for an error', async () => {
      await open();
      harness.sheet.cell(3, 1).format = '@';
      harness.sheet.enter(3, 1, '#N/A');
      const { grid } = await harness.port.survey();
      assert.equal(grid[3]?.[1], '#N/A');
      assert.deepEqual(grid[6]?.[COLUMN.citizenId], { kind: 'error', code: '#REF!' });
    });

    it('restores text that had been typed with an apostrophe', async () => {
      await openBound();
      harness.person.type('E4', "'001316000101");
      const [row] = await rows();
      const cell = { rowId: row!.rowId, field: 'citizenId', before: '001316000101', after: '001316000199' } as const;
      await harness.port.apply({ cells: [cell], journal: FIX });
      await harness.port.apply({ cells: [{ ...cell, before: cell.after, after: cell.before }], journal: UNDO });
      assert.equal(harness.person.value('E4'), '001316000101');
      assert.equal(harness.sheet.format(3, 4), 'General');
    });

    it('makes the marks’ formats once, relative to the first row, with a symbol for each', async () => {
      await openBound();
      const formats = harness.sheet.conditionalFormats;
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
      await harness.port.bind(LAYOUT, matchOf(await harness.port.survey()));
      assert.equal(harness.sheet.conditionalFormats.length, count);
      assert.equal(columnLetter(MADE.marks), 'K');
    });
  });

  describe('watching', () => {
    for (const [version, what] of [
      ['1.17', 'by what Excel says caused the event'],
      ['1.9', 'by comparing values, where Excel does not say'],
    ] as const) {
      it(`knows its own writes ${what} (ExcelApi ${version})`, async () => {
        const before = await openBound({}, { ...DEFAULT_SETS, ExcelApi: version });
        const heard: SheetEdit[] = [];
        const stop = await harness.port.watch((edit) => heard.push(edit));
        await harness.port.apply({
          cells: [sexFix(before[0]!), { ...sexFix(before[2]!), before: 'Nữ', after: 'Nam' }],
          results: before.map(({ rowId }) => ({ rowId, verdict: 'Đang chờ', reason: '', nextStep: '' })),
          marks: before.map(({ rowId }) => ({ rowId, marks: 'W' })),
        });
        await settled();
        assert.deepEqual(heard, []);
        harness.person.type('D4', 'Nam');
        await settled();
        assert.deepEqual(heard, [{ firstRow: 4, lastRow: 4, source: 'local' }]);
        await stop();
        assert.equal(harness.host.registrations, 0);
      });
    }

    it('puts a burst together and tells a co-author’s edits apart', async () => {
      await openBound();
      const heard: SheetEdit[] = [];
      const stop = await harness.port.watch((edit) => heard.push(edit));
      harness.person.type('B4', 'Nguyễn Thị An');
      harness.person.type('B6', ['Lê Minh Châu', '31/12/2015'], ['Phạm Đức Dũng', '01/01/2016']);
      harness.remote.type('C5', '13/3/2016');
      await settled();
      assert.deepEqual(heard, [
        { firstRow: 4, lastRow: 7, source: 'local' },
        { firstRow: 5, lastRow: 5, source: 'remote' },
      ]);
      await stop();
    });

    it('stops without a word when the sheet is gone', async () => {
      await openBound();
      const stop = await harness.port.watch(() => {});
      harness.sheet.workbook.addSheet('Khác');
      harness.sheet.workbook.removeSheet(harness.sheet);
      await stop();
    });
  });

  it('lets steps wait for each other', async () => {
    const before = await openBound();
    const [first, second] = await Promise.all([
      harness.port.apply({ cells: [sexFix(before[0]!, 'Nữ')], journal: FIX }),
      harness.port.apply({ cells: [sexFix(before[0]!, 'Nam')], journal: { ...FIX, id: 'fix-2' } }),
    ]);
    assert.equal(first.applied.length, 1);
    assert.deepEqual(
      second.stale.map(({ why, found }) => [why, found]),
      [['changed', 'Nữ']],
    );
    assert.deepEqual(
      (await harness.port.readJournal()).map(({ id }) => id),
      ['fix-1'],
    );
  });
});

function cellsWritten(request: RichApiRequest): number {
  let cells = 0;
  for (const { ActionType, Name, ArgumentInfo } of request.Actions) {
    if (ActionType === SET_PROPERTY && Name === 'Values') cells += [ArgumentInfo?.Arguments?.[0]].flat(2).length;
  }
  return cells;
}

function columnLetter(index: number): string {
  return String.fromCharCode(65 + index);
}
