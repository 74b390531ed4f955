import type { FieldId } from './field.ts';
import type { Fix } from './fix.ts';

/** error: Lỗi · query: Cần xác nhận (right as it stands? one click confirms) · note: Lưu ý */
export const SEVERITIES = ['error', 'query', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What the finding means for its row (design promise 2): `stays` keeps it in the sheet, `unverifiable` lets it go
 * without asking the population service, `none` lets it go and be asked.
 */
export type Effect = 'none' | 'unverifiable' | 'stays';

/** What a rule says about a cell (`row` and `field`), a row (`field` null), a column (`row` null) or the sheet (both null). */
export interface Finding {
  /** Stable public code, e.g. `citizen-id.sex-disagrees`. */
  readonly code: string;
  readonly severity: Severity;
  readonly effect: Effect;
  /** Index into the rows that were checked, or null for a finding about a column or the sheet. */
  readonly row: number | null;
  readonly field: FieldId | null;
  /** The cell as a person reads it. */
  readonly value: string;
  /** What the message needs besides the value, e.g. `{ expected: 'Nam' }`; words a language each: `found.vi`, `found.en`. */
  readonly params: Readonly<Record<string, string>>;
  /** A finding said once for a column names the rows it speaks of; one about a doubled value names the first few other rows. */
  readonly rows?: readonly number[];
  /** How many other rows there are besides those named in `rows`. Absent: none. */
  readonly moreRows?: number;
  readonly fix?: Fix;
}
