import { findStateByWord, LOOP_STATE_WORDS, loopState, loopWords, WHO } from '../contract/loop/loop-state.ts';
import { LOOP, stateAfter } from '../contract/loop/loop-table.ts';
import { REFUSED_ROWS, type RefusedRowCode } from '../contract/refused-rows.ts';
import type { RowStatus } from '../contract/schemas/status.ts';
import {
  COMPARED_FIELD_WORDS,
  COMPARED_FIELDS,
  type ComparedField,
  type Flag,
  ROW_STATE_WORDS,
  type RowState,
  rowState,
  type Transport,
} from '../contract/verdict.ts';
import type { RecordKind } from '../rules/record.ts';
import type { ResultColumn } from '../templates/layout.ts';
import { roundsText } from './rounds-text.ts';

export type ResultWords = Readonly<Record<ResultColumn, string>>;

/** What decides a row's words: as much of a `RowStatus` as that. */
export type StatusFacts = Pick<
  RowStatus,
  'transport' | 'outcome' | 'compared' | 'flags' | 'why' | 'incomplete' | 'step' | 'rounds'
>;

/**
 * What the three result columns say of a row, in Vietnamese, for they stand in the sheet that is printed and signed. A
 * verdict names the fields compared: *đã xác thực* on three fields is not the five of circular 1118. No step ever asks for
 * *sổ hộ khẩu, sổ tạm trú, giấy xác nhận cư trú*: schools may not collect them.
 */
export function resultWords(status: StatusFacts, kind: RecordKind): ResultWords {
  const answered = rowState(status);
  const state = loopState(status);
  const { reason, nextStep } = WORDS[answered](status, WHO[kind].vi);
  const next = state === answered ? nextStep : loopWords(LOOP[state].next, kind).vi;
  return {
    verdict: loopWords(LOOP_STATE_WORDS[state], kind).vi,
    reason: [reason, roundsText(status.rounds)].filter((text) => text !== '').join('. '),
    nextStep: withIncomplete(next, answered, status.incomplete),
  };
}

/** The words of a row that was edited after it was sent: its verdict is void at once. */
export function voidedWords(before: ResultWords): ResultWords {
  const nextStep = 'Bấm Gửi xác thực để hỏi lại.';
  const state = findStateByWord(before.verdict);
  if (state && stateAfter(state, 'edit') === 'mended') {
    return { verdict: LOOP_STATE_WORDS.mended.vi, reason: `${EDITED} theo giấy thông báo, chưa gửi lại`, nextStep };
  }
  const notSent = ROW_STATE_WORDS['not-sent'].vi;
  if (before.verdict === notSent && before.reason.startsWith(EDITED)) return before;
  const since = before.verdict === ROW_STATE_WORDS.pending.vi ? 'sau khi gửi' : 'sau khi xác thực';
  return {
    verdict: notSent,
    reason: before.verdict === notSent ? `${EDITED}, chưa gửi lại` : `${EDITED} ${since}`,
    nextStep,
  };
}

const EDITED = 'Đã sửa';

/** The words of a row that stays in the sheet. */
export function stayingWords(reason: string): ResultWords {
  return { verdict: ROW_STATE_WORDS['not-sent'].vi, reason, nextStep: 'Sửa các ô có lỗi rồi gửi lại.' };
}

/** The server judges by newer rules than this pane, perhaps: their codes are said, so that the operator can be asked. */
export function refusedWords(codes: readonly string[]): ResultWords {
  const known = codes.find((code): code is RefusedRowCode => Object.hasOwn(REFUSED_ROWS, code));
  if (known) return stayingWords(REFUSED_ROWS[known].vi);
  return stayingWords(`Máy chủ giữ lại dòng này (${codes.join(', ')})`);
}

/** Somebody else changed the row meanwhile: what they changed is shown, and a person says what holds. */
export function differingWords(clashes: boolean): ResultWords {
  return {
    verdict: ROW_STATE_WORDS['not-sent'].vi,
    reason: clashes ? 'Người khác cũng đã sửa dòng này' : 'Người khác đã sửa ô khác của dòng này',
    nextStep: 'Mở bước Gửi trong khung Sổ Sạch, xem và chọn giá trị đúng.',
  };
}

