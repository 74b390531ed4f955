import type { CarriedState } from '../../contract/schemas/carried.ts';
import { COLLECTION_FORMS, type CollectionForm } from '../../templates/csdl/collection-columns.ts';
import { type CarriedAdapter, formOf, type WrittenQuestions } from '../population/carried-adapter.ts';
import type { Tables } from '../store/tables.ts';
import type { ClaimAuthority } from '../verification/find-claim.ts';
import { type KnownQuestion, questionsToCarry } from './carried-questions.ts';

/** Where a unit stands with what is carried by hand. */
export async function carriedState(
  tables: Tables,
  unit: string,
  authority: ClaimAuthority,
  adapter: CarriedAdapter | null,
): Promise<CarriedState> {
  if (adapter === null) return { by: null, forms: [] };
  const questions = await questionsToCarry(tables, unit, authority);
  const forms = COLLECTION_FORMS.map((form) => {
    const ofForm = questions.filter(({ question }) => formOf(question.kind) === form);
    const withoutCode = ofForm.filter(({ question }) => !adapter.canCarry(question)).length;
    const handedIn = ofForm.filter(({ question }) => question.carriedAt !== null).length;
    return { form, waiting: ofForm.length - handedIn, handedIn, withoutCode };
  });
  return { by: 'csdl', forms: forms.filter(({ waiting, handedIn }) => waiting + handedIn > 0) };
}

/** A workbook to hand in, with the questions it holds. */
export interface HandIn {
  readonly written: WrittenQuestions;
  readonly questions: readonly KnownQuestion[];
}

/** Everything of a unit and form that has no answer, handed in before or not: a file that got lost is simply made again. */
export async function composeHandIn(
  questions: readonly KnownQuestion[],
  form: CollectionForm,
  adapter: CarriedAdapter,
): Promise<HandIn> {
  const written = await adapter.writeQuestions(
    form,
    questions.map(({ question }) => question),
  );
  const asked = new Set(written.asked);
  return { written, questions: questions.filter(({ question }) => asked.has(question.claim.requestId)) };
}

/** Notes what stands in the workbook as sent, each question once, so that its first day stays. Expects a write transaction. */
export async function noteHandedIn(tables: Tables, unit: string, { questions }: HandIn, now: number): Promise<number> {
  const still = new Map((await tables.carried.open(unit)).map((one) => [one.recordId, one]));
  const fresh = questions.flatMap(({ record }) => {
    const open = still.get(record.recordId);
    return open && open.round === record.round && open.transport !== 'sent' ? [open] : [];
  });
  await tables.carried.handIn(unit, fresh, now);
  await tables.records.touch(fresh.map(({ recordId }) => ({ unit, recordId })));
  return fresh.length;
}
