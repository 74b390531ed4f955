import type { PushRequest } from '../../contract/schemas/push.ts';
import { UNISSUED_WORKBOOK } from '../../contract/unissued-workbook.ts';
import type { NumberHolder, StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import type { LiveRows } from './duplicates.ts';
import type { JudgedRow } from './judge-rows.ts';
import type { PreparedRow } from './prepare-push.ts';

/** The record that a row shows, and what has to be noted for it to be so. */
export interface FoundRecord {
  readonly record: StoredRecord;
  /**
   * `known`: nothing · `moved`: the sheet gave the row a new id, and its old one goes · `joined`: the same person stands in another
   * workbook already, and this row shows the record from now on, too.
   */
  readonly place: 'known' | 'moved' | 'joined';
}

export interface FoundRecords {
  /** By row id. */
  readonly records: ReadonlyMap<string, FoundRecord>;
  /** Numbers that were looked for and that nobody in the unit has. */
  readonly free: ReadonlySet<string>;
}

/**
 * Finds the record of each pushed row: by the row itself, by the same row in another workbook of the unit (a roster is carried from
 * file to file), or by the person. A school may keep a file a class and one of all: they flow into one roster, and whoever
 * stands in two of them is one record, verified once.
 */
export async function findRecords(
  tables: Tables,
  workbook: PushRequest['workbook'],
  rows: readonly PreparedRow[],
  live: LiveRows,
): Promise<FoundRecords> {
  const { unit, workbookId, template } = workbook;
  const found = new Map<string, FoundRecord>();
  const ids = rows.map(({ rowId }) => rowId);
  for (const [rowId, record] of await tables.records.findRows(unit, workbookId, ids)) {
    found.set(rowId, { record, place: 'known' });
  }
  const open = () => rows.filter(({ rowId }) => !found.has(rowId));
  const take = async (byRow: ReadonlyMap<string, string>, place: FoundRecord['place']) => {
    const records = await tables.records.findMany(unit, [...new Set(byRow.values())]);
    for (const [rowId, recordId] of byRow) {
      const record = records.get(recordId);
      if (record) found.set(rowId, { record, place });
    }
  };
  await take(
    await tables.recordRows.findRows(
      unit,
      workbookId,
      open().map(({ rowId }) => rowId),
    ),
    'known',
  );
  // A row that never had an answer says nothing by its id: it may be a copied file with other people typed over.
  const carried = open().filter(({ base }) => typeof base === 'number');
  await take(
    await tables.recordRows.findElsewhere(
      { unit, workbookId, template },
      carried.map(({ rowId }) => rowId),
    ),
    'joined',
  );
  const people = open().flatMap(({ judged }) => judged ?? []);
  const matches = await findPeople(tables, workbook, people, live, new Set([...found.values()].map(idOf)));
  await take(matches.moved, 'moved');
  await take(matches.joined, 'joined');
  return { records: found, free: matches.free };
}

function idOf({ record }: FoundRecord): string {
  return record.recordId;
}

interface Matches extends Pick<FoundRecords, 'free'> {
  readonly moved: ReadonlyMap<string, string>;
  readonly joined: ReadonlyMap<string, string>;
}

/** Record ids by row id, of rows whose person the unit has already; each record goes to one row only. */
async function findPeople(
  tables: Tables,
  { unit, workbookId, template }: PushRequest['workbook'],
  rows: readonly JudgedRow[],
  live: LiveRows,
  taken: Set<string>,
): Promise<Matches> {
  const moved = new Map<string, string>();
  const joined = new Map<string, string>();
  const numbers = rows.flatMap(({ citizenId }) => citizenId ?? []);
  const holders = await tables.records.holders(unit, numbers);
  if (holders.size === 0) return { moved, joined, free: new Set(numbers) };
  for (const row of rows) {
    const candidates = row.citizenId === null ? [] : (holders.get(row.citizenId) ?? []);
    for (const holder of candidates) {
      if (taken.has(holder.recordId) || holder.template !== template) continue;
      const place = await placeOf(holder, row, workbookId, live);
      if (place === null) continue;
      (place === 'moved' ? moved : joined).set(row.rowId, holder.recordId);
      taken.add(holder.recordId);
      break;
    }
  }
  return { moved, joined, free: new Set(numbers.filter((number) => !holders.has(number))) };
}

/**
 * A row of this workbook that its sheet no longer shows was copied, and its copy got a new id. Unissued workbooks share one id: there a
 * row that is not shown stands in another file, perhaps.
 */
async function placeOf(
  holder: NumberHolder,
  { personHash }: JudgedRow,
  workbookId: string,
  live: LiveRows,
): Promise<'moved' | 'joined' | null> {
  const own = holder.rows.filter((row) => row.workbookId === workbookId);
  if ((await live.among(own)).size > 0) return null;
  const isSamePerson = holder.personHash === personHash;
  if (own.length > 0 && workbookId !== UNISSUED_WORKBOOK) return 'moved';
  return isSamePerson ? 'joined' : null;
}
