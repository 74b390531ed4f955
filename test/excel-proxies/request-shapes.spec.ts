import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { contractGrid, idMinter, LAYOUT, matchOf, SHEET_NAME } from '../desk/contract-sheet.ts';
import type { RichApiRequest } from '../excel-host/rich-api.ts';
import { excelHarness } from './excel-harness.ts';

const PINNED = new URL('./request-shapes.json', import.meta.url);
const FIX = { id: 'fix-1', at: '2026-11-22T08:00:00Z', kind: 'fix', label: 'sex.not-in-list' } as const;

/** One line an action: its type, its name, the chain of object paths it goes to, what it asks for. */
function shapesOf(request: RichApiRequest, flags: number): string[] {
  const chain = (id: number): string => {
    const path = request.ObjectPaths[String(id)];
    if (!path) return '-';
    const parent = path.ParentObjectPathId === undefined ? '' : `${chain(path.ParentObjectPathId)} › `;
    return `${parent}${path.ObjectPathType}:${path.Name}/${path.ArgumentInfo?.Arguments?.length ?? 0}`;
  };
  return request.Actions.map(
    ({ ActionType, Name, ObjectPathId, QueryInfo, ArgumentInfo }) =>
      `flags ${flags} · ${ActionType}:${Name}/${ArgumentInfo?.Arguments?.length ?? 0} · ${chain(ObjectPathId)}` +
      (QueryInfo?.Select ? ` · ${QueryInfo.Select.join(',')}` : ''),
  );
}

/**
 * The emulated host knows Excel only from what office.js asks of it. When a new office.js asks otherwise, this says so before
 * anything else does: look at the difference, see that the host still answers rightly, then record anew with
 * `SOSACH_RECORD=1 npm run test:proxies`.
 */
describe('requests of office.js', () => {
  it('have the shapes that the emulated host was made for', async () => {
    const harness = await excelHarness({ sheetName: SHEET_NAME, cells: contractGrid() });
    const { port, host } = harness;
    const shapes: Record<string, string[]> = {};
    const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const start = host.records.length;
      const answer = await work();
      const lines = host.records.slice(start).flatMap(({ request, flags }) => shapesOf(request, flags));
      shapes[name] = [...new Set(lines)];
      return answer;
    };
    const survey = await step('survey', () => port.survey());
    await step('bind', () => port.bind(LAYOUT, matchOf(survey)));
    await step('mint', () => port.mintRowIds(idMinter()));
    const { rows } = await step('snapshot', () => port.snapshot());
    const stop = await step('watch', () => port.watch(() => {}));
    const cell = { rowId: rows[2]!.rowId, field: 'citizenId', before: 1315000103, after: '001315000103' } as const;
    await step('fix', () => port.apply({ cells: [cell], journal: FIX, marks: [{ rowId: cell.rowId, marks: 'E' }] }));
    await step('journal', () => port.readJournal());
    await step('select', () => port.select(cell.rowId, 'citizenId'));
    await step('selected', () => port.selectedRowIds());
    await step('unwatch', stop);
    await harness.close();
    const text = `${JSON.stringify(shapes, null, 2)}\n`;
    if (process.env.SOSACH_RECORD === '1') writeFileSync(PINNED, text);
    assert.deepEqual(shapes, JSON.parse(readFileSync(PINNED, 'utf8')));
  });
});
