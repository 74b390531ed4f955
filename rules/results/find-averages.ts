import { findProgramme, type Programme } from '../codes/programmes.ts';
import type { ScoredSubject } from '../score-field.ts';
import type { GradeYear } from './grade-year.ts';
import { EXEMPT, NO_SCORE, UNUSABLE } from './read-score-cell.ts';
import type { TermBlock } from './results-plan.ts';

export interface SubjectAverage {
  readonly subject: ScoredSubject;
  readonly tenths: number;
}

/** The averages of a grade and term of one pupil, when the sheet has all of them. */
export interface Averages {
  readonly all: readonly SubjectAverage[];
  /** Without the subjects of choice, which count at some schools and not at others. */
  readonly compulsory: readonly SubjectAverage[];
}

/** Subjects of choice beside the programme. */
const EXTRA: readonly ScoredSubject[] = ['elective', 'foreignLanguage2', 'ethnicLanguage'];
/** Where the programme's list is not known (THCS of 2006): fewer subjects than this are surely not all. */
const FEWEST = 8;
/** Subjects a pupil of the programme of 2018 chooses in grades 10–12, scored or not (circular 32/2018). */
const CHOSEN = 4;
/** Those of them that are judged by comment: Âm nhạc and Mĩ thuật. */
const CHOSEN_COMMENTS = 2;

/**
 * What follows from the averages needs all of them: undefined where one is unreadable, or a subject that every pupil of that
 * year takes is blank. A sheet that holds some subjects only is recomputed by nobody.
 */
export function findAverages(block: TermBlock, { year, grade }: GradeYear): Averages | undefined {
  const { values, scored } = block;
  // Before anything is gathered: most half-filled blocks end here.
  let found = 0;
  let exempted = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? UNUSABLE;
    if (value === UNUSABLE) return undefined;
    if (value === EXEMPT) exempted++;
    else if (value >= 0 && !isExtra(scored[index]?.subject)) found++;
  }
  const programme = findProgramme(year, grade);
  if (found + (programme ? exempted : 0) < FEWEST) return undefined;
  if (programme && !hasAll(block, programme, found + exempted)) return undefined;
  const all: SubjectAverage[] = [];
  for (let index = 0; index < values.length; index++) {
    const tenths = values[index] ?? UNUSABLE;
    const subject = scored[index]?.subject;
    if (tenths >= 0 && subject) all.push({ subject, tenths });
  }
  const compulsory = all.length === found ? all : all.filter(({ subject }) => !isExtra(subject));
  return { all, compulsory };
}

function isExtra(subject: ScoredSubject | undefined): boolean {
  return subject !== undefined && EXTRA.includes(subject);
}

/** @param count subjects of the row with a score or excused */
function hasAll(block: TermBlock, programme: Programme, count: number): boolean {
  const compulsory = compulsoryOf(block, programme);
  if (compulsory === null) return false;
  for (const index of compulsory) {
    const value = block.values[index] ?? NO_SCORE;
    if (value < 0 && value !== EXEMPT) return false;
  }
  if (programme.id !== 'upper-secondary-2018') return true;
  const comments = block.comments.filter((field) => /\.(?:music|art)$/.test(field)).length;
  return count >= compulsory.length + CHOSEN - Math.min(comments, CHOSEN_COMMENTS);
}

function compulsoryOf(block: TermBlock, programme: Programme): readonly number[] | null {
  const known = block.compulsory.get(programme);
  if (known !== undefined) return known;
  const indexes = programme.subjects
    .filter(({ assessment, elective }) => assessment === 'score' && !elective)
    .map(({ subject }) => block.scored.findIndex((one) => one.subject === subject));
  const all = indexes.includes(-1) ? null : indexes;
  block.compulsory.set(programme, all);
  return all;
}
