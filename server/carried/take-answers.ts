import type { LineReason } from '../../contract/carried-list.ts';
import { NAMED_LINES, type TakenAnswers } from '../../contract/schemas/carried.ts';
import { type Outcome, VERIFIED_OUTCOMES } from '../../contract/verdict.ts';
import { askAnew } from '../loop/ask-anew.ts';
import type { CarriedAdapter, CarriedAnswers, LinePlace } from '../population/carried-adapter.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import type { StoredVerdict } from '../store/verification-table.ts';
import { findClaim } from '../verification/find-claim.ts';
import { readAnswer } from '../verification/read-answer.ts';
import type { KnownQuestion } from './carried-questions.ts';

/**
 * Writes down what a result list says. An answer to a question that is no longer open, or that has another answer in this round,
 * changes nothing and is reported; the same list read twice writes nothing twice. Expects a write transaction.
 * @param accountId who brought the list; null: the operator at the machine
 */
export async function takeAnswers(
  tables: Tables,
  adapter: CarriedAdapter,
  questions: readonly KnownQuestion[],
  read: CarriedAnswers,
  accountId: string | null,
  now: number,
): Promise<{ readonly taken: TakenAnswers; readonly outcomes: readonly Outcome[] }> {
  const byRequest = new Map(questions.map((known) => [known.question.claim.requestId, known]));
  const notApplied: (LinePlace & { readonly reason: LineReason })[] = [...read.notApplied];
  const answered: (LinePlace & { readonly verdict: StoredVerdict })[] = [];
  let known = 0;
  for (const { sheet, row, ...said } of read.answers) {
    const found = byRequest.get(said.requestId);
    const answer = found && readAnswer(found.question.claim, said);
    if (!found || answer?.transport !== 'answered') continue;
    const { outcome, compared, flags } = answer;
    if (found.answer?.outcome === outcome && found.answer.flags.join() === flags.join()) {
      known++;
      continue;
    }
    if (found.answer && found.answer.outcome !== 'unconfirmed') {
      notApplied.push({ sheet, row, reason: 'answered-otherwise' });
      continue;
    }
    const isVerified = VERIFIED_OUTCOMES.some((verified) => verified === outcome);
    const asked = found.answer
      ? await nextRound(tables, found, isVerified ? 'done' : 'goes-on', accountId, now)
      : found.record;
    if (!asked) {
      notApplied.push({ sheet, row, reason: 'asked-otherwise' });
      continue;
    }
    const { unit, recordId, round } = asked;
    const claim = findClaim(asked, found.question.claim) ?? found.question.claim;
    const { requestId, officer, purpose } = claim;
    const askedAt = found.question.carriedAt ?? now;
    const verdict = { unit, recordId, round, outcome, compared, flags, askedAt, answeredAt: now, requestId };
    answered.push({ verdict: { ...verdict, adapter: adapter.id, officer, purpose }, sheet, row });
  }
  const kept = new Set(await tables.verifications.complete(answered.map(({ verdict }) => verdict)));
  for (const { verdict, sheet, row } of answered) {
    if (!kept.has(verdict)) notApplied.push({ sheet, row, reason: 'asked-otherwise' });
  }
  await tables.records.touch([...kept]);
  notApplied.sort((a, b) => a.sheet - b.sheet || a.row - b.row);
  const { lines, repeated, waiting } = read;
  const counts: Partial<Record<LineReason, number>> = {};
  for (const { reason } of notApplied) counts[reason] = (counts[reason] ?? 0) + 1;
  return {
    taken: {
      lines,
      applied: kept.size,
      known,
      repeated,
      waiting,
      notApplied: counts,
      places: notApplied.slice(0, NAMED_LINES),
    },
    outcomes: [...kept].map(({ outcome }) => outcome),
  };
}

/**
 * *Chưa xác thực* also stands on rows that CSDL ngành has not come to: when a later list says more, it has looked again by itself,
 * and that is another round. What was begun with the parents goes on unless the row is verified now. Undefined
 * when another round has begun.
 */
async function nextRound(
  tables: Tables,
  { record }: KnownQuestion,
  steps: 'done' | 'goes-on',
  accountId: string | null,
  now: number,
): Promise<StoredRecord | undefined> {
  // Sent again while the list was being read.
  if ((await tables.records.find(record.unit, record.recordId))?.round !== record.round) return undefined;
  const next = { ...record, round: record.round + 1 };
  await askAnew(tables, [record], accountId, 0, now);
  if (steps === 'goes-on') await tables.loop.carry(record, next.round);
  return next;
}
