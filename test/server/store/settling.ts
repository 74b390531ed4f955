import type { Outcome } from '../../../contract/verdict.ts';
import type { ClaimAnswer } from '../../../server/population/population-adapter.ts';
import type { Store } from '../../../server/store/store.ts';
import { findClaim } from '../../../server/verification/find-claim.ts';
import { type Question, settleAnswers } from '../../../server/verification/settle-answers.ts';
import { matched, StubAdapter } from '../stub-adapter.ts';
import { job, NOW, record } from './stored-rows.ts';

/** So many pupils in a workbook `w-1` of each unit, all of them leased; in the order of the units, then of the rows. */
export async function addQuestions(
  store: Store,
  sizes: Readonly<Record<string, number>>,
): Promise<readonly Question[]> {
  let serial = 0;
  const records = Object.entries(sizes).flatMap(([unit, rows]) =>
    Array.from({ length: rows }, () => {
      const citizenId = `001212${String(++serial).padStart(6, '0')}`;
      const cells = { fullName: 'Nguyễn Văn An', birthDate: '05/09/2012', sex: 'Nam', citizenId };
      return record(`r-${serial}`, { unit, citizenId, cells });
    }),
  );
  await store.write(async (tables) => {
    for (const unit of Object.keys(sizes)) {
      const workbook = { unit, workbookId: 'w-1', template: 'student', version: 1, campaign: '' } as const;
      await tables.workbooks.insert({ ...workbook, firstSeenAt: NOW });
    }
    await tables.records.insert(records);
    await tables.verifications.enqueue(records.map(({ unit, recordId }) => job(recordId, { unit })));
  });
  const leased = await store.verifications.lease(NOW, NOW + 60_000, records.length);
  return records.map((one) => ({
    job: leased.find(({ unit, recordId }) => unit === one.unit && recordId === one.recordId)!,
    workbookId: 'w-1',
    claim: findClaim(one, { officer: 'CB', purpose: 'thử' })!,
  }));
}

/** Every one of them matched. */
export function answersTo(questions: readonly Question[]): readonly ClaimAnswer[] {
  return questions.map(({ claim }) => matched(claim));
}

/** Writes the answers down as the worker does. */
export function settle(
  store: Store,
  questions: readonly Question[],
  answers: readonly ClaimAnswer[],
): Promise<readonly Outcome[]> {
  const services = { adapter: new StubAdapter(), clock: { now: () => NOW }, random: () => 0.5, retryBaseSeconds: 5 };
  const batch = { questions, answers, adapterFailed: false, askedAt: NOW };
  return store.writeAlongside((tables) => settleAnswers(tables, services, batch));
}
