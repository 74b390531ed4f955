import { SUSPECT_COLUMNS, type SuspectColumn, type Suspicion } from '../../../contract/suspicion.ts';
import { type Flag, isVerified } from '../../../contract/verdict.ts';
import { nameKey as nameKeyOf } from '../../../rules/text/name-key.ts';
import type { CheckedRow, RowAnswer } from './checked-row.ts';

/** A guess at what happened to the sheet. */
interface Hypothesis extends Suspicion {
  /** In which columns the service would find the row to differ from its person; undefined where nothing is foretold. */
  readonly differing: (
    row: CheckedRow,
    at: number,
    rows: readonly CheckedRow[],
  ) => readonly SuspectColumn[] | undefined;
  /** What a row foretold right counts. */
  readonly foretold: number;
  /** The row as it was before it happened, as far as the sheet still has it. Absent: what its columns tell has not changed. */
  readonly mended?: (row: CheckedRow, at: number, rows: readonly CheckedRow[]) => CheckedRow | undefined;
}

/** Natural logarithms of odds. */
const FORETOLD = 2;
/** Of a guess that the sheet itself bears out: two days in five could be a month by chance, few lists begin with given names. */
const BOLDLY_FORETOLD = 3;
/** Some of the differing columns, not all. */
const PARTLY = 0.25;
/** The row matched, or differs elsewhere. */
const MISSED = -2;
/** The guess expected nothing of the row, and it failed: every list has such rows. */
const UNFORETOLD = -0.5;
/** Two columns of a row that disagree about its person, say the number's year and the birth date's: mending it should end that. */
const BROKEN_TIE = 3;
/** Two that agree by chance: sexes do every second time. */
const KEPT_TIE = 0.7;
/** A guess must be e^10 times likelier than an honest sheet, and e^5 times likelier than any about another column. */
const ENOUGH = 10;
const AHEAD = 5;
/** Past this share of ties that stay broken something else is wrong with the column. */
const MOST_BROKEN_TIES = 0.25;

const SHIFTING = ['birthDate', 'citizenId', 'fullName', 'sex'] as const;
type Shifting = (typeof SHIFTING)[number];

/**
 * The column that explains best why so many of a sheet's rows fail, or null when none does so clearly. It is found in the rows'
 * own data and in the answers: each guess foretells which rows fail and in which fields, and mends the rows so that the number's
 * year and sex, the birth date, the sex and the middle name agree. A service that only says *found* or *not found* is no
 * hindrance: the columns that agree with each other are not the ones that slipped.
 *
 * @param rows in the order of the sheet, the unanswered ones too
 */
