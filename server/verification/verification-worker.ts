import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { traceOf } from '../http/problem-answer.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Claim, ClaimAnswer, ClaimNotAsked, PopulationAdapter } from '../population/population-adapter.ts';
import type { Pace } from '../store/pace-table.ts';
import type { Store } from '../store/store.ts';
import type { VerificationJob } from '../store/verification-table.ts';
import { findClaim } from './find-claim.ts';
import { freshPace, pauseSeconds, takeToken } from './pacing.ts';
import { readAnswer } from './read-answer.ts';

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

interface Question {
  readonly job: VerificationJob;
  readonly claim: Claim;
}

type Step =
  | { readonly questions: readonly Question[] }
  | { readonly waitMs: number }
  | { readonly again: true }
  | { readonly idle: true };

/** Shorter pauses are not worth telling every waiting row about. */
const PAUSE_WORTH_SAYING_MS = 60_000;
const LONGEST_TIMER_MS = 3600_000;
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

  constructor(services: WorkerServices, settings: VerificationSettings) {
    this.#services = services;
    this.#settings = settings;
  }

  /** Expects to be alone on the store: what a dead process held is taken over at once. */
  start(): void {
    const { store, clock, adapter } = this.#services;
    store.write(() => {
      store.verifications.releaseAll(clock.now());
      const pace = store.paces.find(adapter.id);
      if (pace && (pace.pausedBy === 'refused-config' || pace.pausedBy === 'unreachable')) {
        store.paces.save(adapter.id, { ...pace, pausedUntil: 0, pausedBy: null });
      }
    });
    this.#running = true;
    this.wake();
  }

  /** Something may be due. Looks only after the present turn, so that it may be called inside a transaction. */
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
    await Promise.all(this.#inFlight);
    clearTimeout(grace);
    this.#becomeIdle();
  }

  /** Resolves as soon as nothing is due and nothing is being asked. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idleWaiters.push(resolve);
      this.wake();
    });
  }

  /** Seconds until `rows` more answers are in, pause included; null for a service that cannot be asked. */
  etaSeconds(rows: number): number | null {
    const { store, adapter, clock } = this.#services;
    const rowsPerSecond = adapter.ratePerSecond * adapter.batchSize;
    const pace = store.paces.find(adapter.id);
    const pauseMs = Math.max(0, (pace?.pausedUntil ?? 0) - clock.now());
    if (rowsPerSecond <= 0 || (pauseMs > 0 && pace?.pausedBy === 'refused-config')) return null;
    const ahead = Math.max(rows, store.verifications.count());
    return Math.ceil(ahead / rowsPerSecond + pauseMs / 1000);
  }

  #pump(): void {
    clearTimeout(this.#timer);
    while (this.#running && this.#inFlight.size < this.#settings.concurrency) {
      const step = this.#takeStep();
      if ('questions' in step) {
        this.#track(this.#askAndWrite(step.questions));
      } else if (!('again' in step)) {
        if ('waitMs' in step) this.#timer = setTimeout(() => this.#pump(), Math.min(step.waitMs, LONGEST_TIMER_MS));
        if ('idle' in step && this.#inFlight.size === 0) this.#becomeIdle();
        return;
      }
    }
  }

  /** Token, lease and pace in one transaction: a crash between them can neither lose a job nor ask faster than granted. */
  #takeStep(): Step {
    const { store, adapter, clock, log } = this.#services;
    try {
      return store.write(() => {
        const now = clock.now();
        const nextDueAt = store.verifications.nextDueAt();
        if (nextDueAt === undefined) return { idle: true };
        if (nextDueAt > now) return { idle: true, waitMs: nextDueAt - now };
        const pace = store.paces.find(adapter.id) ?? freshPace(now);
        if (pace.pausedUntil > now) return this.#waitOutPause(pace, now);
        const taken = takeToken(pace, adapter.ratePerSecond, now);
        if ('waitMs' in taken) return taken;
        const leaseUntil = now + this.#settings.askTimeoutSeconds * 2000;
        const questions = store.verifications
          .lease(now, leaseUntil, adapter.batchSize)
          .flatMap((job) => this.#findQuestion(job) ?? []);
        if (questions.length === 0) return { again: true };
        store.paces.save(adapter.id, taken.pace);
        return { questions };
      });
    } catch (error) {
      log.error(traceOf(error), 'verification queue cannot be read');
      return { waitMs: 1000 };
    }
  }

  #waitOutPause(pace: Pace, now: number): Step {
    const { store } = this.#services;
    const waitMs = pace.pausedUntil - now;
    if (pace.pausedBy !== null && waitMs > PAUSE_WORTH_SAYING_MS) {
      for (const { unit, recordId } of store.verifications.deferDue(pace.pausedBy, now, pace.pausedUntil)) {
        store.records.touch(unit, recordId);
      }
      return { idle: true, waitMs };
    }
    return { waitMs };
  }

  /** Undefined, and the row no longer waiting, when today's rules cannot make a question of its cells. */
  #findQuestion(job: VerificationJob): Question | undefined {
    const { store } = this.#services;
    const record = store.records.find(job.unit, job.recordId);
    const claim = record && findClaim(record, this.#settings);
    if (claim) return { job, claim };
    store.verifications.remove(job.unit, job.recordId);
    store.records.setWhy(job.unit, job.recordId, 'unverifiable');
    return undefined;
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
    const { store, adapter, clock, log } = this.#services;
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
    store.write(() => {
      const pausedUntil = adapterFailed ? undefined : this.#settlePace(read);
      for (const [index, { job, claim }] of questions.entries()) {
        this.#settle(job, claim, read[index]!, askedAt, pausedUntil);
      }
    });
    const answered = read.filter((answer) => answer.transport === 'answered').length;
    log.info({ asked: questions.length, answered, ms: clock.now() - askedAt }, 'verification batch');
  }

  /** Pauses after a failure of the line or the service, and forgets earlier failures after an answer. */
  #settlePace(answers: readonly ClaimAnswer[]): number | undefined {
    const { store, adapter, clock, random } = this.#services;
    const now = clock.now();
    const pace = store.paces.find(adapter.id) ?? freshPace(now);
    const failure = answers.find((answer): answer is ClaimAnswer & ClaimNotAsked => answer.transport !== 'answered');
    if (!failure) {
      if (pace.failures > 0) store.paces.save(adapter.id, { ...pace, failures: 0 });
      return undefined;
    }
    const failures = pace.failures + 1;
    const seconds = pauseSeconds(failure, failures, this.#settings.retryBaseSeconds, random);
    const pausedUntil = now + Math.ceil(seconds * 1000);
    store.paces.save(adapter.id, { ...pace, failures, pausedUntil, pausedBy: failure.transport });
    return pausedUntil;
  }

  #settle(job: VerificationJob, claim: Claim, answer: ClaimAnswer, askedAt: number, pausedUntil?: number): void {
    const { store, adapter, clock, random, metrics } = this.#services;
    const { unit, recordId, round } = job;
    const { requestId, officer, purpose } = claim;
    if (answer.transport === 'answered') {
      const { outcome, compared, flags } = answer;
      const answeredAt = clock.now();
      const verdict = { unit, recordId, round, outcome, compared, flags, askedAt, answeredAt, requestId };
      if (store.verifications.complete({ ...verdict, adapter: adapter.id, officer, purpose })) {
        store.records.touch(unit, recordId);
        metrics.countVerdict(outcome);
      }
      return;
    }
    const ownMs = pauseSeconds(answer, job.attempts, this.#settings.retryBaseSeconds, random) * 1000;
    const dueAt = pausedUntil ?? clock.now() + Math.ceil(ownMs);
    if (store.verifications.defer(job, answer.transport, dueAt)) store.records.touch(unit, recordId);
  }

  #becomeIdle(): void {
    const waiters = this.#idleWaiters;
    this.#idleWaiters = [];
    for (const resolve of waiters) resolve();
  }
}
