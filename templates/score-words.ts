import { SUBJECT_TEXTS, type SubjectId } from '../rules/codes/subjects.ts';
import {
  type BookField,
  COMMENT_SUBJECTS,
  type CommentSubject,
  type GradeScope,
  SCORED_SUBJECTS,
  type ScoredSubject,
  type Term,
} from '../rules/score-field.ts';
import { headerKey } from '../rules/text/header-key.ts';

/** What the words of one header text say. */
export interface ScoreParts {
  readonly grade: Exclude<GradeScope, 'own'> | undefined;
  readonly term: Exclude<Term, 'any'> | undefined;
  readonly subject: ScoredSubject | CommentSubject | undefined;
  readonly summaries: readonly ('rank' | 'conduct')[];
  /** It speaks of an average: of all subjects where it names none. */
  readonly average: boolean;
  /** `CN`: the year, or Công nghệ. */
  readonly cn: boolean;
  readonly book: BookField | undefined;
}

/** A longer text is a title or an instruction. */
const LONGEST = 80;
/** A sheet has a few hundred header texts; more are data going by, not worth keeping. */
const MOST_KEPT = 2000;
const known = new Map<string, ScoreParts | null>();

/** Reads one header text; undefined where any word of it is none of ours, for then it means something else. */
export function readScoreText(text: string): ScoreParts | undefined {
  if (text.length > LONGEST) return undefined;
  const before = known.get(text);
  if (before !== undefined) return before ?? undefined;
  const parts = readPlain(plainHeader(text));
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, parts ?? null);
  return parts;
}

/**
 * Letters and digits alone, without diacritics, `y` as `i`: headers are typed as `họvàtên`, `hocky1`, `Vật lý`. That two words
 * fall together so does no harm: a text is ours only when every word of it is.
 */
export function plainHeader(text: string): string {
  return headerKey(text)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('y', 'i');
}

const BOOK: readonly (readonly [RegExp, (match: RegExpExecArray) => BookField])[] = [
  [/^(?:ddg|diem|d)?tx([1-5])$/, (match) => `book.tx${match[1] as '1'}`],
  [/^(?:ddg|diem|kt|diemkt)?(?:gk|giuaki)$/, () => 'book.gk'],
  [/^(?:ddg|diem|kt|diemkt)?(?:ck|cuoiki)$/, () => 'book.ck'],
  [/^d?tbmhk$/, () => 'book.term'],
  [/^d?tbmhk(?:ii|2)$/, () => 'book.hk2'],
  [/^d?tbmhk(?:i|1)$/, () => 'book.hk1'],
  [/^d?tbmcn$/, () => 'book.cn'],
];

const SECONDARY: ReadonlySet<SubjectId> = new Set([...SCORED_SUBJECTS, ...COMMENT_SUBJECTS]);
/** Codes of the exam system: `HO` is Hóa there, and the family name in a header. */
const EXAM_CODE = /^[A-Z][AEIOU]$/;
/** `CN` may be the year, and `CN-CN` Công nghệ of the year: these are read as words. */
const YEAR_CODE = /^CN(?:-CN)?$/;
const SUBJECTS_BY_PLAIN: ReadonlyMap<string, ScoredSubject | CommentSubject> = new Map(
  SUBJECT_TEXTS.filter(([id, text]) => SECONDARY.has(id) && !EXAM_CODE.test(text) && !YEAR_CODE.test(text)).map(
    ([id, text]) => [plainHeader(text), id as ScoredSubject],
  ),
);
const LONGEST_SUBJECT = Math.max(...[...SUBJECTS_BY_PLAIN.keys()].map((text) => text.length));

const NOTHING: ScoreParts = {
  grade: undefined,
  term: undefined,
  subject: undefined,
  summaries: [],
  average: false,
  cn: false,
  book: undefined,
};

/** What a word adds to the parts; undefined where it cannot stand beside them. */
type Word = readonly [RegExp, (parts: ScoreParts, match: string) => ScoreParts | undefined];

const WORDS: readonly Word[] = [
  [/^(?:cuoi)?(?:hocki|hk|ki)(?:ii|2)/, (parts) => withTerm(parts, 'hk2')],
  [/^(?:cuoi)?(?:hocki|hk|ki)(?:i|1)/, (parts) => withTerm(parts, 'hk1')],
  [/^(?:canam|cuoinam)(?:hoc)?/, (parts) => withTerm(parts, 'cn')],
  [/^(?:lop|khoi|l)?(?:1[0-2]|[6-9])/, (parts, match) => withGrade(parts, `g${match.replace(/\D+/, '')}`)],
  [/^(?:ketquarenluien|renluien|hanhkiem|kqrl|xlhk|xlrl|rl)/, (parts) => withSummary(parts, 'conduct')],
  [/^(?:ketquahoctap|hoctap|hocluc|kqht|xlhl|xlht|hl|ht)/, (parts) => withSummary(parts, 'rank')],
  [/^(?:diemtrungbinh|trungbinh|diemtongket|tongket|tbcm|tbc|d?tb|tk)/, (parts) => ({ ...parts, average: true })],
  [/^d?tbm/, (parts) => ({ ...parts, average: true })],
  [/^cncn/, (parts) => ({ ...parts, subject: 'technology', cn: true })],
  [/^cn/, (parts) => ({ ...parts, cn: true })],
  // Behind the terms: without a number HK is hạnh kiểm.
  [/^hk/, (parts) => withSummary(parts, 'conduct')],
  [/^(?:diem|cacmon|cm|monhoc|mon|ketqua|kq|xeploai|xl|danhgia|tungmon|cotinhdiem|va)/, (parts) => parts],
];

/** Two terms or grades in one text are a span (`Lớp 10–12`), and no column's. */
function withTerm(parts: ScoreParts, term: ScoreParts['term']): ScoreParts | undefined {
  return parts.term === undefined ? { ...parts, term } : undefined;
}

function withGrade(parts: ScoreParts, grade: string): ScoreParts | undefined {
  return parts.grade === undefined ? { ...parts, grade: grade as ScoreParts['grade'] } : undefined;
}

function withSummary(parts: ScoreParts, summary: 'rank' | 'conduct'): ScoreParts {
  return parts.summaries.includes(summary) ? parts : { ...parts, summaries: [...parts.summaries, summary] };
}

function readPlain(plain: string): ScoreParts | undefined {
  for (const [words, field] of BOOK) {
    const match = words.exec(plain);
    if (match) return { ...NOTHING, book: field(match) };
  }
  return plain === '' ? undefined : readRest(plain, NOTHING);
}

/** All of what is left, word by word, a longer subject before a shorter one: `NN1 9` is Ngoại ngữ 1 of grade 9. */
function readRest(rest: string, parts: ScoreParts): ScoreParts | undefined {
  if (rest === '') return parts;
  if (parts.subject === undefined) {
    for (let length = Math.min(rest.length, LONGEST_SUBJECT); length >= 2; length--) {
      const subject = SUBJECTS_BY_PLAIN.get(rest.slice(0, length));
      const whole = subject && readRest(rest.slice(length), { ...parts, subject });
      if (whole) return whole;
    }
  }
  for (const [words, add] of WORDS) {
    const match = words.exec(rest)?.[0];
    const more = match === undefined ? undefined : add(parts, match);
    const whole = more && readRest(rest.slice(match?.length), more);
    if (whole) return whole;
  }
  return undefined;
}
