import { type CellValue, cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { SINGLE_WORD_NAME_ETHNICITIES } from '../codes/ethnicities.ts';
import type { RawRow } from '../record.ts';
import type { SheetState } from '../sheet-state.ts';
import { cleanName } from '../text/clean-name.ts';
import { findLegacyText } from '../text/legacy-font.ts';
import { foldLookalikes } from '../text/lookalikes.ts';
import { isPlainName } from '../text/plain-name.ts';
import { plainSpaces } from '../text/spaces.ts';
import { titleCaseName } from '../text/title-case.ts';
import { FULL_NAME_RULES as RULES } from './full-name-rules.ts';

/** The population interface takes no more (HoVaTen). */
const MAX_LENGTH = 100;
const NOT_NAME = /[^\p{L}\p{M} '’.-]/u;
const LETTER = /\p{L}/u;

/** All rules about one name. Runs after nationality and ethnicity of the row were read. */
export function checkFullName(state: SheetState, at: number, row: RawRow): void {
  const cell = row.fullName;
  if (typeof cell === 'string' && cell.length <= MAX_LENGTH && isPlainName(cell)) {
    return;
  }
  if (isBlank(cell)) {
    if (state.hasColumn('fullName')) state.found.report(RULES['full-name.missing'], at, 'fullName', cell);
  } else if (!isExcelError(cell)) {
    checkUnusualName(state, at, cell, cellText(cell));
  }
}

function checkUnusualName(state: SheetState, at: number, cell: CellValue | undefined, text: string): void {
  const { found } = state;
  const foreign = state.foreign[at] === 1;
  const legacy = foreign ? undefined : findLegacyText(text);
  if (legacy !== undefined) {
    found.reportFix(RULES['full-name.legacy-font'], at, 'fullName', cell, titleCaseName(cleanName(legacy)));
    return;
  }
  const clean = foreign ? plainSpaces(text).replace(/ {2,}/g, ' ').trim().normalize('NFC') : cleanName(text);
  const symbol = NOT_NAME.exec(clean)?.[0];
  if (symbol !== undefined || !LETTER.test(clean)) {
    // Without a single letter there is no name to ask or to file under: the row stays, as if the cell were blank.
    found.report(RULES['full-name.not-a-name'], at, 'fullName', cell, {
      params: { found: symbol ?? clean },
      effect: LETTER.test(clean) ? 'none' : 'stays',
    });
  }
  checkForm(state, at, cell, text, clean);
  if (clean.length > MAX_LENGTH) {
    found.report(RULES['full-name.too-long'], at, 'fullName', cell, { params: { count: String(clean.length) } });
  }
  if (foreign || symbol !== undefined) return;
  if (!clean.includes(' ') && LETTER.test(clean) && !SINGLE_WORD_NAME_ETHNICITIES.has(state.currentEthnicity)) {
    found.report(RULES['full-name.single-word'], at, 'fullName', cell);
  }
  // A small letter that looks like none of ours may have a capital that does (Greek ὰ): then that is cleaned as well.
  const titled = cleanName(titleCaseName(clean));
  if (titled !== clean) found.reportFix(RULES['full-name.capitals'], at, 'fullName', cell, titled);
}

/** The faults of form that leave the name as it looks. All three propose the wholly clean name, so any of them mends all. */
function checkForm(state: SheetState, at: number, cell: CellValue | undefined, text: string, clean: string): void {
  if (clean === text) return;
  const { found } = state;
  const spaced = plainSpaces(text);
  const composed = spaced.normalize('NFC');
  if (composed !== text) found.reportFix(RULES['full-name.unicode-form'], at, 'fullName', cell, clean);
  if (clean !== composed && foldLookalikes(spaced) !== composed && state.foreign[at] !== 1) {
    found.reportFix(RULES['full-name.lookalike-letter'], at, 'fullName', cell, clean);
  }
  if (/^ | {2}| $/.test(spaced)) found.reportFix(RULES['full-name.spacing'], at, 'fullName', cell, clean);
}
