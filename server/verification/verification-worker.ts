import type { Logger } from 'pino';
import type { Health } from '../../contract/schemas/health.ts';
import { type Clock, isoInstant } from '../clock.ts';
import { traceOf } from '../http/problem-answer.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ClaimAnswer, PopulationAdapter } from '../population/population-adapter.ts';
import { UNCONFIGURED_ADAPTER_ID } from '../population/unconfigured-adapter.ts';
import type { Pace } from '../store/pace-table.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import type { VerificationJob } from '../store/verification-table.ts';
import { findClaim } from './find-claim.ts';
import { freshPace, takeToken } from './pacing.ts';
import { readAnswer } from './read-answer.ts';
import { type Question, settleAnswers } from './settle-answers.ts';

export interface VerificationSettings {
  /** MaCanBo of the authorised officer in whose name is asked. */
  readonly officer: string;
  readonly purpose: string;
  /** Calls at a time. Rate × latency is enough (50/s × 50 ms = 2.5); more only waits in the service's queue. */
  readonly concurrency: number;
  /** A call is given up after this long; its lease runs twice as long, so that no one else asks meanwhile. */
  readonly askTimeoutSeconds: number;
  /** First step of the backoff after a transport failure. */
  readonly retryBaseSeconds: number;
}

export interface WorkerServices {
  readonly store: Store;
  readonly adapter: PopulationAdapter;
  readonly clock: Clock;
  /** 0 ≤ x < 1, for the jitter. */
  readonly random: () => number;
  readonly log: Logger;
  readonly metrics: Metrics;
}

type Step =
  | { readonly questions: readonly Question[] }
  | { readonly waitMs: number }
  | { readonly again: true }
  | { readonly idle: true };

/** Shorter pauses are not worth telling every waiting row about. */
const PAUSE_WORTH_SAYING_MS = 60_000;
/** What the command line puts back into the queue, nobody here is told of: nobody waits for it in front of a screen. */
const LONGEST_TIMER_MS = 60_000;
/** A clerk who looks at the sheet does not notice a second, and the database not one look a second. */
const SHARED_QUEUE_TIMER_MS = 1000;
const STOP_GRACE_MS = 5_000;

/**
 * Asks the population service what the queue holds, at the rate it grants. Whatever the process does not live to write down is
 * asked once more with the same request id; an answer that comes after the row has changed is dropped.
 */
export class VerificationWorker {
  readonly #services: WorkerServices;
  readonly #settings: VerificationSettings;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #scheduled: NodeJS.Immediate | undefined;
  #idleWaiters: (() => void)[] = [];
  #running = false;
  /** Resolves when the present look at the queue has ended. */
  #pumping: Promise<void> | undefined;
  #pumpAgain = false;

  constructor(services: WorkerServices, settings: VerificationSettings) {
    this.#services = services;
    this.#settings = settings;
  }

  /**
   * What a wrong configuration put off is due at once, because it may have been mended. So is what a dead process held, on a store
   * that nobody else works on; on a shared one a lease that runs may be another's, and its end is waited for.
   */
  async start(): Promise<void> {
    const { store, clock, adapter } = this.#services;
    await store.write(async (tables) => {
      if (!store.isShared) await tables.verifications.releaseLeases(clock.now());
      await tables.verifications.releaseRefused(clock.now());
      const pace = await tables.paces.find(adapter.id);
      if (pace && (pace.pausedBy === 'refused-config' || pace.pausedBy === 'unreachable')) {
        await tables.paces.save(adapter.id, { ...pace, pausedUntil: 0, pausedBy: null });
      }
    });
    this.#running = true;
    this.wake();
  }

