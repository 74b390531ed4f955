import type { CellValue } from '../rules/cell.ts';
import { FIELDS, type FieldId } from '../rules/field.ts';
import { JOURNAL_CHUNK, JOURNAL_FIRST_ROW } from '../templates/workbook-identity.ts';
import type { JournalCell, JournalEntry } from './journal.ts';

/**
 * An entry as the cells of one `_sosach` row. Each cell is framed by `|`: a piece that happens to begin with `=`, `'` or a
 * digit would be read as a formula or a number by Excel, and spaces at an end are trimmed by some programs.
 */
export function encodeJournalEntry(entry: JournalEntry): readonly string[] {
  const cells = entry.cells.map((cell) =>
    cell.formatBefore === undefined
      ? [cell.rowId, cell.field, cell.before, cell.after]
      : [cell.rowId, cell.field, cell.before, cell.after, cell.formatBefore],
  );
  const { id, at, kind, undoes, label } = entry;
  const text = JSON.stringify({ v: 1, id, at, kind, undoes, label, cells })
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

/**
 * The journal's rows, oldest first, as they stand from `JOURNAL_FIRST_ROW` down. A row that cannot be read becomes an entry
 * of kind `damaged` that names its row: the rest of the journal still works. Blank rows are skipped.
 */
export function decodeJournal(lines: readonly (readonly unknown[])[]): readonly JournalEntry[] {
  return lines.flatMap((line, index) => {
    const chunks = line.filter((cell) => cell !== null && cell !== undefined && cell !== '');
    if (chunks.length === 0) return [];
    return [findEntry(chunks) ?? damagedEntry(JOURNAL_FIRST_ROW + index)];
  });
}

function damagedEntry(row: number): JournalEntry {
  return { id: `_sosach!${row}`, at: '', kind: 'damaged', label: `_sosach!A${row}`, cells: [] };
}

function findEntry(chunks: readonly unknown[]): JournalEntry | undefined {
  let text = '';
  for (const chunk of chunks) {
    if (typeof chunk !== 'string' || chunk.length < 2 || !chunk.startsWith('|') || !chunk.endsWith('|'))
      return undefined;
    text += chunk.slice(1, -1);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined; // the caller reports the row as damaged
  }
  if (!isObject(raw) || raw.v !== 1 || !Array.isArray(raw.cells)) return undefined;
  const { id, at, kind, undoes, label } = raw;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof label !== 'string') return undefined;
  if (kind !== 'fix' && kind !== 'undo') return undefined;
  if (undoes !== undefined && typeof undoes !== 'string') return undefined;
  const cells: JournalCell[] = [];
  for (const item of raw.cells) {
    const cell = findCell(item);
    if (!cell) return undefined;
    cells.push(cell);
  }
  return { id, at, kind, label, cells, ...(undoes === undefined ? {} : { undoes }) };
}

function findCell(raw: unknown): JournalCell | undefined {
  if (!Array.isArray(raw) || raw.length < 4) return undefined;
  const [rowId, field, before, after, formatBefore] = raw as unknown[];
  if (typeof rowId !== 'string' || !isField(field) || !isCellValue(before) || !isCellValue(after)) return undefined;
  if (formatBefore === undefined) return { rowId, field, before, after };
  return typeof formatBefore === 'string' ? { rowId, field, before, after, formatBefore } : undefined;
}

function isField(value: unknown): value is FieldId {
  return (FIELDS as readonly unknown[]).includes(value);
}

function isCellValue(value: unknown): value is CellValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (!isObject(value)) return false;
  if (value.kind === 'error') return typeof value.code === 'string';
  return value.kind === 'date' && [value.year, value.month, value.day].every((part) => Number.isInteger(part));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
