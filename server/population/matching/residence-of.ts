import { ALL_PLACES } from '../../../rules/codes/all-places.ts';
import { findProvince } from '../../../rules/codes/provinces.ts';
import { findTodayWard } from '../../../rules/fields/find-today-ward.ts';
import type { RecordReading } from '../../../rules/record-reading.ts';
import type { Claim } from '../population-adapter.ts';

/** The commune of today that a row's residence leads to, as a claim states it. */
export function wardOf({ provinceName, district, ward }: RecordReading): Claim['ward'] {
  if (ward === null) return null;
  const province = provinceName === null ? undefined : findProvince(provinceName);
  if (province === undefined) return 'unclear';
  return findTodayWard(ALL_PLACES, province, district ?? '', ward)?.code ?? 'unclear';
}
