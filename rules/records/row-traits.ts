import { type CellValue, cellText } from '../cell.ts';
import { idBirthYear, idHasKnownPlace, idIsFemale, idNumber, withoutSeparators } from '../fields/read-citizen-id.ts';
import { FEMALE, MALE, NO_SEX, type SheetState } from '../sheet-state.ts';
import { nameSex } from '../text/name-sex.ts';

export type Trait = 'idYear' | 'idSex' | 'birthYear' | 'sex' | 'nameSex';

/** What the columns of each row say of its person; 0 where they say nothing. */
export type Traits = { readonly [T in Trait]: Int32Array };

/** Traits of one person that say the same, each from another column. */
const TIES: readonly (readonly [Trait, Trait])[] = [
  ['idYear', 'birthYear'],
  ['idSex', 'sex'],
  ['idSex', 'nameSex'],
  ['sex', 'nameSex'],
];

/** The ties between these traits (of one column) and those of other columns, own trait first. */
export function tiesOf(own: readonly Trait[]): readonly (readonly [Trait, Trait])[] {
  return TIES.flatMap(([a, b]) => (own.includes(a) ? [[a, b] as const] : own.includes(b) ? [[b, a] as const] : []));
}

export function readTraits(state: SheetState): Traits {
  const { rows, ids, births, sexes } = state;
  const traits: Traits = {
    idYear: new Int32Array(rows.length),
    idSex: new Int32Array(rows.length),
    birthYear: Int32Array.from(births, (packed) => Math.floor(packed / 10000)),
    sex: Int32Array.from(sexes),
    nameSex: Int32Array.from(rows, (row) => nameSexCode(row.fullName)),
  };
  for (let at = 0; at < rows.length; at++) {
    const known = ids[at] ?? -1;
    const number = known >= 0 ? known : restored(rows[at]?.citizenId);
    if (number < 0) continue;
    traits.idYear[at] = idBirthYear(number);
    traits.idSex[at] = idIsFemale(number) ? FEMALE : MALE;
  }
  return traits;
}

/** How often two columns of one row disagree. */
export function disagreements(traits: Traits): number {
  let count = 0;
  for (const [a, b] of TIES) {
    const left = traits[a];
    const right = traits[b];
    for (let at = 0; at < left.length; at++) if (left[at] !== 0 && right[at] !== 0 && left[at] !== right[at]) count++;
  }
  return count;
}

export function nameSexCode(cell: CellValue | undefined): number {
  const sex = typeof cell === 'string' ? nameSex(cell) : undefined;
  if (sex === undefined) return NO_SEX;
  return sex === 'Nữ' ? FEMALE : MALE;
}

/** A number that lost its zeros still tells sex and year. */
function restored(cell: CellValue | undefined): number {
  const digits = withoutSeparators(cellText(cell));
  if (digits.length < 10 || digits.length > 12) return -1;
  const number = idNumber(digits.padStart(12, '0'));
  return number >= 0 && idHasKnownPlace(number) ? number : -1;
}
