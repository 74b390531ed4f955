import { findProgramme, type Programme } from '../codes/programmes.ts';
import type { ScoredSubject } from '../score-field.ts';
import type { GradeYear } from './grade-year.ts';
import { EXEMPT, UNUSABLE } from './read-score-cell.ts';
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
  if (block.values.includes(UNUSABLE)) return undefined;
  const programme = findProgramme(year, grade);
  const all: SubjectAverage[] = [];
  for (let index = 0; index < block.scored.length; index++) {
    const tenths = block.values[index] ?? UNUSABLE;
    const subject = block.scored[index]?.subject;
    if (tenths >= 0 && subject) all.push({ subject, tenths });
  }
  const compulsory = all.filter(({ subject }) => !EXTRA.includes(subject));
  if (compulsory.length < FEWEST - (programme ? exempted(block) : 0)) return undefined;
  return programme === undefined || hasAll(block, programme, compulsory) ? { all, compulsory } : undefined;
}

function exempted(block: TermBlock): number {
  return block.values.filter((value) => value === EXEMPT).length;
}

function hasAll(block: TermBlock, { id, subjects }: Programme, found: readonly SubjectAverage[]): boolean {
  const compulsory = subjects.filter(({ assessment, elective }) => assessment === 'score' && !elective);
  for (const { subject } of compulsory) {
    const at = block.scored.findIndex((one) => one.subject === subject);
    const value = at < 0 ? undefined : block.values[at];
    if (value === undefined || (value < 0 && value !== EXEMPT)) return false;
  }
  if (id !== 'upper-secondary-2018') return true;
  const comments = block.comments.filter((field) => /\.(?:music|art)$/.test(field)).length;
  return found.length + exempted(block) >= compulsory.length + CHOSEN - Math.min(comments, CHOSEN_COMMENTS);
}
