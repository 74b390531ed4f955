import { type CellValue, cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { FOREIGNER_ETHNICITY } from '../codes/ethnicities.ts';
import { VIETNAM } from '../codes/nationalities.ts';
import { STAFF_LEFT_LABELS } from '../codes/staff-statuses.ts';
import { STUDENT_LEFT_LABELS } from '../codes/student-statuses.ts';
import type { FieldId } from '../field.ts';
import type { RawRow } from '../record.ts';
import type { SharedRule } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';
import type { TextMemo } from '../text-memo.ts';
import { LIST_RULES } from './list-rules.ts';
import type { LabelReading } from './read-label.ts';

/** Ethnicity and nationality together: each is read in the light of the other. Runs before name and number. */
export function checkOrigin(state: SheetState, at: number, row: RawRow): void {
  const ethnicity = checkLabel(
    state,
    at,
    'ethnicity',
    row.ethnicity,
    state.ethnicities,
    LIST_RULES['ethnicity.not-in-list'],
  );
  state.currentEthnicity = ethnicity;
  const nationality = checkLabel(
    state,
    at,
    'nationality',
    row.nationality,
    state.nationalities,
    LIST_RULES['nationality.not-in-list'],
  );
  const blank = isBlank(row.nationality);
  // A blank nationality means Vietnamese, unless the ethnic group already says otherwise.
  const foreign = blank ? ethnicity === FOREIGNER_ETHNICITY : nationality !== '' && nationality !== VIETNAM;
  state.foreign[at] = foreign ? 1 : 0;
  if (blank && state.hasColumn('nationality')) noteMissingNationality(state, at, row, foreign);
  if (!foreign && isBlank(row.ethnicity) && state.hasColumn('ethnicity')) {
    state.found.report(LIST_RULES['ethnicity.missing'], at, 'ethnicity', row.ethnicity);
  }
}

/** Said once, with the bulk fix, however few they are. */
export function checkNationalityColumn(state: SheetState): void {
  const changes = state.noNationality.map((row) => ({ row, field: 'nationality' as const, after: VIETNAM }));
  if (changes.length > 0) state.found.reportColumn(LIST_RULES['nationality.missing'], changes, state.rows.length);
}

/** Status of the pupil or of the member of staff: rows of people who have left are kept, not verified. */
export function checkStatus(state: SheetState, at: number, row: RawRow): void {
  if (state.kind !== 'staff') {
    const rule = LIST_RULES['student-status.not-in-list'];
    const label = checkLabel(state, at, 'studentStatus', row.studentStatus, state.studentStatuses, rule);
    state.left[at] = STUDENT_LEFT_LABELS.has(label) ? 1 : 0;
  } else {
    const rule = LIST_RULES['staff-status.not-in-list'];
    const label = checkLabel(state, at, 'staffStatus', row.staffStatus, state.staffStatuses, rule);
    state.left[at] = STAFF_LEFT_LABELS.has(label) ? 1 : 0;
  }
}

/** The label a cell means, '' for none; says so where it is not that label letter for letter. */
export function checkLabel(
  state: SheetState,
  at: number,
  field: FieldId,
  cell: CellValue | undefined,
  list: TextMemo<LabelReading>,
  rule: SharedRule,
): string {
  if (cell === undefined || cell === null || cell === '') return '';
  if (typeof cell === 'string') {
    const reading = list.read(cell);
    if (reading.exact && reading.label !== undefined) return reading.label;
  }
  if (isBlank(cell) || isExcelError(cell)) return '';
  const { label, same } = list.read(cellText(cell));
  if (label === undefined) state.found.report(rule, at, field, cell);
  else state.found.reportFix(rule, at, field, cell, label, same);
  return label ?? '';
}

function noteMissingNationality(state: SheetState, at: number, row: RawRow, foreign: boolean): void {
  // Filling in Việt Nam would contradict the ethnic group of a foreigner: that one is asked, not filled.
  if (foreign) state.found.report(LIST_RULES['nationality.missing'], at, 'nationality', row.nationality);
  else state.noNationality.push(at);
}
