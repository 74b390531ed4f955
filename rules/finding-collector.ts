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

/** How many cells of a column hold something; undefined when they are more than `most`, as soon as that is clear. */
export type CountFilled = (field: FieldId, most: number) => number | undefined;

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

  /** All findings, those of columns first, then by row and field. */
  finish(filled: CountFilled): Finding[] {
    for (const [rule, cells] of this.#shared) {
      const most = Math.floor(cells.length / SHARED_SHARE);
      const first = cells.length >= SHARED_COUNT ? cells[0] : undefined;
      const total = first ? filled(first.change.field, most) : undefined;
      for (const safe of [true, false]) {
        const alike = cells.filter((cell) => cell.safe === safe);
        if (total !== undefined && alike.length >= SHARED_COUNT) this.#reportAlike(rule, alike, total);
        else for (const cell of alike) this.#reportCell(rule, cell);
      }
    }
    return this.#found.sort((a, b) => (a.row ?? -1) - (b.row ?? -1) || place(a.field) - place(b.field));
  }

  #reportAlike(rule: SharedRule, cells: readonly SharedCell[], filled: number): void {
    const changes = cells.map((cell) => cell.change);
    this.reportColumn(rule, changes, filled, { example: cells[0]?.value, safe: cells[0]?.safe });
  }

  #reportCell(rule: SharedRule, { change, value, safe }: SharedCell): void {
    const { row, field, after } = change;
    this.report(rule, row, field, value, { params: { expected: after }, fix: { changes: [change], safe } });
  }
}

function place(field: FieldId | null): number {
  return FIELD_ORDER.get(field) ?? -1;
}
