import { headerKey } from '../rules/text/header-key.ts';
import { letterFingerprint } from '../rules/text/letter-fingerprint.ts';
import type { ColumnId, Layout } from './layout.ts';

/** Which column a header text names, and how well: 0 is the layout's own header, a higher rank a looser wording. */
export interface HeaderHit {
  readonly id: ColumnId;
  readonly rank: number;
}

/** A longer text is a title or an instruction, never a column's name. */
const LONGEST_HEADER = 160;
/** `Tỉnh/Thành phố`: every alternative names the same column, though the whole is in nobody's list. */
const ALTERNATIVES_RANK = 100;
/** `Ho va ten`: typed without any diacritics. Looser than every true wording. */
const UNACCENTED_RANK = 200;
const BRACKETS = /[([{][^)\]}]*[)\]}]/g;
const OPENING = /[([{]/;
/** What has alternatives or brackets to take apart, or letters that fingerprints do not know. */
const COMPOUND = /[([{/,;|\u1f00-\uffff]|\s-\s|\shoặc\s/u;
const ALTERNATIVE = /\s*(?:[/,;|]|\s-\s|\shoặc\s)\s*/u;
const ACCENTED = /[^\x00-\x7f]/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Words that make a column somebody else's, or another place than the permanent residence: `Số CCCD` under `Cha` is not the pupil's. */
const FOREIGN_WORDS = [
  'cha',
  'bố',
  'mẹ',
  'má',
  'vợ',
  'chồng',
  'anh chị',
  'phụ huynh',
  'giám hộ',
  'đỡ đầu',
  'chủ hộ',
  'thân nhân',
  'quê quán',
  'nguyên quán',
  'nơi sinh',
  'nơi khai sinh',
  'đăng ký khai sinh',
  'tạm trú',
  'hiện nay',
  'chỗ ở',
].map((word) => ` ${headerKey(word)} `);

/** The text speaks of another person or another place than the record's own. */
export function isForeignContext(text: string): boolean {
  const key = ` ${headerKey(text)} `;
  return FOREIGN_WORDS.some((word) => key.includes(word));
}

/**
 * Two header texts are the same to a reader: case, spacing (`họvàtên`), punctuation, composition and tone placement do not
 * matter. Without spaces nothing says which syllable a tone belongs to, so tones are compared as a sorted tail.
 */
export function compactHeader(text: string): string {
  const decomposed = headerKey(text).normalize('NFD').replaceAll(' ', '');
  const tones = decomposed.match(TONES) ?? [];
  return decomposed.replace(TONES, '') + tones.sort().join('');
}

/** The column that this header text names in the layout, or undefined. */
export function findColumn(layout: Layout, text: string): HeaderHit | undefined {
  if (text.length > LONGEST_HEADER) return undefined;
  const { answers, fingerprints } = indexOf(layout);
  if (!COMPOUND.test(text) && !fingerprints.has(letterFingerprint(text))) return undefined;
  const known = answers.get(text);
  if (known !== undefined) return known ?? undefined;
  const bare = withoutBrackets(text);
  const hit = lookUp(layout, text) ?? (bare === undefined ? undefined : lookUp(layout, bare));
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(text, hit ?? null);
  return hit;
}

function withoutBrackets(text: string): string | undefined {
  if (!OPENING.test(text)) return undefined;
  const asides = text.match(BRACKETS);
  if (!asides || asides.some(isForeignContext)) return undefined;
  return text.replace(BRACKETS, ' ');
}

function lookUp(layout: Layout, text: string): HeaderHit | undefined {
  const index = indexOf(layout);
  const key = compactHeader(text);
  const exact = index.exact.get(key);
  if (exact) return exact;
  const alternatives = ALTERNATIVE.test(text) ? text.split(ALTERNATIVE).filter((part) => part.trim() !== '') : [];
  if (alternatives.length > 1) {
    const hits = alternatives.map((part) => index.exact.get(compactHeader(part)));
    const first = hits[0];
    if (first && hits.every((hit) => hit?.id === first.id)) return { id: first.id, rank: ALTERNATIVES_RANK };
  }
  return ACCENTED.test(key) ? undefined : index.unaccented.get(key);
}

interface HeaderIndex {
  readonly exact: ReadonlyMap<string, HeaderHit>;
  readonly unaccented: ReadonlyMap<string, HeaderHit>;
  /** Of all texts above: most cells below a header are told from it by these alone, a hundred times faster than by a key. */
  readonly fingerprints: ReadonlySet<number>;
  /** Texts asked for lately: a search for the header asks for the same few hundred again and again. */
  readonly answers: Map<string, HeaderHit | null>;
}

/** A search asks for some thousand texts; more are data going by, not worth keeping. */
const MOST_ANSWERS = 4000;

const INDEXES = new WeakMap<Layout, HeaderIndex>();

function indexOf(layout: Layout): HeaderIndex {
  const known = INDEXES.get(layout);
  if (known) return known;
  const exact = new Map<string, HeaderHit>();
  const loose = new Map<string, HeaderHit>();
  const worded = layout.columns.filter((column) => column.groups === undefined);
  for (const column of worded) {
    [column.header, ...column.synonyms].forEach((text, rank) => {
      const key = compactHeader(text);
      const plain = unaccented(key);
      if (!exact.has(key)) exact.set(key, { id: column.id, rank });
      if (!loose.has(plain)) loose.set(plain, { id: column.id, rank: rank + UNACCENTED_RANK });
    });
  }
  const texts = worded.flatMap((column) => [column.header, ...column.synonyms]);
  const index = {
    exact,
    unaccented: loose,
    fingerprints: new Set(texts.map(letterFingerprint)),
    answers: new Map(),
  };
  INDEXES.set(layout, index);
  return index;
}

function unaccented(key: string): string {
  return key.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
