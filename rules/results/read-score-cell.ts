import type { CellValue } from '../cell.ts';
import type { FieldId } from '../field.ts';
import { isWholeScore, readScore, type ScoreReading, scoreText } from '../grading/read-score.ts';
import type { SheetState } from '../sheet-state.ts';
import { SCORE_RULES } from './score-rules.ts';

/** What stands for a cell without a usable score: nothing, *Miễn*, a fault. */
export const NO_SCORE = -1;
export const EXEMPT = -2;
export const UNUSABLE = -3;

/** How a column of scores is judged. */
export interface ScoreKind {
  /** Whole scores only: primary school. */
  readonly whole: boolean;
  /** *Miễn* may stand in it: no overall average is excused. */
  readonly exemptible: boolean;
  /** Đ and CĐ may stand in it: the mark book of a subject that is not named. */
  readonly comments: boolean;
}

/** The score of a cell in tenths or one of the codes above; says what is wrong with it. A comma is read as the point it means. */
export function checkScoreCell(
  state: SheetState,
  at: number,
  field: FieldId,
  cell: CellValue | undefined,
  kind: ScoreKind,
): number {
  if (cell === null || cell === undefined) return NO_SCORE;
  const reading = typeof cell === 'string' && state.results ? state.results.readings.read(cell) : readScore(cell);
  switch (reading.kind) {
    case 'score':
    case 'decimal-comma':
      return checkForm(state, at, field, cell, kind, reading);
    case 'blank':
      return NO_SCORE;
    case 'exempt':
      if (kind.exemptible) return EXEMPT;
      break;
    case 'comment':
      if (kind.comments) return UNUSABLE;
      break;
    case 'decimal-lost':
      if (kind.whole) return say(state, 'score.out-of-range', at, field, cell);
      return propose(state, 'score.decimal-lost', at, field, cell, reading.tenths);
    case 'too-many-decimals':
      if (kind.whole) return say(state, 'score.primary-not-integer', at, field, cell);
      return propose(state, 'score.too-many-decimals', at, field, cell, reading.tenths);
    case 'out-of-range':
      return say(state, 'score.out-of-range', at, field, cell);
    case 'formula-error':
      if (state.results) state.results.broken = true;
      return UNUSABLE;
    default:
      break;
  }
  return say(state, 'score.not-a-number', at, field, cell);
}

function checkForm(
  state: SheetState,
  at: number,
  field: FieldId,
  cell: CellValue,
  { whole }: ScoreKind,
  { kind, tenths }: Extract<ScoreReading, { tenths: number }>,
): number {
  if (whole && !isWholeScore(tenths)) return say(state, 'score.primary-not-integer', at, field, cell);
  if (kind === 'decimal-comma') propose(state, 'score.decimal-comma', at, field, cell, tenths);
  return tenths;
}

type Saying = 'score.not-a-number' | 'score.out-of-range' | 'score.primary-not-integer';

function say(state: SheetState, code: Saying, at: number, field: FieldId, cell: CellValue): number {
  state.found.report(SCORE_RULES[code], at, field, cell);
  return UNUSABLE;
}

type Proposing = 'score.decimal-comma' | 'score.decimal-lost' | 'score.too-many-decimals';

function propose(
  state: SheetState,
  code: Proposing,
  at: number,
  field: FieldId,
  cell: CellValue,
  tenths: number,
): number {
  state.found.reportFix(SCORE_RULES[code], at, field, cell, scoreText(tenths));
  return UNUSABLE;
}
