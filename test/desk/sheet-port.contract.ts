import assert from 'node:assert/strict';
import { encodeJournalEntry } from '../../desk/journal-codec.ts';
import { isRowId } from '../../desk/row-id.ts';
import type { SheetErrorCode } from '../../desk/sheet-error.ts';
import type { SheetEdit, SheetPatch, SheetRow } from '../../desk/sheet-port.ts';
import type { CellValue } from '../../rules/cell.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../../templates/sheet-match.ts';
import {
  COLUMN,
  contractGrid,
  date,
  FIRST_ROW,
  HEADER_ROW,
  headerCells,
  IDENTITY,
  idMinter,
  LAYOUT,
  MADE,
  matchOf,
  PEOPLE,
  SHEET_NAME,
} from './contract-sheet.ts';
import type { HarnessWorkbook, MakeHarness, SheetPortHarness } from './sheet-port-harness.ts';

const FIX = { id: 'fix-1', at: '2026-11-22T08:00:00Z', kind: 'fix', label: 'sex.not-in-list' } as const;
const UNDO = { id: 'undo-1', at: '2026-11-22T08:05:00Z', kind: 'undo', undoes: 'fix-1', label: '' } as const;

/** What every adapter of `SheetPort` keeps: run it from a spec file of the adapter's own. */
export function sheetPortContract(name: string, makeHarness: MakeHarness): void {
  describe(`sheet port contract: ${name}`, () => {
    let harness: SheetPortHarness;
    let mint: () => string;

    beforeEach(() => {
      mint = idMinter();
    });

    afterEach(async () => {
      await harness.close();
    });

    async function open(workbook: Partial<HarnessWorkbook> = {}): Promise<void> {
      harness = await makeHarness({ sheetName: SHEET_NAME, cells: contractGrid(), ...workbook });
    }

    async function bind(): Promise<void> {
      await harness.port.bind(LAYOUT, matchOf(await harness.port.survey()));
    }

    async function openBound(workbook: Partial<HarnessWorkbook> = {}): Promise<readonly SheetRow[]> {
      await open(workbook);
      await bind();
      await harness.port.mintRowIds(mint);
      return rows();
    }

    async function reopen(): Promise<void> {
      harness = await harness.saveAndReopen();
    }

    async function rows(): Promise<readonly SheetRow[]> {
      return (await harness.port.snapshot()).rows;
    }

    async function refuses(code: SheetErrorCode, step: () => Promise<unknown>): Promise<void> {
      await assert.rejects(step, { name: 'SheetError', code });
    }

    /** Every cell that could have been touched. */
    async function wholeSheet(): Promise<readonly (readonly CellValue[])[]> {
      return (await harness.port.survey()).grid;
    }

    function sexFix(row: SheetRow, after = 'Nữ'): SheetPatch {
      return { cells: [{ rowId: row.rowId, field: 'sex', before: row.values.sex ?? null, after }], journal: FIX };
    }

    describe('survey', () => {
      it('hands over the raw grid of a sheet that was never bound, and writes nothing', async () => {
        await open();
        const survey = await harness.port.survey();
        assert.equal(survey.sheetName, SHEET_NAME);
        assert.equal(survey.identity, null);
        assert.equal(survey.protected, false);
        assert.equal(survey.mergedAreas, 0);
        assert.deepEqual(trimmed(survey.grid), trimmed(contractGrid()));
        assert.deepEqual(trimmed(await wholeSheet()), trimmed(contractGrid()));
      });

      it('reads the identity, protection and merged areas', async () => {
        await open({ identity: IDENTITY, mergedAreas: 2 });
        await harness.protect(true);
        const survey = await harness.port.survey();
        assert.deepEqual(survey.identity, IDENTITY);
        assert.equal(survey.protected, true);
        assert.equal(survey.mergedAreas, 2);
      });

      it('answers with an empty grid for an empty sheet', async () => {
        await open({ cells: [] });
        assert.deepEqual(trimmed((await harness.port.survey()).grid), []);
      });
    });

    describe('bind', () => {
      it('makes result columns and hidden columns right of everything in use', async () => {
        await open();
        await bind();
        const header = [];
        for (let column = 0; column <= MADE.marks; column++) header.push(await harness.read(HEADER_ROW, column));
        assert.deepEqual(header, [
          ...headerCells(),
          'Kết quả xác thực',
          'Nguyên nhân',
          'Việc cần làm',
          ROW_ID_HEADER,
          MARKS_HEADER,
        ]);
        assert.equal(await harness.isHidden(MADE.rowId), true);
        assert.equal(await harness.isHidden(MADE.marks), true);
        assert.equal(await harness.isHidden(MADE.verdict), false);
        assert.equal(await harness.isHidden(COLUMN.own), false);
      });

      it('makes them once, even when bound again with the match from before', async () => {
        await open();
        const match = matchOf(await harness.port.survey());
        await harness.port.bind(LAYOUT, match);
        const once = trimmed(await wholeSheet());
        await harness.port.bind(LAYOUT, match);
        await bind();
        assert.deepEqual(trimmed(await wholeSheet()), once);
      });

      it('refuses a protected sheet that lacks the columns, and writes nothing', async () => {
        await open();
        await harness.protect(true);
        await refuses('sheet-protected', bind);
        assert.deepEqual(trimmed(await wholeSheet()), trimmed(contractGrid()));
      });

      it('binds a protected sheet that has the columns already', async () => {
        await openBound();
        await harness.protect(true);
        await bind();
        assert.equal((await rows()).length, PEOPLE.length);
      });

      it('comes before every other step', async () => {
        await open();
        await refuses('not-bound', () => harness.port.snapshot());
        await refuses('not-bound', () => harness.port.mintRowIds(mint));
        await refuses('not-bound', () => harness.port.apply({ marks: [] }));
      });

      for (const [what, move] of [
        ['a column was put in', () => harness.insertColumn(COLUMN.sex)],
        ['a row was put in above the header', () => harness.insertRow(1)],
        ['a column was deleted', () => harness.deleteColumn(COLUMN.own)],
      ] as const) {
        it(`no longer holds once ${what}: nothing is read or written at the wrong place`, async () => {
          const [first] = await openBound();
          await move();
          const before = await wholeSheet();
          const result = { rowId: first!.rowId, verdict: 'Đã xác thực', reason: '', nextStep: '' };
          await refuses('not-bound', () => harness.port.snapshot());
          await refuses('not-bound', () => harness.port.mintRowIds(mint));
          await refuses('not-bound', () => harness.port.apply({ results: [result] }));
          assert.deepEqual(await wholeSheet(), before);

          await bind();
          const [again] = await rows();
          assert.equal(again!.rowId, first!.rowId);
          assert.deepEqual(again!.values, first!.values);
          assert.deepEqual((await harness.port.apply({ results: [result] })).missingRows, []);
          assert.equal((await rows())[0]!.results.verdict, 'Đã xác thực');
        });
      }
    });

    describe('row ids', () => {
      it('fills blanks, and leaves ids that stand', async () => {
        await open();
        await bind();
        assert.equal(await harness.port.mintRowIds(mint), PEOPLE.length);
        const first = await rows();
        assert.equal(new Set(first.map((row) => row.rowId)).size, PEOPLE.length);
        for (const row of first) assert.ok(isRowId(row.rowId));
        assert.equal(await harness.port.mintRowIds(mint), 0);
        assert.deepEqual(await rows(), first);
      });

      it('mints anew for every copy of a doubled id', async () => {
        const before = await openBound();
        await harness.copyRow(FIRST_ROW, FIRST_ROW + PEOPLE.length);
        assert.equal(await harness.port.mintRowIds(mint), 2);
        const after = await rows();
        const ids = after.map((row) => row.rowId);
        assert.equal(new Set(ids).size, PEOPLE.length + 1);
        assert.equal(ids.includes(before[0]!.rowId), false, 'the doubled id is gone from both copies');
        assert.deepEqual(
          ids.slice(1, PEOPLE.length),
          before.slice(1).map((row) => row.rowId),
        );
      });

      it('replaces what is none of our ids', async () => {
        const before = await openBound();
        await harness.edit(FIRST_ROW + 1, MADE.rowId, 'STT 2');
        assert.equal(await harness.port.mintRowIds(mint), 1);
        const after = await rows();
        assert.ok(isRowId(after[1]!.rowId));
        assert.notEqual(after[1]!.rowId, before[1]!.rowId);
      });

      it('is refused on a protected sheet with nothing written, unless there is nothing to mint', async () => {
        await open();
        await bind();
        await harness.protect(true);
        await refuses('sheet-protected', () => harness.port.mintRowIds(mint));
        assert.deepEqual(
          (await rows()).map((row) => row.rowId),
          ['', '', '', ''],
        );
        await harness.protect(false);
        await harness.port.mintRowIds(mint);
        await harness.protect(true);
        assert.equal(await harness.port.mintRowIds(mint), 0);
      });
    });

    describe('snapshot', () => {
      it('reads every field as it stands: text, numbers, dates, formula errors', async () => {
        const found = await openBound();
        assert.deepEqual(
          found.map(({ rowNumber, values }) => [rowNumber, values]),
          PEOPLE.map((person, index) => [
            FIRST_ROW + index,
            {
              ordinal: person[COLUMN.ordinal],
              fullName: person[COLUMN.fullName],
              birthDate: person[COLUMN.birthDate],
              sex: person[COLUMN.sex],
              citizenId: person[COLUMN.citizenId],
            },
          ]),
        );
        assert.deepEqual(found[0]!.results, { verdict: '', reason: '', nextStep: '' });
        assert.equal(found[0]!.marks, '');
      });

      it('skips blank rows and repeated headers, and mints nothing for them', async () => {
        const [first, second] = PEOPLE;
        const lines = [[...first!], [], [' ', '', null], headerCells(), [...second!]];
        const found = await openBound({ cells: contractGrid(lines) });
        assert.deepEqual(
          found.map((row) => row.rowNumber),
          [FIRST_ROW, FIRST_ROW + 4],
        );
        assert.equal(await harness.read(FIRST_ROW + 1, MADE.rowId), null);
        assert.equal(await harness.read(FIRST_ROW + 3, MADE.rowId), null);
      });

      it('holds what it read: later typing does not reach it', async () => {
        const found = await openBound();
        await harness.edit(FIRST_ROW, COLUMN.fullName, 'Đặng Thu Em');
        assert.equal(found[0]!.values.fullName, 'Nguyễn Thị An');
        assert.equal((await rows())[0]!.values.fullName, 'Đặng Thu Em');
      });
    });

    describe('apply', () => {
      it('writes a cell that still holds what it held', async () => {
        const [first] = await openBound();
        const patch = sexFix(first!);
        assert.deepEqual(await harness.port.apply(patch), { applied: patch.cells, stale: [], missingRows: [] });
        assert.equal(await harness.read(FIRST_ROW, COLUMN.sex), 'Nữ');
        assert.equal(await harness.read(FIRST_ROW, COLUMN.own), 'áo 7', 'the person’s own column stays');
      });

      it('finds its rows after a sort', async () => {
        const before = await openBound();
        await harness.sort(FIRST_ROW, FIRST_ROW + PEOPLE.length - 1, COLUMN.fullName);
        await harness.port.apply({
          ...sexFix(before[0]!),
          results: before.map(({ rowId, values }) => ({
            rowId,
            verdict: `của ${String(values.fullName)}`,
            reason: '',
            nextStep: '',
          })),
          marks: before.map(({ rowId, values }) => ({ rowId, marks: `E.${String(values.ordinal)}` })),
        });
        const after = await rows();
        assert.notDeepEqual(
          after.map((row) => row.rowId),
          before.map((row) => row.rowId),
          'the sort moved rows',
        );
        for (const row of after) {
          assert.equal(row.results.verdict, `của ${String(row.values.fullName)}`);
          assert.equal(row.marks, `E.${String(row.values.ordinal)}`);
        }
        assert.equal(after.find((row) => row.rowId === before[0]!.rowId)!.values.sex, 'Nữ');
      });

      it('finds its rows after one was put in, one deleted and one cut and pasted', async () => {
        const before = await openBound();
        await harness.insertRow(FIRST_ROW);
        await harness.deleteRow(FIRST_ROW + 2);
        await harness.cutRow(FIRST_ROW + 1, FIRST_ROW + 6);
        const [first, second, third] = before;
        const answer = await harness.port.apply({
          ...sexFix(first!),
          marks: [second!, third!].map(({ rowId }) => ({ rowId, marks: 'N' })),
        });
        assert.deepEqual(answer.stale, []);
        assert.deepEqual(answer.missingRows, [second!.rowId]);
        const after = await rows();
        const moved = after.find((row) => row.rowId === first!.rowId);
        assert.equal(moved!.rowNumber, FIRST_ROW + 6);
        assert.equal(moved!.values.fullName, 'Nguyễn Thị An');
        assert.equal(moved!.values.sex, 'Nữ');
        assert.equal(after.find((row) => row.rowId === third!.rowId)!.marks, 'N');
      });

      it('leaves what was typed after the snapshot, and says what it found', async () => {
        const [first, second] = await openBound();
        await harness.edit(FIRST_ROW, COLUMN.sex, 'Nam');
        const stale = { rowId: first!.rowId, field: 'sex', before: 'nu', after: 'Nữ' } as const;
        const fits = {
          rowId: second!.rowId,
          field: 'fullName',
          before: 'Trần Văn Bình',
          after: 'Trần Văn Bính',
        } as const;
        const answer = await harness.port.apply({ cells: [stale, fits], journal: FIX });
        assert.deepEqual(answer.applied, [fits]);
        assert.deepEqual(answer.stale, [{ ...stale, why: 'changed', found: 'Nam' }]);
        assert.equal(await harness.read(FIRST_ROW, COLUMN.sex), 'Nam');
        const journal = await harness.port.readJournal();
        assert.deepEqual(
          journal.map((entry) => entry.cells),
          [[fits]],
          'only what was written is journalled',
        );
      });

      it('tells a number from the same digits as text, and sees a formula error', async () => {
        const [, , third, fourth] = await openBound();
        const asText = {
          rowId: third!.rowId,
          field: 'citizenId',
          before: '1315000103',
          after: '001315000103',
        } as const;
        const error = { kind: 'error', code: '#REF!' } as const;
        const broken = { rowId: fourth!.rowId, field: 'citizenId', before: null, after: '001216000104' } as const;
        const answer = await harness.port.apply({ cells: [asText, broken] });
        assert.deepEqual(answer.stale, [
          { ...asText, why: 'changed', found: 1315000103 },
          { ...broken, why: 'changed', found: error },
        ]);
        const mended = { ...broken, before: error };
        assert.deepEqual((await harness.port.apply({ cells: [mended] })).applied, [mended]);
        assert.equal(await harness.read(FIRST_ROW + 3, COLUMN.citizenId), '001216000104');
      });

      it('answers row-gone, row-doubled and column-gone, and writes nothing there', async () => {
        const [first, second, third] = await openBound();
        await harness.deleteRow(FIRST_ROW + 1);
        await harness.copyRow(FIRST_ROW, FIRST_ROW + PEOPLE.length);
        const gone = { rowId: second!.rowId, field: 'sex', before: 'Nam', after: 'Nữ' } as const;
        const doubled = { rowId: first!.rowId, field: 'sex', before: 'nu', after: 'Nữ' } as const;
        const noColumn = { rowId: third!.rowId, field: 'passport', before: null, after: 'C0000103' } as const;
        const words = { verdict: 'Đang chờ', reason: '', nextStep: '' };
        const answer = await harness.port.apply({
          cells: [gone, doubled, noColumn],
          results: [{ rowId: first!.rowId, ...words }],
          journal: FIX,
        });
        assert.deepEqual(answer, {
          applied: [],
          stale: [
            { ...gone, why: 'row-gone' },
            { ...doubled, why: 'row-doubled' },
            { ...noColumn, why: 'column-gone' },
          ],
          missingRows: [first!.rowId],
        });
        assert.equal(await harness.read(FIRST_ROW, COLUMN.sex), 'nu');
        assert.equal(await harness.read(FIRST_ROW + PEOPLE.length, COLUMN.sex), 'nu');
        assert.deepEqual(await harness.port.readJournal(), [], 'nothing was done, so nothing is journalled');
      });

      it('leaves a formula standing', async () => {
        const formula = '="Lê Minh "&"Châu"';
        const before = await openBound({ formulas: [{ row: FIRST_ROW + 2, column: COLUMN.fullName, formula }] });
        const { rowId } = before[2]!;
        assert.equal(before[2]!.values.fullName, 'Lê Minh Châu');
        const cell = { rowId, field: 'fullName', before: 'Lê Minh Châu', after: 'LÊ MINH CHÂU' } as const;
        const answer = await harness.port.apply({ cells: [cell], marks: [{ rowId, marks: '.E' }], journal: FIX });
        assert.deepEqual(answer, {
          applied: [],
          stale: [{ ...cell, why: 'formula', found: 'Lê Minh Châu' }],
          missingRows: [],
        });
        assert.equal(await harness.formula(FIRST_ROW + 2, COLUMN.fullName), formula);
      });

      it('refuses a protected sheet with nothing written, the journal included', async () => {
        const [first] = await openBound();
        await harness.protect(true);
        const before = await wholeSheet();
        await refuses('sheet-protected', () =>
          harness.port.apply({ ...sexFix(first!), marks: [{ rowId: first!.rowId, marks: 'E' }] }),
        );
        assert.deepEqual(await wholeSheet(), before);
        assert.deepEqual(await harness.port.readJournal(), []);
      });

      it('overwrites results, and empties them', async () => {
        const [first, second] = await openBound();
        const rowId = first!.rowId;
        await harness.port.apply({ results: [{ rowId, verdict: 'Đang chờ', reason: 'r', nextStep: 'n' }] });
        await harness.edit(FIRST_ROW, MADE.verdict, 'chữ của người dùng');
        await harness.port.apply({ results: [{ rowId, verdict: 'Đã xác thực', reason: '', nextStep: '' }] });
        const after = await rows();
        assert.deepEqual(after[0]!.results, { verdict: 'Đã xác thực', reason: '', nextStep: '' });
        assert.deepEqual(after[1]!.results, second!.results);
      });

      it('takes marks off without a trace', async () => {
        const before = await openBound();
        const grid = await wholeSheet();
        await harness.port.apply({ marks: before.map(({ rowId }) => ({ rowId, marks: 'EQND.VW.' })) });
        assert.equal((await rows())[2]!.marks, 'EQND.VW.');
        await harness.port.apply({ marks: before.map(({ rowId }) => ({ rowId, marks: '' })) });
        assert.deepEqual(trimmed(await wholeSheet()), trimmed(grid));
      });

      it('keeps text as text: leading zeros, dates, formula signs', async () => {
        const before = await openBound();
        const cells = [
          { rowId: before[2]!.rowId, field: 'citizenId', before: 1315000103, after: '001315000103' },
          { rowId: before[0]!.rowId, field: 'birthDate', before: date(5, 6, 2016), after: '05/06/2016' },
          { rowId: before[1]!.rowId, field: 'fullName', before: 'Trần Văn Bình', after: '=1+1' },
        ] as const;
        await harness.port.apply({ cells });
        await reopen();
        await bind();
        const after = await rows();
        assert.equal(after[2]!.values.citizenId, '001315000103');
        assert.equal(after[0]!.values.birthDate, '05/06/2016');
        assert.equal(after[1]!.values.fullName, '=1+1');
        assert.equal(await harness.numberFormat(FIRST_ROW + 2, COLUMN.citizenId), '@');
      });

      it('writes nothing once cancelled', async () => {
        const [first] = await openBound();
        const grid = await wholeSheet();
        const answer = await harness.port.apply(sexFix(first!), { signal: { aborted: true } });
        assert.deepEqual(answer.applied, []);
        assert.deepEqual(await wholeSheet(), grid);
        assert.deepEqual(await harness.port.readJournal(), []);
      });
    });

    describe('journal', () => {
      it('is there after save and reopen, and so are ids, results and marks', async () => {
        const before = await openBound({ identity: IDENTITY });
        const patch = sexFix(before[0]!);
        const results = [{ rowId: before[1]!.rowId, verdict: 'Đang chờ', reason: 'đã gửi', nextStep: '' }];
        await harness.port.apply({ ...patch, results, marks: [{ rowId: before[2]!.rowId, marks: '.E' }] });
        const stood = await rows();
        await reopen();
        assert.deepEqual((await harness.port.survey()).identity, IDENTITY);
        await bind();
        assert.deepEqual(await harness.port.readJournal(), [{ ...FIX, cells: patch.cells }]);
        assert.deepEqual(await rows(), stood);
        assert.equal(await harness.isHidden(MADE.rowId), true);
      });

      it('is kept in a workbook that had no `_sosach` sheet, in order', async () => {
        const [first] = await openBound({ identity: null });
        await harness.port.apply(sexFix(first!, 'Nữ'));
        await harness.port.apply({
          cells: [{ rowId: first!.rowId, field: 'sex', before: 'Nữ', after: 'nu' }],
          journal: UNDO,
        });
        await reopen();
        assert.deepEqual(
          (await harness.port.readJournal()).map((entry) => entry.id),
          ['fix-1', 'undo-1'],
        );
        assert.equal((await harness.port.survey()).identity, null);
      });

      it('undoes after save and reopen to the exact value, kind and format', async () => {
        const before = await openBound({
          numberFormats: [{ row: FIRST_ROW, column: COLUMN.birthDate, format: 'd/m/yyyy' }],
        });
        const cells = [
          { rowId: before[0]!.rowId, field: 'birthDate', before: date(5, 6, 2016), after: '05/06/2016' },
          { rowId: before[2]!.rowId, field: 'citizenId', before: 1315000103, after: '001315000103' },
          { rowId: before[3]!.rowId, field: 'fullName', before: 'Phạm Đức Dũng', after: '' },
        ] as const;
        const numberFormat = await harness.numberFormat(FIRST_ROW + 2, COLUMN.citizenId);
        await harness.port.apply({ cells, journal: FIX });
        await reopen();
        await bind();
        const [entry] = await harness.port.readJournal();
        const answer = await harness.port.apply({
          cells: entry!.cells.map(({ rowId, field, before, after }) => ({
            rowId,
            field,
            before: after,
            after: before,
          })),
          journal: UNDO,
        });
        assert.deepEqual(answer.stale, []);
        assert.deepEqual(
          (await rows()).map((row) => row.values),
          before.map((row) => row.values),
        );
        assert.equal(await harness.numberFormat(FIRST_ROW, COLUMN.birthDate), 'd/m/yyyy');
        assert.equal(await harness.numberFormat(FIRST_ROW + 2, COLUMN.citizenId), numberFormat);
      });

      it('reports a damaged line and still reads the others', async () => {
        const whole = { ...FIX, cells: [{ rowId: mint(), field: 'sex', before: 'nu', after: 'Nữ' }] } as const;
        await open({ identity: IDENTITY, journal: [['|{"v":1,"id":"fix-0"'], encodeJournalEntry(whole)] });
        const entries = await harness.port.readJournal();
        assert.deepEqual(
          entries.map((entry) => entry.kind),
          ['damaged', 'fix'],
        );
        assert.deepEqual(entries[1], whole);
      });
    });

    describe('watch and select', () => {
      it('hears a person’s edits and not our own, until it is stopped', async () => {
        const [first] = await openBound();
        const heard: SheetEdit[] = [];
        const stop = await harness.port.watch((edit) => heard.push(edit));
        await harness.port.apply({ ...sexFix(first!), marks: [{ rowId: first!.rowId, marks: 'E' }] });
        await harness.port.mintRowIds(mint);
        assert.deepEqual(heard, []);
        await harness.edit(FIRST_ROW + 1, COLUMN.fullName, 'Trần Văn Bính');
        assert.deepEqual(heard, [{ firstRow: FIRST_ROW + 1, lastRow: FIRST_ROW + 1, source: 'local' }]);
        await stop();
        await harness.edit(FIRST_ROW + 1, COLUMN.fullName, 'Trần Văn Bình');
        assert.equal(heard.length, 1);
      });

      it('selects a cell by row id, and says when the row is gone', async () => {
        const before = await openBound();
        await harness.port.select(before[1]!.rowId, 'citizenId');
        await refuses('row-gone', () => harness.port.select(mint(), 'citizenId'));
      });
    });

    describe('size', () => {
      const many = (count: number): CellValue[][] =>
        Array.from({ length: count }, (_, index) => [
          index + 1,
          `Nguyễn Văn Thử ${index}`,
          `${String((index % 28) + 1).padStart(2, '0')}/03/2016`,
          index % 2 === 0 ? 'nu' : 'Nam',
          `001216000${String(index % 1000).padStart(3, '0')}`,
        ]);

      async function applyToAll(count: number): Promise<number> {
        const before = await openBound({ cells: contractGrid(many(count)) });
        const start = harness.requests();
        const answer = await harness.port.apply({
          cells: before.flatMap(({ rowId, values }) =>
            values.sex === 'nu' ? [{ rowId, field: 'sex' as const, before: 'nu', after: 'Nữ' }] : [],
          ),
          results: before.map(({ rowId }) => ({
            rowId,
            verdict: 'Đã xác thực',
            reason: 'Khớp: số, họ tên, ngày sinh',
            nextStep: '',
          })),
          marks: before.map(({ rowId, values }) => ({ rowId, marks: `..V....${values.sex === 'nu' ? 'E' : '.'}` })),
          journal: FIX,
        });
        const used = harness.requests() - start;
        assert.equal(answer.applied.length, Math.ceil(count / 2));
        assert.deepEqual([answer.stale, answer.missingRows], [[], []]);
        return used;
      }

      it('needs no more requests for 200 rows than for 20', async () => {
        const few = await applyToAll(20);
        await harness.close();
        assert.equal(await applyToAll(200), few);
      });

      it('takes 20,000 rows in few requests', async function () {
        this.timeout(180_000);
        const used = await applyToAll(20_000);
        assert.ok(used <= 40, `${used} requests`);
        const after = await rows();
        assert.equal(after.length, 20_000);
        assert.ok(after.every((row) => row.values.sex !== 'nu' && row.results.verdict === 'Đã xác thực'));
        assert.ok(after.every((row) => row.marks.startsWith('..V....')));
        const [entry] = await harness.port.readJournal();
        assert.equal(entry!.cells.length, 10_000);
      });
    });
  });
}

/** Without blank cells at the end of rows and blank rows at the end: how far the used range reaches is the host's business. */
function trimmed(grid: readonly (readonly CellValue[])[]): CellValue[][] {
  const blank = (value: CellValue | undefined) => value === null || value === '';
  const lines = grid.map((line) => {
    const cells = line.map((cell) => (cell === '' ? null : cell));
    while (cells.length > 0 && blank(cells.at(-1))) cells.pop();
    return cells;
  });
  while (lines.length > 0 && lines.at(-1)!.length === 0) lines.pop();
  return lines;
}
