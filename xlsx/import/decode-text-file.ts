import { findLegacyText } from '../../rules/text/legacy-font.ts';
import { isVietnameseSyllable } from '../../rules/text/syllable.ts';

/** Code units looked at to guess UTF-16 without a mark: the first lines have separators and digits enough. */
const SAMPLE = 4096;
/** Words looked at to tell windows-1258 from the bytes of a legacy font. */
const MOST_WORDS = 5000;
/** Control characters other than tab, line ends, form feed and the end-of-file mark of old DOS programs: no text has them. */
const BINARY = /[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]/;

/**
 * The text of a plain text file, whatever wrote it: UTF-8, UTF-16 (both by their mark, or without one), else an 8-bit code page.
 * Undefined for what is no text at all.
 *
 * Windows-1258 writes tones as letters of their own after the vowel; they are put together here (NFC), else the file's encoding
 * alone would raise a finding on every name. Unicode that came decomposed stays as it is: that is the sender's doing, and said.
 */
export function findFileText(bytes: Uint8Array): string | undefined {
  const text = findUnicode(bytes) ?? decodeCodePage(bytes);
  return BINARY.test(text) ? undefined : text;
}

function findUnicode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return findDecoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return findDecoded('utf-16be', bytes);
  const wide = findWideEncoding(bytes);
  return wide === undefined ? findDecoded('utf-8', bytes) : findDecoded(wide, bytes);
}

/** UTF-16 without a mark: digits, separators and plain letters have a zero byte on one side, and no 8-bit text has any zero byte. */
function findWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const units = Math.min(SAMPLE, bytes.length / 2);
  let high = 0;
  let low = 0;
  for (let unit = 0; unit < units; unit++) {
    if (bytes[unit * 2] === 0) high++;
    if (bytes[unit * 2 + 1] === 0) low++;
  }
  // Letters such as U+1E00 have their zero on the other side; there are never many.
  if (low > units / 4 && high < low / 10) return 'utf-16le';
  if (high > units / 4 && low < high / 10) return 'utf-16be';
  return undefined;
}

function findDecoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not that encoding: another is tried
  }
}

/**
 * Windows-1258 is what a Vietnamese Windows calls ANSI. Text typed for a TCVN3 or VNI font is of the same 8-bit kind but means
 * other letters: it is read as windows-1252, the way such text looks in Excel, and the rules propose what it means.
 */
function decodeCodePage(bytes: Uint8Array): string {
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const western = new TextDecoder('windows-1252').decode(bytes);
  const legacy = countWords(western, (word) => findLegacyText(word) !== undefined);
  return legacy > countWords(vietnamese, isVietnameseSyllable) ? western : vietnamese;
}

/** Words with a letter beyond ASCII that pass the test, among the first ones. */
function countWords(text: string, test: (word: string) => boolean): number {
  let seen = 0;
  let count = 0;
  for (const [word] of text.matchAll(/[A-Za-z\x80-\uffff]*[\x80-\uffff][A-Za-z\x80-\uffff]*/g)) {
    if (seen++ >= MOST_WORDS) break;
    if (test(word)) count++;
  }
  return count;
}
