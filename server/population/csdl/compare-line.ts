import type { ComparedField } from '../../../contract/verdict.ts';
import { vietnamDay } from '../../../contract/vietnam-time.ts';
import { cellText, isExcelError } from '../../../rules/cell.ts';
import { isBlank } from '../../../rules/cell-blank.ts';
import { findProvince } from '../../../rules/codes/provinces.ts';
import { type PartialDate, readBirthDate } from '../../../rules/fields/read-birth-date.ts';
import { withoutSeparators } from '../../../rules/fields/read-citizen-id.ts';
import { isoDate } from '../../../rules/plain-date.ts';
import { readRecord } from '../../../rules/record-reading.ts';
import { nameKey } from '../../../rules/text/name-key.ts';
import type { ResultLine } from '../../../xlsx/csdl/read-result-list.ts';
import type { CarriedQuestion } from '../carried-adapter.ts';
import { compareResidence } from '../matching/compare-residence.ts';
import { wardOf } from '../matching/residence-of.ts';

/** What a line and a question have in common, or not. Absent: the line does not say, or cannot be read as such. */
export type Likeness = Readonly<Partial<Record<ComparedField | 'code' | 'requestId', 'same' | 'differs'>>>;

/** The keys under which a line or question is looked for. */
export interface IdentityKeys {
  readonly requestId: string | null;
  /** The ministry's code. */
  readonly code: string | null;
  readonly citizenId: string | null;
  /** Name and birth year. */
  readonly person: string | null;
}

/** A line as it is compared: read once, compared with every question that shares a key with it. */
export interface ReadLine {
  readonly line: ResultLine;
  readonly keys: IdentityKeys;
  readonly nameKey: string | null;
  readonly birthDate: PartialDate | 'unreadable' | null;
  readonly sex: 'Nam' | 'Nữ' | null;
  /** Of today; null where the line names none that is known. */
  readonly residence: { readonly province: string; readonly ward: ReturnType<typeof wardOf> } | null;
  /** ISO day. */
  readonly answeredOn: string | null;
}

/** Number cells drop the zeros at the start: codes of figures are compared without them. */
function codeKey(text: string): string | null {
  const code = withoutSeparators(text)
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');
  // A code that is shown in part is no key.
  return code === '' || /[*•]/u.test(code) ? null : code;
}

export function questionCode({ kind, cells }: Pick<CarriedQuestion, 'kind' | 'cells'>): string {
  const cell = kind === 'staff' ? cells.staffId : cells.ministryId;
  return isExcelError(cell) ? '' : cellText(cell).trim();
}

export function keysOfQuestion(question: CarriedQuestion): IdentityKeys {
  const { requestId, citizenId, fullName, birthDate } = question.claim;
  return {
    requestId,
    code: codeKey(questionCode(question)),
    citizenId: codeKey(citizenId),
    person: `${nameKey(fullName)}\n${birthDate.year}`,
  };
}

export function readLine(line: ResultLine): ReadLine {
  const { cells, requestId } = line;
  const reading = readRecord('student', cells);
  const birthDate = isBlank(cells.birthDate) ? null : (readBirthDate(cells.birthDate) ?? 'unreadable');
  const key = reading.nameKey === '' ? null : reading.nameKey;
  const province = reading.provinceName === null ? undefined : findProvince(reading.provinceName);
  const answered = readBirthDate(line.answeredOn);
  const year = birthDate !== null && birthDate !== 'unreadable' ? birthDate.year : null;
  return {
    line,
    keys: {
      requestId: requestId === '' ? null : requestId,
      code: isExcelError(cells.ministryId) ? null : codeKey(cellText(cells.ministryId)),
      citizenId: isExcelError(cells.citizenId) ? null : codeKey(cellText(cells.citizenId)),
      person: key === null || year === null ? null : `${key}\n${year}`,
    },
    nameKey: key,
    birthDate,
    sex: reading.sex,
    residence: province === undefined ? null : { province: province.today, ward: wardOf(reading) },
    answeredOn:
      answered?.month !== undefined && answered.day !== undefined
        ? isoDate({ year: answered.year, month: answered.month, day: answered.day })
        : null,
  };
}

/** Compares what the line shows with what was asked. */
export function likeness(read: ReadLine, keys: IdentityKeys, { claim }: CarriedQuestion): Likeness {
  const found: { -readonly [F in keyof Likeness]: Likeness[F] } = {};
  const compare = (field: keyof Likeness, same: boolean | null) => {
    if (same !== null) found[field] = same ? 'same' : 'differs';
  };
  const both = (a: string | null, b: string | null) => (a === null || b === null ? null : a === b);
  compare('requestId', both(read.keys.requestId, keys.requestId));
  compare('code', both(read.keys.code, keys.code));
  compare('citizenId', both(read.keys.citizenId, keys.citizenId));
  compare('fullName', both(read.nameKey, nameKey(claim.fullName)));
  compare('birthDate', sameBirth(read.birthDate, claim.birthDate));
  compare('sex', both(read.sex, claim.sex));
  compare('residence', sameResidence(read, claim));
  return found;
}

/** A year alone on either side is compared by year; what cannot be read is not what was asked. */
function sameBirth(shown: ReadLine['birthDate'], asked: CarriedQuestion['claim']['birthDate']): boolean | null {
  if (shown === null) return null;
  if (shown === 'unreadable' || shown.year !== asked.year) return false;
  if (shown.day === undefined || asked.day === undefined) return true;
  return shown.month === asked.month && shown.day === asked.day;
}

function sameResidence({ residence }: ReadLine, { province, ward }: CarriedQuestion['claim']): boolean | null {
  const asked = province === null ? undefined : findProvince(province);
  if (residence === null || asked === undefined) return null;
  const grade = compareResidence({ province: asked.today, ward }, residence);
  if (grade === 'not-compared') return null;
  // The commune is what was mended more often than the province: without it nothing is said to be the same.
  return grade === 'differs' ? false : ward === null || residence.ward !== null ? true : null;
}

/** The line was answered before the question was handed in. False where either day is unknown. */
export function isOlder({ answeredOn }: ReadLine, { carriedAt }: CarriedQuestion): boolean {
  return answeredOn !== null && carriedAt !== null && answeredOn < vietnamDay(carriedAt);
}

/** On a later day than that: an answer of the same day may be one of the round before. */
export function isNewer({ answeredOn }: ReadLine, { carriedAt }: CarriedQuestion): boolean {
  return answeredOn !== null && carriedAt !== null && answeredOn > vietnamDay(carriedAt);
}
