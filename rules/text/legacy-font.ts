import { TCVN3 } from '../codes/tables/tcvn3.ts';
import { VNI } from '../codes/tables/vni.ts';
import { isVietnameseSyllable } from './syllable.ts';

const TCVN3_LETTERS: ReadonlyMap<string, string> = new Map(TCVN3);
const VNI_LETTERS: ReadonlyMap<string, string> = new Map(VNI);

/**
 * Letters that only Unicode Vietnamese has. One of them proves that the text is no legacy text: without this guard `Ðỗ Văn Ðạt`
 * (U+00D0, itself a TCVN3 byte) and a stray soft hyphen would be misread.
 */
const TRUE_VIETNAMESE = /[ĂăĐđƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]/;

/** Letters of the TCVN3 table that are not legal in Unicode Vietnamese; the other 24 of the 74 are. */
const TCVN3_MARKER =
  /[\u00a1-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c6\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]/;

/** Pairs of the VNI table that occur in no Unicode Vietnamese text. `oà`, `oá`, `oã` do occur (*hoà*), so they prove nothing. */
const VNI_MARKER =
  /[Aa][ÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜàáâãäåèéêëïõøùúûü]|[Ee][ÀÁÂÃÄÅÏÕØÙÛàáâãäåïõøùû]|[Oo][ÂÄÅÏÕØÙÛâäåïõøùû]|[UuYy][ÏÕØÙÛïõøùû]|[ÔÖôö][ÏÕØÙÛïõøùû]|[ÆÎÑÖæîñö]/;

const WORDS = /[\s'.-]+/;

/** Reads TCVN3 (ABC, `.Vn…` fonts) bytes. Characters outside the table stay. */
export function decodeTcvn3(text: string): string {
  let out = '';
  for (const char of text) out += TCVN3_LETTERS.get(char) ?? char;
  return out;
}

/** Reads VNI (`VNI-…` fonts) bytes: two characters where the table has the pair, one otherwise. */
export function decodeVni(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const pair = VNI_LETTERS.get(text.slice(at, at + 2));
    if (pair !== undefined && at + 1 < text.length) {
      out += pair;
      at++;
    } else {
      out += VNI_LETTERS.get(text.charAt(at)) ?? text.charAt(at);
    }
  }
  return out;
}

/**
 * The Unicode reading of a text typed for a legacy font. Undefined unless it holds a letter only such a text has, no true
 * Vietnamese letter, and reads as Vietnamese syllables throughout once decoded: foreign names (*François*) stay as they are.
 */
export function findLegacyText(text: string): string | undefined {
  if (TRUE_VIETNAMESE.test(text)) return undefined;
  const readings = [
    ...(TCVN3_MARKER.test(text) ? [decodeTcvn3(text)] : []),
    ...(VNI_MARKER.test(text) ? [decodeVni(text)] : []),
  ];
  return readings.find(
    (reading) => reading !== text && reading.split(WORDS).every((word) => word === '' || isVietnameseSyllable(word)),
  );
}
