import { findProvince, suggestProvince } from '../codes/provinces.ts';

export interface ProvinceReading {
  readonly known: boolean;
  /** Full name of the province most likely meant by an unknown text. */
  readonly suggestion: string | undefined;
}

const KNOWN: ProvinceReading = { known: true, suggestion: undefined };

/** Reads each distinct province text of a sheet once. */
export class ProvinceMemo {
  readonly #readings = new Map<string, ProvinceReading>();

  read(text: string): ProvinceReading {
    const seen = this.#readings.get(text);
    if (seen) return seen;
    const reading = findProvince(text) ? KNOWN : { known: false, suggestion: suggestProvince(text)?.fullName };
    this.#readings.set(text, reading);
    return reading;
  }
}
