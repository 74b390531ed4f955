import type { PushRequest } from '../contract/schemas/push.ts';
import { UPLOADED_FIELDS } from '../contract/uploaded-fields.ts';
import { RECORD_FIELDS } from '../rules/record.ts';
import { benchRows } from './rules/rows.ts';

/** A push of the rules' invented pupils, each round with numbers and ids of its own. */
export function pushBatch(round: number, size: number, sheet: { unit: string; workbookId: string }): PushRequest {
  const rows = benchRows(size);
  const known = new Set<string>(RECORD_FIELDS.student);
  const columns = UPLOADED_FIELDS.filter((field) => known.has(field) && rows.some((row) => row[field] !== undefined));
  return {
    workbook: { template: 'student', version: 1, campaign: '', ...sheet },
    columns,
    rows: rows.map((row, index) => {
      const serial = String(round * size + index).padStart(6, '0');
      // Scattered, as drawn numbers are: those that were counted through are looked into, and refused.
      const drawn = String((Number(serial) * 7919) % 1_000_000).padStart(6, '0');
      const citizenId = typeof row.citizenId === 'string' ? row.citizenId.slice(0, 6) + drawn : row.citizenId;
      const cells = { ...row, citizenId };
      return {
        rowId: `00000000-0000-4000-8000-000000${serial}`,
        base: null,
        cells: columns.map((column) => cells[column] ?? null),
      };
    }),
  };
}
