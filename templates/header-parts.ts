import { type CellValue, cellText } from '../rules/cell.ts';
import { letterFingerprint } from '../rules/text/letter-fingerprint.ts';
import { FIELD_PARTS, type FieldPart, findSplitField, type PartId, type SplitField } from './field-parts.ts';
import { compactHeader, findColumn, isForeignContext } from './header-index.ts';
import type { HeaderLabel } from './header-labels.ts';
import type { FindSynonym } from './header-synonyms.ts';
import type { Layout } from './layout.ts';

/** Of all texts below: nearly every header is told from them by these alone. */
const FINGERPRINTS = new Set<number>();

function keys(...texts: readonly string[]): ReadonlySet<string> {
  for (const text of texts) FINGERPRINTS.add(letterFingerprint(text));
  return new Set(texts.map(compactHeader));
}

const FAMILY = keys(
  'Họ',
  'Họ đệm',
  'Họ và đệm',
  'Họ và tên đệm',
  'Họ tên đệm',
  'Họ và chữ đệm',
  'Họ chữ đệm',
  'Họ lót',
  'Họ và lót',
  'Họ và chữ lót',
  'Họ và tên lót',
  'Họ tên lót',
);
const MIDDLE = keys('Tên đệm', 'Chữ đệm', 'Đệm', 'Tên lót', 'Chữ lót', 'Lót');
/** Beside a family name of its own these are the given name; alone they are the whole name. */
const GIVEN = keys('Tên', 'Tên gọi', 'Tên học sinh', 'Tên HS', 'Tên giáo viên', 'Tên GV');
/** Under a heading that means the birth date. */
const DAY = keys('Ngày', 'Ng');
const MONTH = keys('Tháng', 'Th');
const YEAR = keys('Năm');
/** By themselves: `Ngày sinh` and `Năm sinh` are whole dates, unless the month has a column of its own. */
const BIRTH_DAY = keys('Ngày sinh');
const BIRTH_MONTH = keys('Tháng sinh');
const BIRTH_YEAR = keys('Năm sinh');
/** Two columns of which one is marked, or holds the birth date. */
const MALE = keys('Nam');
const FEMALE = keys('Nữ');
/** `Sinh` over `Ngày`, `Tháng`, `Năm`. */
const BIRTH = keys('Sinh', 'Ngày tháng năm');

const WORDS: readonly (readonly [ReadonlySet<string>, PartId])[] = [
  [FAMILY, 'familyName'],
  [MIDDLE, 'middleName'],
  [GIVEN, 'givenName'],
  [BIRTH_DAY, 'birthDay'],
  [BIRTH_MONTH, 'birthMonth'],
  [BIRTH_YEAR, 'birthYear'],
];
const WORDS_UNDER_BIRTH: readonly (readonly [ReadonlySet<string>, PartId])[] = [
  [DAY, 'birthDay'],
  [MONTH, 'birthMonth'],
  [YEAR, 'birthYear'],
  [MALE, 'birthOfMale'],
  [FEMALE, 'birthOfFemale'],
];
const WORDS_OF_SEX: readonly (readonly [ReadonlySet<string>, PartId])[] = [
  [MALE, 'male'],
  [FEMALE, 'female'],
];

/**
 * The fields that lie in several columns: a family name (and a middle name) beside a given name; a day, a month and a year of
 * birth; a column for boys and one for girls, marked or with the birth date in it. A field whose parts are not all there is not split.
 * @param said what the school says of each label; where it says nothing, the words count
 */
export function findParts(
  layout: Layout,
  labels: readonly HeaderLabel[],
  said: readonly ReturnType<FindSynonym>[],
): ReadonlyMap<SplitField, readonly FieldPart[]> {
  const columns = new Map<PartId, number[]>();
  labels.forEach((label, column) => {
    const meaning = said[column];
    const id = meaning === undefined ? findPart(layout, label) : meaning;
    if (isPart(id)) columns.set(id, [...(columns.get(id) ?? []), column]);
  });
  const found = new Map<SplitField, readonly FieldPart[]>();
  const name = nameParts(columns);
  if (name) found.set('fullName', name);
  const bySex = besideEachOther(columns, 'birthOfMale', 'birthOfFemale');
  const date = dateParts(columns) ?? bySex;
  if (date) found.set('birthDate', date);
  const sex = besideEachOther(columns, 'male', 'female') ?? bySex;
  if (sex) found.set('sex', sex);
  return found;
}

/** Whether this text heads the first column of a name or a date that lies in several: so a repeated header is told from data. */
export function namesFirstPart(text: string): boolean {
  if (!FINGERPRINTS.has(letterFingerprint(text))) return false;
  const key = compactHeader(text);
  return [FAMILY, DAY, BIRTH_DAY].some((words) => words.has(key));
}

/** The row heads the two columns of boys and girls: nobody is both. */
export function namesBothSexes([male, female]: readonly FieldPart[], cells: readonly CellValue[]): boolean {
  const isNamed = (part: FieldPart | undefined, words: ReadonlySet<string>) => {
    const cell = part && cells[part.column];
    return typeof cell === 'string' && cell.length <= LONGEST_SEX && words.has(compactHeader(cell));
  };
  return isNamed(male, MALE) && isNamed(female, FEMALE);
}

