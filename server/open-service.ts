import type { Logger } from 'pino';
import { type Clock, SYSTEM_CLOCK } from './clock.ts';
import { loadWorkbookSigner, type WorkbookSigner } from './crypto.ts';
import { lockStore, openStore } from './data-folder.ts';
import { askAged } from './loop/ask-aged.ts';
import { Metrics } from './metrics/metrics.ts';
import { type CarriedAdapter, isCarried } from './population/carried-adapter.ts';
import type { PopulationAdapter } from './population/population-adapter.ts';
import { unconfiguredAdapter } from './population/unconfigured-adapter.ts';
import { ServerError } from './server-error.ts';
import { keepHouse } from './store/keep-house.ts';
import type { Store } from './store/store.ts';
import { CarriedQueue } from './verification/carried-queue.ts';
import { VERIFICATION_DEFAULTS } from './verification/verification-defaults.ts';
import { type VerificationSettings, VerificationWorker } from './verification/verification-worker.ts';

/** What every process on a store is told, whether it listens or only asks. */
export interface ServiceConfig {
  readonly dataDir: string;
  /** `postgres://…`: the store is there, shared with other processes. Absent: in a file of the data folder. */
  readonly databaseUrl?: string;
  /** null: nobody to ask yet; rows are kept and say so. */
  readonly population: PopulationAdapter | CarriedAdapter | null;
  readonly verification?: Partial<VerificationSettings>;
  readonly log: Logger;
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of retries. */
  readonly random?: () => number;
}

export interface Service {
  readonly store: Store;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly signer: WorkbookSigner;
  /** Not started. */
  readonly queue: VerificationWorker | CarriedQueue;
  /** How the questions are carried by hand; null where somebody is asked, or nobody. */
  readonly carried: CarriedAdapter | null;
  readonly authority: VerificationSettings;
}

/**
 * Opens the store and wires what stands on it, putting the way back onto `undo` step by step. Throws `ServerError` (folder in use,
 * a store that is newer, damaged or of the wrong kind for the adapter, keys that are not the store's).
 */
export async function openService(config: ServiceConfig, undo: (() => void | Promise<void>)[]): Promise<Service> {
  const { dataDir, databaseUrl, population, log } = config;
  undo.push(lockStore(dataDir, databaseUrl));
  const store = await openStore(dataDir, databaseUrl);
  undo.push(() => store.close());
  await refuseWrongRegister(store, population);
  const signer = loadWorkbookSigner(dataDir);
  const clock = config.clock ?? SYSTEM_CLOCK;
  undo.push(await keepHouse(store, clock, log));
  const metrics = new Metrics();
  const authority = { ...VERIFICATION_DEFAULTS, ...config.verification };
  if (isCarried(population)) {
    const queue = new CarriedQueue(store);
    undo.push(await askAged(store, clock, log, () => queue.wake()));
    return { store, clock, metrics, signer, queue, carried: population, authority };
  }
  const adapter = population ?? unconfiguredAdapter;
  const random = config.random ?? Math.random;
  const queue = new VerificationWorker({ store, clock, metrics, adapter, random, log }, authority);
  undo.push(await askAged(store, clock, log, () => queue.wake()));
  return { store, clock, metrics, signer, queue, carried: null, authority };
}

/** Invented answers must never stand beside real people, nor real questions be asked about invented ones. */
async function refuseWrongRegister(store: Store, population: ServiceConfig['population']): Promise<void> {
  if (population === null) return;
  const tryOut = await store.meta.isTryOut();
  if (tryOut && population.register !== 'invented') throw new ServerError('try-out-refuses-register');
  if (!tryOut && population.register === 'invented') throw new ServerError('store-refuses-invented-register');
}
