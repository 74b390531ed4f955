import assert from 'node:assert/strict';
import { RULES } from '../../rules/catalogue.ts';
import type { CellValue } from '../../rules/cell.ts';
import { checkRows } from '../../rules/check-rows.ts';
import { ALL_PLACES } from '../../rules/codes/all-places.ts';
import type { FieldId } from '../../rules/field.ts';
import type { Finding } from '../../rules/finding.ts';
import type { RawRow, RecordKind } from '../../rules/record.ts';
import type { Rule, RuleExample } from '../../rules/rule.ts';

const TODAY = { year: 2026, month: 11, day: 22 };

/** Every cell that stands in any example, by record and field: what else a row might hold. */
const POOL = new Map<string, Map<string, CellValue>>();
for (const { kind, rows } of RULES.flatMap(({ examples }) => [...examples.pass, ...examples.fail])) {
  for (const [field, cell] of rows.flatMap((row) => Object.entries(row))) {
    const cells = POOL.get(`${kind} ${field}`) ?? new Map<string, CellValue>();
    POOL.set(`${kind} ${field}`, cells.set(JSON.stringify(cell), cell ?? null));
  }
}

function otherCells(kind: RecordKind, field: string): readonly CellValue[] {
  return [...(POOL.get(`${kind} ${field}`)?.values() ?? [])];
}

function query(rule: Rule, example: RuleExample, rows: readonly RawRow[]): Finding | undefined {
  const { kind, today = TODAY, classes, unit } = example;
  const found = checkRows(rows, { kind, today, places: ALL_PLACES, classes, unit });
  return found.find(({ code, severity, row }) => code === rule.code && severity === 'query' && row !== null);
}

/** A confirmation stands as long as the cells it judged do (`desk/confirmation-keys.ts`): a rule has to name them all. */
describe('a query that can be confirmed', () => {
  for (const rule of RULES.filter(({ severity }) => severity === 'query')) {
    it(`${rule.code}: its words change with no cell that it does not name`, () => {
      for (const example of rule.examples.fail) {
        const asked = query(rule, example, example.rows);
        if (!asked || asked.row === null) continue;
        const at = asked.row;
        for (const field of Object.keys(example.rows[at] ?? {}) as FieldId[]) {
          if (field === asked.field || rule.judges?.includes(field)) continue;
          for (const cell of otherCells(example.kind, field)) {
            const rows = example.rows.map((row, index) => (index === at ? { ...row, [field]: cell } : row));
            const again = query(rule, example, rows);
            if (again?.row !== at || again.field !== asked.field || again.value !== asked.value) continue;
            assert.deepEqual(again.params, asked.params, `${field} = ${JSON.stringify(cell)}: name ${field} in judges`);
          }
        }
      }
    });
  }
});
