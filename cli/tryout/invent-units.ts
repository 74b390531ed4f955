import type { Unit } from '../../contract/schemas/unit.ts';

/** The school whose workbook a try-out opens first. */
export const MAIN_SCHOOL = 'TN-THCS-01';

export const MAIN_SCHOOL_NAME = 'Trường THCS Thử Nghiệm';

/** Since 1/7/2025 communes manage the schools up to THCS, the department the THPT ones (decree 142/2025/NĐ-CP). */
const TWO_TIERS_SINCE = '2025-07-01';

/**
 * A department with two communes and four schools that exist nowhere. Codes begin with TN (*thử nghiệm*), which no province,
 * commune or school code does: those are digits. Parents stand before their children.
 */
export function inventUnits(): readonly Unit[] {
  const unit = (code: string, name: string, kind: Unit['kind'], parent: string | null): Unit => ({
    code,
    name,
    kind,
    parent,
    validFrom: kind === 'commune' ? TWO_TIERS_SINCE : null,
    validTo: null,
  });
  return [
    unit('TN-SO', 'Sở GD&ĐT tỉnh Thử Nghiệm', 'department', null),
    unit('TN-XA-01', 'UBND phường Thử Một', 'commune', 'TN-SO'),
    unit('TN-XA-02', 'UBND xã Thử Hai', 'commune', 'TN-SO'),
    unit('TN-THPT-01', 'Trường THPT Thử Nghiệm', 'school', 'TN-SO'),
    unit(MAIN_SCHOOL, MAIN_SCHOOL_NAME, 'school', 'TN-XA-01'),
    unit('TN-TH-01', 'Trường Tiểu học Thử Nghiệm', 'school', 'TN-XA-01'),
    unit('TN-MN-01', 'Trường Mầm non Thử Nghiệm', 'school', 'TN-XA-02'),
  ];
}
