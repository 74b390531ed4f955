import type { RegisterRecord } from '../matching/match-record.ts';

/** What a reply says, whatever form it came in. */
export type ServiceAnswer =
  /** `XacThucThongTinCongDan`: number, name and birth date belong together, or do not. */
  | { readonly kind: 'exists'; readonly exists: boolean }
  /** `TraCuuThongTinCongDan`; none when nobody was found. */
  | { readonly kind: 'records'; readonly records: readonly RegisterRecord[] }
  /** Well-formed and empty: nobody was found. */
  | { readonly kind: 'nothing' }
  /** A fault of SOAP, or an envelope whose code is not one of success; '' where it names none. */
  | { readonly kind: 'code'; readonly code: string };

/**
 * What was made of a body; undefined when it is not what this service sends: cut off, a web page, another service. `requestId`:
 * the MaYeuCau that the answer names, null where it names none.
 */
export type ReadAnswer = { readonly answer: ServiceAnswer; readonly requestId: string | null } | undefined;
