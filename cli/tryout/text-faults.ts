import { TCVN3 } from '../../rules/codes/tables/tcvn3.ts';
import { findLegacyText } from '../../rules/text/legacy-font.ts';
import { dayText } from './clean-row.ts';
import type { DraftRow, PlantedFault } from './planted-fault.ts';

const BOTH = ['student', 'staff'] as const;
const anyRow = () => true;
const two = (n: number) => String(n).padStart(2, '0');

/** Spellings of groups as they are met in files, each with one meaning. */
const ETHNICITY_VARIANTS: Readonly<Record<string, readonly string[]>> = {
  Mông: ["H'Mông", 'HMông', 'Mèo'],
  'Ê Đê': ['Ê-đê', 'Êđê'],
  Mnông: ["M'nông"],
  'Gia Rai': ['Jrai'],
  Khmer: ['Khơ-me'],
  Kinh: ['Kinh (Việt)'],
};

const TCVN3_BYTES = new Map(TCVN3.map(([byte, letter]) => [letter, byte]));

/** Ways in which names, dates and lists go wrong, as they are found in real files. */
export const TEXT_FAULTS: readonly PlantedFault[] = [
  name('full-name.capitals', 12, (text) => text.toUpperCase()),
  name('full-name.spacing', 10, (text) => ` ${text.replace(' ', '  ')}\u00a0`),
  name('full-name.unicode-form', 8, (text) => text.normalize('NFD')),
  name('full-name.lookalike-letter', 6, (text) => text.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð')),
  name('full-name.legacy-font', 6, tcvn3),
  name('full-name.not-a-name', 3, (text) => `${text} 2`),
  name('full-name.missing', 4, () => ''),

  date('birth-date.text-form', 12, ({ year, month, day }) => `${day}-${month}-${year}`),
  date('birth-date.stored-as-number', 8, excelSerial),
  date('birth-date.impossible', 4, ({ year }) => `31/02/${year}`),
  date('birth-date.two-digit-year', 6, ({ year, month, day }) => `${two(day)}/${two(month)}/${two(year % 100)}`),
  date('birth-date.missing', 3, () => null),
  date('birth-date.in-future', 2, ({ month, day }) => `${two(day)}/${two(month)}/2062`),
  {
    // Typed by a Windows set to en-US; a day up to 12 would be taken for the month and no cell could tell.
    id: 'birth-date.month-day-swapped',
    kinds: BOTH,
    perThousand: 6,
    fits: ({ citizen }) => citizen.birthDate.day > 12,
    plant: ({ citizen: { birthDate } }) => ({ birthDate: `${birthDate.month}/${birthDate.day}/${birthDate.year}` }),
  },

  {
    id: 'sex.not-in-list',
    kinds: BOTH,
    perThousand: 8,
    fits: ({ citizen }) => citizen.sex === 'female',
    plant: (_row, random) => ({ sex: random.pick(['nu', 'Nử', 'Gái']) }),
  },
  { id: 'sex.missing', kinds: BOTH, perThousand: 3, fits: anyRow, plant: () => ({ sex: null }) },
  {
    id: 'ethnicity.not-in-list',
    kinds: BOTH,
    perThousand: 12,
    fits: ({ citizen }) => citizen.ethnicity !== 'Kinh' && ETHNICITY_VARIANTS[citizen.ethnicity] !== undefined,
    plant: ({ citizen }, random) => ({
      ethnicity: random.pick(ETHNICITY_VARIANTS[citizen.ethnicity] ?? ['Kinh (Việt)']),
    }),
  },
  { id: 'nationality.missing', kinds: BOTH, perThousand: 10, fits: anyRow, plant: () => ({ nationality: null }) },
  { id: 'residence.missing', kinds: BOTH, perThousand: 6, fits: anyRow, plant: () => ({ province: null }) },
  {
    id: 'residence.province-unknown',
    kinds: BOTH,
    perThousand: 4,
    fits: anyRow,
    plant: ({ citizen }) => ({ province: `Tỉnh ${citizen.province.slice(0, -1)}` }),
  },
  {
    id: 'class.spelling',
    kinds: ['student'],
    perThousand: 8,
    fits: anyRow,
    plant: ({ values }) => ({ className: `Lớp ${String(values.className).toLowerCase()}` }),
  },
  { id: 'class.missing', kinds: ['student'], perThousand: 3, fits: anyRow, plant: () => ({ className: null }) },
  {
    id: 'legal.pupil-left',
    kinds: ['student'],
    perThousand: 6,
    expects: 'not-applicable',
    fits: anyRow,
    plant: (_row, random) => ({ studentStatus: random.pick(['Chuyển đi kỳ 1', 'Thôi học kỳ 1']) }),
  },
  {
    id: 'student-status.not-in-list',
    kinds: ['student'],
    perThousand: 3,
    fits: anyRow,
    plant: () => ({ studentStatus: 'đang theo học' }),
  },
  {
    id: 'position.not-in-list',
    kinds: ['staff'],
    perThousand: 10,
    fits: ({ values }) => values.position === 'Giáo viên',
    plant: () => ({ position: 'GV' }),
  },
  {
    id: 'legal.staff-left',
    kinds: ['staff'],
    perThousand: 8,
    expects: 'not-applicable',
    fits: anyRow,
    plant: () => ({ staffStatus: 'Đã nghỉ hưu' }),
  },
];

/** A fault of the name that fits wherever it changes the name. */
function name(id: string, perThousand: number, change: (text: string) => string): PlantedFault {
  return {
    id,
    kinds: BOTH,
    perThousand,
    fits: ({ citizen }) => change(citizen.fullName) !== citizen.fullName,
    plant: ({ citizen }) => ({ fullName: change(citizen.fullName) }),
  };
}

/** A fault of the birth date that fits wherever it changes the text. */
function date(
  id: string,
  perThousand: number,
  change: (birthDate: DraftRow['citizen']['birthDate']) => string | number | null,
): PlantedFault {
  return {
    id,
    kinds: BOTH,
    perThousand,
    fits: ({ citizen }) => change(citizen.birthDate) !== dayText(citizen),
    plant: ({ citizen }) => ({ birthDate: change(citizen.birthDate) }),
  };
}

/** The name as a `.Vn…` font would need it; unchanged where nobody could read it back from those letters. */
export function tcvn3(text: string): string {
  const bytes = [...text].map((letter) => TCVN3_BYTES.get(letter) ?? letter).join('');
  return findLegacyText(bytes) === text ? bytes : text;
}

/** Day count of the 1900 date system, which believes in 29/02/1900 (KB 214326). */
export function excelSerial(date: { readonly year: number; readonly month: number; readonly day: number }): number {
  const days = Date.UTC(date.year, date.month - 1, date.day) - Date.UTC(1899, 11, 30);
  return days / 86_400_000;
}
