import { findProvince, type Province, suggestProvince } from '../codes/provinces.ts';

export interface ProvinceReading {
  readonly province: Province | undefined;
  /** Full name of the province most likely meant by an unknown text. */
  readonly suggestion: string | undefined;
}

export function readProvince(text: string): ProvinceReading {
  const province = findProvince(text);
  return { province, suggestion: province ? undefined : suggestProvince(text)?.fullName };
}
