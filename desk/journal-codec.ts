import { FIELDS, type FieldId } from '../rules/field.ts';
import { findSplitField, type PartId } from '../templates/field-parts.ts';
import { JOURNAL_FIRST_ROW } from '../templates/workbook-identity.ts';
import { isConfirmation } from './confirmation-codec.ts';
import { isCellValue } from './is-cell-value.ts';
import type { JournalCell, JournalEntry, JournalPart } from './journal.ts';
import { encodeLogLine, findLogLine, lineChunks } from './log-line.ts';

/** An entry as the cells of one `_sosach` row. */
export function encodeJournalEntry(entry: JournalEntry): readonly string[] {
  const cells = entry.cells.map(encodeCell);
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

/** What a plain cell has not is left off its end. */
function encodeCell({ rowId, field, before, after, formatBefore, parts }: JournalCell): readonly unknown[] {
  if (parts === undefined) return [rowId, field, before, after, ...(formatBefore === undefined ? [] : [formatBefore])];
  const encoded = parts.map((part) => [
    part.part,
    part.before,
    part.after,
    ...(part.formatBefore === undefined ? [] : [part.formatBefore]),
  ]);
  return [rowId, field, before, after, null, encoded];
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
  const [rowId, field, before, after, formatBefore, rawParts] = raw as unknown[];
  if (typeof rowId !== 'string' || !isField(field) || !isCellValue(before) || !isCellValue(after)) return undefined;
  if (rawParts !== undefined) {
    const parts = Array.isArray(rawParts) ? rawParts.map(findPart) : [undefined];
    return parts.every((part) => part !== undefined) ? { rowId, field, before, after, parts } : undefined;
  }
  if (formatBefore === undefined) return { rowId, field, before, after };
  return typeof formatBefore === 'string' ? { rowId, field, before, after, formatBefore } : undefined;
}

function findPart(raw: unknown): JournalPart | undefined {
  if (!Array.isArray(raw)) return undefined;
  const [part, before, after, formatBefore] = raw as unknown[];
  if (!isPart(part) || !isCellValue(before) || !isCellValue(after)) return undefined;
  if (formatBefore === undefined) return { part, before, after };
  return typeof formatBefore === 'string' ? { part, before, after, formatBefore } : undefined;
}

function isPart(value: unknown): value is PartId {
  return typeof value === 'string' && findSplitField(value) !== undefined;
}

function isField(value: unknown): value is FieldId {
  return (FIELDS as readonly unknown[]).includes(value);
}
