import type { Finding } from './finding.ts';
import type { Message } from './messages.ts';
import type { RawRow, RecordKind } from './record.ts';
import { type RecordReading, readRecord } from './record-reading.ts';

/** What will happen to a row when the sheet is pushed (design promise 2). */
export interface RowOutlook {
  /** False: it stays in the sheet. */
  readonly goes: boolean;
  /** Whether the population service will be asked. `not-applicable`: never, it holds no answer for such a person. */
  readonly verify: 'yes' | 'unverifiable' | 'not-applicable';
  /** It goes, recorded as *chưa đủ*: something required is wrong or missing. */
  readonly incomplete: boolean;
  /** Why it stays or is not asked; null when all is well. */
  readonly reason: Message | null;
}

const REASONS = {
  noName: {
    vi: 'Chưa có họ tên đọc được: nhập họ tên rồi gửi lại.',
    en: 'There is no readable name: enter it, then send again.',
  },
  noIdentity: {
    vi: 'Dòng chỉ có họ tên, chưa nhận ra được người: nhập ngày sinh, số định danh, mã định danh hoặc số hộ chiếu.',
    en: 'The row has a name only, not enough to tell the person: enter a birth date, citizen number, ministry id or passport.',
  },
  foreign: {
    vi: 'Người nước ngoài: không thuộc diện xác thực với CSDLQG về dân cư.',
    en: 'A foreigner: not verified with the population database.',
  },
  left: {
    vi: 'Trạng thái cho biết người này đã rời trường: không xác thực.',
    en: 'The status says this person has left: not verified.',
  },
  temporaryCode: {
    vi: 'Mã tạm của Hệ thống quản lý thi: không xác thực, thay bằng số định danh khi có.',
    en: 'A temporary code of the exam system: not verified, to be replaced by the citizen number.',
  },
  noNumber: {
    vi: 'Chưa có số định danh 12 chữ số dùng được: gửi được nhưng chưa xác thực.',
    en: 'No usable 12-digit citizen number yet: sent, but not verified.',
  },
  noBirthDate: {
    vi: 'Ngày sinh chưa dùng được: gửi được nhưng chưa xác thực.',
    en: 'The birth date is not usable yet: sent, but not verified.',
  },
  doubled: {
    vi: 'Số định danh trùng với dòng khác: gửi được nhưng chưa xác thực.',
    en: 'The citizen number occurs in another row too: sent, but not verified.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/**
 * `findings`: those of this row, the column's that name it included (`findingsByRow`). `reading`: what `readRecord` made of
 * the row, where the caller has it already.
 */
export function rowOutlook(
  kind: RecordKind,
  row: RawRow,
  findings: readonly Finding[],
  reading: RecordReading = readRecord(kind, row),
): RowOutlook {
  const incomplete = findings.some((finding) => finding.severity === 'error' || finding.effect !== 'none');
  const stays = stayReason(reading, findings);
  if (stays) return { goes: false, verify: 'unverifiable', incomplete: true, reason: stays };
  const outside = notApplicableReason(reading);
  if (outside) return { goes: true, verify: 'not-applicable', incomplete, reason: outside };
  const unusable = unverifiableReason(reading, findings);
  if (unusable) return { goes: true, verify: 'unverifiable', incomplete: true, reason: unusable };
  return { goes: true, verify: 'yes', incomplete, reason: null };
}

function stayReason(reading: RecordReading, findings: readonly Finding[]): Message | null {
  if (reading.fullName === '' || findings.some((finding) => finding.effect === 'stays')) return REASONS.noName;
  const known = reading.birthDate ?? reading.citizenId ?? reading.passport ?? reading.ministryId ?? reading.staffId;
  return known === null ? REASONS.noIdentity : null;
}

function notApplicableReason(reading: RecordReading): Message | null {
  if (reading.foreign) return REASONS.foreign;
  if (reading.left) return REASONS.left;
  return reading.citizenId === null && reading.passportForm === 'temporary-code' ? REASONS.temporaryCode : null;
}

function unverifiableReason(reading: RecordReading, findings: readonly Finding[]): Message | null {
  const codes = findings.filter((finding) => finding.effect === 'unverifiable').map((finding) => finding.code);
  if (codes.includes('citizen-id.duplicate')) return REASONS.doubled;
  if (reading.birthDate === null || codes.some((code) => code.startsWith('birth-date.'))) return REASONS.noBirthDate;
  return reading.citizenId === null || codes.length > 0 ? REASONS.noNumber : null;
}
