import { LOOP_ACTIONS, type LoopAction, type LoopActionId } from '../contract/loop/loop-actions.ts';
import { LOOP_STATE_WORDS, LOOP_STATES, loopWords } from '../contract/loop/loop-state.ts';
import { LOOP, type LoopRule, type StateAfter } from '../contract/loop/loop-table.ts';
import { ROLE_PERMISSIONS, ROLE_WORDS, ROLES } from '../contract/role.ts';
import { OUTCOMES } from '../contract/verdict.ts';
import { VERDICT_DAYS } from '../contract/verdict-age.ts';
import type { Message } from '../rules/messages.ts';

const INTRODUCTION = `# Vòng lặp xác thực / The verification loop

Trang này in từ bảng trạng thái bằng \`npm run docs:loop\`; đừng sửa tay. / This page is printed from the table of states by
\`npm run docs:loop\`; do not edit it.

Máy chủ, khung và trang quản lý cùng đọc một bảng: việc nào không có trong bảng thì không làm được ở đâu cả. Sửa một ô định danh
thì kết quả cũ hết giá trị ngay, ở mọi trạng thái. / Server, pane and console read one table: what is not in it cannot be done
anywhere. An edit of an identity field voids the verdict at once, in every state.

Người nước ngoài, mã tạm của kỳ thi và người đã rời trường là *Không thuộc diện*: không bao giờ được hỏi. Trường chỉ ghi số, ngày,
nơi cấp của giấy thông báo và những ô đã so; không giữ ảnh chụp. / Foreigners, temporary exam codes and those who have left are *not
applicable* and never asked about. Of a notice only number, date, issuer and the compared fields are kept; never a picture.
`;

const BY_VERDICT: Message = { vi: 'theo trả lời', en: 'by the answer' };
const NEEDS = {
  nothing: { vi: '–', en: '–' },
  notice: { vi: 'số, ngày, nơi cấp của giấy', en: 'number, date and issuer of the notice' },
  'whole-notice': { vi: 'giấy của lần hỏi này, mọi ô đã so', en: 'this round’s notice, every field compared' },
} as const satisfies Record<LoopAction['needs'], Message>;
const BY = {
  clerk: { vi: 'người có quyền', en: 'whoever may' },
  sheet: { vi: 'trong trang tính', en: 'in the sheet' },
  program: { vi: 'chương trình', en: 'the program' },
} as const satisfies Record<LoopAction['by'], Message>;

/** The loop as one Markdown page: the states, what may be done in each, who may, and how long an answer counts. */
export function loopPage(): string {
  return `${[INTRODUCTION.trimEnd(), statesTable(), actionsTable(), agesTable()].join('\n\n')}\n`;
}

function statesTable(): string {
  const rows = LOOP_STATES.map((state) => {
    const { actions, next }: LoopRule = LOOP[state];
    const done = (Object.entries(actions) as [LoopActionId, StateAfter][]).map(
      ([action, after]) =>
        `${both(LOOP_ACTIONS[action].words)} → ${after === 'by-verdict' ? both(BY_VERDICT) : `\`${after}\``}`,
    );
    return [`<a id="${state}"></a>\`${state}\``, both(LOOP_STATE_WORDS[state]), done.join('<br>'), both(next)];
  });
  return `## Các trạng thái / States\n\n${table(['', 'tên / name', 'việc → trạng thái sau / action → state after', 'bước tiếp / next step'], rows)}`;
}

function actionsTable(): string {
  const rows = (Object.entries(LOOP_ACTIONS) as [LoopActionId, LoopAction][]).map(([id, action]) => [
    `\`${id}\``,
    both(action.words),
    action.permission === null ? both(BY[action.by]) : rolesWith(action.permission),
    both(NEEDS[action.needs]),
    action.bulk ? both({ vi: 'nhiều dòng', en: 'many rows' }) : both({ vi: 'từng dòng', en: 'one row' }),
  ]);
  return `## Các việc / Actions\n\n${table(['', 'tên / name', 'ai / who', 'cần / needs', ''], rows)}`;
}

function agesTable(): string {
  const rows = OUTCOMES.map((outcome) => {
    const days = VERDICT_DAYS[outcome];
    return [`\`${outcome}\``, days === null ? both({ vi: 'không hết hạn', en: 'never' }) : `${days}`];
  });
  return `## Kết quả có giá trị bao lâu / How long an answer counts\n\n${table(['', 'ngày / days'], rows)}`;
}

function rolesWith(permission: NonNullable<LoopAction['permission']>): string {
  const roles = ROLES.filter((role) => (ROLE_PERMISSIONS[role] as readonly string[]).includes(permission));
  return roles.map((role) => both(ROLE_WORDS[role])).join('; ');
}

function both(message: Message): string {
  const { vi, en } = loopWords(message, 'student');
  return vi === en ? vi : `${vi} / ${en}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
