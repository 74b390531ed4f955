import type { LineReason } from '../../contract/carried-list.ts';
import type { ComparedField } from '../../contract/verdict.ts';
import type { RawRow, RecordKind } from '../../rules/record.ts';
import type { CollectionForm } from '../../templates/csdl/collection-columns.ts';
import type { Claim, ClaimAnswer, ClaimAnswered, PopulationAdapter } from './population-adapter.ts';

/**
 * The port to a population service that cannot be called: a person carries the questions there as a workbook and brings back
 * a list of results. While they are on their way a row's transport is `sent`. Reading a list never rejects for what the file
 * holds; a line that is not beyond doubt one question's answer changes nothing and is reported.
 */
export interface CarriedAdapter {
  /** Stable name, kept with every verdict. */
  readonly id: string;
  /** As of `PopulationAdapter`. */
  readonly register: 'invented' | 'national';
  /** False for a row without the code that the service knows its person by. */
  canCarry(question: Pick<CarriedQuestion, 'kind' | 'cells'>): boolean;
  writeQuestions(form: CollectionForm, questions: readonly CarriedQuestion[]): Promise<WrittenQuestions>;
  /**
   * @param questions those that a line may answer: every one that was handed in for its row's present round, answered or not
   */
  readAnswers(file: Uint8Array, questions: readonly CarriedQuestion[]): Promise<CarriedAnswers | RefusedList>;
}

/** What is asked about one row. Holds personal data, as its claim does. */
export interface CarriedQuestion {
  readonly claim: Claim;
  readonly kind: RecordKind;
  readonly cells: RawRow;
  /** What was other in an earlier round: only a line that shows it as it is now answers this round. Empty in the first one. */
  readonly changed: readonly ComparedField[];
  /** When it was first handed in, milliseconds since 1970 UTC; null: not yet. */
  readonly carriedAt: number | null;
}

export interface WrittenQuestions {
  /** .xlsx */
  readonly bytes: Uint8Array;
  /** Rows in it. Two records of one person that ask the same share one. */
  readonly rows: number;
  /** Requests that stand in it. */
  readonly asked: readonly string[];
  /** Requests left out: the row has no code that the service knows its person by. */
  readonly withoutCode: readonly string[];
}

/** A line of the list: 1-based sheet of the file, row as in Excel. */
export interface LinePlace {
  readonly sheet: number;
  readonly row: number;
}

export interface CarriedAnswers {
  /** Lines that speak of somebody. */
  readonly lines: number;
  readonly answers: readonly (LinePlace & ClaimAnswer & ClaimAnswered)[];
  /** Lines that say once more what another one said. */
  readonly repeated: number;
  /** Lines that have no result yet. */
  readonly waiting: number;
  readonly notApplied: readonly (LinePlace & { readonly reason: LineReason })[];
}

/** The file is no list of results. `detail` of an unreadable one says why in one word, never a content of the file. */
export interface RefusedList {
  readonly refused: 'unreadable' | 'own-workbook' | 'no-status' | 'no-list';
  readonly detail: string;
}

/** Questions are carried there, not called. */
export function isCarried(adapter: PopulationAdapter | CarriedAdapter | null): adapter is CarriedAdapter {
  return adapter !== null && 'writeQuestions' in adapter;
}

/** Pupils' results are verified as pupils are. */
export function formOf(kind: RecordKind): CollectionForm {
  return kind === 'staff' ? 'staff' : 'pupil';
}
