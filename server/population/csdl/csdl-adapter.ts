import type { LineReason } from '../../../contract/carried-list.ts';
import { COMPARED_FIELDS, type ComparedField, type Flag } from '../../../contract/verdict.ts';
import { cellText } from '../../../rules/cell.ts';
import { type ResultLine, readResultList } from '../../../xlsx/csdl/read-result-list.ts';
import { writeCollectionWorkbook } from '../../../xlsx/csdl/write-collection-workbook.ts';
import type {
  CarriedAdapter,
  CarriedAnswers,
  CarriedQuestion,
  LinePlace,
  WrittenQuestions,
} from '../carried-adapter.ts';
import { formOf } from '../carried-adapter.ts';
import type { ClaimAnswer, ClaimAnswered } from '../population-adapter.ts';
import { collectionRow } from './collection-row.ts';
import { questionCode } from './compare-line.ts';
import { lineMatcher, questionText } from './match-lines.ts';
import { type MoreResultWords, type ReadResult, resultReader } from './result-reader.ts';

const CSDL_ADAPTER_ID = 'csdl';

export interface CsdlAdapterConfig {
  /** Labels of result lists beyond those the program knows. */
  readonly words?: MoreResultWords;
}

/**
 * CSDL ngành as the population service: the route that the circulars prescribe and the one every school has. It cannot be called, so
 * the clerk carries the collection workbook there and the list of results back.
 */
export function createCsdlAdapter({ words = {} }: CsdlAdapterConfig = {}): CarriedAdapter {
  const read = resultReader(words);
  return {
    id: CSDL_ADAPTER_ID,
    register: 'national',
    canCarry,
    writeQuestions,
    async readAnswers(file, questions) {
      const list = await readResultList(file);
      if ('trouble' in list) return { refused: list.trouble, detail: list.detail };
      return settleLines(list.lines, questions, read);
    },
  };
}

const canCarry: CarriedAdapter['canCarry'] = (question) => questionCode(question) !== '';

const writeQuestions: CarriedAdapter['writeQuestions'] = async (form, questions): Promise<WrittenQuestions> => {
  const ofForm = questions.filter(({ kind }) => formOf(kind) === form);
  const known = ofForm.filter(canCarry);
  const firsts = new Map<string, CarriedQuestion>();
  for (const question of known) if (!firsts.has(questionText(question))) firsts.set(questionText(question), question);
  const ids = (some: readonly CarriedQuestion[]) => some.map(({ claim }) => claim.requestId);
  return {
    bytes: await writeCollectionWorkbook(form, [...firsts.values()].map(collectionRow)),
    rows: firsts.size,
    asked: ids(known),
    withoutCode: ids(ofForm.filter((question) => !canCarry(question))),
  };
};

type Answered = Exclude<ReadResult, string> & { readonly meaning: ClaimAnswered['outcome'] };
type Judged = { readonly skip: true } | { readonly waiting: true } | { readonly reason: LineReason } | LineVerdict;

interface LineVerdict {
  readonly questions: readonly CarriedQuestion[];
  readonly result: Answered;
}

function settleLines(
  lines: readonly ResultLine[],
  questions: readonly CarriedQuestion[],
  read: ReturnType<typeof resultReader>,
): CarriedAnswers {
  const match = lineMatcher(questions);
  const notApplied: (LinePlace & { readonly reason: LineReason })[] = [];
  const verdicts = new Map<CarriedQuestion, (LinePlace & { readonly result: Answered })[]>();
  let spoken = 0;
  let waiting = 0;
  for (const line of lines) {
    const { sheet, row } = line;
    const judged = judgeLine(line, match, read);
    if ('skip' in judged) continue;
    spoken++;
    if ('waiting' in judged) waiting++;
    else if ('reason' in judged) notApplied.push({ sheet, row, reason: judged.reason });
    else {
      for (const question of judged.questions) {
        verdicts.set(question, [...(verdicts.get(question) ?? []), { sheet, row, result: judged.result }]);
      }
    }
  }
  const answers: CarriedAnswers['answers'][number][] = [];
  const disagreeing = new Map<string, LinePlace>();
  const repeated = new Set<string>();
  for (const [question, said] of verdicts) {
    const [first, ...more] = said;
    if (!first) continue;
    if (more.some(({ result }) => !sameResult(result, first.result))) {
      for (const { sheet, row } of said) disagreeing.set(`${sheet}.${row}`, { sheet, row });
      continue;
    }
    for (const { sheet, row } of more) repeated.add(`${sheet}.${row}`);
    const { sheet, row, result } = first;
    answers.push({ sheet, row, ...answerOf(question.claim.requestId, result) });
  }
  for (const place of disagreeing.values()) notApplied.push({ ...place, reason: 'lines-disagree' });
  notApplied.sort((a, b) => a.sheet - b.sheet || a.row - b.row);
  return { lines: spoken, answers, repeated: repeated.size, waiting, notApplied };
}

function judgeLine(
  line: ResultLine,
  match: ReturnType<typeof lineMatcher>,
  read: ReturnType<typeof resultReader>,
): Judged {
  const found = match(line);
  // A title of a class, a line of signatures, a pupil who was not asked about: nothing that could be applied.
  const isIdle = 'reason' in found && (found.reason === 'key-missing' || found.reason === 'fits-none');
  if (isIdle && line.statuses.length === 0) return { skip: true };
  if ('reason' in found) return found;
  if (isOtherSchool(line, found.questions)) return { reason: 'other-school' };
  const result = read(line.statuses, line.reasons);
  if (typeof result === 'string') return { reason: result };
  const { meaning } = result;
  if (meaning === 'waiting') return { waiting: true };
  if (meaning === 'not-asked') return { reason: 'not-asked' };
  return { questions: found.questions, result: { ...result, meaning } };
}

/** Codes of figures against codes of figures of the same length: another numbering says nothing. */
function isOtherSchool({ cells }: ResultLine, questions: readonly CarriedQuestion[]): boolean {
  const code = cellText(cells.schoolCode).trim();
  const unit = questions[0]?.claim.unit ?? '';
  const isCode = (text: string) => /^\d{6,}$/.test(text);
  return isCode(code) && isCode(unit) && code.replace(/^0+/, '') !== unit.replace(/^0+/, '');
}

function sameResult(a: Answered, b: Answered): boolean {
  return a.meaning === b.meaning && a.differing.join() === b.differing.join();
}

/**
 * What the interface of the register compares at the least (number, name and birth date), and whatever the list says differs:
 * CSDL ngành does not say what else it looked at.
 */
function answerOf(requestId: string, { meaning, differing }: Answered): ClaimAnswer & ClaimAnswered {
  const named = new Set<ComparedField>(differing.flatMap((flag) => COMPARED_BY_FLAG[flag] ?? []));
  const least = LEAST_COMPARED[meaning];
  const compared = COMPARED_FIELDS.filter((field) => least.includes(field) || named.has(field));
  return { requestId, transport: 'answered', outcome: meaning, compared, flags: differing };
}

const WHOLE: readonly ComparedField[] = ['citizenId', 'fullName', 'birthDate'];
const LEAST_COMPARED: Readonly<Record<ClaimAnswered['outcome'], readonly ComparedField[]>> = {
  match: WHOLE,
  'match-normalised': WHOLE,
  differs: WHOLE,
  unconfirmed: WHOLE,
  'no-such-number': ['citizenId'],
  superseded: ['citizenId'],
  'too-many': ['citizenId'],
};

const COMPARED_BY_FLAG: Readonly<Partial<Record<Flag, ComparedField>>> = {
  'differs.sex': 'sex',
  'differs.residence': 'residence',
};
