import { tidySpaces } from '../text/spaces.ts';

/** What a class name says. */
export interface ClassReading {
  /** Running number of the class within one check, from 1. */
  readonly id: number;
  readonly usual: string;
  /** 1–12; undefined for preschool and free names. */
  readonly grade: number | undefined;
  /** False when the school's classes are known and this is none of them. */
  readonly listed: boolean;
  /** The class of the school most likely meant by one that it has not. */
  readonly suggestion: string | undefined;
  /** Continuing education, whose learners may be adults. */
  readonly adult: boolean;
}

/** The classes of a school, to look names up in. */
export interface ClassList {
  /** The school's own spelling of a class; undefined when it has no such class. */
  readonly find: (text: string) => string | undefined;
  /** The class most likely meant by an unknown text. */
  readonly suggest: (text: string) => string | undefined;
}

const PREFIX = /^(?:lớp|lop)\s*(?=\d)/iu;
const GRADED = /^(\d{1,2})\s*([a-zđ]{1,2})\s*(\d{0,2})$/iu;
const GRADE = /^(1[0-2]|[1-9])(?!\d|\s*tuổi|\s*t$)/iu;
const ADULT_EDUCATION = /GDTX|BTVH|bổ túc/iu;

/** Reads a class name. `ids` holds the numbers given so far, by usual name; `school` the classes there are, where known. */
export function readClass(text: string, ids: Map<string, number>, school: ClassList | null = null): ClassReading {
  const known = school?.find(text);
  const usual = known ?? usualClassName(text);
  const listed = school === null || known !== undefined;
  const id = ids.get(usual) ?? ids.size + 1;
  ids.set(usual, id);
  return {
    id,
    usual,
    grade: findGrade(usual),
    listed,
    suggestion: listed ? undefined : school?.suggest(text),
    adult: ADULT_EDUCATION.test(usual),
  };
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
