import { addToGroup } from '../../rules/add-to-group.ts';
import type { RecordKind } from '../../rules/record.ts';
import type { RecordKey } from '../store/record-table.ts';
import type { NumberBearer } from '../store/shared-number-table.ts';
import type { Tables } from '../store/tables.ts';
import type { WrittenRecord } from './follow-records.ts';

/** A pupil is in one school and a teacher on one staff list; results of a former school rightly stay with it. */
const COMPARED_KINDS: readonly RecordKind[] = ['student', 'staff'];

/**
 * Tells every unit under whose rows a number stands that another unit has it too, and takes that back when it no longer is so: the
 * other school mended its row, or marked the person as gone. Expects a write transaction.
 */
export async function tellSharedNumbers(tables: Tables, written: readonly WrittenRecord[]): Promise<void> {
  const changed = written
    .map(({ before, record }) => ({ record, was: before?.citizenId ?? null, is: record?.citizenId ?? null }))
    .filter(({ was, is }) => was !== is);
  const unit = (written[0]?.record ?? written[0]?.before)?.unit;
  if (unit === undefined || changed.length === 0) return;
  // A whole roster comes at once, and hardly any number of it is another school's.
  const added = changed.flatMap(({ was, is }) => (was === null && is !== null ? is : []));
  const moved = changed.filter(({ was }) => was !== null).flatMap(({ was, is }) => [was, is]);
  const numbers = new Set([...moved, ...(await tables.sharedNumbers.foundElsewhere(unit, added))]);
  const groups = new Map<string, NumberBearer[]>();
  for (const bearer of await tables.sharedNumbers.bearers([...numbers].filter((number) => number !== null))) {
    if (COMPARED_KINDS.includes(bearer.template))
      addToGroup(groups, `${bearer.template} ${bearer.numberIndex}`, bearer);
  }
  const shared: RecordKey[] = [];
  const alone: RecordKey[] = [];
  for (const bearers of groups.values()) {
    const isShared = bearers.some((bearer) => bearer.unit !== bearers[0]?.unit);
    for (const bearer of bearers) if (bearer.told !== isShared) (isShared ? shared : alone).push(bearer);
  }
  // A row that lost its number bears none now: what was told of the old one goes with it.
  const lost = changed.flatMap(({ record, is }) => (record && is === null ? record : []));
  const taken = [...(await tables.sharedNumbers.remove(lost))];
  taken.push(...(await tables.sharedNumbers.remove(alone)));
  await tables.sharedNumbers.add(shared);
  await tables.records.touch([...shared, ...taken]);
}
