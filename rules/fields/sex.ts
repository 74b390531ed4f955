import { addToGroup } from '../add-to-group.ts';
import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { findSex, type Sex } from '../codes/sexes.ts';
import type { RawRow } from '../record.ts';
import { FEMALE, MALE, type SheetState } from '../sheet-state.ts';
import { findLegacyText } from '../text/legacy-font.ts';
import { textKey } from '../text/text-key.ts';
import { LIST_RULES } from './list-rules.ts';
import { idIsFemale, idNumber, withoutSeparators } from './read-citizen-id.ts';

/** Marks that mean one sex in one form and the other elsewhere: read by the column's evidence only. */
const UNCLEAR = new Set(['x', '0', '1', '2']);
/** Fewer rows that agree prove nothing about what a mark stands for. */
const EVIDENCE_ROWS = 3;

/** All rules about one sex cell; keeps the sex in `state.sexes`. */
export function checkSex(state: SheetState, at: number, row: RawRow): void {
  const cell = row.sex;
  if (cell === 'Nam') {
    state.sexes[at] = MALE;
  } else if (cell === 'Nữ') {
    state.sexes[at] = FEMALE;
  } else if (isBlank(cell)) {
    if (state.hasColumn('sex')) state.found.report(LIST_RULES['sex.missing'], at, 'sex', cell);
  } else if (!isExcelError(cell)) {
    checkUnusualSex(state, at, row, cellText(cell));
  }
}

/** What the unclear marks of the column stand for, by the 4th digit of the citizen numbers beside them. */
export function checkSexColumn(state: SheetState): void {
  for (const [mark, rows] of state.unclearSexes) {
    const meaning = markMeaning(state, rows);
    for (const at of rows) {
      const cell = state.rows[at]?.sex;
      if (meaning === undefined)
        state.found.report(LIST_RULES['sex.not-in-list'], at, 'sex', cell, { params: { found: mark } });
      else state.found.reportFix(LIST_RULES['sex.not-in-list'], at, 'sex', cell, meaning);
    }
  }
}

function checkUnusualSex(state: SheetState, at: number, row: RawRow, text: string): void {
  const mark = text.trim().toLowerCase();
  if (UNCLEAR.has(mark)) {
    addToGroup(state.unclearSexes, mark, at);
    return;
  }
  const sex = findSex(text) ?? findSex(findLegacyText(text) ?? '');
  if (sex === undefined) {
    state.found.report(LIST_RULES['sex.not-in-list'], at, 'sex', row.sex);
    return;
  }
  state.sexes[at] = sex === 'Nữ' ? FEMALE : MALE;
  // The sector database ignores case here: NAM and nữ are taken as they are.
  if (text.toLowerCase() !== sex.toLowerCase()) {
    const same = textKey(text) === textKey(sex);
    state.found.reportFix(LIST_RULES['sex.not-in-list'], at, 'sex', row.sex, sex, same);
  }
}

function markMeaning(state: SheetState, rows: readonly number[]): Sex | undefined {
  let men = 0;
  let women = 0;
  for (const at of rows) {
    const number = idNumber(withoutSeparators(cellText(state.rows[at]?.citizenId)));
    if (number < 0) continue;
    if (idIsFemale(number)) women++;
    else men++;
  }
  if (men + women < EVIDENCE_ROWS) return undefined;
  if (men === 0) return 'Nữ';
  return women === 0 ? 'Nam' : undefined;
}
