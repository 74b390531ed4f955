import type { PlaceTables } from './codes/place-table.ts';
import type { PlainDate } from './plain-date.ts';
import type { RecordKind } from './record.ts';

/** Everything a check depends on besides the rows. Nothing is read from the clock or the environment. */
export interface CheckContext {
  readonly kind: RecordKind;
  /** The day on which the rows are judged: dated rules run only when in force on it. */
  readonly today: PlainDate;
  /** First calendar year of the school year, e.g. 2026 for 2026–2027. Default: derived from `today` (it turns on 1 August). */
  readonly schoolYear?: number;
  /** The workbook counts days from 1904 (old Mac files): bare serials in a birth-date column are read so. Default: 1900. */
  readonly date1904?: boolean;
  /** Communes by province. Default: none, and the rules that need them are silent; so they are in a province without a table. */
  readonly places?: PlaceTables;
  /** Names of the school's classes. Default: not known, and no class is missed among them. */
  readonly classes?: readonly string[];
  /** Code of the unit whose rows these are. Default: not known, and a column of school codes is compared with nothing. */
  readonly unit?: string;
  /** Fields that have a column in this sheet. Default: every field that occurs in the first row. */
  readonly columns?: ReadonlySet<string>;
}
