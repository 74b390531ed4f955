import type { Programme } from '../codes/programmes.ts';
import type { FieldId } from '../field.ts';
import { readScore, type ScoreReading } from '../grading/read-score.ts';
import {
  BOOK_FIELDS,
  type BookField,
  COMMENT_SUBJECTS,
  GRADE_SCOPES,
  type GradeScope,
  PRIMARY_FIELDS,
  type PrimaryField,
  SCORED_SUBJECTS,
  type ScoredSubject,
  type Summary,
  TERMS,
  type Term,
  type TermField,
  termField,
} from '../score-field.ts';
import { TextMemo } from '../text-memo.ts';

/** The columns of one grade and term, and what the row being read holds in them. */
export interface TermBlock {
  readonly term: Term;
  readonly scored: readonly { readonly subject: ScoredSubject; readonly field: TermField }[];
  readonly comments: readonly TermField[];
  readonly overall: TermField | undefined;
  readonly rank: TermField | undefined;
  readonly conduct: TermField | undefined;
  /** Of each scored subject in tenths, or one of the codes of `read-score-cell`. */
  readonly values: Int16Array;
  /** Indexes of the subjects that every pupil of a programme takes; null where the sheet lacks one of them. */
  readonly compulsory: Map<Programme, readonly number[] | null>;
  /** Comment subjects of the row that read Đ, and CĐ. */
  passed: number;
  failed: number;
}

/** A subject whose terms and year stand in the sheet, as indexes of each block's `scored`. */
export interface YearColumns {
  readonly field: TermField;
  readonly hk1: number;
  readonly hk2: number;
  readonly cn: number;
}

export interface ScopePlan {
  readonly scope: GradeScope;
  readonly blocks: readonly TermBlock[];
  readonly byTerm: Readonly<Partial<Record<Term, TermBlock>>>;
  readonly years: readonly YearColumns[];
}

/** The score columns of a sheet, put in order once, so that a row costs no more than its own cells. */
export interface ResultsPlan {
  readonly scopes: readonly ScopePlan[];
  readonly book: ReadonlySet<BookField>;
  readonly primary: readonly PrimaryField[];
  /** A sheet of texts holds the same hundred scores again and again. */
  readonly readings: TextMemo<ScoreReading>;
  /** A score cell of the row being read holds a formula's error. */
  broken: boolean;
}

export function planResults(has: (field: FieldId) => boolean): ResultsPlan {
  return {
    scopes: GRADE_SCOPES.flatMap((scope) => planScope(scope, has)),
    book: new Set(BOOK_FIELDS.filter(has)),
    primary: PRIMARY_FIELDS.filter(has),
    readings: new TextMemo(readScore),
    broken: false,
  };
}

function planScope(scope: GradeScope, has: (field: FieldId) => boolean): readonly ScopePlan[] {
  const blocks = TERMS.flatMap((term) => planTerm(scope, term, has));
  if (blocks.length === 0) return [];
  const byTerm = Object.fromEntries(blocks.map((block) => [block.term, block]));
  return [{ scope, blocks, byTerm, years: planYears(byTerm) }];
}

function planTerm(scope: GradeScope, term: Term, has: (field: FieldId) => boolean): readonly TermBlock[] {
  const scored = SCORED_SUBJECTS.map((subject) => ({ subject, field: termField(scope, term, subject) })).filter(
    ({ field }) => has(field),
  );
  const comments = COMMENT_SUBJECTS.map((subject) => termField(scope, term, subject)).filter(has);
  const summary = (measure: Summary) => {
    const field = termField(scope, term, measure);
    return has(field) ? field : undefined;
  };
  const [overall, rank, conduct] = [summary('overall'), summary('rank'), summary('conduct')];
  if (scored.length + comments.length === 0 && !overall && !rank && !conduct) return [];
  const values = new Int16Array(scored.length);
  return [{ term, scored, comments, overall, rank, conduct, values, compulsory: new Map(), passed: 0, failed: 0 }];
}

function planYears({ hk1, hk2, cn }: Readonly<Partial<Record<Term, TermBlock>>>): readonly YearColumns[] {
  if (!hk1 || !hk2 || !cn) return [];
  const at = (block: TermBlock, subject: ScoredSubject) => block.scored.findIndex((one) => one.subject === subject);
  return cn.scored
    .map(({ subject, field }, index) => ({ field, hk1: at(hk1, subject), hk2: at(hk2, subject), cn: index }))
    .filter((year) => year.hk1 >= 0 && year.hk2 >= 0);
}
