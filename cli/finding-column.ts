import type { Finding } from '../rules/finding.ts';
import { columnLetters } from '../templates/column-letters.ts';
import type { SheetMatch } from '../templates/sheet-match.ts';

/** The letters of the column a finding speaks of; null for one about the sheet or about a column that is missing. */
export function findingColumn(match: SheetMatch, finding: Finding): string | null {
  // A header finding is about the very column it read: the second of two alike is not the one its field is read from.
  const problem = match.problems.find(({ code, header }) => code === finding.code && header === finding.value);
  const field = finding.field === null ? undefined : match.columns.get(finding.field);
  const column = problem ? problem.column : (field ?? null);
  return column === null ? null : columnLetters(column);
}
