/**
 * Letters that look like Vietnamese ones and are others: they print alike, but the population service compares characters.
 * Compatibility normalisation (NFKC) leaves them all as they are, hence this table.
 */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  // Icelandic eth and African D, which old keyboards and fonts put in the place of Đ.
  ['\u00d0', 'Đ'],
  ['\u00f0', 'đ'],
  ['\u0189', 'Đ'],
  ['\u0256', 'đ'],
  // Cyrillic
  ...pairs(
    '\u0410\u0412\u0415\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0405\u0422\u0423\u0425',
    'ABEIJKMHOPCSTYX',
  ),
  ...pairs('\u0430\u0435\u0456\u0458\u043e\u0440\u0441\u0455\u0443\u0445', 'aeijopcsyx'),
  // Greek
  ...pairs('\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7', 'ABEZHIKMNOPTYX'),
  ...pairs('\u03bf\u03bd', 'ov'),
]);

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (letter, at): [string, string] => [letter, to.charAt(at)]);
}

/** The Vietnamese letter a single (decomposed) character is mistaken for; undefined when it is no look-alike. */
export function findLookalike(char: string): string | undefined {
  return LOOKALIKES.get(char);
}

/** Every look-alike, and the composed letters of those alphabets. */
const MAY_HOLD = /[\u00d0\u00f0\u0189\u0256\u0370-\u052f\u1f00-\u1fff]/;

/** Replaces every look-alike, tone marks kept, and composes the text (NFC). */
export function foldLookalikes(text: string): string {
  if (!MAY_HOLD.test(text)) return text.normalize('NFC');
  let out = '';
  for (const char of text.normalize('NFD')) out += LOOKALIKES.get(char) ?? char;
  return out.normalize('NFC');
}
