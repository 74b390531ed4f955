import assert from 'node:assert/strict';
import { COLUMN, contractGrid, idMinter, LAYOUT, matchOf } from '../desk/contract-sheet.ts';
import type { RichApiRequest } from '../excel-host/rich-api.ts';
import { ExcelSession, FIX, many, SET_PROPERTY, sexFix, UNDO, writes } from './excel-session.ts';

describe('Excel adapter: requests', () => {
  const excel = new ExcelSession();

  afterEach(() => excel.close());

  for (const count of [20, 1000]) {
    it(`takes a fixed number for each step (${count} rows)`, async () => {
      await excel.open({ cells: contractGrid(many(count)) });
      const used: Record<string, number> = {};
      const step = async (name: string, work: () => Promise<unknown>) => {
        used[name] = (await excel.recorded(work)).length;
      };
      await step('survey', () => excel.harness.port.survey());
      const match = matchOf(await excel.harness.port.survey());
      await step('bind', () => excel.harness.port.bind(LAYOUT, match));
      await step('bind again', () => excel.harness.port.bind(LAYOUT, match));
      await step('mint', () => excel.harness.port.mintRowIds(idMinter()));
      await step('snapshot', () => excel.rows());
      const before = await excel.rows();
      const marks = before.map(({ rowId }) => ({ rowId, marks: '.......E' }));
      await step('marks', () => excel.harness.port.apply({ marks }));
      await step('fix', () => excel.harness.port.apply({ cells: [sexFix(before[0]!)], journal: FIX, marks }));
      await step('undo', () =>
        excel.harness.port.apply({ cells: [{ ...sexFix(before[0]!), before: 'Nữ', after: 'nu' }], journal: UNDO }),
      );
      await step('select', () => excel.harness.port.select(before[1]!.rowId, 'sex'));
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

  it('stays near 1 MB and within 20,000 cells at 20,000 rows', async () => {
    const before = await excel.openBound({ cells: contractGrid(many(20_000)) });
    const records = await excel.recorded(async () => {
      await excel.harness.port.snapshot();
      await excel.harness.port.apply({
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

  it('cuts long texts by their bytes', async () => {
    const before = await excel.openBound({ cells: contractGrid(many(1200)) });
    const nextStep = 'Liên hệ công an xã để được hướng dẫn. '.repeat(60);
    const records = await excel.recorded(() =>
      excel.harness.port.apply({ results: before.map(({ rowId }) => ({ rowId, verdict: '', reason: '', nextStep })) }),
    );
    const sent = records.map(({ bytes }) => bytes).filter((bytes) => bytes > 100_000);
    assert.ok(sent.length >= 4, `${sent.length} requests`);
    assert.ok(
      sent.every((bytes) => bytes < 1_100_000),
      sent.join(),
    );
    assert.ok((await excel.rows()).every(({ results }) => results.nextStep === nextStep));
  });

  it('asks for nothing to be written once cancelled', async () => {
    const [first] = await excel.openBound();
    const records = await excel.recorded(() =>
      excel.harness.port.apply({ cells: [sexFix(first!)], journal: FIX }, { signal: { aborted: true } }),
    );
    assert.ok(!records.some(({ request }) => writes(request)));
    assert.equal(excel.harness.sheet.workbook.sheets.length, 1);
  });

  it('stops between two requests when cancelled, and journals what was done', async () => {
    const before = await excel.openBound({ cells: contractGrid(many(30_000)) });
    const signal = { aborted: false };
    const told: [number, number][] = [];
    const answer = await excel.harness.port.apply(
      { cells: before.map((row) => sexFix(row, 'Khác')), journal: FIX },
      {
        signal,
        onProgress(done, total) {
          told.push([done, total]);
          signal.aborted = true;
        },
      },
    );
    assert.deepEqual(
      told.map(([, total]) => total),
      [30_000],
    );
    assert.equal(answer.applied.length, told[0]?.[0]);
    assert.deepEqual(answer.stale, []);
    const after = await excel.rows();
    assert.equal(after.filter(({ values }) => values.sex === 'Khác').length, answer.applied.length);
    const [entry] = await excel.harness.port.readJournal();
    assert.deepEqual(
      entry?.cells.map(({ rowId }) => rowId),
      answer.applied.map(({ rowId }) => rowId),
    );
  });

  it('writes scattered cells as few ranges, and nothing between them', async () => {
    const before = await excel.openBound({ cells: contractGrid(many(300)) });
    const records = await excel.recorded(() =>
      excel.harness.port.apply({
        cells: before.filter((_, index) => index % 7 === 0).map((row) => sexFix(row, 'Khác')),
      }),
    );
    const sets = records.flatMap(({ request }) =>
      request.Actions.filter((action) => action.ActionType === SET_PROPERTY),
    );
    assert.equal(sets.length, 1);
    const after = await excel.rows();
    after.forEach((row, index) => {
      assert.equal(row.values.sex, index % 7 === 0 ? 'Khác' : before[index]!.values.sex);
    });
  });

  it('keeps no references in Excel', async () => {
    const before = await excel.openBound();
    await excel.harness.port.apply({ cells: [sexFix(before[0]!)], journal: FIX });
    assert.equal(excel.harness.sheet.workbook.references.size, 0);
  });

  it('reads fewer rows at once when Excel refuses the size of its own reply', async () => {
    const long = many(60).map((line) => [...line.slice(0, 3), 'x'.repeat(2000), line[4] ?? null]);
    await excel.open({ cells: contractGrid(long) });
    excel.harness.host.payloadLimit = 30_000;
    const survey = await excel.harness.port.survey();
    assert.equal(survey.grid.length, 63);
    assert.equal(survey.grid[62]?.[COLUMN.sex], 'x'.repeat(2000));
  });

  it('calls a single row that is still too large too large', async () => {
    await excel.open({ cells: contractGrid([['1', 'x'.repeat(20_000)]]) });
    excel.harness.host.payloadLimit = 9_000;
    await assert.rejects(excel.harness.port.survey(), {
      code: 'too-large',
      detail: 'ResponsePayloadSizeLimitExceeded',
    });
  });
});

function cellsWritten(request: RichApiRequest): number {
  let cells = 0;
  for (const { ActionType, Name, ArgumentInfo } of request.Actions) {
    if (ActionType === SET_PROPERTY && Name === 'Values') cells += [ArgumentInfo?.Arguments?.[0]].flat(2).length;
  }
  return cells;
}
