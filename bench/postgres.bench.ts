import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUnits } from '../server/admin/add-units.ts';
import { SYSTEM_CLOCK } from '../server/clock.ts';
import { loadWorkbookSigner } from '../server/crypto.ts';
import { openStore } from '../server/data-folder.ts';
import { makeLog } from '../server/log.ts';
import { Metrics } from '../server/metrics/metrics.ts';
import type { PopulationAdapter } from '../server/population/population-adapter.ts';
import type { Store } from '../server/store/store.ts';
import { preparePush } from '../server/sync/prepare-push.ts';
import { receivePush } from '../server/sync/receive-push.ts';
import { VerificationWorker } from '../server/verification/verification-worker.ts';
import { TestPostgres } from '../test/support/postgres.ts';
import { type BenchReport, median, rowOf } from './bench-report.ts';
import { pushBatch } from './push-batch.ts';

const BATCH = 500;
const ROUNDS = 12;
const WARM_UP = 3;
const UNIT = 'T-BENCH';

/** Answers at once, as fast as it is asked: what is left is the queue's own work. */
const AT_ONCE: PopulationAdapter = {
  id: 'bench',
  register: 'invented',
  batchSize: 50,
  ratePerSecond: 1_000_000,
  ask: async (claims) =>
    claims.map(({ requestId }) => ({
      requestId,
      transport: 'answered',
      outcome: 'match',
      compared: ['citizenId', 'fullName', 'birthDate'],
      flags: [],
    })),
};

interface Engine {
  readonly name: string;
  readonly dataDir: string;
  readonly store: Store;
  readonly pushed: number[];
  readonly verified: number[];
}

/**
 * The same pushes and questions on SQLite and on a PostgreSQL of its own, both writing through to the disk, interleaved, by
 * medians: a batch is taken in, then its rows are asked of a service that answers at once.
 */
export async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'so-sach-bench-'));
  const postgres = await TestPostgres.start(['shared_buffers=256MB', 'max_wal_size=2GB']);
  try {
    const engines = [
      await openEngine('SQLite', join(folder, 'sqlite')),
      await openEngine('PostgreSQL', join(folder, 'postgres'), await postgres.makeDatabase()),
    ];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const engine of engines) {
        const milliseconds = await timed(() => push(engine, round));
        if (round >= WARM_UP) engine.pushed.push(BATCH / (milliseconds / 1000));
      }
      for (const engine of engines) {
        const rows = await engine.store.verifications.count();
        const milliseconds = await timed(() => verify(engine.store));
        if (round >= WARM_UP) engine.verified.push(rows / (milliseconds / 1000));
      }
    }
    for (const { store } of engines) await store.close();
    const [sqlite, other] = engines as [Engine, Engine];
    return {
      name: `two engines: pushes of ${BATCH} rows without HTTP, then the queue with a service that answers at once`,
      rows: engines.flatMap(({ name, pushed, verified }) => [
        rowOf(`${name}: pushed, every row new`, 'rows/s', pushed),
        rowOf(`${name}: asked and answered`, 'rows/s', verified),
      ]),
      ratios: [
        // Rows leave the process and come back; below this a province's last afternoon would need a second database machine.
        { label: 'push: PostgreSQL against SQLite', value: median(other.pushed) / median(sqlite.pushed), goal: 0.4 },
        {
          label: 'queue: PostgreSQL against SQLite',
          value: median(other.verified) / median(sqlite.verified),
          goal: 0.4,
        },
      ],
    };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openEngine(name: string, dataDir: string, databaseUrl?: string): Promise<Engine> {
  const store = await openStore(dataDir, databaseUrl);
  await addUnits(store, [{ code: UNIT, name: UNIT, kind: 'school', parent: null, validFrom: null, validTo: null }]);
  return { name, dataDir, store, pushed: [], verified: [] };
}

async function push({ store, dataDir }: Engine, round: number): Promise<void> {
  const incoming = {
    scope: { root: null, classes: null },
    accountId: 'bench',
    idempotencyKey: `bench-push-${round}`,
  };
  const body = pushBatch(round, BATCH, { unit: UNIT, workbookId: `bench-${round}` });
  const services = { store, clock: SYSTEM_CLOCK, signer: loadWorkbookSigner(dataDir) };
  const prepared = preparePush(body, store.cipher, SYSTEM_CLOCK.now());
  await store.writeAlongside((tables) => receivePush(tables, services, { ...incoming, prepared }));
}

async function verify(store: Store): Promise<void> {
  const log = makeLog({ write: () => {} }, 'silent');
  const worker = new VerificationWorker(
    { store, adapter: AT_ONCE, clock: SYSTEM_CLOCK, random: Math.random, log, metrics: new Metrics() },
    { officer: 'CB', purpose: 'bench', concurrency: 4, askTimeoutSeconds: 30, retryBaseSeconds: 5 },
  );
  await worker.start();
  await worker.whenIdle();
  await worker.stop();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
