import type { CellValue } from '../rules/cell.ts';
import { FIELDS, type FieldId } from '../rules/field.ts';
import { JOURNAL_FIRST_ROW } from '../templates/workbook-identity.ts';
import { isConfirmation } from './confirmation-codec.ts';
import type { JournalCell, JournalEntry } from './journal.ts';
import { encodeLogLine, findLogLine, isObject, lineChunks } from './log-line.ts';

/** An entry as the cells of one `_sosach` row. */
export function encodeJournalEntry(entry: JournalEntry): readonly string[] {
  const cells = entry.cells.map((cell) =>
    cell.formatBefore === undefined
      ? [cell.rowId, cell.field, cell.before, cell.after]
      : [cell.rowId, cell.field, cell.before, cell.after, cell.formatBefore],
  );
  const { id, at, kind, undoes, label } = entry;
  return encodeLogLine({ v: 1, id, at, kind, undoes, label, cells });
}

/**
 * The journal's rows, oldest first, as they stand from `JOURNAL_FIRST_ROW` down. A row that cannot be read becomes an entry
 * of kind `damaged` that names its row: the rest of the journal still works. Blank rows and confirmations are skipped.
 */
export function decodeJournal(lines: readonly (readonly unknown[])[]): readonly JournalEntry[] {
  return lines.flatMap((line, index) => {
    const chunks = lineChunks(line);
    if (chunks.length === 0 || isConfirmation(chunks)) return [];
    return [findEntry(chunks) ?? damagedEntry(JOURNAL_FIRST_ROW + index)];
  });
}

function damagedEntry(row: number): JournalEntry {
  return { id: `_sosach!${row}`, at: '', kind: 'damaged', label: `_sosach!A${row}`, cells: [] };
}

function findEntry(chunks: readonly unknown[]): JournalEntry | undefined {
  const raw = findLogLine(chunks);
  if (!raw || !Array.isArray(raw.cells)) return undefined;
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
