const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const NUCLEI =
  'a ai ao au ay ă â âu ây e eo ê êu i ia iê iêu iu o oa oai oao oay oă oe oeo oi oo ô ôi ơ ơi ' +
  'u ua uâ uây ui uê uô uôi uơ uy uya uyê uyu ư ưa ưi ươ ươi ươu ưu y ya yê yêu';

/** Onset, nucleus, coda of a written Vietnamese syllable, tones taken off. Ethnic names (*Krông*, *Hđrung*) are outside it. */
const SHAPE = new RegExp(
  `^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?(?:${NUCLEI.replaceAll(' ', '|')})(?:ng|nh|ch|[cmnpt])?$`,
);

/** True for one written syllable of Vietnamese with at most one tone: a plausibility test for decoded text, not a spelling check. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  if ((decomposed.match(TONES)?.length ?? 0) > 1) return false;
  return SHAPE.test(decomposed.replace(TONES, '').normalize('NFC'));
}