export function findSuspicion(rows: readonly CheckedRow[]): Suspicion | null {
  const scored = hypothesesAbout(rows).map((hypothesis) => ({ hypothesis, score: scoreOf(hypothesis, rows) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const { column, kind } = best.hypothesis;
  const rivals = scored.filter(({ hypothesis }) => hypothesis.column !== column).map(({ score }) => score);
  if (best.score < ENOUGH || best.score - Math.max(...rivals) < AHEAD) return null;
  return { column, kind };
}

function hypothesesAbout(rows: readonly CheckedRow[]): readonly Hypothesis[] {
  const reordered = beginsWithGivenName(rows);
  return [
    ...SHIFTING.flatMap((column) => [rowOff(column, 1), rowOff(column, -1)]),
    {
      column: 'birthDate',
      kind: 'day-month',
      foretold: BOLDLY_FORETOLD,
      differing: (row) => (hasOtherDayMonth(row) ? ['birthDate'] : []),
    },
    {
      column: 'fullName',
      kind: 'name-order',
      foretold: BOLDLY_FORETOLD,
      differing: ({ answer }) => (reordered || answer?.flags.includes('nameSwapped') ? ['fullName'] : []),
    },
    ...SUSPECT_COLUMNS.map(values),
  ];
}

/** A column whose values stand a row away from where they belong: those of a row are found `step` rows on. */
function rowOff(column: Shifting, step: 1 | -1): Hypothesis {
  return {
    column,
    kind: 'row-off',
    foretold: FORETOLD,
    differing: (row, at, rows) => {
      if (column !== 'citizenId') {
        const own = rows[at + step];
        return own && (equalIn(column, row, own) ? [] : [column]);
      }
      // The number is the key: the row is compared with the person whose number stands in it.
      const holder = rows[at - step];
      return holder && (['fullName', 'birthDate', 'sex'] as const).filter((other) => !equalIn(other, row, holder));
    },
    mended: (row, at, rows) => {
      const own = rows[at + step];
      return own && { ...row, ...valuesOf(column, own) };
    },
  };
}

/** Nearly every row differs in this column, whatever the reason. */
function values(column: SuspectColumn): Hypothesis {
  return {
    column,
    kind: 'values',
    foretold: FORETOLD,
    differing: () => [column],
    mended: (row) => ({ ...row, ...valuesOf(column, BLANK) }),
  };
}

const BLANK: CheckedRow = {
  number: null,
  numberYear: null,
  numberSex: null,
  nameKey: '',
  nameSex: null,
  birthDate: null,
  sex: null,
  answer: null,
};

function valuesOf(column: SuspectColumn, row: CheckedRow): Partial<CheckedRow> {
  const { number, numberYear, numberSex, nameKey, nameSex, birthDate, sex } = row;
  switch (column) {
    case 'citizenId':
      return { number, numberYear, numberSex };
    case 'fullName':
      return { nameKey, nameSex };
    case 'birthDate':
      return { birthDate };
    case 'sex':
      return { sex };
    case 'residence':
      return {};
  }
}

function equalIn(column: Exclude<Shifting, 'citizenId'>, a: CheckedRow, b: CheckedRow): boolean {
  switch (column) {
    case 'fullName':
      return a.nameKey === b.nameKey;
    case 'sex':
      return a.sex === b.sex;
    case 'birthDate':
      return JSON.stringify(a.birthDate) === JSON.stringify(b.birthDate);
  }
}

/** Both would be a month, and they are not the same: read the other way round it is another day. */
function hasOtherDayMonth({ birthDate }: CheckedRow): boolean {
  const { day, month } = birthDate ?? {};
  return day !== undefined && month !== undefined && day <= 12 && day !== month;
}

/**
 * Few family names stand at the head of most Vietnamese names (a third of all people are Nguyễn), and many given names at the end.
 * Where a later word is told more often than the first, the order was changed.
 */
function beginsWithGivenName(rows: readonly CheckedRow[]): boolean {
  const names = rows.map(({ nameKey }) => nameKey.split(' ')).filter((words) => words.length > 2);
  return mostTold(names, 0) < Math.max(mostTold(names, 1), mostTold(names, -1)) / 2;
}

/** They stand in more names than most family names, behind those. */
const MIDDLE_WORDS: ReadonlySet<string> = new Set(['Thị', 'Văn'].map(nameKeyOf));

/** How often the commonest word stands in this place of the names. */
function mostTold(names: readonly (readonly string[])[], place: number): number {
  const counts = new Map<string, number>();
  for (const words of names) {
    const word = words.at(place) ?? '';
    if (MIDDLE_WORDS.has(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** How much likelier the guess makes what was answered and what the columns tell, over the stretch that speaks most for it. */
function scoreOf(hypothesis: Hypothesis, rows: readonly CheckedRow[]): number {
  let best = 0;
  let sum = 0;
  let kept = 0;
  let broken = 0;
  for (const [at, row] of rows.entries()) {
    const before = countTies(row);
    const after = countTies(hypothesis.mended?.(row, at, rows) ?? row);
    const gain = BROKEN_TIE * (before.broken - after.broken) + KEPT_TIE * (after.kept - before.kept);
    sum = Math.max(0, sum + gain + answerGain(hypothesis, row.answer, hypothesis.differing(row, at, rows)));
    best = Math.max(best, sum);
    kept += after.kept;
    broken += after.broken;
  }
  return broken > MOST_BROKEN_TIES * (kept + broken) ? 0 : best;
}

function answerGain(
  { kind, foretold }: Hypothesis,
  answer: RowAnswer | null,
  differing: readonly SuspectColumn[] | undefined,
): number {
  if (answer === null || differing === undefined) return 0;
  if (isVerified(answer.outcome)) return differing.length === 0 ? 0 : MISSED;
  if (differing.length === 0) return UNFORETOLD;
  if (answer.flags.includes('nameSwapped')) return kind === 'name-order' ? foretold : MISSED;
  const told = toldColumns(answer);
  // A bare "not found" is about these three columns only, and says nothing for any one of them.
  if (told === null) return kind === 'values' ? 0 : differing.some((column) => BARE.has(column)) ? foretold : MISSED;
  const hits = told.filter((column) => differing.includes(column)).length;
  if (hits === 0) return MISSED;
  return hits === told.length && hits === differing.length ? foretold : foretold * PARTLY;
}

const BARE: ReadonlySet<SuspectColumn> = new Set(['citizenId', 'fullName', 'birthDate']);

const COLUMN_OF_FLAG: Partial<Record<Flag, SuspectColumn>> = {
  'differs.name': 'fullName',
  'differs.birthDate': 'birthDate',
  'differs.sex': 'sex',
  'differs.residence': 'residence',
};

/** The columns that a failed answer names; null when it names none. */
function toldColumns({ outcome, flags }: RowAnswer): readonly SuspectColumn[] | null {
  if (outcome === 'no-such-number' || outcome === 'superseded') return ['citizenId'];
  const told = flags.flatMap((flag) => COLUMN_OF_FLAG[flag] ?? []);
  return told.length === 0 ? null : told;
}

type Told = number | string | null | undefined;

/** What the columns of a row say twice of its person: how often they agree, and how often they do not. */
function countTies(row: CheckedRow): { readonly kept: number; readonly broken: number } {
  const ties: readonly (readonly [Told, Told])[] = [
    [row.numberYear, row.birthDate?.year],
    [row.numberSex, row.sex],
    [row.numberSex, row.nameSex],
    [row.sex, row.nameSex],
  ];
  const known = ties.filter((tie) => tie.every((told) => told !== null && told !== undefined));
  const broken = known.filter(([a, b]) => a !== b).length;
  return { kept: known.length - broken, broken };
}
