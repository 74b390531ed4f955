/** Bytes of a code page by the letters they mean, as the platform's own decoder has them. */
function tableOf(label: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(label);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
}

const WINDOWS_1258 = tableOf('windows-1258');
const WINDOWS_1252 = tableOf('windows-1252');

/** As a Vietnamese Windows saves "ANSI": the vowel with its hat, horn or breve, then the tone. */
export function toWindows1258(text: string): Uint8Array {
  const letters = [...text.normalize('NFC')].flatMap((letter) => {
    if (WINDOWS_1258.has(letter)) return [letter];
    const [base = '', ...marks] = letter.normalize('NFD');
    const tone = marks.find((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark)) ?? '';
    return [[base, ...marks.filter((mark) => mark !== tone)].join('').normalize('NFC'), tone];
  });
  return bytesOf(letters, WINDOWS_1258);
}

export function toWindows1252(text: string): Uint8Array {
  return bytesOf([...text], WINDOWS_1252);
}

export function toUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), order === 'le');
  return bytes;
}

function bytesOf(letters: readonly string[], table: ReadonlyMap<string, number>): Uint8Array {
  return Uint8Array.from(
    letters.filter((letter) => letter !== ''),
    (letter) => {
      const byte = table.get(letter);
      if (byte === undefined) throw new RangeError(`not in this code page: ${letter}`);
      return byte;
    },
  );
}
