import { FLAGS, type Flag } from '../../../contract/verdict.ts';
import { headerKey } from '../../../rules/text/header-key.ts';
import { withoutMarks } from '../../../rules/text/without-marks.ts';
import { RESULT_WORDS, type ResultMeaning } from './result-words.ts';

/** What the result and reason columns of a line say together. */
interface Said {
  readonly meaning: ResultMeaning;
  /** The fields that it says are other than in the register. */
  readonly differing: readonly Flag[];
}

export type ReadResult = Said | 'label-missing' | 'label-unknown' | 'contradicts-itself';

/** Labels that an operator knows of, with what they mean. They come before the built-in ones. */
export type MoreResultWords = Readonly<Record<string, ResultMeaning>>;

const keys = (...texts: readonly string[]) => texts.map(headerKey).sort((a, b) => b.length - a.length);

/** Longest first, so that `không trùng khớp` is not taken for `khớp`. */
const DENIALS = keys('sai', 'không khớp', 'không trùng khớp', 'không đúng', 'chưa khớp', 'chưa đúng', 'khác', 'lệch');
const ASSENTS = keys('đúng', 'khớp', 'trùng khớp');
const FILLERS = keys('thông tin', 'trường', 'bị', 'về', 'lỗi');
const SEPARATORS = /[,;/|+&\n]| và | - /u;

const FIELD_WORDS = {
  'differs.name': ['họ tên', 'họ và tên', 'tên', 'họ', 'họ tên công dân'],
  'differs.birthDate': ['ngày sinh', 'ngày tháng năm sinh', 'năm sinh', 'ngày tháng sinh'],
  'differs.sex': ['giới tính', 'giới'],
  'differs.residence': [
    'nơi thường trú',
    'thường trú',
    'địa chỉ thường trú',
    'địa chỉ',
    'nơi cư trú',
    'hộ khẩu thường trú',
  ],
  /** No flag names the number itself. */
  number: ['số định danh', 'số định danh cá nhân', 'số ĐDCN', 'số CCCD', 'mã định danh cá nhân', 'số căn cước'],
} as const satisfies Partial<Record<Flag | 'number', readonly string[]>>;
type NamedField = keyof typeof FIELD_WORDS;

const FIELDS: ReadonlyMap<string, NamedField> = new Map(
  Object.entries(FIELD_WORDS).flatMap(([field, texts]) => texts.map((text) => [headerKey(text), field as NamedField])),
);
const MEANINGS: ReadonlyMap<string, ResultMeaning> = new Map(
  Object.entries(RESULT_WORDS).flatMap(([meaning, texts]) =>
    texts.map((text) => [headerKey(text), meaning as ResultMeaning]),
  ),
);
const PLAIN_MEANINGS = new Map([...MEANINGS].map(([key, meaning]) => [withoutMarks(key), meaning]));
const ASCII = /^[\x20-\x7e]*$/;
/** `1 - Đã xác thực`: the code of the state before its name. */
const STATE_CODE = /^\d{1,2} (?=\D)/u;
/** `… với CSDLQG về dân cư`: with whom it was compared, which every result is. */
const WITH_WHOM = new RegExp(
  ` (?:${keys('với', 'trên', 'tại', 'trong', 'từ', 'theo').join('|')}) .*(?:${keys('dân cư', 'csdlqg', 'quốc gia', 'bộ công an').join('|')}).*$`,
  'u',
);

/** Reads the result columns and the reason columns of one line. Nothing of their text goes beyond this. */
export function resultReader(
  more: MoreResultWords = {},
): (statuses: readonly string[], reasons: readonly string[]) => ReadResult {
  const own = new Map(Object.entries(more).map(([text, meaning]) => [headerKey(text), meaning]));
  const find = (text: string): Said | undefined => {
    const key = headerKey(text);
    const meaning = own.get(key) ?? findMeaning(key);
    return meaning ? { meaning, differing: [] } : findDiffering(text, false);
  };
  return (statuses, reasons) => {
    const [first, ...others] = statuses.map(find);
    if (statuses.length === 0) return 'label-missing';
    if (first === undefined || others.includes(undefined)) return 'label-unknown';
    if (others.some((other) => other?.meaning !== first.meaning)) return 'contradicts-itself';
    let said: ReadResult = first;
    for (const reason of reasons) {
      if (typeof said === 'string') return said;
      const because = find(reason) ?? (isLoose(said) ? findDiffering(reason, true) : undefined);
      if (because) said = narrowed(said, because);
    }
    return said;
  };
}

/** Says that something is wrong, and not much more. */
function isLoose({ meaning }: Said): boolean {
  return meaning === 'unconfirmed' || meaning === 'differs';
}

/**
 * A reason makes a loose result more exact: *Chưa xác thực* for *sai ngày sinh*. One that denies the result leaves nothing to
 * believe.
 */
function narrowed(said: Said, because: Said): ReadResult {
  if (because.meaning === said.meaning) {
    const both = [...said.differing, ...because.differing];
    return { meaning: said.meaning, differing: FLAGS.filter((flag) => both.includes(flag)) };
  }
  if (said.meaning === 'match' || because.meaning === 'match') return 'contradicts-itself';
  if (!isLoose(said) || (said.meaning === 'differs' && because.meaning === 'unconfirmed')) return said;
  return because;
}

function findMeaning(key: string): ResultMeaning | undefined {
  const bare = key.replace(STATE_CODE, '').replace(WITH_WHOM, '');
  return MEANINGS.get(bare) ?? (ASCII.test(bare) ? PLAIN_MEANINGS.get(bare) : undefined);
}

/**
 * `Sai họ tên, ngày sinh`, `Giới tính không khớp`: every part names a field, or nothing is taken from the text. A value of the
 * register that somebody wrote beside makes it unreadable, and goes nowhere.
 * @param denied it stands under a result that says something is wrong; otherwise it has to say so itself
 */
function findDiffering(text: string, denied: boolean): Said | undefined {
  const named = new Set<NamedField>();
  let says = denied;
  for (const part of text.split(SEPARATORS)) {
    const key = headerKey(part);
    const bare = without(key, DENIALS);
    if (key === '' || (bare === key && without(key, ASSENTS) !== key)) continue;
    const field = FIELDS.get(without(bare, FILLERS)) ?? FIELDS.get(bare);
    if (field === undefined) return undefined;
    says ||= bare !== key;
    named.add(field);
  }
  if (!says || named.size === 0) return undefined;
  const differing = FLAGS.filter((flag) => named.has(flag as NamedField));
  return { meaning: differing.length > 0 ? 'differs' : 'unconfirmed', differing };
}

/** The text without these words at its ends. */
function without(key: string, list: readonly string[]): string {
  let rest = ` ${key} `;
  for (const word of list) {
    if (rest.startsWith(` ${word} `)) rest = rest.slice(word.length + 1);
    if (rest.endsWith(` ${word} `)) rest = rest.slice(0, -word.length - 1);
  }
  return rest.trim();
}
