import type { CellValue } from '../rules/cell.ts';
import { cellText } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import { type GradeScope, type Measure, type Term, termField } from '../rules/score-field.ts';
import type { HeaderLabel } from './header-labels.ts';
import { findPrimaryColumns, speaksOfPrimary } from './primary-headers.ts';
import { plainHeader, readScoreText, type ScoreParts } from './score-words.ts';

/** One column with a score in it may stand in any list; a results sheet has more. */
const FEWEST = 2;

/**
 * The score columns of a header: grade, term and subject in any nesting over one to four rows, or in one text (`toán9`,
 * `ht6_hk1`, `ĐTB Toán HKI lớp 10`). Where no column states a term and the title states one, it is that one; a column that
 * says neither keeps to what it says (`any`, `own`). Of two columns that mean the same the first is taken.
 * @param above the rows over the header
 * @param taken columns that have another meaning
 */
export function findScoreColumns(
  labels: readonly HeaderLabel[],
  above: readonly (readonly CellValue[])[],
  taken: ReadonlySet<number>,
): ReadonlyMap<FieldId, number> {
  const open = labels.map((label, column) => (taken.has(column) ? null : label));
  if (speaksOfPrimary(labels)) return atLeastFew(findPrimaryColumns(open));
  const parts = open.map((label) => (label === null || label.own === '' ? undefined : readLabel(label)));
  const stated = parts.some((part) => part?.term !== undefined);
  const titleTerm = stated ? undefined : readTitleTerm(above);
  const columns = new Map<FieldId, number>();
  parts.forEach((part, column) => {
    const field = part && fieldOf(part, titleTerm);
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  return atLeastFew(columns);
}

function atLeastFew(columns: ReadonlyMap<FieldId, number>): ReadonlyMap<FieldId, number> {
  return columns.size >= FEWEST ? columns : new Map();
}

/** A label's own text and its groups together. A group with words of its own kind (`Điểm thi vào 10`) makes it something else. */
function readLabel({ own, groups }: HeaderLabel): ScoreParts | undefined {
  const ownParts = readScoreText(own);
  if (ownParts === undefined) return undefined;
  let parts = ownParts;
  for (const group of groups) {
    const groupParts = readScoreText(group);
    if (groupParts === undefined || groupParts.book !== undefined) return undefined;
    parts = joined(parts, groupParts);
  }
  return parts;
}

/** The lower text decides; a group over it gives what is still open. */
function joined(low: ScoreParts, group: ScoreParts): ScoreParts {
  const named = low.subject !== undefined || low.summaries.length > 0;
  return {
    grade: low.grade ?? group.grade,
    term: low.term ?? group.term,
    subject: low.subject ?? (low.summaries.length > 0 ? undefined : group.subject),
    summaries: named || low.book !== undefined ? low.summaries : group.summaries,
    average: low.average || group.average,
    cn: low.cn || group.cn,
    book: low.book,
  };
}

function fieldOf(parts: ScoreParts, titleTerm: Term | undefined): FieldId | undefined {
  if (parts.book !== undefined) return parts.book;
  const measure = measureOf(parts);
  if (measure === undefined) return undefined;
  // `CN` is the year beside a subject, and Công nghệ where nothing else is named.
  const year = parts.cn && (parts.subject !== undefined || measure !== 'technology') ? 'cn' : undefined;
  const scope: GradeScope = parts.grade ?? 'own';
  return termField(scope, parts.term ?? year ?? titleTerm ?? 'any', measure);
}

function measureOf({ subject, summaries, average, cn, term }: ScoreParts): Measure | undefined {
  if (subject !== undefined) return summaries.length === 0 || term !== undefined ? subject : undefined;
  if (summaries.length > 0) return summaries.length === 1 ? summaries[0] : undefined;
  if (average) return 'overall';
  return cn ? 'technology' : undefined;
}

const TITLE_TERMS: readonly (readonly [RegExp, Term])[] = [
  [/hocki(?:ii|2)|hk(?:ii|2)/, 'hk2'],
  [/hocki(?:i(?!i)|1)|hk(?:i(?!i)|1)/, 'hk1'],
  [/canam|cuoinam/, 'cn'],
];

/** The one term that the title speaks of; undefined for none or several. */
function readTitleTerm(above: readonly (readonly CellValue[])[]): Term | undefined {
  const title = plainHeader(above.flat().map(cellText).join(' '));
  const found = TITLE_TERMS.filter(([words]) => words.test(title));
  return found.length === 1 ? found[0]?.[1] : undefined;
}
