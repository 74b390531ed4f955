import type { CheckContext } from '../../../rules/check-context.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import { pupil, teacher } from '../../../rules/example-rows.ts';
import type { RawRow } from '../../../rules/record.ts';

/** The day the worked examples of the domain sheet are told on. */
export const TODAY = { year: 2026, month: 11, day: 22 } as const;

/**
 * Everything the public engine says of some rows, a line a finding: `code severity`, its effect on the row, what it proposes, and whether that may be
 * applied in bulk. Rows are told apart by `#1`, `#2` … where there are several.
 */
export function saidOf(rows: readonly RawRow[], context: Partial<CheckContext> = {}): string[] {
  return checkRows(rows, { kind: 'student', today: TODAY, ...context }).map(({ code, severity, effect, row, fix }) => {
    const change = fix?.changes.map(({ after }) => ` → ${after}`).join('') ?? '';
    const at = rows.length > 1 && row !== null ? `#${row + 1} ` : '';
    return `${at}${code} ${severity}${effect === 'none' ? '' : ` ${effect}`}${change}${fix?.safe ? ' safe' : ''}`;
  });
}

export function saidOfPupil(cells: RawRow, context?: Partial<CheckContext>): string[] {
  return saidOf(pupil(cells).rows, context);
}

export function saidOfTeacher(cells: RawRow, context?: Partial<CheckContext>): string[] {
  return saidOf(teacher(cells).rows, { kind: 'staff', ...context });
}
