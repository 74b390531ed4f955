import { cleanRow } from '../../../cli/tryout/clean-row.ts';
import { mistypedName } from '../../../cli/tryout/register-faults.ts';
import type { PushRequest } from '../../../contract/schemas/push.ts';
import type { RawRow } from '../../../rules/record.ts';
import { readRecord } from '../../../rules/record-reading.ts';
import { type Citizen, inventCitizen } from '../../../server/population/people/invent-citizen.ts';
import type { SeededRandom } from '../../../server/population/people/seeded-random.ts';
import { compareClaim } from '../../../server/population/simulator/compare-claim.ts';
import type { Register } from '../../../server/population/simulator/register.ts';
import { COLUMNS } from '../invented-rows.ts';

/** A pupil's row as it stands in the sheet now, and what the register says to it. */
interface ListedRow {
  readonly rowId: string;
  readonly citizen: Citizen;
  cells: RawRow;
}

/** What a row came to in the end, as far as the service's answer decides it. */
export interface ExpectedRow {
  readonly outcome: string;
  readonly flags: readonly string[];
}

/** A school's sheet, in which a clerk goes on mistyping and mending. */
export class SchoolList {
  readonly unit: string;
  readonly username: string;
  readonly #workbookId: string;
  readonly #rows: readonly ListedRow[];
  readonly #random: SeededRandom;
  readonly #register: Register;

  constructor(
    school: { readonly unit: string; readonly username: string; readonly firstCitizen: number; readonly size: number },
    world: { readonly seed: string; readonly register: Register; readonly random: SeededRandom },
  ) {
    this.unit = school.unit;
    this.username = school.username;
    this.#workbookId = `so-${school.unit}`;
    this.#random = world.random;
    this.#register = world.register;
    const pupils: Citizen[] = [];
    for (let index = school.firstCitizen; pupils.length < school.size; index++) {
      const citizen = inventCitizen(world.seed, index);
      if (citizen.birthDate.year >= 2008 && citizen.birthDate.year <= 2016 && !citizen.cancelledId)
        pupils.push(citizen);
    }
    this.#rows = pupils.map((citizen, at) => ({
      rowId: `${String(school.firstCitizen).padStart(8, '0')}-0000-4000-8000-${String(at).padStart(12, '0')}`,
      citizen,
      cells: trueCells(citizen),
    }));
  }

  /** The next rows to send: some new ones, some as they were, some mistyped or mended since. */
  nextPush(size: number): PushRequest {
    const picked = new Set<ListedRow>();
    while (picked.size < size) picked.add(this.#random.pick(this.#rows));
    for (const row of picked) row.cells = this.#retyped(row);
    return {
      workbook: { template: 'student', version: 1, unit: this.unit, campaign: '', workbookId: this.#workbookId },
      columns: [...COLUMNS],
      rows: [...picked].map(({ rowId, cells }) => ({ rowId, cells: COLUMNS.map((column) => cells[column] ?? null) })),
    };
  }

  /** By row id, for the rows as they were sent last: worked out here from the register itself. */
  expected(rowIds: Iterable<string>): ReadonlyMap<string, ExpectedRow> {
    const wanted = new Set(rowIds);
    return new Map(
      this.#rows.filter(({ rowId }) => wanted.has(rowId)).map(({ rowId, cells }) => [rowId, this.#answerTo(cells)]),
    );
  }

  #answerTo(cells: RawRow): ExpectedRow {
    const { citizenId, fullName, birthDate, sex, provinceName } = readRecord('student', cells);
    const { year, month, day } = birthDate ?? {};
    if (citizenId === null || year === undefined || month === undefined || day === undefined) {
      throw new Error('a row of this list makes no question');
    }
    const birth = { year, month, day };
    const claim = { citizenId, fullName, birthDate: birth, sex, province: provinceName, ward: null };
    const { outcome, flags } = compareClaim(this.#register, claim);
    return { outcome, flags: [...flags].sort() };
  }

  /**
   * Most rows are written another way now and then, which asks anew and agrees all the same; one in seven has a mistake, as in lists
   * that nothing would stop asking about.
   */
  #retyped({ citizen, cells }: ListedRow): RawRow {
    if (this.#random.chance(0.3)) return cells;
    const clean = trueCells(citizen);
    const [day = '', month = '', year = ''] = String(clean.birthDate).split('/');
    if (!this.#random.chance(1 / 7)) {
      return this.#random.pick([
        clean,
        { ...clean, fullName: citizen.fullName.toUpperCase() },
        { ...clean, birthDate: `${Number(day)}/${Number(month)}/${year}` },
        { ...clean, birthDate: `${day}-${month}-${year}` },
      ]);
    }
    return this.#random.pick([
      { ...clean, fullName: mistypedName(citizen.fullName) },
      { ...clean, birthDate: `${String((Number(day) % 28) + 1).padStart(2, '0')}/${month}/${year}` },
      { ...clean, sex: clean.sex === 'Nam' ? 'Nữ' : 'Nam' },
    ]);
  }
}

function trueCells(citizen: Citizen): RawRow {
  return cleanRow('student', citizen, { className: `${2021 - citizen.birthDate.year}A`, position: '' });
}
