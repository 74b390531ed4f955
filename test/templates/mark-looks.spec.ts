import assert from 'node:assert/strict';
import { LAYOUTS } from '../../templates/layouts.ts';
import { blankMarkFormula, isMarkFormula, markedColumns, markFormula, shownMarks } from '../../templates/mark-looks.ts';

describe('isMarkFormula', () => {
  it('knows every condition that a template’s marks have, and over which column', () => {
    let checked = 0;
    for (const layout of Object.values(LAYOUTS)) {
      const places = layout.columns.map(({ id }, index) => [id, index] as const);
      for (const at of markedColumns(layout, places)) {
        for (const mark of shownMarks(at.id)) {
          const marked = markFormula(at, mark, 'AZ', 7);
          for (const formula of [marked, blankMarkFormula(marked, at, 7)]) {
            assert.ok(isMarkFormula(formula) && isMarkFormula(formula, 'AZ'), formula);
            assert.ok(!isMarkFormula(formula, 'Z'), formula);
            checked++;
          }
        }
      }
    }
    assert.ok(checked > 200);
  });

  it('takes nothing of the school’s own for one', () => {
    for (const formula of [
      'LEN($E2)<>12',
      'MID($A2,4,1)="9"',
      'MID($A2,4,2)="E"',
      'NOT(MID($A2,4,1)="E")',
      'MID(A2,4,1)="E"',
    ]) {
      assert.ok(!isMarkFormula(formula), formula);
    }
  });
});
