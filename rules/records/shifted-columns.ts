import { cellText } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import type { FieldId } from '../field.ts';
import type { Fix } from '../fix.ts';
import type { Message } from '../messages.ts';
import { NO_SEX, type SheetState } from '../sheet-state.ts';
import { COLUMN_RULES } from './column-rules.ts';
import { disagreements, nameSexCode, readTraits, type Trait, type Traits, tiesOf } from './row-traits.ts';

/**
 * A column that may have been pasted a row off. That breaks all its ties with the other columns at once, and moving it back mends
 * all of them: that is what is looked for.
 */
interface Mover {
  readonly field: FieldId;
  readonly traits: readonly Trait[];
  readonly ties: ReturnType<typeof tiesOf>;
  /**
   * Rows that must fit the row beside them and not their own. A sex fits any other row by chance every second time: twelve
   * in a stretch that holds nothing against it do so once in thousands of sheets; a year of birth rarely does.
   */
  readonly evidence: number;
  readonly words: Message;
}

const MOVERS: readonly Mover[] = [
  mover('citizenId', ['idYear', 'idSex'], 8, { vi: 'Số định danh', en: 'citizen number' }),
  mover('birthDate', ['birthYear'], 8, { vi: 'Ngày sinh', en: 'birth date' }),
  mover('sex', ['sex'], 12, { vi: 'Giới tính', en: 'sex' }),
  mover('fullName', ['nameSex'], 12, { vi: 'Họ và tên', en: 'name' }),
];

function mover(field: FieldId, traits: readonly Trait[], evidence: number, words: Message): Mover {
  return { field, traits, ties: tiesOf(traits), evidence, words };
}

const DIRECTIONS = {
  '-1': { vi: 'ngay trên', en: 'above' },
  '1': { vi: 'ngay dưới', en: 'below' },
} as const satisfies Readonly<Record<string, Message>>;

/** A row that fits neither its own place nor the one beside it weighs against three that do: a shift has next to none of them. */
const AGAINST = 3;
/** Outside the stretch, columns agree. Where they do not, something else is wrong with them (the sexes the wrong way round, say). */
const MOST_DISAGREEING_OUTSIDE = 0.25;
/** An explanation that leaves this much more unexplained than the best is no rival to it; one nearer leaves open which column to move. */
const RIVAL_SHARE = 0.1;

/** Rows `first` to `last` of a column whose values belong to the row above (−1) or below (1). */
interface Stretch {
  readonly mover: Mover;
  readonly step: -1 | 1;
  readonly first: number;
  readonly last: number;
  /** Rows that fit the row beside them and not their own. */
  readonly evidence: number;
}

/** The findings of single rows that a shifted column explains. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'citizen-id.sex-disagrees',
  'citizen-id.birth-year-disagrees',
  'citizen-id.swapped-with-neighbour',
]);

/** `column.shifted-by-a-row`: runs after the rules of single rows and of neighbours. */
export function checkShiftedColumns(state: SheetState): void {
  if (!mayBeShifted(state)) return;
  let traits = readTraits(state);
  for (let round = 0; round < MOVERS.length; round++) {
    const before = disagreements(traits);
    const stretches = MOVERS.flatMap((mover) => [findStretch(traits, mover, -1), findStretch(traits, mover, 1)])
      .filter((stretch) => stretch !== undefined)
      .map((stretch) => {
        const moved = movedBack(traits, stretch);
        return { stretch, moved, left: disagreements(moved) };
      })
      .sort((a, b) => a.left - b.left);
    const [best, rival] = stretches;
    if (!best || before - best.left < best.stretch.mover.evidence) return;
    const isCertain = rival === undefined || rival.left - best.left >= Math.max(2, (before - best.left) * RIVAL_SHARE);
    report(state, best.stretch, isCertain ? fixOf(state, traits, best.stretch) : undefined);
    traits = best.moved;
  }
}

/** Of so many rows in a row, so many numbers that disagree with theirs: clean lists have one or two in a hundred. */
const NUMBERS = { window: 80, disagreeing: 8 } as const;
/** The same of the names that tell a sex. */
const NAMES = { window: 8, disagreeing: 3 } as const;
/** Up to this many rows every name is looked at; of longer lists one in eight, in which a shift of some classes still shows. */
const EVERY_NAME = 2000;

/** Whether a closer look is worth its time: numbers disagree with their rows, or names with the sex beside them, close together. */
function mayBeShifted({ rows, disagrees, sexes }: SheetState): boolean {
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    count += disagrees[at] ?? 0;
    if (at >= NUMBERS.window) count -= disagrees[at - NUMBERS.window] ?? 0;
    if (count >= NUMBERS.disagreeing) return true;
  }
  const window = new Uint8Array(NAMES.window);
  let told = 0;
  count = 0;
  for (let at = 0; at < rows.length; at += rows.length <= EVERY_NAME ? 1 : 8) {
    const name = sexes[at] === NO_SEX ? NO_SEX : nameSexCode(rows[at]?.fullName);
    if (name === NO_SEX) continue;
    const slot = told++ % NAMES.window;
    const disagreeing = name === sexes[at] ? 0 : 1;
    count += disagreeing - (window[slot] ?? 0);
    window[slot] = disagreeing;
    if (count >= NAMES.disagreeing) return true;
  }
  return false;
}

