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
    if (details.fix) finding.fix = details.fix;
    this.#found.push(finding);
  }

  /** A finding about one cell with a new value for that same cell. */
  reportFix(
    rule: Rule,
    row: number,
    field: FieldId,
    value: CellValue | undefined,
    after: string,
    safe = rule.fix === 'safe',
  ): void {
    this.report(rule, row, field, value, {
      params: { expected: after },
      fix: { changes: [{ row, field, after }], safe },
    });
  }

  /** As `reportFix`, for a fault that is said once when most of the column has it. */
  reportShared(
    rule: SharedRule,
    row: number,
    field: FieldId,
    value: CellValue | undefined,
    after: string,
    safe = rule.fix === 'safe',
  ): void {
    if (!this.isInForce(rule)) return;
    const cells = this.#shared.get(rule);
    const cell = { change: { row, field, after }, value: cellText(value), safe };
    if (cells) cells.push(cell);
    else this.#shared.set(rule, [cell]);
  }

  /** All findings, those of columns first, then by row and field. `filled`: filled cells of a column. */
  finish(filled: (field: FieldId) => number): Finding[] {
    for (const [rule, cells] of this.#shared) {
      const total = filled(cells[0]?.change.field ?? 'fullName');
      const isShared = cells.length >= SHARED_COUNT && cells.length >= SHARED_SHARE * total;
      for (const safe of [true, false]) {
        const alike = cells.filter((cell) => cell.safe === safe);
        if (isShared && alike.length >= SHARED_COUNT) this.#reportColumn(rule, alike, safe, total);
        else for (const cell of alike) this.#reportCell(rule, cell);
      }
    }
    return this.#found.sort((a, b) => (a.row ?? -1) - (b.row ?? -1) || place(a.field) - place(b.field));
  }

  /** One finding for a column, whatever its share. */
  reportColumn(rule: SharedRule, changes: readonly CellChange[], filled: number): void {
    const field = changes[0]?.field;
    if (!field) return;
    this.report(rule, null, field, null, {
      params: { count: String(changes.length), filled: String(filled), expected: changes[0]?.after ?? '' },
      rows: changes.map((change) => change.row),
      fix: { changes, safe: rule.fix === 'safe' },
    });
  }

  #reportColumn(rule: SharedRule, cells: readonly SharedCell[], safe: boolean, filled: number): void {
    const changes = cells.map((cell) => cell.change);
    this.report(rule, null, changes[0]?.field ?? rule.field, null, {
      params: {
        count: String(changes.length),
        filled: String(filled),
        value: cells[0]?.value ?? '',
        expected: changes[0]?.after ?? '',
      },
      rows: changes.map((change) => change.row),
      fix: { changes, safe },
    });
  }

  #reportCell(rule: SharedRule, cell: SharedCell): void {
    this.reportFix(rule, cell.change.row, cell.change.field, cell.value, cell.change.after, cell.safe);
  }
}

function place(field: FieldId | null): number {
  return FIELD_ORDER.get(field) ?? -1;
}
