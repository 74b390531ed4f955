import { FIELDS } from '../rules/field.ts';
import type { Finding } from '../rules/finding.ts';
import { sheetFinding } from '../rules/sheet-finding.ts';
import type { HeaderProblem } from '../templates/sheet-match.ts';

/** What is wrong with the header or the sheet as a whole, as findings beside those of the rows. */
export function headerFindings(problems: readonly HeaderProblem[], mergedData: boolean): readonly Finding[] {
  const found = problems.map(({ code, header, field }) =>
    sheetFinding(code, { header }, FIELDS.find((id) => id === field) ?? null),
  );
  return mergedData ? [...found, sheetFinding('sheet.merged-cells')] : found;
}