/** For the shift (1), against it (−1), or telling nothing (0): both places fit, or too little is known. */
function weigh(traits: Traits, mover: Mover, at: number, step: number): -1 | 0 | 1 {
  let breaksHere = false;
  for (const [own, other] of mover.ties) {
    const value = traits[own][at] ?? 0;
    const here = traits[other][at] ?? 0;
    const beside = traits[other][at + step] ?? 0;
    if (value === 0 || beside === 0) continue;
    if (beside !== value) return -1;
    if (here !== 0 && here !== value) breaksHere = true;
  }
  return breaksHere ? 1 : 0;
}

/** The stretch that speaks most for the shift, if any speaks clearly. */
function findStretch(traits: Traits, mover: Mover, step: -1 | 1): Stretch | undefined {
  const rows = traits.sex.length;
  let score = 0;
  let best = 0;
  let start = 0;
  let found: { first: number; last: number } | null = null;
  for (let at = 0; at < rows; at++) {
    const weight = weigh(traits, mover, at, step);
    if (weight > 0 && score <= 0) start = at;
    score = Math.max(0, score + (weight < 0 ? -AGAINST : weight));
    if (weight > 0 && score > best) {
      best = score;
      found = { first: start, last: at };
    }
  }
  if (!found || best < mover.evidence || !agreesOutside(traits, mover, found)) return undefined;
  let evidence = 0;
  for (let at = found.first; at <= found.last; at++) if (weigh(traits, mover, at, step) > 0) evidence++;
  return { mover, step, ...found, evidence };
}

function agreesOutside(traits: Traits, mover: Mover, { first, last }: Pick<Stretch, 'first' | 'last'>): boolean {
  let told = 0;
  let disagreeing = 0;
  for (const [own, other] of mover.ties) {
    for (let at = 0; at < traits[own].length; at++) {
      const left = traits[own][at] ?? 0;
      const right = traits[other][at] ?? 0;
      if ((at >= first && at <= last) || left === 0 || right === 0) continue;
      told++;
      if (left !== right) disagreeing++;
    }
  }
  return disagreeing <= Math.max(1, told * MOST_DISAGREEING_OUTSIDE);
}

/** As if the stretch stood where it belongs: what is left then is for other columns to explain. */
function movedBack(traits: Traits, { mover, step, first, last }: Stretch): Traits {
  const moved = { ...traits };
  for (const trait of mover.traits) {
    const values = traits[trait].slice();
    values.fill(0, first, last + 1);
    for (let at = first; at <= last; at++) {
      if (at + step >= 0 && at + step < values.length) values[at + step] = traits[trait][at] ?? 0;
    }
    moved[trait] = values;
  }
  return moved;
}

function report(state: SheetState, stretch: Stretch, fix: Fix | undefined): void {
  const { mover, step, first, last, evidence } = stretch;
  const rows = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  state.found.takeBack(new Set([...rows, first + step, last + step]), (code) => EXPLAINED.has(code));
  const direction = DIRECTIONS[step];
  state.found.report(COLUMN_RULES['column.shifted-by-a-row'], null, mover.field, null, {
    params: {
      count: String(evidence),
      'column.vi': mover.words.vi,
      'column.en': mover.words.en,
      'direction.vi': direction.vi,
      'direction.en': direction.en,
    },
    rows,
    ...(fix ? { fix } : {}),
  });
}

/**
 * The stretch moved back by a row, if that is possible without losing a value or guessing where it ends: the values reach to the end
 * of the list on one side, and to a blank cell, or to a row that surely stands right, on the other. A name is not moved: with it
 * everything else of the row would have to be looked at.
 */
function fixOf(state: SheetState, traits: Traits, stretch: Stretch): Fix | undefined {
  const { mover, step } = stretch;
  const { field } = mover;
  if (field === 'fullName') return undefined;
  const span = spanOf(state, traits, stretch);
  if (!span) return undefined;
  const { first, last } = span;
  const values = new Map<number, string>();
  for (let at = first; at <= last; at++) values.set(at, '');
  for (let at = first; at <= last; at++) values.set(at + step, cellText(state.rows[at]?.[field]));
  const changes = [...values]
    .map(([row, after]) => ({ row, field, after }))
    .filter(({ row, after }) => cellText(state.rows[row]?.[field]) !== after)
    .sort((a, b) => a.row - b.row);
  return { changes, safe: false, whole: true };
}

/** All rows whose values are to be moved, the ones included that fit both places. */
function spanOf(
  { rows }: SheetState,
  traits: Traits,
  { mover, step, first, last }: Stretch,
): Pick<Stretch, 'first' | 'last'> | undefined {
  const isBlankAt = (at: number) => isBlank(rows[at]?.[mover.field]);
  const mayMove = (at: number) => at >= 0 && at < rows.length && weigh(traits, mover, at, step) >= 0;
  // Forward is where the values are moved to: there a free cell takes the first of them.
  let front = step < 0 ? first : last;
  while (mayMove(front) && !isBlankAt(front + step) && mayMove(front + step)) front += step;
  if (!isFree(front + step)) return undefined;
  let back = step < 0 ? last : first;
  while (mayMove(back - step) && !isBlankAt(back - step)) back -= step;
  const behind = back - step;
  const isAtEdge = back === (step < 0 ? last : first) && !mayMove(behind);
  const endsSurely = behind < 0 || behind >= rows.length || restIsBlank(behind) || isAtEdge;
  if (!endsSurely) return undefined;
  return step < 0 ? { first: front, last: back } : { first: back, last: front };

  function isFree(at: number): boolean {
    return at >= 0 && at < rows.length && isBlankAt(at);
  }

  function restIsBlank(from: number): boolean {
    for (let at = from; at >= 0 && at < rows.length; at -= step) if (!isBlankAt(at)) return false;
    return true;
  }
}
