import { deadlineInstant } from '../../contract/deadline.ts';
import { addToGroup } from '../../rules/add-to-group.ts';
import { readRecord } from '../../rules/record-reading.ts';
import type { Clock } from '../clock.ts';
import type { RecordKey } from '../store/record-table.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { RETENTION_KINDS, type RetentionDays, type RetentionKind } from './retention-policy.ts';

export interface PurgedKind {
  readonly kind: RetentionKind;
  readonly days: number;
  /** Kept longer than that when the purge began. */
  readonly due: number;
  /** Still there when it ended; without a purge, all of them. */
  readonly left: number;
}

export interface PurgeReport {
  readonly kinds: readonly PurgedKind[];
  /** What was deleted is gone from the database's files, too. See `SqlEngine.erase`. */
  readonly erased: boolean;
}

const DAY_MS = 24 * 3600_000;
/** Records a transaction: few enough that a push waits for milliseconds. */
const BATCH = 500;
const SCANNED = 1000;

/**
 * Removes what the policy keeps no longer. Each batch is one transaction: what is due in a unit at that moment, its removal, a look
 * that it is gone, and the event that tells it in numbers. What is pushed again while it runs stays.
 */
export async function purge(store: Store, clock: Clock, days: RetentionDays): Promise<PurgeReport> {
  const now = clock.now();
  const kinds: PurgedKind[] = [];
  for (const kind of RETENTION_KINDS) {
    const before = now - days[kind] * DAY_MS;
    const due = await store.read((tables) => PURGES[kind].countDue(tables, before));
    for (const unit of due.keys()) {
      while ((await store.write((tables) => removeSome(tables, kind, before, unit, now))) > 0);
    }
    const left = await store.read((tables) => PURGES[kind].countDue(tables, before));
    kinds.push({ kind, days: days[kind], due: sum(due), left: sum(left) });
  }
  return { kinds, erased: await store.erase() };
}

/** What `purge` would find due now. Changes nothing. */
export async function findPurgeable(store: Store, clock: Clock, days: RetentionDays): Promise<PurgeReport['kinds']> {
  const now = clock.now();
  const kinds: PurgedKind[] = [];
  for (const kind of RETENTION_KINDS) {
    const due = await store.read((tables) => PURGES[kind].countDue(tables, now - days[kind] * DAY_MS));
    kinds.push({ kind, days: days[kind], due: sum(due), left: sum(due) });
  }
  return kinds;
}

/** Returns how many. */
async function removeSome(
  tables: Tables,
  kind: RetentionKind,
  before: number,
  unit: string,
  at: number,
): Promise<number> {
  const removed = await PURGES[kind].removeSome(tables, before, unit);
  if (removed === 0) return 0;
  await tables.audit.insert({
    at,
    accountId: null,
    action: 'purged',
    unit,
    counts: { [kind]: removed },
    requestId: null,
  });
  return removed;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** How one kind of data is found and removed. */
interface KindPurge {
  /** How many are older than `before`, by unit. */
  countDue(tables: Tables, before: number): Promise<ReadonlyMap<string, number>>;
  /**
   * Removes some of a unit's and looks that they are gone; 0 when nothing is left. Throws when something is still there: the
   * transaction is taken back then, and nothing told as done.
   */
  removeSome(tables: Tables, before: number, unit: string): Promise<number>;
}

/** @param unit null: of all units */
type Find = (tables: Tables, before: number, unit: string | null) => Promise<readonly RecordKey[]>;

/** People whose status says that they have left, unchanged since. */
const findLeftPersons: Find = async (tables, before, unit) => {
  const found: RecordKey[] = [];
  let after: RecordKey = { unit: '', recordId: '' };
  for (;;) {
    const page = await tables.retention.quietNotApplicable({ unit, after, before, limit: SCANNED });
    for (const [owner, keys] of byUnit(page)) {
      const ids = keys.map(({ recordId }) => recordId);
      for (const { recordId, template, cells } of (await tables.records.findMany(owner, ids)).values()) {
        if (readRecord(template, cells).left) found.push({ unit: owner, recordId });
      }
    }
    const last = page.at(-1);
    if (!last || page.length < SCANNED) return found;
    after = last;
  }
};

/** Rows of workbooks that nothing was pushed from since, and whose campaign was over by then. */
const findRecords: Find = async (tables, before, unit) => {
  const parts = await tables.retention.campaignParts();
  const isOver = (campaign: string) =>
    (parts.get(campaign) ?? []).every(({ deadline }) => deadlineInstant(deadline) < before);
  const quiet = (await tables.retention.quietWorkbooks(before, unit)).filter(({ campaign }) => isOver(campaign));
  const found: RecordKey[] = [];
  for (const [owner, workbooks] of byUnit(quiet)) {
    const ids = workbooks.map(({ workbookId }) => workbookId);
    found.push(...(await tables.retention.recordsOnlyIn(owner, ids)));
  }
  return found;
};

/** Whole records, found by `find`. What hangs on them goes with them. */
function purgeOfRecords(find: Find): KindPurge {
  return {
    async countDue(tables, before) {
      return new Map([...byUnit(await find(tables, before, null))].map(([unit, keys]) => [unit, keys.length]));
    },
    async removeSome(tables, before, unit) {
      const recordIds = (await find(tables, before, unit)).slice(0, BATCH).map(({ recordId }) => recordId);
      if (recordIds.length === 0) return 0;
      await tables.retention.remove(unit, recordIds);
      refuseLeft(await tables.retention.countLeft(unit, recordIds));
      return recordIds.length;
    },
  };
}

const purgeOfPushes: KindPurge = {
  countDue: (tables, before) => tables.retention.countOldPushes(before, null),
  async removeSome(tables, before, unit) {
    const removed = await tables.retention.removeOldPushes(before, unit);
    refuseLeft(sum(await tables.retention.countOldPushes(before, unit)));
    return removed;
  },
};

const purgeOfChanges: KindPurge = {
  countDue: (tables, before) => tables.retention.countOldChanges(before, null),
  async removeSome(tables, before, unit) {
    const removed = await tables.retention.removeOldChanges(before, unit);
    refuseLeft(sum(await tables.retention.countOldChanges(before, unit)));
    return removed;
  },
};

function refuseLeft(left: number): void {
  if (left > 0) throw new Error(`${left} are still there after they were removed`);
}

const PURGES = {
  pushAnswers: purgeOfPushes,
  recordChanges: purgeOfChanges,
  leftPersons: purgeOfRecords(findLeftPersons),
  records: purgeOfRecords(findRecords),
} as const satisfies Record<RetentionKind, KindPurge>;

function byUnit<T extends { readonly unit: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) addToGroup(groups, item.unit, item);
  return groups;
}
