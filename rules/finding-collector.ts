import { addToGroup } from './add-to-group.ts';
import { type CellValue, cellText } from './cell.ts';
import type { CheckContext } from './check-context.ts';
import { FIELDS, type FieldId } from './field.ts';
import type { Effect, Finding, Severity } from './finding.ts';
import type { CellChange, Fix } from './fix.ts';
import { isInForce, type Rule, type SharedRule } from './rule.ts';

/** What a finding has besides its rule and place. */
export interface FindingDetails {
  readonly params?: Readonly<Record<string, string>>;
  readonly fix?: Fix;
  /** Indexes of other rows it speaks of. */
  readonly rows?: readonly number[];
  /** How many more there are. */
  readonly moreRows?: number;
  /** Where the case decides and not the rule alone. */
  readonly severity?: Severity;
  readonly effect?: Effect;
}

/**
 * A fault is the column's and no longer the cell's from this share of the filled cells on, and from this count on: below
 * ten, single findings are still read one by one, and a bulk remark would hide them.
 */
const SHARED_SHARE = 0.6;
const SHARED_COUNT = 10;

const NO_PARAMS: Readonly<Record<string, string>> = {};
const FIELD_ORDER: ReadonlyMap<FieldId | null, number> = new Map(FIELDS.map((field, at) => [field, at]));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface SharedCell {
  readonly change: CellChange;
  readonly value: string;
  readonly safe: boolean;
}

/** Gathers what the checks find, keeps to the rules in force, and says once what a whole column shares. */
export class FindingCollector {
  readonly #today: CheckContext['today'];
  readonly #found: Finding[] = [];
  readonly #shared = new Map<SharedRule, SharedCell[]>();

  constructor(today: CheckContext['today']) {
    this.#today = today;
  }

  isInForce(rule: Rule): boolean {
    return isInForce(rule, this.#today);
  }

  /** A finding about one cell, or with `row` null about a column or the sheet. */
  report(
    rule: Rule,
    row: number | null,
    field: FieldId | null,
    value: CellValue | undefined,
    details: FindingDetails = {},
  ): void {
    if (!this.isInForce(rule)) return;
    const finding: Mutable<Finding> = {
      code: rule.code,
      severity: details.severity ?? rule.severity,
      effect: details.effect ?? rule.effect,
      row,
      field,
      value: cellText(value),
      params: details.params ?? NO_PARAMS,
    };
    if (details.rows) finding.rows = details.rows;
    if (details.moreRows) finding.moreRows = details.moreRows;
    if (details.fix) finding.fix = details.fix;
    this.#found.push(finding);
  }

  /** A finding about one cell with a new value for that same cell; said once for the column when most of it has the fault. */
  reportFix(
    rule: SharedRule,
    row: number,
    field: FieldId,
    value: CellValue | undefined,
    after: string,
    safe = rule.fix === 'safe',
  ): void {
    if (!this.isInForce(rule)) return;
    addToGroup(this.#shared, rule, { change: { row, field, after }, value: cellText(value), safe });
  }

  /** One finding for a column, whatever its share. `example`: what the first of the cells holds. */
  reportColumn(
    rule: SharedRule,
    changes: readonly CellChange[],
    filled: number,
    { example = '', safe = rule.fix === 'safe' } = {},
  ): void {
    const [first] = changes;
    if (!first) return;
    this.report(rule, null, first.field, null, {
      params: { count: String(changes.length), filled: String(filled), value: example, expected: first.after },
      rows: changes.map((change) => change.row),
      fix: { changes, safe },
    });
  }

  /** All findings, those of columns first, then by row and field. `filled`: filled cells of a column. */
  finish(filled: (field: FieldId) => number): Finding[] {
    for (const [rule, cells] of this.#shared) {
      for (const safe of [true, false]) this.#reportAlike(rule, cells, safe, filled);
    }
    return this.#found.sort((a, b) => (a.row ?? -1) - (b.row ?? -1) || place(a.field) - place(b.field));
  }

  /** Those of a fault's cells that are safe to mend, or those that are not. */
  #reportAlike(rule: SharedRule, all: readonly SharedCell[], safe: boolean, filled: (field: FieldId) => number): void {
    const cells = all.filter((cell) => cell.safe === safe);
    const [first] = cells;
    const total = first && cells.length >= SHARED_COUNT ? filled(first.change.field) : Number.POSITIVE_INFINITY;
    if (first && all.length >= SHARED_SHARE * total) {
      const changes = cells.map((cell) => cell.change);
      this.reportColumn(rule, changes, total, { example: first.value, safe });
      return;
    }
    for (const { change, value } of cells) {
      const fix = { changes: [change], safe };
      this.report(rule, change.row, change.field, value, { params: { expected: change.after }, fix });
    }
  }
}

function place(field: FieldId | null): number {
  return FIELD_ORDER.get(field) ?? -1;
}
