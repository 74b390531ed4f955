import type { Outcome } from '../../contract/verdict.ts';
import type { Clock } from '../clock.ts';
import type { Claim, ClaimAnswer, ClaimNotAsked, PopulationAdapter } from '../population/population-adapter.ts';
import type { SheetKey } from '../store/sheet-check-table.ts';
import type { Tables } from '../store/tables.ts';
import type { VerificationJob } from '../store/verification-table.ts';
import { watchSheet } from './breaker/watch-sheet.ts';
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

/**
 * A question that failed by itself this often, alone in its call all but the first time, is set aside. Fewer, and a stumble of the
 * service costs a row its answer until somebody looks; the worse failure is to ask for ever, at the cost of everybody's rate.
 */
const MOST_FAULTS = 5;

/** Writes the answers of one call, inside one transaction. Returns the outcomes that were written. */
export async function settleAnswers(
  tables: Tables,
  services: SettlingServices,
  batch: AskedBatch,
): Promise<readonly Outcome[]> {
  const { questions, answers, adapterFailed, askedAt } = batch;
  const { adapter, clock } = services;
  // A push of these units would change the rows, and with them the queue, in another order.
  for (const unit of [...new Set(questions.map(({ job }) => job.unit))].sort()) await tables.lock(`push ${unit}`);
  await tables.lock(`pace ${adapter.id}`);
  const lineWorks = adapterFailed || (await isLineWorking(tables, adapter, batch));
  const isOwnFault = ({ transport }: ClaimAnswer) => lineWorks && transport === 'unreachable';
  const pausedUntil = await settlePace(
    tables,
    services,
    answers.filter((answer) => !isOwnFault(answer)),
  );
  const asked = questions.map(({ job, claim }) => ({ unit: job.unit, citizenId: claim.citizenId }));
  await tables.askedNumbers.note(asked, askedAt);
  const settled: VerificationJob[] = [];
  const sheets = new Map<string, { readonly sheet: SheetKey; readonly outcomes: Outcome[] }>();
  for (const [index, { job, claim, workbookId }] of questions.entries()) {
    const answer = answers[index]!;
    const { unit, recordId, round } = job;
    if (answer.transport !== 'answered') {
      const isOwn = isOwnFault(answer);
      const deferred = isOwn
        ? await settleFault(tables, services, job, answer, adapterFailed)
        : await tables.verifications.defer(
            job,
            answer.transport,
            pausedUntil ?? dueAgain(services, answer, job.attempts),
          );
      if (deferred) settled.push(job);
      continue;
    }
    const { outcome, compared, flags } = answer;
    const { requestId, officer, purpose } = claim;
    const verdict = { unit, recordId, round, outcome, compared, flags, askedAt, answeredAt: clock.now(), requestId };
    if (!(await tables.verifications.complete({ ...verdict, adapter: adapter.id, officer, purpose }))) continue;
    settled.push(job);
    const key = JSON.stringify([unit, workbookId]);
    const seen = sheets.get(key) ?? { sheet: { unit, workbookId }, outcomes: [] };
    seen.outcomes.push(outcome);
    sheets.set(key, seen);
  }
  await tables.records.touch(settled);
  for (const { sheet, outcomes } of sheets.values()) await watchSheet(tables, sheet, outcomes, clock.now());
  return [...sheets.values()].flatMap(({ outcomes }) => outcomes);
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
