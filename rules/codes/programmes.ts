import { findCircular } from '../grading/circular.ts';
import type { SubjectId } from './subjects.ts';

/**
 * How a subject is judged: by scores, by comment (Đ/CĐ), by a level of primary school (T/H/C), or by level and periodic test.
 */
export type Assessment = 'score' | 'comment' | 'level' | 'level+score';

/** A subject as one programme has it. */
export interface ProgrammeSubject {
  readonly subject: SubjectId;
  /** The name in this programme where it has another (Thể dục, Ngoại ngữ). */
  readonly label?: string;
  readonly assessment: Assessment;
  /** Grades in which it is taught. Absent: all of the stage. */
  readonly grades?: readonly number[];
  /** `level+score` from this grade on, a level alone before it. */
  readonly scoredFrom?: number;
  /** Not every pupil takes it. */
  readonly elective?: true;
}

export interface Programme {
  readonly id: 'primary-2018' | 'lower-secondary-2018' | 'upper-secondary-2018' | 'upper-secondary-2006';
  readonly subjects: readonly ProgrammeSubject[];
}

/** Circular 27/2020 over the programme of circular 32/2018. */
const PRIMARY_2018: Programme = {
  id: 'primary-2018',
  subjects: [
    { subject: 'vietnamese', assessment: 'level+score' },
    { subject: 'math', assessment: 'level+score' },
    { subject: 'ethics', assessment: 'level' },
    { subject: 'natureAndSociety', assessment: 'level', grades: [1, 2, 3] },
    { subject: 'science', assessment: 'level+score', grades: [4, 5] },
    { subject: 'historyAndGeography', assessment: 'level+score', grades: [4, 5] },
    { subject: 'foreignLanguage1', assessment: 'level+score', scoredFrom: 3 },
    { subject: 'informatics', label: 'Tin học và Công nghệ (Tin học)', assessment: 'level+score', scoredFrom: 3 },
    { subject: 'technology', label: 'Tin học và Công nghệ (Công nghệ)', assessment: 'level+score', scoredFrom: 3 },
    { subject: 'music', label: 'Nghệ thuật (Âm nhạc)', assessment: 'level' },
    { subject: 'art', label: 'Nghệ thuật (Mĩ thuật)', assessment: 'level' },
    { subject: 'physicalEducation', assessment: 'level' },
    { subject: 'experience', label: 'Hoạt động trải nghiệm', assessment: 'level' },
    { subject: 'ethnicLanguage', label: 'Tiếng dân tộc', assessment: 'level', elective: true },
  ],
};

const LOWER_SECONDARY_2018: Programme = {
  id: 'lower-secondary-2018',
  subjects: [
    { subject: 'literature', assessment: 'score' },
    { subject: 'math', assessment: 'score' },
    { subject: 'foreignLanguage1', assessment: 'score' },
    { subject: 'civics', assessment: 'score' },
    { subject: 'historyAndGeography', assessment: 'score' },
    { subject: 'naturalScience', assessment: 'score' },
    { subject: 'technology', assessment: 'score' },
    { subject: 'informatics', assessment: 'score' },
    { subject: 'physicalEducation', assessment: 'comment' },
    { subject: 'arts', label: 'Nghệ thuật (Âm nhạc, Mĩ thuật)', assessment: 'comment' },
    { subject: 'experience', assessment: 'comment' },
    { subject: 'localEducation', assessment: 'comment' },
    { subject: 'ethnicLanguage', assessment: 'score', elective: true },
    { subject: 'foreignLanguage2', assessment: 'score', elective: true },
  ],
};

/** Eight compulsory parts and four chosen ones, so that the scored subjects differ from pupil to pupil. */
const UPPER_SECONDARY_2018: Programme = {
  id: 'upper-secondary-2018',
  subjects: [
    { subject: 'literature', assessment: 'score' },
    { subject: 'math', assessment: 'score' },
    { subject: 'foreignLanguage1', assessment: 'score' },
    { subject: 'history', assessment: 'score' },
    { subject: 'physicalEducation', assessment: 'comment' },
    { subject: 'defence', assessment: 'score' },
    { subject: 'experience', assessment: 'comment' },
    { subject: 'localEducation', assessment: 'comment' },
    { subject: 'geography', assessment: 'score', elective: true },
    { subject: 'economicsAndLaw', assessment: 'score', elective: true },
    { subject: 'physics', assessment: 'score', elective: true },
    { subject: 'chemistry', assessment: 'score', elective: true },
    { subject: 'biology', assessment: 'score', elective: true },
    { subject: 'technologyIndustry', assessment: 'score', elective: true },
    { subject: 'technologyAgriculture', assessment: 'score', elective: true },
    { subject: 'informatics', assessment: 'score', elective: true },
    { subject: 'music', assessment: 'comment', elective: true },
    { subject: 'art', assessment: 'comment', elective: true },
    { subject: 'ethnicLanguage', assessment: 'score', elective: true },
    { subject: 'foreignLanguage2', assessment: 'score', elective: true },
  ],
};

const UPPER_SECONDARY_2006: Programme = {
  id: 'upper-secondary-2006',
  subjects: [
    { subject: 'math', assessment: 'score' },
    { subject: 'physics', assessment: 'score' },
    { subject: 'chemistry', assessment: 'score' },
    { subject: 'biology', assessment: 'score' },
    { subject: 'informatics', assessment: 'score' },
    { subject: 'literature', assessment: 'score' },
    { subject: 'history', assessment: 'score' },
    { subject: 'geography', assessment: 'score' },
    { subject: 'foreignLanguage1', label: 'Ngoại ngữ', assessment: 'score' },
    { subject: 'civics', assessment: 'score' },
    { subject: 'technology', assessment: 'score' },
    { subject: 'physicalEducation', label: 'Thể dục', assessment: 'comment' },
    { subject: 'defence', assessment: 'score' },
    { subject: 'elective', label: 'Tự chọn (Ngoại ngữ 2, Nghề PT)', assessment: 'score', elective: true },
  ],
};

/**
 * The subjects of a grade in a school year, which began with the circulars that judge them: 27/2020 and 22/2021 came with the
 * programme of 2018. Undefined where the list of subjects is not known: primary and lower secondary of the programme of 2006,
 * and whatever `findCircular` does not know.
 */
export function findProgramme(schoolYear: number, grade: number): Programme | undefined {
  const circular = findCircular(schoolYear, grade);
  if (circular === 'TT27/2020') return PRIMARY_2018;
  if (circular === 'TT22/2021') return grade <= 9 ? LOWER_SECONDARY_2018 : UPPER_SECONDARY_2018;
  return circular !== undefined && grade >= 10 ? UPPER_SECONDARY_2006 : undefined;
}
