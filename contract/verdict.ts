import type { FieldId } from '../rules/field.ts';
import type { Message } from '../rules/messages.ts';

/**
 * How far the question got. `held`: far too many rows of its sheet failed, somebody has to look first · `set-aside`: it failed again and
 * again by itself, the operator has to look. Gives a row no colour: "could not ask" is never "does not match" (design promise 4).
 */
export const TRANSPORTS = [
  'queued',
  'sent',
  'answered',
  'closed-hours',
  'throttled',
  'unreachable',
  'refused-config',
  'held',
  'set-aside',
] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** What the population service said. Present only when `transport` is `answered`, or at once for `not-applicable`. */
export const OUTCOMES = [
  'match',
  'match-normalised',
  'differs',
  'unconfirmed',
  'no-such-number',
  'too-many',
  'superseded',
  'not-applicable',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The person is who the row says. */
export const VERIFIED_OUTCOMES = ['match', 'match-normalised'] as const satisfies readonly Outcome[];

export function isVerified(outcome: Outcome): boolean {
  return VERIFIED_OUTCOMES.some((verified) => verified === outcome);
}

export const COMPARED_FIELDS = ['citizenId', 'fullName', 'birthDate', 'sex', 'residence'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** As what each field is compared: an address is one thing, however many columns it lies in. Other fields are asked about never. */
export const COMPARED_AS: Readonly<Partial<Record<FieldId, ComparedField>>> = {
  citizenId: 'citizenId',
  fullName: 'fullName',
  birthDate: 'birthDate',
  sex: 'sex',
  province: 'residence',
  district: 'residence',
  ward: 'residence',
};

export const COMPARED_FIELD_WORDS = {
  citizenId: { vi: 'số', en: 'number' },
  fullName: { vi: 'họ tên', en: 'name' },
  birthDate: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
  residence: { vi: 'nơi thường trú', en: 'residence' },
} as const satisfies Record<ComparedField, Message>;

export const FLAGS = [
  'differs.name',
  'differs.birthDate',
  'differs.sex',
  'differs.residence',
  'nameSwapped',
  'yearOnlyBirth',
  'duplicateInUnit',
  'duplicateElsewhere',
  'numberKnownWrong',
  'noticePending',
] as const;
export type Flag = (typeof FLAGS)[number];

/** The state of a row in the loop, one word for people per state (design.md §7). */
export const ROW_STATES = [
  'not-sent',
  'pending',
  'verified',
  'wrong-information',
  'not-confirmed',
  'duplicate',
  'could-not-ask',
  'not-applicable',
] as const;
export type RowState = (typeof ROW_STATES)[number];

export const ROW_STATE_WORDS = {
  'not-sent': { vi: 'Chưa gửi', en: 'Not sent' },
  pending: { vi: 'Đang chờ', en: 'Waiting' },
  verified: { vi: 'Đã xác thực', en: 'Verified' },
  'wrong-information': { vi: 'Chưa xác thực – sai thông tin', en: 'Not verified – information differs' },
  'not-confirmed': { vi: 'Chưa xác thực được', en: 'Could not be confirmed' },
  duplicate: { vi: 'Trùng', en: 'Duplicate' },
  'could-not-ask': { vi: 'Không hỏi được (hẹn giờ)', en: 'Could not ask (will retry)' },
  'not-applicable': { vi: 'Không thuộc diện', en: 'Not applicable' },
} as const satisfies Record<RowState, Message>;

/** What is known of one row's verification. It never holds a value of the population database (promise 5). */
export interface Verdict {
  readonly transport: Transport;
  readonly outcome: Outcome | null;
  readonly compared: readonly ComparedField[];
  readonly flags: readonly Flag[];
}

/** Which sheet columns a flag speaks of, for the marks. */
export const FLAG_FIELDS = {
  'differs.name': ['fullName'],
  'differs.birthDate': ['birthDate'],
  'differs.sex': ['sex'],
  'differs.residence': ['province', 'ward'],
  nameSwapped: ['fullName'],
  yearOnlyBirth: [],
  duplicateInUnit: ['citizenId'],
  duplicateElsewhere: ['citizenId'],
  numberKnownWrong: ['citizenId'],
  noticePending: [],
} as const satisfies Record<Flag, readonly FieldId[]>;

/** The row's state, derived from the three axes and never stored beside them. */
export function rowState(verdict: Verdict | null): RowState {
  if (verdict === null) return 'not-sent';
  if (verdict.outcome === 'not-applicable') return 'not-applicable';
  switch (verdict.transport) {
    case 'queued':
    case 'sent':
      return 'pending';
    case 'closed-hours':
    case 'throttled':
    case 'unreachable':
    case 'refused-config':
    case 'held':
    case 'set-aside':
      return 'could-not-ask';
    case 'answered':
      return answeredState(verdict);
  }
}

function answeredState(verdict: Verdict): RowState {
  if (verdict.flags.includes('duplicateInUnit') || verdict.flags.includes('duplicateElsewhere')) return 'duplicate';
  if (verdict.outcome !== null && isVerified(verdict.outcome)) return 'verified';
  switch (verdict.outcome) {
    case 'differs':
    case 'no-such-number':
    case 'superseded':
      return 'wrong-information';
    default:
      return 'not-confirmed';
  }
}
