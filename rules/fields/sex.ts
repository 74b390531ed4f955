import { addToGroup } from '../add-to-group.ts';
import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { findSex, type Sex } from '../codes/sexes.ts';
import type { RawRow } from '../record.ts';
import { FEMALE, MALE, NO_SEX, type SheetState } from '../sheet-state.ts';
import { findLegacyText } from '../text/legacy-font.ts';
import { textKey } from '../text/text-key.ts';
import { LIST_RULES } from './list-rules.ts';
import { idIsFemale, idNumber, withoutSeparators } from './read-citizen-id.ts';

/** Marks that mean one sex in one form and the other elsewhere: read by the column's evidence only. */
const UNCLEAR = new Set(['x', '0', '1', '2']);
/** Fewer rows that agree prove nothing about what a mark stands for. */
const EVIDENCE_ROWS = 3;
/** A few people hold a number that tells the wrong sex (circular 59/2021/TT-BCA, article 6), and some numbers are mistyped. */
const EVIDENCE_SHARE = 0.9;

/** All rules about one sex cell; keeps the sex in `state.sexes`. */
export function checkSex(state: SheetState, at: number, row: RawRow): void {
  const cell = row.sex;
  if (cell === 'Nam') {
    state.sexes[at] = MALE;
  } else if (cell === 'Nữ') {
    state.sexes[at] = FEMALE;
  } else if (isBlank(cell)) {
    if (state.hasColumn('sex')) state.noSex.push(at);
  } else if (!isExcelError(cell)) {
    checkUnusualSex(state, at, row, cellText(cell));
  }
}

/** What the unclear marks of the column stand for, by the 4th digit of the citizen numbers beside them; and its blank cells. */
export function checkSexColumn(state: SheetState): void {
  for (const [mark, rows] of state.unclearSexes) {
    const meaning = sexOf(state, rows);
    for (const at of rows) {
      const cell = state.rows[at]?.sex;
      if (meaning === undefined)
        state.found.report(LIST_RULES['sex.not-in-list'], at, 'sex', cell, { params: { found: mark } });
      else state.found.reportFix(LIST_RULES['sex.not-in-list'], at, 'sex', cell, meaning);
    }
  }
  if (state.noSex.length > 0) checkBlankSexes(state);
}

/** Some lists mark the girls with an x and leave the boys blank: then the blank cells are said once, for they do say something. */
function checkBlankSexes(state: SheetState): void {
  const [[mark, marked] = ['', []], ...others] = state.unclearSexes;
  const meaning = others.length === 0 && state.sexes.every((sex) => sex === NO_SEX) ? sexOf(state, marked) : undefined;
  const unmarked = sexOf(state, state.noSex);
  if (meaning === undefined || unmarked === undefined || unmarked === meaning) {
    for (const at of state.noSex) state.found.report(LIST_RULES['sex.missing'], at, 'sex', null);
    return;
  }
  const changes = state.noSex.map((row) => ({ row, field: 'sex' as const, after: unmarked }));
  state.found.reportColumn(LIST_RULES['sex.only-one-marked'], changes, state.used, {
    mark,
    found: meaning,
  });
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

/** The sex that the citizen numbers of these rows agree on. */
function sexOf(state: SheetState, rows: readonly number[]): Sex | undefined {
  let men = 0;
  let women = 0;
  for (const at of rows) {
    const number = idNumber(withoutSeparators(cellText(state.rows[at]?.citizenId)));
    if (number < 0) continue;
    if (idIsFemale(number)) women++;
    else men++;
  }
  if (men + women < EVIDENCE_ROWS) return undefined;
  if (women >= (men + women) * EVIDENCE_SHARE) return 'Nữ';
  return men >= (men + women) * EVIDENCE_SHARE ? 'Nam' : undefined;
}