/** `Nữ` with spaces around it; every row is asked. */
const LONGEST_SEX = 12;

function isPart(id: string | null | undefined): id is PartId {
  return id !== null && id !== undefined && findSplitField(id) !== undefined;
}

/** `Ngày sinh` is a part only where the rest of the parts say so. */
function findPart(layout: Layout, { own, groups }: HeaderLabel): PartId | undefined {
  const text = own.includes('(') ? own.replace(/\(.*?\)/gs, ' ') : own;
  if (text === '' || !FINGERPRINTS.has(letterFingerprint(text)) || groups.some(isForeignContext)) return undefined;
  const key = compactHeader(text);
  const idIn = (words: typeof WORDS) => words.find(([texts]) => texts.has(key))?.[1];
  const isUnder = (field: SplitField) => groups.some((group) => findColumn(layout, group)?.id === field);
  const ofBirth = isUnder('birthDate') || groups.some((group) => BIRTH.has(compactHeader(group)));
  // Under any other heading they are a count of people: `Sĩ số` over `Nam` and `Nữ`.
  const ofSex = !ofBirth && (groups.length === 0 || isUnder('sex'));
  return idIn(WORDS) ?? (ofBirth ? idIn(WORDS_UNDER_BIRTH) : undefined) ?? (ofSex ? idIn(WORDS_OF_SEX) : undefined);
}

/** The first two columns of these that stand side by side, in whichever order. */
function besideEachOther(
  columns: ReadonlyMap<PartId, readonly number[]>,
  male: PartId,
  female: PartId,
): readonly FieldPart[] | undefined {
  const girls = columns.get(female) ?? [];
  for (const column of columns.get(male) ?? []) {
    const beside = girls.find((other) => Math.abs(other - column) === 1);
    if (beside !== undefined) {
      return [
        { id: male, column },
        { id: female, column: beside },
      ];
    }
  }
  return undefined;
}

/** Of several columns called `Tên` the one nearest to the family name is the pupil's. */
function nameParts(columns: ReadonlyMap<PartId, readonly number[]>): readonly FieldPart[] | undefined {
  const family = columns.get('familyName')?.[0];
  if (family === undefined) return undefined;
  const nearest = (id: PartId) => columns.get(id)?.toSorted((a, b) => Math.abs(a - family) - Math.abs(b - family))[0];
  const givenName = nearest('givenName');
  if (givenName === undefined) return undefined;
  return inOrder('fullName', { familyName: family, middleName: nearest('middleName'), givenName });
}

/** Without a column of the month there is no date to put together. */
function dateParts(columns: ReadonlyMap<PartId, readonly number[]>): readonly FieldPart[] | undefined {
  const at = (id: PartId) => columns.get(id)?.[0];
  const [birthDay, birthMonth, birthYear] = [at('birthDay'), at('birthMonth'), at('birthYear')];
  if (birthDay === undefined || birthMonth === undefined || birthYear === undefined) return undefined;
  return inOrder('birthDate', { birthDay, birthMonth, birthYear });
}

function inOrder(
  field: SplitField,
  columns: Readonly<Partial<Record<PartId, number | undefined>>>,
): readonly FieldPart[] {
  return FIELD_PARTS[field].flatMap((id) => {
    const column = columns[id];
    return column === undefined ? [] : [{ id, column }];
  });
}

/** Rows looked at for columns without a header. */
const SAMPLE = 60;
/** So many filled rows at least, and so large a part of them, must look like the part. */
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.9;

/**
 * `Họ và tên` or `Ngày sinh` over two or three columns of which only the first has a text, as printed lists have it: told by
 * what stands in the columns beside. Undefined unless nearly every row agrees.
 * @param column 0-based, of the header text
 * @param isFree whether a column has no header of its own and is nobody else's
 */
export function findUnnamedParts(
  field: 'fullName' | 'birthDate',
  column: number,
  isFree: (column: number) => boolean,
  rows: readonly (readonly CellValue[])[],
): readonly FieldPart[] | undefined {
  const parts: readonly FieldPart[] =
    field === 'fullName'
      ? inOrder(field, { familyName: column, givenName: column + 1 })
      : inOrder(field, { birthDay: column, birthMonth: column + 1, birthYear: column + 2 });
  if (!parts.slice(1).every((part) => isFree(part.column))) return undefined;
  const filled = rows.filter((cells) => cellText(cells[column]).trim() !== '').slice(0, SAMPLE);
  const agreeing = filled.filter((cells) =>
    parts.every((part) => LOOKS[part.id]?.test(cellText(cells[part.column]).trim())),
  );
  return filled.length >= LEAST_ROWS && agreeing.length >= filled.length * LEAST_SHARE ? parts : undefined;
}

/** A given name is one word, beside a family name of one or more. */
const LOOKS: Readonly<Partial<Record<PartId, RegExp>>> = {
  familyName: /^[\p{L}\p{M}' ]+$/u,
  givenName: /^[\p{L}\p{M}']+$/u,
  birthDay: /^(?:0?[1-9]|[12]\d|3[01])$/,
  birthMonth: /^(?:0?[1-9]|1[0-2])$/,
  birthYear: /^(?:19|20)\d\d$/,
};
