import { isBlank } from '../cell-blank.ts';
import { CITATION } from '../citations.ts';
import { teacher, teachers } from '../example-rows.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';
import { LIST_RULES } from './list-rules.ts';
import { checkLabel } from './lists.ts';

export const POSITION_RULES = defineRules({
  'position.subject-missing': {
    severity: 'note',
    effect: 'none',
    field: 'subject',
    citation: CITATION.fiveFields,
    title: { vi: 'Giáo viên chưa ghi môn dạy', en: 'Teacher without a subject' },
    message: {
      vi: 'Giáo viên này chưa ghi môn dạy, trong khi phần lớn giáo viên của danh sách đã ghi. Bổ sung nếu dạy THCS hoặc THPT.',
      en: 'This teacher has no subject, while most teachers of the list have one. Add it if teaching at secondary level.',
    },
    fix: 'none',
    examples: {
      pass: [teacher({}), teacher({ subject: null }), teachers([{ position: 'Nhân viên', subject: null }, {}, {}])],
      fail: [teachers([{}, {}, { subject: null }])],
    },
  },
});

/** At primary schools and kindergartens hardly any teacher has a subject: the others of the sheet show which school this is. */
const SHARE_WITH_SUBJECT = 0.5;

export function checkPosition(state: SheetState, at: number, row: RawRow): void {
  const label = checkLabel(state, at, 'position', row.position, state.positions, LIST_RULES['position.not-in-list']);
  if (label !== 'Giáo viên') return;
  state.teachers++;
  if (isBlank(row.subject)) state.withoutSubject.push(at);
}

export function checkSubjectColumn(state: SheetState): void {
  const { teachers, withoutSubject } = state;
  if (!state.hasColumn('subject') || teachers - withoutSubject.length < SHARE_WITH_SUBJECT * teachers) return;
  for (const at of withoutSubject) {
    state.found.report(POSITION_RULES['position.subject-missing'], at, 'subject', null);
  }
}
