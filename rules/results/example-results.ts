import type { RawRow } from '../record.ts';
import type { RuleExample } from '../rule.ts';
import type { GradeScope, ScoredSubject, Term } from '../score-field.ts';

/** An invented pupil of grade 12 in 2022–2023, whose three years were all judged by circular 58/2011. */
const PUPIL: RawRow = {
  className: '12A1',
  ministryId: '0100000123',
  fullName: 'Nguyễn Thị Mai',
  birthDate: '12/03/2005',
  sex: 'Nữ',
  citizenId: '001305000123',
};

/** The subjects with scores of grade 12 in 2022–2023, and of a pupil of grade 12 in 2024–2025. */
const SUBJECTS_OF: Readonly<Record<'tt58' | 'tt22', readonly ScoredSubject[]>> = {
  tt58: [
    'math',
    'literature',
    'foreignLanguage1',
    'physics',
    'chemistry',
    'biology',
    'history',
    'geography',
    'civics',
    'informatics',
    'technology',
    'defence',
  ],
  tt22: [
    'math',
    'literature',
    'foreignLanguage1',
    'history',
    'defence',
    'physics',
    'chemistry',
    'biology',
    'informatics',
  ],
};

export interface ResultExampleOptions {
  readonly fix?: string;
  /** Default: 2022. */
  readonly schoolYear?: number;
}

/** One pupil's results. */
export function result(cells: RawRow, { fix, schoolYear = 2022 }: ResultExampleOptions = {}): RuleExample {
  return { kind: 'results', schoolYear, rows: [{ ...PUPIL, ...cells }], ...(fix === undefined ? {} : { fix }) };
}

/** The same of a pupil of grade 12 in 2024–2025, by circular 22/2021 throughout. */
export function result22(cells: RawRow, options: ResultExampleOptions = {}): RuleExample {
  return result({ birthDate: '12/03/2007', citizenId: '001307000123', ...cells }, { schoolYear: 2024, ...options });
}

/** The same of a pupil of grade 5 in 2024–2025, by circular 27/2020. */
export function primaryResult(cells: RawRow, options: ResultExampleOptions = {}): RuleExample {
  const pupil = { className: '5A', birthDate: '12/03/2014', citizenId: '001314000123' };
  return result({ ...pupil, ...cells }, { schoolYear: 2024, ...options });
}

/** One score in every subject of a grade and term: `scores('tt58', 'g12', 'cn', 8.1)`. */
export function scores(
  circular: keyof typeof SUBJECTS_OF,
  scope: GradeScope,
  term: Term,
  score: number,
  cells: RawRow = {},
): RawRow {
  const all = SUBJECTS_OF[circular].map((subject) => [`${scope}.${term}.${subject}`, score] as const);
  return { ...Object.fromEntries(all), ...cells };
}
