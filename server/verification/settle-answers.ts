import type { Outcome } from '../../contract/verdict.ts';
import { addToGroup } from '../../rules/add-to-group.ts';
import type { Clock } from '../clock.ts';
import type {
  Claim,
  ClaimAnswer,
  ClaimNotAsked,
  NotAskedTransport,
  PopulationAdapter,
} from '../population/population-adapter.ts';
import type { Tables } from '../store/tables.ts';
import type { StoredVerdict, VerificationJob } from '../store/verification-table.ts';
import { type SheetOutcomes, watchSheets } from './breaker/watch-sheet.ts';
import { freshPace, pauseSeconds } from './pacing.ts';

/** A job that was leased, and what was asked for it. */
export interface Question {
  readonly job: VerificationJob;
  readonly workbookId: string;
  readonly claim: Claim;
}

/** One call of the adapter and what came of it. */
export interface AskedBatch {
  readonly questions: readonly Question[];
  /** In the order of the questions. */
  readonly answers: readonly ClaimAnswer[];
  readonly adapterFailed: boolean;
  readonly askedAt: number;
}

export interface SettlingServices {
  readonly adapter: PopulationAdapter;
  readonly clock: Clock;
  /** 0 ≤ x < 1, for the jitter. */
  readonly random: () => number;
  /** First step of the backoff after a failure. */
  readonly retryBaseSeconds: number;
}

/** A question that was answered, with what is to be kept of it. */
type Answered = Question & { readonly verdict: StoredVerdict };

/** What one call says of the line and the service. */
interface LineStanding {
  /** A trouble of the question's own. */
  readonly isOwnFault: (answer: ClaimAnswer) => boolean;
  /** Until when nobody is asked; undefined where all that failed are own faults. */
  readonly pausedUntil: number | undefined;
}

/**
 * A question that failed by itself this often, alone in its call all but the first time, is set aside. Fewer, and a stumble of the
 * service costs a row its answer until somebody looks; the worse failure is to ask for ever, at the cost of everybody's rate.
 */
const MOST_FAULTS = 5;

/**
 * Writes the answers of one call, inside one transaction. Questions that fared alike share a statement: over PostgreSQL each is a way
 * to the database and back. Returns the outcomes that were written.
 */
export async function settleAnswers(
  tables: Tables,
  services: SettlingServices,
  batch: AskedBatch,
): Promise<readonly Outcome[]> {
  const { questions, askedAt } = batch;
  // A push of these units would change the rows, and with them the queue, in another order.
  const units = [...new Set(questions.map(({ job }) => job.unit))].sort();
  await tables.lock(...units.map((unit) => `push ${unit}`));
  const line = await settleLine(tables, services, batch);
  const asked = questions.map(({ job, claim }) => ({ unit: job.unit, citizenId: claim.citizenId }));
  await tables.askedNumbers.note(asked, askedAt);
  const answered = findAnswered(services, batch);
  const kept = new Set(await tables.verifications.complete(answered.map(({ verdict }) => verdict)));
  const written = answered.filter(({ verdict }) => kept.has(verdict));
  const settled = new Set(written.map(({ job }) => job));
  for (const job of await putOff(tables, services, batch, line)) settled.add(job);
  await tables.records.touch(questions.flatMap(({ job }) => (settled.has(job) ? job : [])));
  await watchSheets(tables, bySheet(written), services.clock.now());
  return written.map(({ verdict }) => verdict.outcome);
}

function findAnswered(
  { adapter, clock }: SettlingServices,
  { questions, answers, askedAt }: AskedBatch,
): readonly Answered[] {
  const answeredAt = clock.now();
  return questions.flatMap((question, index) => {
    const answer = answers[index]!;
    if (answer.transport !== 'answered') return [];
    const { unit, recordId, round } = question.job;
    const { outcome, compared, flags } = answer;
    const { requestId, officer, purpose } = question.claim;
    const verdict = { unit, recordId, round, outcome, compared, flags, askedAt, answeredAt, adapter: adapter.id };
    return { ...question, verdict: { ...verdict, requestId, officer, purpose } };
  });
}

function bySheet(written: readonly Answered[]): readonly SheetOutcomes[] {
  const sheets = new Map<string, SheetOutcomes & { readonly outcomes: Outcome[] }>();
  for (const { workbookId, verdict } of written) {
    const { unit, outcome } = verdict;
    const key = JSON.stringify([unit, workbookId]);
    const seen = sheets.get(key) ?? { sheet: { unit, workbookId }, outcomes: [] };
    sheets.set(key, seen);
    seen.outcomes.push(outcome);
  }
  return [...sheets.values()];
}

