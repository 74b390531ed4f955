import { findRule } from '../rules/catalogue.ts';
import { cellText } from '../rules/cell.ts';
import type { Finding } from '../rules/finding.ts';
import { textHash } from '../rules/text/text-hash.ts';
import type { Confirmation } from './confirmation.ts';
import { isRowId } from './row-id.ts';
import type { SheetRow } from './sheet-port.ts';

/** ASCII unit separator: cannot be typed into a cell, so that `ab|c` and `a|bc` differ. */
const SEPARATOR = '\u001f';

/** The rows that findings of one sheet speak of. */
export interface QuestionRows {
  readonly sheetName: string;
  readonly rows: readonly SheetRow[];
}

/**
 * Tells questions apart: a query about a row has one key, made of the row's id, the rule and every value that it judged; a query
 * about a column has one for each row it names. So an answer stays with its row when the sheet is sorted, and is void as soon as a
 * value is another. Hashes begin with the random row id: equal values in two rows have nothing in common.
 */
export class QuestionKeys {
  readonly #sheet: QuestionRows;
  readonly #doubled = new Set<string>();

  constructor(sheet: QuestionRows) {
    this.#sheet = sheet;
    const seen = new Set<string>();
    for (const { rowId } of sheet.rows) {
      if (seen.has(rowId)) this.#doubled.add(rowId);
      seen.add(rowId);
    }
  }

  /** Undefined for what nobody can confirm: errors, notes, and rows that have no id of their own yet. */
  findKeys(finding: Finding): readonly string[] | undefined {
    if (finding.severity !== 'query') return undefined;
    const { row, rows = [] } = finding;
    if (row === null && rows.length === 0) return [this.#sheetKey(finding)];
    const keys: string[] = [];
    for (const index of row === null ? rows : [row]) {
      const key = this.#findRowKey(finding, index);
      if (key === undefined) return undefined;
      keys.push(key);
    }
    return keys;
  }

  #sheetKey({ code, field, value, params }: Finding): string {
    const said = Object.entries(params)
      .map(([name, text]) => `${name}=${text}`)
      .sort();
    return hashOf(['', this.#sheet.sheetName, code, field ?? '', value, ...said]);
  }

  /** The same whether the fault is said of the cell or of its column: how often it occurs decides which of the two is. */
  #findRowKey(finding: Finding, index: number): string | undefined {
    const row = this.#sheet.rows[index];
    if (!row || !this.#isKnown(row)) return undefined;
    const { code, field } = finding;
    const judged = [...(field === null ? [] : [field]), ...(findRule(code)?.judges ?? [])];
    const cells = judged.map((id) => cellText(row.values[id]));
    return hashOf([row.rowId, code, field ?? '', ...cells, ...this.#others(finding)]);
  }

  /** Whom a row is compared with. When they are too many to be named, their number: which are named depends on the order. */
  #others({ row, rows = [], moreRows, field }: Finding): readonly string[] {
    if (row === null || rows.length === 0) return [];
    if (moreRows) return [String(rows.length + moreRows)];
    return rows
      .map((index) => this.#sheet.rows[index])
      .map((other) => `${other?.rowId} ${field === null ? '' : cellText(other?.values[field])}`)
      .sort();
  }

  #isKnown({ rowId }: SheetRow): boolean {
    return isRowId(rowId) && !this.#doubled.has(rowId);
  }
}

/** Which of the findings are confirmed, and how. A query about a column is, when every row it names was. */
export function confirmedFindings(
  findings: readonly Finding[],
  sheet: QuestionRows,
  standing: ReadonlyMap<string, Confirmation>,
): ReadonlyMap<Finding, Confirmation> {
  const confirmed = new Map<Finding, Confirmation>();
  if (standing.size === 0) return confirmed;
  const questions = new QuestionKeys(sheet);
  for (const finding of findings) {
    const keys = questions.findKeys(finding);
    const answers = keys?.map((key) => standing.get(key));
    const [first] = answers ?? [];
    if (first && answers?.every((answer) => answer !== undefined)) confirmed.set(finding, first);
  }
  return confirmed;
}

function hashOf(parts: readonly string[]): string {
  return textHash(parts.join(SEPARATOR).normalize('NFC'));
}