/** The words of a row whose sending was taken back. */
export function undoneWords(): ResultWords {
  return { verdict: ROW_STATE_WORDS['not-sent'].vi, reason: 'Đã hoàn tác lần gửi', nextStep: 'Bấm Gửi xác thực.' };
}

const DIFFERENCES: readonly (readonly [Flag, string])[] = [
  ['differs.name', 'họ tên'],
  ['differs.birthDate', 'ngày sinh'],
  ['differs.sex', 'giới tính'],
  ['differs.residence', 'nơi thường trú'],
  ['nameSwapped', 'họ và tên bị đảo thứ tự'],
];

interface Words {
  readonly reason: string;
  readonly nextStep: string;
}

/** One entry a state: forgetting one does not compile. */
const WORDS = {
  'not-sent': () => ({ reason: '', nextStep: 'Bấm Gửi xác thực.' }),
  pending: () => ({ reason: 'Đã gửi, đang chờ trả lời', nextStep: '' }),
  verified,
  'wrong-information': wrongInformation,
  'not-confirmed': notConfirmed,
  duplicate,
  'could-not-ask': ({ transport }) => COULD_NOT_ASK[transport],
  'not-applicable': () => ({
    reason: 'Không phải hỏi: người nước ngoài, mã tạm của kỳ thi, hoặc đã rời trường',
    nextStep: '',
  }),
} as const satisfies Record<RowState, (status: StatusFacts, who: string) => Words>;

const WAITS = 'Không phải sửa gì: hệ thống sẽ tự hỏi lại.';

/** "Could not ask" says nothing of the row, and asks nothing of the clerk. */
const COULD_NOT_ASK: Readonly<Record<Transport, Words>> = {
  queued: { reason: '', nextStep: WAITS },
  sent: { reason: '', nextStep: WAITS },
  answered: { reason: '', nextStep: WAITS },
  'closed-hours': { reason: 'Dịch vụ tra cứu dân cư đang ngoài giờ phục vụ', nextStep: WAITS },
  throttled: { reason: 'Dịch vụ tra cứu dân cư tạm hết lượt hỏi', nextStep: WAITS },
  unreachable: { reason: 'Chưa kết nối được với dịch vụ tra cứu dân cư', nextStep: WAITS },
  'refused-config': {
    reason: 'Dịch vụ tra cứu dân cư từ chối kết nối của hệ thống',
    nextStep: 'Không phải sửa gì: người vận hành kiểm tra kết nối rồi hệ thống hỏi lại.',
  },
  held: {
    reason: 'Tạm dừng hỏi: quá nhiều dòng của trang này không khớp',
    nextStep: 'Xem lý do ở bước Kết quả của khung Sổ Sạch: sửa cột bị nghi rồi gửi lại, hoặc bấm Vẫn hỏi tiếp.',
  },
  'set-aside': {
    reason: 'Hỏi nhiều lần riêng dòng này không được',
    nextStep: 'Không phải sửa gì: người vận hành xem lại rồi cho hỏi tiếp.',
  },
};

function verified({ outcome, compared, flags }: StatusFacts): Words {
  const extra = [
    ...(outcome === 'match-normalised' ? ['chỉ khác cách viết'] : []),
    ...(flags.includes('yearOnlyBirth') ? ['ngày sinh chỉ so năm'] : []),
    ...(flags.includes('numberKnownWrong') ? ['số đang chờ cấp lại'] : []),
  ];
  const reason = `${agreement(compared)}${extra.length > 0 ? ` (${extra.join('; ')})` : ''}`;
  return { reason, nextStep: flags.includes('numberKnownWrong') ? NEW_NUMBER : '' };
}