/** What could not be asked waits again; returns those that were still open. */
async function putOff(
  tables: Tables,
  services: SettlingServices,
  { questions, answers, adapterFailed }: AskedBatch,
  { isOwnFault, pausedUntil }: LineStanding,
): Promise<readonly VerificationJob[]> {
  const open: VerificationJob[] = [];
  const waiting = new Map<NotAskedTransport, VerificationJob[]>();
  for (const [index, { job }] of questions.entries()) {
    const answer = answers[index]!;
    if (answer.transport === 'answered') continue;
    if (!isOwnFault(answer)) addToGroup(waiting, answer.transport, job);
    // One at a time: after the first fault it is asked alone.
    else if (await settleFault(tables, services, job, answer, adapterFailed)) open.push(job);
  }
  if (pausedUntil === undefined) return open;
  for (const [transport, jobs] of waiting) {
    open.push(...(await tables.verifications.defer(jobs, transport, pausedUntil)));
  }
  return open;
}

/** Pauses the line, or forgets its failures. */
async function settleLine(tables: Tables, services: SettlingServices, batch: AskedBatch): Promise<LineStanding> {
  const { answers, adapterFailed } = batch;
  const { adapter } = services;
  const isGoingOn =
    answers.every(({ transport }) => transport === 'answered') &&
    ((await tables.paces.find(adapter.id))?.failures ?? 0) === 0;
  // Nothing of the pace changes: whoever takes the next step need not wait until these answers are written.
  if (isGoingOn) return { isOwnFault: () => false, pausedUntil: undefined };
  await tables.lock(`pace ${adapter.id}`);
  const lineWorks = adapterFailed || (await isLineWorking(tables, adapter, batch));
  const isOwnFault = ({ transport }: ClaimAnswer) => lineWorks && transport === 'unreachable';
  const pausedUntil = await settlePace(
    tables,
    services,
    answers.filter((answer) => !isOwnFault(answer)),
  );
  return { isOwnFault, pausedUntil };
}

/**
 * Where others were answered the line works: what was passed over, or answered with nonsense, is a trouble of its own. So it is
 * where a question of which that is known fails again alone, and nothing else has failed since.
 */
async function isLineWorking(
  tables: Tables,
  adapter: PopulationAdapter,
  { questions, answers }: AskedBatch,
): Promise<boolean> {
  if (answers.some(({ transport }) => transport === 'answered')) return true;
  if (!questions.every(({ job }) => job.faults > 0)) return false;
  return (await tables.paces.find(adapter.id))?.failures === 0;
}

/** Pauses after a failure of the line or the service, and forgets earlier failures after an answer. */
async function settlePace(
  tables: Tables,
  { adapter, clock, random, retryBaseSeconds }: SettlingServices,
  answers: readonly ClaimAnswer[],
): Promise<number | undefined> {
  if (answers.length === 0) return undefined;
  const now = clock.now();
  const pace = (await tables.paces.find(adapter.id)) ?? freshPace(now);
  const failure = answers.find((answer): answer is ClaimAnswer & ClaimNotAsked => answer.transport !== 'answered');
  if (!failure) {
    if (pace.failures > 0) await tables.paces.save(adapter.id, { ...pace, failures: 0 });
    return undefined;
  }
  const failures = pace.failures + 1;
  const pausedUntil = now + Math.ceil(pauseSeconds(failure, failures, retryBaseSeconds, random) * 1000);
  await tables.paces.save(adapter.id, { ...pace, failures, pausedUntil, pausedBy: failure.transport });
  return pausedUntil;
}

/** True when the question was still open. */
function settleFault(
  tables: Tables,
  services: SettlingServices,
  job: VerificationJob,
  answer: ClaimAnswer & ClaimNotAsked,
  adapterFailed: boolean,
): Promise<boolean> {
  if (job.faults + 1 >= MOST_FAULTS) {
    return tables.asides.setAside(job, adapterFailed ? 'adapter-failed' : 'not-answered');
  }
  return tables.asides.countFault(job, answer.transport, dueAgain(services, answer, job.faults + 1));
}

function dueAgain(
  { clock, random, retryBaseSeconds }: SettlingServices,
  answer: ClaimNotAsked,
  attempts: number,
): number {
  return clock.now() + Math.ceil(pauseSeconds(answer, attempts, retryBaseSeconds, random) * 1000);
}
