import type { Flag } from '../../../contract/verdict.ts';

/** What one field says: the same, the same but for its spelling, another, or nothing that can be said. */
export type Agreement = 'same' | 'same-normalised' | 'differs' | 'not-compared';

interface GradePolicy {
  readonly agreement: Agreement;
  readonly flags: readonly Flag[];
}

const DIFFERS = { agreement: 'differs', flags: ['differs.name'] } as const satisfies GradePolicy;

/**
 * How near a claimed name is to the registered one, and what is said of it. Whatever is not the same name *differs*, however
 * near: *Hòa* and *Hoa*, *Minh Anh* and *Anh Minh* may be two children of one family, and a name taken for another's is the
 * worse failure. Of all ways to differ only the swapped order is told, since the order of a name's parts is no value of the
 * register; a flag for "one letter away" or "a word left out" would let a name be found by trying (design promise 5).
 */
export const NAME_POLICY = {
  /** Letter by letter, composed (NFC), capitals or not: claims are asked in capitals, so the case proves nothing. */
  same: { agreement: 'same', flags: [] },
  /** One `nameKey`: the tone set on the other vowel (*Hoà*), a look-alike (Ð), spaces, the form of an apostrophe, dots. */
  'same-normalised': { agreement: 'same-normalised', flags: [] },
  /** The same words begun at another one, or family and given name exchanged: *An Nguyễn Văn*, *An Văn Nguyễn*. */
  swapped: { agreement: 'differs', flags: ['differs.name', 'nameSwapped'] },
  /** Words between the first and the last left out on one side: *Lò Xuân* for Lò Thị Xuân. The paper has them all. */
  'missing-middle': DIFFERS,
  /** *Ng. V. An*: `Ng` is Nguyễn, Ngô or Nghiêm, so that nothing is known of the word. */
  abbreviated: DIFFERS,
  /** All marks left out of the claimed name (*NGUYEN VAN AN*): no longer this name alone, and the sheet wants it whole. */
  'marks-missing': DIFFERS,
  /** One letter or mark inserted, deleted or replaced: a slip of the finger, or a sister. */
  near: DIFFERS,
  /**
   * The register's answer has no marks at all and the same letters: some services and clients strip them, and it is not
   * known which. It neither confirms the marks nor denies them; saying *differs* would send parents out for nothing.
   */
  'record-unmarked': { agreement: 'not-compared', flags: [] },
  different: DIFFERS,
} as const satisfies Record<string, GradePolicy>;

export type NameGrade = keyof typeof NAME_POLICY;