/** The full five of circular 1118 are counted, not listed: most rows say so, and a list makes each of them four lines tall. */
function agreement(compared: readonly ComparedField[]): string {
  if (COMPARED_FIELDS.every((field) => compared.includes(field))) return `Khớp đủ ${COMPARED_FIELDS.length} mục`;
  const named = fieldList(compared);
  return named === '' ? 'Khớp' : `Khớp: ${named}`;
}

const NEW_NUMBER = 'Giữ số đang có; nhập số mới khi công an cấp.';

function wrongInformation({ outcome, flags, compared }: StatusFacts, who: string): Words {
  const asked = fieldList(compared);
  if (outcome === 'no-such-number') {
    return {
      reason: 'Cơ sở dữ liệu dân cư không có số định danh này',
      nextStep: `Kiểm tra số với giấy thông báo rồi gửi lại; nếu giấy đúng như vậy: ${guided(who)}.`,
    };
  }
  if (outcome === 'superseded') {
    return {
      reason: 'Số định danh này đã được thay bằng số mới',
      nextStep: `Hỏi ${who} số mới (giấy thông báo hoặc VNeID), sửa rồi gửi lại.`,
    };
  }
  const differing = DIFFERENCES.filter(([flag]) => flags.includes(flag)).map(([, word]) => word);
  const reason =
    differing.length > 0
      ? `Khác: ${differing.join(', ')} (so với dữ liệu dân cư)`
      : `Có thông tin khác với dữ liệu dân cư${asked === '' ? '' : ` (đã so: ${asked})`}`;
  return {
    reason,
    nextStep: `Sửa ô có dấu ≠ theo giấy thông báo rồi gửi lại; nếu giấy đúng như vậy: ${guided(who)}.`,
  };
}

function notConfirmed({ why, outcome, compared }: StatusFacts): Words {
  if (why === 'unverifiable') {
    return {
      reason: 'Chưa hỏi: số định danh hoặc ngày sinh chưa dùng được',
      nextStep: 'Sửa các ô có lỗi rồi gửi lại.',
    };
  }
  if (outcome === 'too-many') {
    return {
      reason: 'Nhiều người trùng với thông tin này',
      nextStep: 'Kiểm tra số, họ tên, ngày sinh với giấy thông báo rồi gửi lại.',
    };
  }
  const asked = fieldList(compared);
  return {
    reason: `Không tìm thấy người khớp cả ${asked === '' ? 'số, họ tên, ngày sinh' : asked}; không rõ ô nào khác`,
    nextStep: 'Chưa xác thực được: kiểm tra số, họ tên, ngày sinh với giấy thông báo.',
  };
}

function duplicate({ flags }: StatusFacts): Words {
  const here = flags.includes('duplicateInUnit');
  const elsewhere = flags.includes('duplicateElsewhere');
  const places = [...(here ? ['ở dòng khác của đơn vị'] : []), ...(elsewhere ? ['ở đơn vị khác'] : [])];
  return {
    reason: `Số định danh này có ${places.join(' và ')}`,
    nextStep: elsewhere
      ? 'Kiểm tra số với giấy thông báo; nếu đúng, báo cán bộ quản lý đối chiếu với đơn vị kia.'
      : 'Kiểm tra số của các dòng trùng với giấy thông báo, sửa rồi gửi lại.',
  };
}

/** The school guides; it never hands anybody over to the police. Short: the words stand in a narrow column of the sheet. */
function guided(who: string): string {
  return `hướng dẫn ${who} liên hệ công an`;
}

/** A record that is kept though something is missing (chưa đủ) says so, once there is a verdict to stand beside. */
function withIncomplete(nextStep: string, state: RowState, incomplete: boolean): string {
  if (!incomplete || state === 'pending' || state === 'could-not-ask') return nextStep;
  const more = 'Hồ sơ chưa đủ: bổ sung các ô có lỗi.';
  return nextStep === '' ? more : `${nextStep} ${more}`;
}

function fieldList(compared: readonly ComparedField[]): string {
  return COMPARED_FIELDS.filter((field) => compared.includes(field))
    .map((field) => COMPARED_FIELD_WORDS[field].vi)
    .join(', ');
}
