import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CheckedSheet, checkSheet } from '../../desk/check-sheet.ts';
import { planRecipe } from '../../desk/plan-recipe.ts';
import { proposeFixes } from '../../desk/propose-fixes.ts';
import type { Recipe } from '../../desk/recipe.ts';
import type { ProposedCell } from '../../desk/reports.ts';
import type { SheetRow } from '../../desk/sheet-port.ts';
import { RULES } from '../../rules/catalogue.ts';
import { sameCell } from '../../rules/cell.ts';
import { ALL_PLACES } from '../../rules/codes/all-places.ts';
import { FIELDS } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import { pupilRows } from '../rules/generated-rows.ts';
import { idMinter } from './contract-sheet.ts';
import { LAYOUT } from './desk-fixture.ts';

const OPTIONS = { today: { year: 2026, month: 11, day: 22 }, places: ALL_PLACES } as const;
const SHEET: CheckedSheet['sheet'] = {
  sheetName: 'Học sinh',
  layout: LAYOUT,
  match: {
    template: 'student',
    headerRow: 3,
    firstDataRow: 4,
    columns: new Map(),
    rowIdColumn: null,
    marksColumn: null,
    problems: [],
    parts: new Map(),
    headers: new Map(),
  },
  identity: null,
  issuedTo: null,
  mergedData: false,
  fields: new Set(FIELDS),
};
const EVERY_FIX: Recipe = {
  fixes: RULES.filter(({ fix }) => fix !== 'none').map(({ code }) => ({ code })),
  synonyms: {},
};

function checked(values: readonly RawRow[]): CheckedSheet {
  const mint = idMinter();
  const results = { verdict: '', reason: '', nextStep: '' };
  const rows = values.map(
    (row, index): SheetRow => ({ rowId: mint(), rowNumber: index + 4, values: row, results, marks: '' }),
  );
  return checkSheet(SHEET, rows, OPTIONS);
}

function applied(before: CheckedSheet, cells: readonly ProposedCell[]): CheckedSheet {
  const rows = before.rows.map((row) => {
    const own = cells.filter(({ rowId }) => rowId === row.rowId);
    return { ...row, values: { ...row.values, ...Object.fromEntries(own.map(({ field, after }) => [field, after])) } };
  });
  return checkSheet(SHEET, rows, OPTIONS);
}

/**
 * What is asked of several cells together can only be seen once each of them is right: an address that mixes the eras, numbers that
 * stand in each other's rows.
 */
const SEVERAL_CELLS = /^residence\.|swapped/;
const place = ({ rowId, field }: ProposedCell) => `${rowId} ${field}`;

/** Fixes as data, over rows with every kind of fault: what a person ticks, and what a recipe replays. */
describe('desk: fixes come to an end', () => {
  it('a cell is proposed once, from what it holds to something else', () => {
    fc.assert(
      fc.property(pupilRows, (rows) => {
        const sheet = checked(rows);
        const cells = proposeFixes(sheet).flatMap((proposal) => proposal.cells);
        assert.equal(new Set(cells.map(place)).size, cells.length);
        for (const { rowId, field, before } of cells) {
          const row = sheet.rows.find((candidate) => candidate.rowId === rowId);
          assert.ok(sameCell(row?.values[field], before), 'before');
        }
        for (const proposal of proposeFixes(sheet)) {
          assert.ok(
            proposal.cells.some(({ before, after }) => !sameCell(before, after)),
            proposal.id,
          );
        }
      }),
    );
  });

  it('applying all proposals leaves nothing new to propose for the same cells', () => {
    fc.assert(
      fc.property(pupilRows, (rows) => {
        const sheet = checked(rows);
        const proposals = proposeFixes(sheet);
        const touched = new Set(proposals.flatMap((proposal) => proposal.cells.map(place)));
        const mended = new Set(proposals.flatMap(({ code, cells }) => cells.map((cell) => `${code} ${place(cell)}`)));
        for (const { code, cells } of proposeFixes(
          applied(
            sheet,
            proposals.flatMap((proposal) => proposal.cells),
          ),
        )) {
          for (const cell of cells) {
            assert.ok(!mended.has(`${code} ${place(cell)}`), `${code} again`);
            if (!SEVERAL_CELLS.test(code)) assert.ok(!touched.has(place(cell)), `${code} at a mended cell`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a recipe is done in one go: replayed on its own result it changes nothing', () => {
    fc.assert(
      fc.property(pupilRows, (rows) => {
        const sheet = checked(rows);
        const plan = planRecipe(sheet, EVERY_FIX);
        const after = applied(sheet, plan.cells);
        assert.deepEqual(planRecipe(after, EVERY_FIX).cells, []);
      }),
      { numRuns: 100 },
    );
  });
});
