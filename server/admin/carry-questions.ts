import type { TakenAnswers } from '../../contract/schemas/carried.ts';
import type { CollectionForm } from '../../templates/csdl/collection-columns.ts';
import { answeredQuestions, openQuestions, questionsToCarry } from '../carried/carried-questions.ts';
import { composeHandIn, noteHandedIn } from '../carried/hand-in.ts';
import { takeAnswers } from '../carried/take-answers.ts';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import type { CarriedAdapter, RefusedList, WrittenQuestions } from '../population/carried-adapter.ts';
import { ServerError } from '../server-error.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import type { ClaimAuthority } from '../verification/find-claim.ts';

/** Whose questions the operator carries, and by what. */
export interface CarryOptions {
  readonly unit: string;
  readonly adapter: CarriedAdapter;
  readonly authority: ClaimAuthority;
  readonly clock?: Clock;
}

/** The workbook to hand in for a unit, noted as sent once `keep` has it. Throws `unit-unknown`. */
export async function exportQuestions(
  store: Store,
  form: CollectionForm,
  { unit, adapter, authority, clock = SYSTEM_CLOCK }: CarryOptions,
  keep: (workbook: Uint8Array) => Promise<void>,
): Promise<WrittenQuestions> {
  const questions = await store.read(async (tables) => {
    await unitOrReject(tables, unit);
    return questionsToCarry(tables, unit, authority);
  });
  const made = await composeHandIn(questions, form, adapter);
  await keep(made.written.bytes);
  await store.write(async (tables) => {
    const at = clock.now();
    const fresh = await noteHandedIn(tables, unit, made, at);
    const counts = { rows: made.written.rows, fresh, withoutCode: made.written.withoutCode.length };
    await tables.audit.insert({ at, accountId: null, action: 'questions-handed-in', unit, counts, requestId: null });
  });
  return made.written;
}

/** Takes a unit's result list. Throws `unit-unknown`. */
export async function importAnswers(
  store: Store,
  file: Uint8Array,
  { unit, adapter, authority, clock = SYSTEM_CLOCK }: CarryOptions,
): Promise<TakenAnswers | RefusedList> {
  const questions = await store.read(async (tables) => {
    await unitOrReject(tables, unit);
    const answered = await answeredQuestions(tables, unit, authority, adapter);
    return [...(await openQuestions(tables, unit, authority)), ...answered];
  });
  const read = await adapter.readAnswers(
    file,
    questions.map(({ question }) => question),
  );
  if ('refused' in read) return read;
  return store.write(async (tables) => {
    const at = clock.now();
    const { taken } = await takeAnswers(tables, adapter, questions, read, null, at);
    const counts = { lines: taken.lines, applied: taken.applied, known: taken.known };
    await tables.audit.insert({ at, accountId: null, action: 'answers-taken', unit, counts, requestId: null });
    return taken;
  });
}

async function unitOrReject(tables: Tables, unit: string): Promise<void> {
  if (!(await tables.units.find(unit))) throw new ServerError('unit-unknown', { unit });
}
