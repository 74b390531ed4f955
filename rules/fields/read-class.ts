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

/** Reads a class name. `ids` holds the numbers given so far, by usual name. */
export function readClass(text: string, ids: Map<string, number>): ClassReading {
  const usual = usualClassName(text);
  const id = ids.get(usual) ?? ids.size + 1;
  ids.set(usual, id);
  return { id, usual, grade: findGrade(usual), adult: ADULT_EDUCATION.test(usual) };
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
