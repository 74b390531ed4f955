import { cellText } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { CITATION } from '../citations.ts';
import { pupil } from '../example-rows.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';

export const GRADE_RULES = defineRules({
  'grade.disagrees-with-class': {
    severity: 'error',
    effect: 'none',
    field: 'grade',
    citation: CITATION.headTemplate,
    title: { vi: 'Khối khác lớp', en: 'Grade and class disagree' },
    message: {
      vi: 'Cột Khối ghi “{value}”, lớp {found} thuộc khối {expected}. Đối chiếu với CSDL ngành rồi sửa khối hoặc lớp.',
      en: 'The grade says “{value}”, while class {found} is of grade {expected}. Compare with the sector database, then correct the grade or the class.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô Khối khác khối của lớp, ví dụ “{value}” bên cạnh lớp {found}. Có thể cột Khối hoặc cột Lớp dán lệch, hay còn của năm học trước: đối chiếu với CSDL ngành.',
      en: '{count} of {filled} grades differ from that of the class, such as “{value}” beside class {found}. One of the two columns may be pasted off its rows or be last year’s: compare with the sector database.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({}),
        pupil({ grade: 11 }),
        pupil({ grade: 'Khối 11' }),
        pupil({ grade: '12', className: 'Hoa Sen' }),
        pupil({ grade: 'Lá' }),
      ],
      fail: [pupil({ grade: 10 }), pupil({ grade: 'Khối 1' }), pupil({ grade: 'K12' })],
    },
  },
});

const GRADE = /^(?:khối\s*(?:lớp)?|lớp|k)?\s*(\d{1,2})$/iu;

/** The column of grades against the class of the row. Runs after the class was read. */
export function checkGrade(state: SheetState, at: number, row: RawRow): void {
  const cell = row.grade;
  if (isBlank(cell)) return;
  const grade = state.currentClass?.grade;
  if (grade === undefined) return;
  const written = GRADE.exec(cellText(cell).normalize('NFC').trim())?.[1];
  if (written === undefined || Number(written) === grade) return;
  state.found.report(GRADE_RULES['grade.disagrees-with-class'], at, 'grade', cell, {
    params: { found: state.currentClass?.usual ?? '', expected: String(grade) },
  });
}
