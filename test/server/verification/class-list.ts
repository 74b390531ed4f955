import type { Flag } from '../../../contract/verdict.ts';
import type { PartialDate } from '../../../rules/fields/read-birth-date.ts';
import type { RawRow } from '../../../rules/record.ts';
import { readRecord } from '../../../rules/record-reading.ts';
import { matchRecord } from '../../../server/population/matching/match-record.ts';
import { type Citizen, inventCitizen } from '../../../server/population/people/invent-citizen.ts';
import { type CheckedRow, checkedRow, type RowAnswer } from '../../../server/verification/breaker/checked-row.ts';

/** A person with the row that stands for them in the sheet. */
export interface Listed {
  readonly person: Citizen;
  readonly row: Readonly<Record<Column, string>>;
}

export type Column = 'fullName' | 'birthDate' | 'sex' | 'citizenId';

/** What the service lets on: which fields differ, or no more than found and not found. */
export type Disclosure = 'fields' | 'bare';

const dateText = ({ year, month, day }: PartialDate) =>
  `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;

/** A list of invented pupils born in these years, in the order of the register: no two of one class stand side by side for a reason. */
export function classList(seed: string, size: number, years: { readonly from: number; readonly to: number }): Listed[] {
  const people: Citizen[] = [];
  for (let index = 0; people.length < size; index++) {
    const person = inventCitizen(seed, index);
    const { year } = person.birthDate;
    if (year >= years.from && year <= years.to && person.cancelledId === null) people.push(person);
  }
  return people.map((person) => ({
    person,
    row: {
      fullName: person.fullName,
      birthDate: dateText(person.birthDate),
      sex: person.sex === 'male' ? 'Nam' : 'Nữ',
      citizenId: person.citizenId,
    },
  }));
}

/** One column pasted a row too low (1) or too high (−1), from `from` on; what falls off the end is gone. */
export function pastedOff(list: readonly Listed[], column: Column, step: 1 | -1, from = 0): Listed[] {
  return list.map(({ person, row }, at) => {
    const source = at < from ? at : at - step;
    return { person, row: { ...row, [column]: list[source]?.row[column] ?? '' } };
  });
}

export function changed(
  list: readonly Listed[],
  change: (row: Listed['row'], at: number) => Partial<Listed['row']>,
): Listed[] {
  return list.map(({ person, row }, at) => ({ person, row: { ...row, ...change(row, at) } }));
}

export function dayMonthSwapped(row: Listed['row']): Partial<Listed['row']> {
  const [day, month, year] = row.birthDate.split('/');
  return Number(day) <= 12 ? { birthDate: `${month}/${day}/${year}` } : {};
}

/** What the service says of a row: it looks the number up among these people. Undefined for a row that cannot be asked about. */
export function answerTo(list: readonly Listed[], { row }: Listed, disclosure: Disclosure): RowAnswer | undefined {
  const { citizenId, fullName, birthDate, sex } = readRecord('student', row);
  if (citizenId === null || fullName === '' || birthDate === null) return undefined;
  const holder = list.find(({ person }) => person.citizenId === citizenId)?.person;
  if (!holder) return { outcome: disclosure === 'fields' ? 'no-such-number' : 'unconfirmed', flags: [] };
  const { year, month, day } = holder.birthDate;
  const bare = disclosure === 'bare';
  const { outcome, flags } = matchRecord(
    { citizenId, fullName, birthDate: asked(birthDate), sex, province: null, ward: null },
    {
      citizenId: holder.citizenId,
      name: { family: '', middle: '', given: holder.fullName },
      birthDate: { year, month, day },
      sex: bare ? null : holder.sex === 'male' ? 'Nam' : 'Nữ',
      residence: null,
    },
  );
  return bare && outcome === 'differs'
    ? { outcome: 'unconfirmed', flags: [] as Flag[] }
    : { outcome, flags: bare ? [] : flags };
}

function asked({ year, month, day }: PartialDate) {
  return month !== undefined && day !== undefined ? { year, month, day } : { year };
}

/** The sheet after the first `answered` rows that can be asked about were. */
export function checkedSheet(list: readonly Listed[], disclosure: Disclosure, answered = Infinity): CheckedRow[] {
  let left = answered;
  return list.map((listed) => {
    const answer = left > 0 ? answerTo(list, listed, disclosure) : undefined;
    if (answer) left--;
    return checkedRow('student', listed.row as RawRow, answer ?? null);
  });
}
