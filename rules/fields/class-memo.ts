import { tidySpaces } from '../text/spaces.ts';

/** What a class name says. */
export interface ClassReading {
  /** Running number of the class within one check, from 1. */
  readonly id: number;
  readonly usual: string;
  /** 1–12; undefined for preschool and free names. */
  readonly grade: number | undefined;
  /** Continuing education, whose learners may be adults. */
  readonly adult: boolean;
}

const PREFIX = /^(?:lớp|lop)\s*(?=\d)/iu;
const GRADED = /^(\d{1,2})\s*([a-zđ]{1,2})\s*(\d{0,2})$/iu;
const GRADE = /^(1[0-2]|[1-9])(?!\d|\s*tuổi|\s*t$)/iu;
const ADULT_EDUCATION = /GDTX|BTVH|bổ túc/iu;

/** Reads each distinct class name of a sheet once. */
export class ClassMemo {
  readonly #readings = new Map<string, ClassReading>();
  readonly #ids = new Map<string, number>();

  read(text: string): ClassReading {
    const known = this.#readings.get(text);
    if (known) return known;
    const usual = usualClassName(text);
    const id = this.#ids.get(usual) ?? this.#ids.size + 1;
    this.#ids.set(usual, id);
    const reading = { id, usual, grade: findGrade(usual), adult: ADULT_EDUCATION.test(usual) };
    this.#readings.set(text, reading);
    return reading;
  }
}

/** `Lớp 7 a` → `7A`. Names that do not begin with a grade (*Chồi 1*, *Hoa Sen*) stay, but for stray spaces. */
export function usualClassName(text: string): string {
  const tidy = tidySpaces(text).normalize('NFC');
  const bare = tidy.replace(PREFIX, '');
  const graded = GRADED.exec(bare);
  return graded ? `${graded[1]}${graded[2]?.toUpperCase()}${graded[3]}` : bare;
}

/** The grade 1–12 a class name begins with; undefined for preschool and free names (*5 tuổi A*, *Hoa Sen*). */
export function findGrade(className: string): number | undefined {
  const match = GRADE.exec(className.replace(PREFIX, ''));
  return match ? Number(match[1]) : undefined;
}
