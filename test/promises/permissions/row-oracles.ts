import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { RouteId } from '../../../contract/routes.ts';
import { pupil, pushOf } from '../../server/invented-rows.ts';
import type { ModelRow, ModelWorld } from './model-world.ts';
import { anyUnit, FINE, home, listed, own, workIn } from './probe-picks.ts';
import type { Random } from './random.ts';
import type { RouteOracle } from './route-oracle.ts';
import { READS_PROGRESS, READS_ROWS, SENDS_ROWS, seesRow, seesUnit, TAKES_NOTICES } from './sight.ts';

/** Rows: sending them, their statuses and histories, and what is done about them. */
export const ROW_ORACLES = {
  push: {
    roles: SENDS_ROWS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      const number = 900 + random.below(99);
      const body = pushOf([pupil(number)], { unit, workbookId: `tho-${random.below(3)}` });
      return {
        probe: { path: '/api/v1/pushes', body, headers: { 'Idempotency-Key': randomUUID() } },
        outcome: (account) => {
          return workIn(world, own(account), unit) ?? FINE;
        },
      };
    },
  },
  listSendings: {
    roles: READS_PROGRESS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      const workbookId = `so-${random.pick(['hs', 'gv'])}-${random.below(2)}`;
      return {
        probe: { path: `/api/v1/sendings?workbookId=${workbookId}&unit=${unit}` },
        outcome: (account) => {
          if (!seesUnit(world, own(account), unit)) return { refused: 'unit-foreign' };
          const due = world.sendings.filter((sending) => sending.unit === unit && sending.workbookId === workbookId);
          const ids = due.map(({ sendingId }) => sendingId);
          return { given: (body) => assert.deepEqual(listed(body, 'sendingId'), ids.sort()) };
        },
      };
    },
  },
  getSendingReceipts: {
    roles: READS_PROGRESS,
    probe: (world, random) => {
      const { sendingId, unit, isThere } = anySending(world, random, 0.8);
      return {
        probe: { path: `/api/v1/sendings/${sendingId}/receipts?unit=${unit}` },
        outcome: (account) => {
          if (!seesUnit(world, own(account), unit)) return { refused: 'unit-foreign' };
          if (!isThere) return { refused: 'not-found' };
          return {
            given: (body) => {
              const { receipts } = body as { receipts: { unit: string }[] };
              assert.deepEqual([...new Set(receipts.map((receipt) => receipt.unit))], [unit]);
            },
          };
        },
      };
    },
  },
  undoSending: {
    roles: SENDS_ROWS,
    probe: (world, random) => {
      // Rarely one that is there: its rows are gone then.
      const { sendingId, unit, isThere, workbookId } = anySending(world, random, 0.2);
      return {
        probe: { path: `/api/v1/sendings/${sendingId}/undo`, body: { unit } },
        outcome: (account) => {
          if (!seesUnit(world, own(account), unit)) return { refused: 'unit-foreign' };
          if (!isThere) return { refused: 'not-found' };
          const after = () => {
            world.rows = world.rows.filter((row) => row.unit !== unit || row.workbookId !== workbookId);
          };
          return { given: () => {}, after };
        },
      };
    },
  },
  listStatuses: {
    roles: READS_ROWS,
    probe: (world, random) => {
      const unit = random.chance(0.5) ? anyUnit(world, random) : undefined;
      const workbookId = random.chance(0.3) ? `so-${random.pick(['hs', 'gv'])}-${random.below(2)}` : undefined;
      const query = new URLSearchParams({
        limit: '1000',
        ...(unit === undefined ? {} : { unit }),
        ...(workbookId === undefined ? {} : { workbookId }),
      });
      return {
        probe: { path: `/api/v1/statuses?${query}` },
        outcome: (account) => {
          const who = own(account);
          if (unit !== undefined && !seesUnit(world, who, unit)) return { refused: 'unit-foreign' };
          const due = world.rows.filter(
            (row) =>
              seesRow(world, who, row) &&
              world.isBelow(row.unit, unit ?? home(who)) &&
              (workbookId === undefined || row.workbookId === workbookId),
          );
          return {
            given: (body) => {
              const known = new Set(ids(world.rows));
              assert.deepEqual(
                listed(body, 'recordId').filter((id) => known.has(id)),
                ids(due),
              );
              const { waiting } = body as { waiting: number };
              assert.ok(waiting <= (body as { items: unknown[] }).items.length, 'counts no row out of sight');
            },
          };
        },
      };
    },
  },
  askOn: {
    roles: SENDS_ROWS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      return {
        probe: { path: '/api/v1/holds/release', body: { unit, workbookId: `so-hs-${random.below(2)}` } },
        outcome: (account) => workIn(world, own(account), unit) ?? FINE,
      };
    },
  },
  getRecordHistory: {
    roles: READS_ROWS,
    probe: (world, random) => {
      const row = random.chance(0.9) && world.rows.length > 0 ? random.pick(world.rows) : undefined;
      const unit = row && random.chance(0.9) ? row.unit : anyUnit(world, random);
      const recordId = row?.recordId ?? randomUUID();
      return {
        probe: { path: `/api/v1/records/${recordId}/history?unit=${unit}` },
        outcome: (account) => {
          if (!seesUnit(world, own(account), unit)) return { refused: 'unit-foreign' };
          if (!row || row.unit !== unit || !seesRow(world, own(account), row)) return { refused: 'not-found' };
          return { given: (body) => assert.equal((body as { rowId: string }).rowId, row.rowId) };
        },
      };
    },
  },
  performLoopAction: {
    roles: TAKES_NOTICES,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      const named = world.rows.filter((row) => row.unit === unit || random.chance(0.1)).slice(0, 5);
      const ids = named.length > 0 ? named.map(({ recordId }) => recordId) : [randomUUID()];
      const body = { action: 'guide-parents', unit, rows: ids.map((recordId) => ({ recordId, round: 1 })) };
      return {
        probe: { path: '/api/v1/loop-actions', body, headers: { 'Idempotency-Key': randomUUID() } },
        outcome: (account) => {
          const who = own(account);
          const refused = workIn(world, who, unit);
          if (refused) return refused;
          return {
            given: (answer) => {
              const { rows } = answer as { rows: { recordId: string; result: string; state: string | null }[] };
              for (const { recordId, result, state } of rows) {
                const row = named.find((candidate) => candidate.recordId === recordId);
                const mine = row !== undefined && row.unit === unit && seesRow(world, who, row);
                assert.equal(result === 'not-found', !mine, recordId);
                assert.equal(state === null, !mine, 'the state of a row out of sight');
              }
            },
          };
        },
        // Naming a row is asking about it: its id comes back, and nothing else of it.
        named: ids,
      };
    },
  },
  listLoopRows: {
    roles: READS_ROWS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      return {
        probe: { path: `/api/v1/loop-rows?state=awaiting-number&limit=1000&unit=${unit}` },
        outcome: (account) => (seesUnit(world, own(account), unit) ? FINE : { refused: 'unit-foreign' }),
      };
    },
  },
  getCarried: {
    roles: READS_PROGRESS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      return {
        probe: { path: `/api/v1/carried?unit=${unit}` },
        outcome: (account) => (seesUnit(world, own(account), unit) ? FINE : { refused: 'unit-foreign' }),
      };
    },
  },
  handIn: {
    roles: SENDS_ROWS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      return {
        probe: { path: `/api/v1/carried/questions?form=${random.pick(['pupil', 'staff'])}&unit=${unit}` },
        outcome: (account) => workIn(world, own(account), unit) ?? FINE,
      };
    },
  },
  takeAnswers: {
    roles: SENDS_ROWS,
    probe: (world, random) => {
      const unit = anyUnit(world, random);
      return {
        probe: { path: `/api/v1/carried/answers?unit=${unit}`, body: 'không phải tệp' },
        outcome: (account) => workIn(world, own(account), unit) ?? { refused: 'list-not-recognised' },
      };
    },
  },
} as const satisfies Partial<Record<RouteId, RouteOracle>>;

function ids(rows: readonly ModelRow[]): string[] {
  return rows.map(({ recordId }) => recordId).sort();
}

/** A sending and a unit that it may be looked for in: often its own. */
function anySending(world: ModelWorld, random: Random, real: number) {
  const known = world.sendings.length > 0 && random.chance(real) ? random.pick(world.sendings) : undefined;
  const unit = known && random.chance(0.8) ? known.unit : anyUnit(world, random);
  const { sendingId = randomUUID(), workbookId = '' } = known ?? {};
  return { sendingId, workbookId, unit, isThere: known?.unit === unit };
}
