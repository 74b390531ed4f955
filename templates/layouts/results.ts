import type { Layout } from '../layout.ts';
import { findScoreColumns } from '../score-headers.ts';
import {
  BIRTH_DATE_COLUMN,
  CITIZEN_ID_STATUS_COLUMN,
  NATIONALITY_COLUMN,
  NOTE_COLUMN,
  ORDINAL_COLUMN,
  PASSPORT_COLUMN,
  SEX_COLUMN,
} from './identity-columns.ts';
import { RESULT_LAYOUT_COLUMNS } from './result-columns.ts';
import { GRADE_COLUMN, SCHOOL_CODE_COLUMN } from './school-columns.ts';
import { BOOK_COLUMNS, PRIMARY_COLUMNS, TERM_COLUMNS } from './score-columns.ts';
import { student } from './student.ts';

/** As in the pupils' template. */
function studentColumn(id: 'className' | 'ministryId' | 'fullName' | 'citizenId' | 'studentStatus') {
  const column = student.columns.find((candidate) => candidate.id === id);
  if (column === undefined) throw new Error(`the pupils' template has no column ${id}`);
  return column;
}

/**
 * Results of grade 12 (circulars 1246/BGDĐT-CNTT and 1254/SGDĐT-KHTC): who the pupil is, then for grades 10, 11 and 12 and each
 * term and the year the subjects' averages, the overall average, học lực and hạnh kiểm. The columns of other schools' forms
 * (THCS transcripts, mark books, primary forms) are known as well. Columns are only ever added behind the others: marks are
 * found by position.
 */
export const results: Layout = {
  id: 'results',
  version: 1,
  record: 'results',
  sheetName: 'Kết quả',
  title: {
    vi: 'KẾT QUẢ HỌC TẬP, RÈN LUYỆN LỚP 10, 11, 12 CỦA HỌC SINH LỚP 12',
    en: 'RESULTS OF GRADES 10, 11 AND 12 OF PUPILS IN GRADE 12',
  },
  frozenThrough: 'nextStep',
  findStructured: findScoreColumns,
  columns: [
    ORDINAL_COLUMN,
    studentColumn('className'),
    studentColumn('ministryId'),
    studentColumn('fullName'),
    ...RESULT_LAYOUT_COLUMNS,
    { ...BIRTH_DATE_COLUMN, presence: 'usual' },
    SEX_COLUMN,
    { ...studentColumn('citizenId'), presence: 'usual' },
    { ...CITIZEN_ID_STATUS_COLUMN, presence: 'optional' },
    { ...NATIONALITY_COLUMN, presence: 'optional' },
    { ...PASSPORT_COLUMN, presence: 'optional' },
    { ...studentColumn('studentStatus'), presence: 'optional' },
    { ...GRADE_COLUMN, presence: 'optional' },
    { ...SCHOOL_CODE_COLUMN, presence: 'optional' },
    ...TERM_COLUMNS,
    NOTE_COLUMN,
    ...BOOK_COLUMNS,
    ...PRIMARY_COLUMNS,
  ],
};
