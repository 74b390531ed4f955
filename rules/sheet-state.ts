import { isBlank } from './cell-blank.ts';
import type { CheckContext } from './check-context.ts';
import { ETHNICITY_LIST } from './codes/ethnicities.ts';
import { NATIONALITY_LIST } from './codes/nationalities.ts';
import { POSITION_LIST } from './codes/positions.ts';
import { findProvinceOfDistrict } from './codes/province-of-district.ts';
import { STAFF_STATUS_LIST } from './codes/staff-statuses.ts';
import { STUDENT_STATUS_LIST } from './codes/student-statuses.ts';
import type { FieldId } from './field.ts';
import { PlaceMemo } from './fields/place-memo.ts';
import { packDate } from './fields/read-birth-date.ts';
import { type ClassReading, readClass } from './fields/read-class.ts';
import { readLabel } from './fields/read-label.ts';
import { readProvince } from './fields/read-province.ts';
import { SchoolClasses } from './fields/school-classes.ts';
import { FindingCollector } from './finding-collector.ts';
import type { CellChange } from './fix.ts';
import type { PlainDate } from './plain-date.ts';
import type { RawRow, RecordKind } from './record.ts';
import { planResults, type ResultsPlan } from './results/results-plan.ts';
import { TextMemo } from './text-memo.ts';

/** Codes of a sex in the sheet's arrays. */
export const NO_SEX = 0;
export const MALE = 1;
export const FEMALE = 2;

/** Nhà trẻ takes children from this age on (education law 43/2019/QH14, article 26). */
const CRECHE_MIN_MONTHS = 3;

/**
 * What one check knows of its sheet: reused by every row, so that a clean row allocates nothing. The arrays keep, a row each,
 * what sheet-wide rules compare afterwards.
 */
export class SheetState {
  readonly kind: RecordKind;
  readonly today: PlainDate;
  readonly schoolYear: number;
  readonly date1904: boolean;
  /** Code of the unit; '' when it is not known. */
  readonly unit: string;
  /** yyyymmdd */
  readonly packedToday: number;
  /** yyyymmdd of the last birth date that is old enough for a crèche. */
  readonly packedCreche: number;
  readonly rows: readonly RawRow[];
  readonly found: FindingCollector;
  readonly #columns: ReadonlySet<string>;

  /** Citizen numbers of 12 digits as numbers; -1 where there is none. */
  readonly ids: Float64Array;
  /** Ministry ids of 10 digits as numbers; -1 where there is none. */
  readonly ministryIds: Float64Array;
  /** Rows of each ministry id of another form. */
  readonly oddIds = new Map<string, number[]>();
  /** 1 where the citizen number, its lost zeros restored, disagrees with the sex or the birth year. */
  readonly disagrees: Uint8Array;
  /** yyyymmdd, month and day 0 where unknown; 0 where there is no usable date. */
  readonly births: Int32Array;
  readonly sexes: Uint8Array;
  /** 1 where the row's status says the person has left. */
  readonly left: Uint8Array;
  /** 1 where the nationality is not Vietnamese. */
  readonly foreign: Uint8Array;
  /** Which class (`ClassReading.id`); 0 for none. */
  readonly classIds: Int32Array;
  /** Rows that hold anything at all. */
  used = 0;

  /** What the birth-date column looks like, for `birth-date.column-may-be-swapped`. */
  readonly trueDateRows: number[] = [];
  trueDaysOver12 = 0;
  textDaysOver12 = 0;
  monthFirst = 0;

  /** Rows whose nationality is blank. */
  readonly noNationality: number[] = [];
  /** Rows without a sex. */
  readonly noSex: number[] = [];
  /** Rows of each mark that names no sex by itself. */
  readonly unclearSexes = new Map<string, number[]>();

  /** Teachers, and those of them without a subject. */
  teachers = 0;
  readonly withoutSubject: number[] = [];

  /** The score columns; null for other records. */
  readonly results: ResultsPlan | null;

  readonly provinces = new TextMemo(readProvince);
  /** Asked only where the sheet has no column of provinces. */
  readonly districts = new TextMemo((text) => ({ province: findProvinceOfDistrict(text) }));
  readonly places: PlaceMemo | null;
  /** Addresses of former units, each with the changes that bring it up to date. */
  readonly dissolved: { readonly row: number; readonly expected: string; readonly changes: readonly CellChange[] }[] =
    [];
  readonly #classIds = new Map<string, number>();
  readonly classes: TextMemo<ClassReading>;
  /** Of the row being read. */
  currentClass: ClassReading | null = null;
  /** Label of the row being read; '' when blank or unknown. */
  currentEthnicity = '';
  readonly ethnicities = new TextMemo((text) => readLabel(ETHNICITY_LIST, text));
  readonly nationalities = new TextMemo((text) => readLabel(NATIONALITY_LIST, text));
  readonly studentStatuses = new TextMemo((text) => readLabel(STUDENT_STATUS_LIST, text));
  readonly staffStatuses = new TextMemo((text) => readLabel(STAFF_STATUS_LIST, text));
  readonly positions = new TextMemo((text) => readLabel(POSITION_LIST, text));

  constructor(rows: readonly RawRow[], context: CheckContext) {
    this.kind = context.kind;
    this.today = context.today;
    // The school year turns on 1 August: pupils are enrolled for the new one before it opens on 5 September.
    this.schoolYear = context.schoolYear ?? (context.today.month >= 8 ? context.today.year : context.today.year - 1);
    this.places = context.places ? new PlaceMemo(context.places) : null;
    this.date1904 = context.date1904 ?? false;
    this.unit = context.unit ?? '';
    const school = context.classes ? new SchoolClasses(context.classes) : null;
    this.classes = new TextMemo((text) => readClass(text, this.#classIds, school));
    this.packedToday = packDate(context.today);
    this.packedCreche = packDate(monthsBefore(context.today, CRECHE_MIN_MONTHS));
    this.rows = rows;
    this.found = new FindingCollector(context.today);
    this.#columns = context.columns ?? new Set(Object.keys(rows[0] ?? {}));
    this.results = context.kind === 'results' ? planResults((field) => this.#columns.has(field)) : null;
    this.ids = new Float64Array(rows.length).fill(-1);
    this.ministryIds = new Float64Array(rows.length).fill(-1);
    this.disagrees = new Uint8Array(rows.length);
    this.births = new Int32Array(rows.length);
    this.sexes = new Uint8Array(rows.length);
    this.left = new Uint8Array(rows.length);
    this.foreign = new Uint8Array(rows.length);
    this.classIds = new Int32Array(rows.length);
  }

  hasColumn(field: FieldId): boolean {
    return this.#columns.has(field);
  }

  /** See `CountFilled`: few columns are mostly faulty, and most are told so after a few dozen rows. */
  findFilled(field: FieldId, most: number): number | undefined {
    let count = 0;
    for (const row of this.rows) if (!isBlank(row[field]) && ++count > most) return undefined;
    return count;
  }
}

function monthsBefore(date: PlainDate, months: number): PlainDate {
  const count = date.year * 12 + date.month - 1 - months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1, day: date.day };
}
