import type { Sex } from '../codes/sexes.ts';

/** The words as they are written and as capitals, by their first letter. */
const WOMEN = ['Thị ', 'THỊ '] as const;
const MEN = ['Văn ', 'VĂN '] as const;

/**
 * The sex that a middle word of a Vietnamese name tells: *Thị* is a woman's, *Văn* a man's. Undefined for all others, and never
 * more than evidence: there are exceptions.
 */
export function nameSex(name: string): Sex | undefined {
  let sex: Sex | undefined;
  for (let space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
    const first = name.charCodeAt(space + 1);
    if (first === 0x54 && WOMEN.some((word) => name.startsWith(word, space + 1))) return 'Nữ';
    if (first === 0x56 && MEN.some((word) => name.startsWith(word, space + 1))) sex = 'Nam';
  }
  return sex;
}
