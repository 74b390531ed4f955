import type { LineReason } from '../../contract/carried-list.ts';
import { NAMED_LINES, type TakenAnswers } from '../../contract/schemas/carried.ts';
import type { Outcome } from '../../contract/verdict.ts';
import type { CarriedAdapter, CarriedAnswers, LinePlace } from '../population/carried-adapter.ts';
import type { Tables } from '../store/tables.ts';
import { readAnswer } from '../verification/read-answer.ts';
import type { KnownQuestion } from './carried-questions.ts';

/**
 * Writes down what a result list says. An answer to a question that is no longer open, or that has another answer in this round,
 * changes nothing and is reported; the same list read twice writes nothing twice. Expects a write transaction.
 */
export async function takeAnswers(
  tables: Tables,
  adapter: CarriedAdapter,
  questions: readonly KnownQuestion[],
  read: CarriedAnswers,
  now: number,
): Promise<{ readonly taken: TakenAnswers; readonly outcomes: readonly Outcome[] }> {
  const byRequest = new Map(questions.map((known) => [known.question.claim.requestId, known]));
  const notApplied: (LinePlace & { readonly reason: LineReason })[] = [...read.notApplied];
  const applied: KnownQuestion[] = [];
  const outcomes: Outcome[] = [];
  let known = 0;
  for (const { sheet, row, ...said } of read.answers) {
    const found = byRequest.get(said.requestId);
    const answer = found && readAnswer(found.question.claim, said);
    if (!found || answer?.transport !== 'answered') continue;
    const { outcome, compared, flags } = answer;
    if (found.answer) {
      const isSame = found.answer.outcome === outcome && found.answer.flags.join() === flags.join();
      if (isSame) known++;
      else notApplied.push({ sheet, row, reason: 'answered-otherwise' });
      continue;
    }
    const { unit, recordId, round } = found.record;
    const { requestId, officer, purpose } = found.question.claim;
    const askedAt = found.question.carriedAt ?? now;
    const verdict = { unit, recordId, round, outcome, compared, flags, askedAt, answeredAt: now, requestId };
    if (await tables.verifications.complete({ ...verdict, adapter: adapter.id, officer, purpose })) {
      applied.push(found);
      outcomes.push(outcome);
    } else notApplied.push({ sheet, row, reason: 'asked-otherwise' });
  }
  await tables.records.touch(applied.map(({ record }) => record));
  notApplied.sort((a, b) => a.sheet - b.sheet || a.row - b.row);
  const { lines, repeated, waiting } = read;
  const counts: Partial<Record<LineReason, number>> = {};
  for (const { reason } of notApplied) counts[reason] = (counts[reason] ?? 0) + 1;
  return {
    taken: {
      lines,
      applied: applied.length,
      known,
      repeated,
      waiting,
      notApplied: counts,
      places: notApplied.slice(0, NAMED_LINES),
    },
    outcomes,
  };
}
