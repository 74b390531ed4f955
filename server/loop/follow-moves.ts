import { readRecord } from '../../rules/record-reading.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import type { WrittenRecord } from './follow-records.ts';

/**
 * A school lets a pupil go by saying so in its own row (*Chuyển đi …*). The one that has the same number, name and birth date in a row
 * of its own is told that it is so: it finds the pupil by the release, and by nothing else, for nobody looks into another's roster.
 * Expects a write transaction.
 */
export async function followMoves(tables: Tables, written: readonly WrittenRecord[], at: number): Promise<void> {
  const unit = (written[0]?.record ?? written[0]?.before)?.unit;
  if (unit === undefined) return;
  const released = written.flatMap(({ record }) => {
    const number = record && numberOfLeft(record);
    return number ? { unit, recordId: record.recordId, number, personHash: record.personHash, at } : [];
  });
  const back = written.filter(({ before, record }) => before?.why === 'not-applicable' && !isAmong(released, record));
  const others = written.filter(({ before, record }) => before !== undefined && !isSamePerson(before, record));
  await tables.releases.withdraw(unit, idsOf(back));
  await tables.releases.unclaim(unit, idsOf(others));
  await tables.releases.release(released);
  await tables.releases.claim(
    written.flatMap(({ record }) =>
      record && record.citizenId !== null
        ? { unit, recordId: record.recordId, number: record.citizenId, personHash: record.personHash }
        : [],
    ),
    at,
  );
}

/** The number of somebody who has left; undefined for everybody else. */
function numberOfLeft(record: StoredRecord): string | undefined {
  if (record.why !== 'not-applicable' || record.template !== 'student') return undefined;
  const { left, citizenId } = readRecord(record.template, record.cells);
  return left ? (citizenId ?? undefined) : undefined;
}

function isAmong(some: readonly { readonly recordId: string }[], record: StoredRecord | undefined): boolean {
  return record !== undefined && some.some(({ recordId }) => recordId === record.recordId);
}

function isSamePerson(a: StoredRecord, b: StoredRecord | undefined): boolean {
  return b !== undefined && a.citizenId === b.citizenId && a.personHash === b.personHash;
}

function idsOf(written: readonly WrittenRecord[]): readonly string[] {
  return written.flatMap(({ before }) => before?.recordId ?? []);
}
