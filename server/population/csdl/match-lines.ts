import type { LineReason } from '../../../contract/carried-list.ts';
import type { ResultLine } from '../../../xlsx/csdl/read-result-list.ts';
import type { CarriedQuestion } from '../carried-adapter.ts';
import {
  type IdentityKeys,
  isNewer,
  isOlder,
  keysOfQuestion,
  type Likeness,
  likeness,
  type ReadLine,
  readLine,
} from './compare-line.ts';

/** Whose answer a line is: all questions of one person that ask the same, or why of nobody. */
export type LineMatch = { readonly questions: readonly CarriedQuestion[] } | { readonly reason: LineReason };

interface Candidate {
  readonly question: CarriedQuestion;
  readonly keys: IdentityKeys;
}

const IDENTIFYING = ['requestId', 'code', 'citizenId', 'person'] as const satisfies readonly (keyof IdentityKeys)[];

/**
 * Finds the question that each line answers. A line fits a question that shares a key with it and contradicts it in nothing the
 * line shows; it is taken when it fits one question only. So a line of an older list, which shows what was asked then, fits
 * no row that was changed since.
 */
export function lineMatcher(questions: readonly CarriedQuestion[]): (line: ResultLine) => LineMatch {
  const index = indexByKeys(questions);
  const records = new Set(questions.map(({ claim }) => recordOf(claim.requestId)));
  return (line) => {
    const read = readLine(line);
    const { requestId } = read.keys;
    if (IDENTIFYING.every((key) => read.keys[key] === null)) return { reason: 'key-missing' };
    const candidates = new Set(keyTexts(read.keys).flatMap((text) => index.get(text) ?? []));
    // Lists may number their requests in their own way: only an id of ours tells the round.
    const ours = requestId !== null && records.has(recordOf(requestId));
    if (ours && ![...candidates].some(({ keys }) => keys.requestId === requestId)) return { reason: 'older-round' };
    if (candidates.size === 0) return { reason: 'fits-none' };
    const fitting = [...candidates].flatMap(({ question, keys }) => {
      const found = likeness(read, ours ? keys : { ...keys, requestId: null }, question);
      return Object.values(found).includes('differs') ? [] : [{ question, found }];
    });
    const [first] = fitting;
    if (!first) return { reason: 'asked-otherwise' };
    const asked = questionText(first.question);
    if (fitting.some(({ question }) => questionText(question) !== asked)) return { reason: 'fits-several' };
    const faults = fitting.map(({ question, found }) => roundFault(read, question, found));
    const answered = fitting.filter((_, at) => faults[at] === undefined).map(({ question }) => question);
    return answered.length > 0 ? { questions: answered } : { reason: faults[0] ?? 'round-unclear' };
  };
}

function indexByKeys(questions: readonly CarriedQuestion[]): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const question of questions) {
    const candidate = { question, keys: keysOfQuestion(question) };
    for (const text of keyTexts(candidate.keys)) {
      const others = index.get(text);
      if (others) others.push(candidate);
      else index.set(text, [candidate]);
    }
  }
  return index;
}

function keyTexts(keys: IdentityKeys): readonly string[] {
  return IDENTIFYING.flatMap((key) => (keys[key] === null ? [] : [`${key}\n${keys[key]}`]));
}

/** A request id is the record's id and the round behind the last dot. */
function recordOf(requestId: string): string {
  return requestId.slice(0, Math.max(0, requestId.lastIndexOf('.')));
}

/** What was mended must be seen as it is now, unless the line says by itself to which round it belongs. */
function roundFault(read: ReadLine, question: CarriedQuestion, found: Likeness): LineReason | undefined {
  if (found.requestId === 'same') return undefined;
  if (isOlder(read, question)) return 'older-round';
  if (isNewer(read, question)) return undefined;
  return question.changed.every((field) => found[field] === 'same') ? undefined : 'round-unclear';
}

/** The same for one person's rows in two workbooks, if they are asked in the same words: they are one question. */
export function questionText(question: CarriedQuestion): string {
  const { citizenId, fullName, birthDate, sex, province, ward } = question.claim;
  const { year, month, day } = birthDate;
  const { code } = keysOfQuestion(question);
  return JSON.stringify([code, citizenId, fullName, year, month, day, sex, province, ward]);
}
