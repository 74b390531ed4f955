import { findProvince, suggestProvince } from '../codes/provinces.ts';

export interface ProvinceReading {
  readonly known: boolean;
  /** Full name of the province most likely meant by an unknown text. */
  readonly suggestion: string | undefined;
}

const KNOWN: ProvinceReading = { known: true, suggestion: undefined };

export function readProvince(text: string): ProvinceReading {
  return findProvince(text) ? KNOWN : { known: false, suggestion: suggestProvince(text)?.fullName };
}
