import { COMPARED_AS, COMPARED_FIELDS, type ComparedField } from '../../contract/verdict.ts';
import type { CarriedAdapter, CarriedQuestion } from '../population/carried-adapter.ts';
import type { AnsweredQuestion, OpenQuestion } from '../store/carried-table.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { StoredRound } from '../store/round-table.ts';
import type { Tables } from '../store/tables.ts';
import { type ClaimAuthority, findClaim } from '../verification/find-claim.ts';

/** A question with what the store knows of it. */
export interface KnownQuestion {
  readonly question: CarriedQuestion;
  readonly record: StoredRecord;
  /** Null: it is open. */
  readonly answer: AnsweredQuestion | null;
  readonly open: OpenQuestion | null;
}

/** A unit's open questions, in the order of its rows. Those that today's rules cannot make of the cells are left out. */
export async function openQuestions(
  tables: Tables,
  unit: string,
  authority: ClaimAuthority,
): Promise<readonly KnownQuestion[]> {
  const open = await tables.carried.open(unit);
  return join(tables, unit, authority, open, (one) => ({ answer: null, open: one }));
}

/** Those of them that are to be handed in: what is held or set aside waits until somebody has looked at it. */
export async function questionsToCarry(
  tables: Tables,
  unit: string,
  authority: ClaimAuthority,
): Promise<readonly KnownQuestion[]> {
  const open = await openQuestions(tables, unit, authority);
  return open.filter((known) => known.open?.transport === 'queued' || known.open?.transport === 'sent');
}

/** Those that have their answer from this adapter already: a list that is read again must find its rows. */
export async function answeredQuestions(
  tables: Tables,
  unit: string,
  authority: ClaimAuthority,
  adapter: CarriedAdapter,
): Promise<readonly KnownQuestion[]> {
  const answered = await tables.carried.answered(unit, adapter.id);
  return join(tables, unit, authority, answered, (one) => ({ answer: one, open: null }));
}

async function join<Q extends OpenQuestion | AnsweredQuestion>(
  tables: Tables,
  unit: string,
  authority: ClaimAuthority,
  asked: readonly Q[],
  state: (one: Q) => Pick<KnownQuestion, 'answer' | 'open'>,
): Promise<readonly KnownQuestion[]> {
  const records = await tables.records.findMany(
    unit,
    asked.map(({ recordId }) => recordId),
  );
  const mended = asked.flatMap(({ recordId, round }) => (round > 1 ? [recordId] : []));
  const rounds = await tables.rounds.ofRecords(unit, mended);
  return asked.flatMap((one) => {
    const record = records.get(one.recordId);
    const claim = record && record.round === one.round ? findClaim(record, authority) : undefined;
    if (!record || !claim) return [];
    const isHandedIn = !('transport' in one) || one.transport === 'sent';
    const question: CarriedQuestion = {
      claim,
      kind: record.template,
      cells: record.cells,
      changed: changedSinceFirst(record, rounds.get(record.recordId) ?? []),
      carriedAt: isHandedIn ? one.askedAt : null,
    };
    return [{ question, record, ...state(one) }];
  });
}

/** What any earlier round asked otherwise; everything, where a round is not on record. */
function changedSinceFirst({ round }: StoredRecord, rounds: readonly StoredRound[]): readonly ComparedField[] {
  const later = rounds.filter((one) => one.round > 1 && one.round <= round);
  if (later.length < round - 1) return COMPARED_FIELDS;
  const changed = new Set(later.flatMap((one) => one.changed.map((field) => COMPARED_AS[field])));
  return COMPARED_FIELDS.filter((field) => changed.has(field));
}
