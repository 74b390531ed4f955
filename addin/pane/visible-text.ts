/** Invisible characters that a fix may remove or that make two texts look alike, with what is shown instead. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\u00a0': '⍽',
  '\u200b': '¦',
  '\u200c': '¦',
  '\u200d': '¦',
  '\ufeff': '¦',
  '\u00ad': '¦',
  '\t': '⇥',
  '\n': '↵',
  '\r': '',
};

/**
 * A cell's text with everything that cannot be seen made visible: spaces at the ends and doubled ones as `␣`, other spaces
 * and zero-width characters by a sign. Without it, before and after of a spacing fix would look the same.
 */
export function visibleText(text: string): string {
  return text
    .replace(/[\u00a0\u200b-\u200d\ufeff\u00ad\t\n\r]/gu, (character) => INVISIBLE[character] ?? character)
    .replace(/^ +| +$| {2,}/gu, (spaces) => '␣'.repeat(spaces.length));
}
