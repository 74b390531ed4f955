import type { ConfirmationEntry } from './confirmation.ts';
import { encodeLogLine, findLogLine, lineChunks } from './log-line.ts';

/** How every confirmation begins, so that the journal's long lines need not be parsed to be passed over. */
const BEGIN = '|{"v":1,"keys":';

/** A confirmation as the cells of one `_sosach` row. */
export function encodeConfirmation({ id, at, kind, label, reason, keys }: ConfirmationEntry): readonly string[] {
  return encodeLogLine({ v: 1, keys, id, at, kind, label, reason });
}

export function isConfirmation(chunks: readonly unknown[]): boolean {
  return typeof chunks[0] === 'string' && chunks[0].startsWith(BEGIN);
}

/**
 * The confirmations among the rows of `_sosach` from `JOURNAL_FIRST_ROW` down, oldest first. A line that can no longer be read
 * confirms nothing: the question is asked once more, which harms nobody.
 */
export function decodeConfirmations(lines: readonly (readonly unknown[])[]): readonly ConfirmationEntry[] {
  return lines.flatMap((line) => {
    const chunks = lineChunks(line);
    const entry = isConfirmation(chunks) ? findEntry(chunks) : undefined;
    return entry ? [entry] : [];
  });
}

function findEntry(chunks: readonly unknown[]): ConfirmationEntry | undefined {
  const { keys, id, at, kind, label, reason } = findLogLine(chunks) ?? {};
  if (kind !== 'confirm' && kind !== 'withdraw') return undefined;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof label !== 'string' || typeof reason !== 'string') {
    return undefined;
  }
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) return undefined;
  return { id, at, kind, label, reason, keys };
}
