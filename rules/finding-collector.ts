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
const NO_DETAILS: FindingDetails = {};
const FIELD_ORDER: ReadonlyMap<FieldId | null, number> = new Map(FIELDS.map((field, at) => [field, at]));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** How many cells of a column hold something; undefined when they are more than `most`, as soon as that is clear. */
export type CountFilled = (field: FieldId, most: number) => number | undefined;

/** One cell with a fault that others of its column may share. */
interface SharedCell {
  readonly row: number;
  readonly field: FieldId | null;
  readonly value: string;
  readonly details: FindingDetails;
}

/** Gathers what the checks find, keeps to the rules in force, and says once what a whole column shares. */
export class FindingCollector {
  readonly #today: CheckContext['today'];
  readonly #found: Finding[] = [];
  readonly #shared = new Map<Rule, SharedCell[]>();

  constructor(today: CheckContext['today']) {
    this.#today = today;
  }

  isInForce(rule: Rule): boolean {
    return isInForce(rule, this.#today);
  }

  /** A finding about one cell, or with `row` null about a column or the sheet. Said once for the column when most of it has the fault. */
  report(
    rule: Rule,
    row: number | null,
    field: FieldId | null,
    value: CellValue | undefined,
    details: FindingDetails = NO_DETAILS,
  ): void {
    if (!this.isInForce(rule)) return;
    if (row !== null && canBeShared(rule, details)) {
      addToGroup(this.#shared, rule, { row, field, value: cellText(value), details });
    } else this.#push(rule, row, field, cellText(value), details);
  }

  /** A finding about one cell with a new value for that same cell, or with none where none is known. */
  reportFix(
    rule: SharedRule,
    row: number,
    field: FieldId,
    value: CellValue | undefined,
    after: string | undefined,
    safe = rule.fix === 'safe',
  ): void {
    if (after === undefined) this.report(rule, row, field, value);
    else {
      this.report(rule, row, field, value, {
        params: { expected: after },
        fix: { changes: [{ row, field, after }], safe },
      });
    }
  }

  /** One finding for a column, whatever its share. */
  reportColumn(
    rule: SharedRule,
    changes: readonly CellChange[],
    filled: number,
    params: Readonly<Record<string, string>> = NO_PARAMS,
  ): void {
    const [first] = changes;
    if (!first) return;
    this.report(rule, null, first.field, null, {
      params: { ...params, count: String(changes.length), filled: String(filled), expected: first.after },
      rows: changes.map((change) => change.row),
      fix: { changes, safe: rule.fix === 'safe' },
    });
  }

  /** Rows of which a rule that may be said for a column was reported so far. */
  rowsOf(rule: SharedRule): readonly number[] {
    return (this.#shared.get(rule) ?? []).map((cell) => cell.row);
  }

  /** Takes back what was found in these rows by rules that a finding about the column explains. */
  takeBack(rows: ReadonlySet<number>, isExplained: (code: string) => boolean): void {
    for (const [rule, cells] of this.#shared) {
      if (isExplained(rule.code))
        this.#shared.set(
          rule,
          cells.filter((cell) => !rows.has(cell.row)),
        );
    }
    const left = this.#found.filter(({ code, row }) => row === null || !rows.has(row) || !isExplained(code));
    this.#found.splice(0, this.#found.length, ...left);
  }

  /**
   * All findings, those of columns first, then by row and field.
   * @param used rows that hold anything: what a blank cell is counted among
   */
  finish(filled: CountFilled, used: number): Finding[] {
    for (const [rule, cells] of this.#shared) {
      for (const ofField of groups(cells, ({ field }) => String(field))) this.#reportField(rule, ofField, filled, used);
    }
    return this.#found.sort((a, b) => (a.row ?? -1) - (b.row ?? -1) || place(a.field) - place(b.field));
  }

  #reportField(rule: Rule, cells: readonly SharedCell[], filled: CountFilled, used: number): void {
    const total = cells.length >= SHARED_COUNT ? countAmong(cells, filled, used) : undefined;
    if (total === undefined) {
      for (const cell of cells) this.#pushCell(rule, cell);
      return;
    }
    for (const alike of groups(cells, ({ details }) => kindOf(rule, details))) {
      if (alike.length >= SHARED_COUNT) this.#pushColumn(rule, alike, total);
      else for (const cell of alike) this.#pushCell(rule, cell);
    }
  }

  #pushColumn(rule: Rule, cells: readonly SharedCell[], total: number): void {
    const [first] = cells;
    if (!first) return;
    const { params, fix, severity, effect } = first.details;
    const changes = cells.flatMap(({ details }) => details.fix?.changes ?? []);
    this.#push(rule, null, first.field, '', {
      params: { ...params, count: String(cells.length), filled: String(total), value: first.value },
      rows: cells.map(({ row }) => row),
      severity,
      effect,
      fix: fix && { changes, safe: fix.safe },
    });
  }

  #pushCell(rule: Rule, { row, field, value, details }: SharedCell): void {
    this.#push(rule, row, field, value, details);
  }

  #push(rule: Rule, row: number | null, field: FieldId | null, value: string, details: FindingDetails): void {
    const finding: Mutable<Finding> = {
      code: rule.code,
      severity: details.severity ?? rule.severity,
      effect: details.effect ?? rule.effect,
      row,
      field,
      value,
      params: details.params ?? NO_PARAMS,
    };
    if (details.rows) finding.rows = details.rows;
    if (details.moreRows) finding.moreRows = details.moreRows;
    if (details.fix) finding.fix = details.fix;
    this.#found.push(finding);
  }
}

/** Whether there are words for a column of such cells, with a value to propose or without. */
function canBeShared(rule: Rule, { fix }: FindingDetails): boolean {
  return (fix || rule.fix === 'none' ? rule.columnMessage : rule.columnMessageUnfixed) !== undefined;
}

/** Cells of one kind are said together: one severity, one effect, and a fix that is safe, or asked, or none. */
function kindOf(rule: Rule, { severity = rule.severity, effect = rule.effect, fix }: FindingDetails): string {
  return `${severity} ${effect} ${fix ? fix.safe : 'none'}`;
}

/** The cells that could have the fault; undefined when those that have it are too small a share of them. */
function countAmong(cells: readonly SharedCell[], filled: CountFilled, used: number): number | undefined {
  const most = Math.floor(cells.length / SHARED_SHARE);
  const [first] = cells;
  if (!first || first.field === null) return undefined;
  if (first.value.trim() !== '') return filled(first.field, most);
  return used <= most ? used : undefined;
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): Iterable<T[]> {
  const byKey = new Map<string, T[]>();
  for (const item of items) addToGroup(byKey, keyOf(item), item);
  return byKey.values();
}

function place(field: FieldId | null): number {
  return FIELD_ORDER.get(field) ?? -1;
}
