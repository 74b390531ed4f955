import { JOURNAL_CHUNK } from '../templates/workbook-identity.ts';

/**
 * One line of the log on `_sosach` (journal entries and confirmations) as the cells of its row. Each cell is framed by `|`: a piece
 * that happens to begin with `=`, `'` or a digit would be read as a formula or a number by Excel, and spaces at an end are trimmed
 * by some programs.
 */
export function encodeLogLine(line: Readonly<Record<string, unknown>>): readonly string[] {
  const text = JSON.stringify(line)
    // `_x000D_` is how .xlsx escapes a character: such text of a person's own must not be unescaped on the way back.
    .replaceAll('_x', '\\u005fx')
    // XML 1.0 forbids these two; JSON leaves them as they are.
    .replace(/[\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
  const chunks: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + JOURNAL_CHUNK - 2);
    // Half a surrogate pair is no character: XML writers replace or refuse it.
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
    chunks.push(`|${text.slice(start, end)}|`);
    start = end;
  }
  return chunks;
}

/** The filled cells of a line. */
export function lineChunks(line: readonly unknown[]): readonly unknown[] {
  return line.filter((cell) => cell !== null && cell !== undefined && cell !== '');
}

/** Undefined when the cells are not what `encodeLogLine` wrote: somebody edited or cut them. */
export function findLogLine(chunks: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  let text = '';
  for (const chunk of chunks) {
    if (typeof chunk !== 'string' || chunk.length < 2 || !chunk.startsWith('|') || !chunk.endsWith('|'))
      return undefined;
    text += chunk.slice(1, -1);
  }
  try {
    const raw: unknown = JSON.parse(text);
    return isObject(raw) && raw.v === 1 ? raw : undefined;
  } catch {
    return undefined; // the journal reports such a line as damaged
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
