import type { Role } from '../../contract/role.ts';
import { MAIN_SCHOOL } from './invent-units.ts';

export interface TryoutAccount {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: Role;
  /** null for the operator only. */
  readonly unit: string | null;
  /** Of a class teacher. */
  readonly classes?: readonly string[];
}

/**
 * One password for all, printed on the screen: the database is marked as a try-out and refuses real adapters. No letter
 * pair of it is changed by Telex or VNI typing, so that it comes out right with the Vietnamese keyboard switched on.
 */
export const TRYOUT_PASSWORD = 'hoc-bai-2026';

/** The clerk of the main school: the account a newcomer signs in with first. */
export const MAIN_CLERK = 'vanthu';

/** The officer over all schools of the try-out. */
export const MAIN_OFFICER = 'canbo.so';

/** Accounts for every role, over the units of `inventUnits`. */
export function inventAccounts(): readonly TryoutAccount[] {
  const account = (username: string, displayName: string, role: Role, unit: string | null): TryoutAccount => ({
    username,
    password: TRYOUT_PASSWORD,
    displayName,
    role,
    unit,
  });
  return [
    account(MAIN_CLERK, 'Văn thư Trường THCS Thử Nghiệm', 'clerk', MAIN_SCHOOL),
    {
      ...account('giaovien', 'Giáo viên chủ nhiệm lớp 6A Trường THCS Thử Nghiệm', 'class-teacher', MAIN_SCHOOL),
      classes: ['6A'],
    },
    account('nguoixem', 'Người xem Trường THCS Thử Nghiệm', 'viewer', MAIN_SCHOOL),
    account('hieutruong', 'Hiệu trưởng Trường THCS Thử Nghiệm', 'head', MAIN_SCHOOL),
    account('hieutruong.th', 'Hiệu trưởng Trường Tiểu học Thử Nghiệm', 'head', 'TN-TH-01'),
    account('hieutruong.mn', 'Hiệu trưởng Trường Mầm non Thử Nghiệm', 'head', 'TN-MN-01'),
    account('hieutruong.thpt', 'Hiệu trưởng Trường THPT Thử Nghiệm', 'head', 'TN-THPT-01'),
    account('vanthu.th', 'Văn thư Trường Tiểu học Thử Nghiệm', 'clerk', 'TN-TH-01'),
    account(MAIN_OFFICER, 'Cán bộ Sở GD&ĐT tỉnh Thử Nghiệm', 'officer', 'TN-SO'),
    account('canbo.xa', 'Cán bộ UBND phường Thử Một', 'officer', 'TN-XA-01'),
    account('vanhanh', 'Người vận hành máy chủ thử', 'operator', null),
  ];
}