  /** Something may be due. To be called when what makes it so has been committed. */
  wake(): void {
    if (!this.#running || this.#scheduled) return;
    this.#scheduled = setImmediate(() => {
      this.#scheduled = undefined;
      this.#pump();
    });
  }

  /** Takes no more questions and lets the open calls end; those that do not are asked again after the next start. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    clearImmediate(this.#scheduled);
    const grace = setTimeout(() => this.#abort.abort(), STOP_GRACE_MS);
    await this.#pumping;
    await Promise.all(this.#inFlight);
    clearTimeout(grace);
    // The look that was under way may have set it again: an hour's wait would keep the process alive.
    clearTimeout(this.#timer);
    this.#becomeIdle();
  }

  /** Resolves as soon as nothing is due and nothing is being asked. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idleWaiters.push(resolve);
      this.wake();
    });
  }

  /** Whether anybody is asked right now, and if not, why. */
  async standing(tables: Tables): Promise<Health['verification']> {
    const { store, adapter, clock } = this.#services;
    const free = { pausedBy: null, pausedUntil: null };
    // On a shared store other processes ask.
    if (!this.#running && !store.isShared) return { state: 'stopped', ...free };
    if (adapter.id === UNCONFIGURED_ADAPTER_ID) return { state: 'nobody', ...free };
    const pace = await tables.paces.find(adapter.id);
    if (!pace || pace.pausedUntil <= clock.now()) return { state: 'asking', ...free };
    return { state: 'paused', pausedBy: pace.pausedBy, pausedUntil: isoInstant(pace.pausedUntil) };
  }

  /** Seconds until the next `rows` answers are in, pause included; null for a service that cannot be asked. */
  async etaSeconds(tables: Tables, rows: number): Promise<number | null> {
    const { adapter, clock } = this.#services;
    const rowsPerSecond = adapter.ratePerSecond * adapter.batchSize;
    const pace = await tables.paces.find(adapter.id);
    const pauseMs = Math.max(0, (pace?.pausedUntil ?? 0) - clock.now());
    if (rowsPerSecond <= 0 || (pauseMs > 0 && pace?.pausedBy === 'refused-config')) return null;
    return Math.ceil(rows / rowsPerSecond + pauseMs / 1000);
  }

  /** One look at a time: two would take a step each where one call more is allowed. */
  #pump(): void {
    this.#pumpAgain = true;
    this.#pumping ??= this.#lookRepeatedly().finally(() => {
      this.#pumping = undefined;
    });
  }

  async #lookRepeatedly(): Promise<void> {
    while (this.#pumpAgain) {
      this.#pumpAgain = false;
      await this.#look();
    }
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running && this.#inFlight.size < this.#settings.concurrency) {
      const step = await this.#takeStep();
      if ('questions' in step) {
        this.#track(this.#askAndWrite(step.questions));
      } else if (!('again' in step)) {
        this.#lookAgainIn('waitMs' in step ? step.waitMs : Number.POSITIVE_INFINITY);
        if ('idle' in step && this.#inFlight.size === 0) this.#becomeIdle();
        return;
      }
    }
  }

  /** What other processes put into a shared queue, nobody here is told of. */
  #lookAgainIn(waitMs: number): void {
    const longest = this.#services.store.isShared ? SHARED_QUEUE_TIMER_MS : LONGEST_TIMER_MS;
    this.#timer = setTimeout(() => this.#pump(), Math.min(waitMs, longest));
  }

  /** Token, lease and pace in one transaction: a crash between them can neither lose a job nor ask faster than granted. */
  async #takeStep(): Promise<Step> {
    const { store, adapter, clock, log } = this.#services;
    try {
      return await store.writeAlongside(async (tables): Promise<Step> => {
        // Whoever holds the pace may take a step; the time is read after waiting for it.
        await tables.lock(`pace ${adapter.id}`);
        const now = clock.now();
        const nextDueAt = await tables.verifications.nextDueAt();
        if (nextDueAt === undefined) return { idle: true };
        if (nextDueAt > now) return { idle: true, waitMs: nextDueAt - now };
        const pace = (await tables.paces.find(adapter.id)) ?? freshPace(now);
        if (pace.pausedUntil > now) return this.#waitOutPause(tables, pace, now);
        const taken = takeToken(pace, adapter.ratePerSecond, now);
        if ('waitMs' in taken) return taken;
        const leaseUntil = now + this.#settings.askTimeoutSeconds * 2000;
        const leased = await tables.verifications.lease(now, leaseUntil, adapter.batchSize);
        const questions = await this.#findQuestions(tables, leased);
        if (questions.length === 0) return { again: true };
        await tables.paces.save(adapter.id, taken.pace);
        return { questions };
      });
    } catch (error) {
      log.error(traceOf(error), 'verification queue cannot be read');
      return { waitMs: 1000 };
    }
  }

  async #waitOutPause(tables: Tables, pace: Pace, now: number): Promise<Step> {
    const waitMs = pace.pausedUntil - now;
    if (pace.pausedBy !== null && waitMs > PAUSE_WORTH_SAYING_MS) {
      await tables.records.touch(await tables.verifications.deferDue(pace.pausedBy, now, pace.pausedUntil));
      return { idle: true, waitMs };
    }
    return { waitMs };
  }

  /** Without those that today's rules can make no question of: such a row waits no longer. */
  async #findQuestions(tables: Tables, jobs: readonly VerificationJob[]): Promise<readonly Question[]> {
    const questions: Question[] = [];
    const records = await tables.records.findEach(jobs);
    for (const [index, job] of jobs.entries()) {
      const record = records[index];
      const claim = record && findClaim(record, this.#settings);
      if (claim) {
        questions.push({ job, workbookId: record.workbookId, claim });
      } else {
        await tables.verifications.remove(job.unit, [job.recordId]);
        await tables.records.setWhy(job, 'unverifiable');
      }
    }
    return questions;
  }

  #track(asking: Promise<void>): void {
    const tracked = asking
      .catch((error) => this.#services.log.error(traceOf(error), 'verification answers could not be written'))
      .finally(() => {
        this.#inFlight.delete(tracked);
        this.wake();
      });
    this.#inFlight.add(tracked);
  }

  async #askAndWrite(questions: readonly Question[]): Promise<void> {
    const { store, adapter, clock, random, log, metrics } = this.#services;
    const askedAt = clock.now();
    const timeout = AbortSignal.timeout(this.#settings.askTimeoutSeconds * 1000);
    let answers: readonly ClaimAnswer[] = [];
    let adapterFailed = false;
    try {
      answers = await adapter.ask(
        questions.map(({ claim }) => claim),
        AbortSignal.any([timeout, this.#abort.signal]),
      );
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      // A fault of the adapter with one claim must not hold up the others: its jobs wait, the service is not paused.
      adapterFailed = !timeout.aborted;
      log.error(traceOf(error), 'population adapter failed');
    }
    const byRequest = new Map(answers.map((answer) => [answer.requestId, answer]));
    const read = questions.map(({ claim }) => readAnswer(claim, byRequest.get(claim.requestId)));
    const services = { adapter, clock, random, retryBaseSeconds: this.#settings.retryBaseSeconds };
    const batch = { questions, answers: read, adapterFailed, askedAt };
    const outcomes = await store.writeAlongside((tables) => settleAnswers(tables, services, batch));
    for (const outcome of outcomes) metrics.countVerdict(outcome);
    const answered = read.filter((answer) => answer.transport === 'answered').length;
    log.info({ asked: questions.length, answered, ms: clock.now() - askedAt }, 'verification batch');
  }

  #becomeIdle(): void {
    const waiters = this.#idleWaiters;
    this.#idleWaiters = [];
    for (const resolve of waiters) resolve();
  }
}
