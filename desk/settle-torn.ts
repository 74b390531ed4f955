import type { Layout } from '../templates/layout.ts';
import { rowFingerprint } from './row-fingerprint.ts';
import { checkPart, formatRowMarks, readRowMarks } from './row-marks.ts';
import type { SheetPort, SheetRow } from './sheet-port.ts';
import { findTornRows } from './torn-rows.ts';

/** `new`: other people, who get identities of their own. `same`: the people of before, all of whose data was put right. */
export type TornAnswer = 'new' | 'same';

/**
 * Does what was answered for the rows asked about; one that was torn since then is asked about the next time. Returns how many rows
 * it was done for.
 */
export async function settleTorn(
  port: SheetPort,
  layout: Layout,
  mintId: () => string,
  answer: TornAnswer,
  asked: ReadonlySet<string>,
): Promise<number> {
  const torn = await tornRows(port, layout, asked);
  if (torn.length === 0) return 0;
  if (answer === 'same') {
    await port.apply({ marks: torn.map((row) => ({ rowId: row.rowId, marks: knownAnew(layout, row) })) });
    return torn.length;
  }
  // What is said of the person of before goes first: left behind beside a new id it would be said of another.
  await port.apply({
    results: torn.map(({ rowId }) => ({ rowId, verdict: '', reason: '', nextStep: '' })),
    marks: torn.map((row) => ({ rowId: row.rowId, marks: checkMarks(layout, row, null) })),
  });
  return port.mintRowIds(mintId, { anew: new Set(torn.map(({ rowId }) => rowId)) });
}

async function tornRows(port: SheetPort, layout: Layout, asked: ReadonlySet<string>): Promise<readonly SheetRow[]> {
  const { rows } = await port.snapshot();
  const torn = new Set(findTornRows(layout, rows).rows.map(({ rowId }) => rowId));
  return rows.filter(({ rowId }) => torn.has(rowId) && asked.has(rowId));
}

function knownAnew(layout: Layout, row: SheetRow): string {
  return checkMarks(layout, row, rowFingerprint(row.rowId, row.values));
}

function checkMarks(layout: Layout, row: SheetRow, fingerprint: string | null): string {
  const { marks, seen } = readRowMarks(layout, row.marks);
  return formatRowMarks(layout, { marks: checkPart(marks), claimHash: null, fingerprint, seen });
}
