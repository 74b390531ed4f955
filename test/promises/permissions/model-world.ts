import { ROLES, type Role } from '../../../contract/role.ts';
import type { Random } from './random.ts';

/** The day of the world, and days around it. */
export const TODAY = '2026-11-22';
const PAST = '2026-06-30';
const FUTURE = '2027-01-01';

export interface ModelUnit {
  readonly code: string;
  readonly kind: 'department' | 'commune' | 'school';
  readonly parent: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface ModelAccount {
  readonly username: string;
  readonly role: Role;
  readonly unit: string | null;
  /** Numbers of the classes of a class teacher, else null: every class. */
  readonly classes: readonly number[] | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly disabled: boolean;
  readonly oneTimePassword: boolean;
}

export interface ModelRow {
  readonly unit: string;
  readonly workbookId: string;
  readonly kind: 'student' | 'staff';
  /** Null for staff. */
  readonly classNumber: number | null;
  readonly number: number;
  readonly rowId: string;
  /** Filled in by the server. */
  recordId: string;
}

export interface ModelCampaign {
  readonly campaignId: string;
  readonly owner: string;
  readonly units: readonly string[];
}

/** The rows of one workbook, as they were sent. */
export interface ModelSending {
  readonly sendingId: string;
  readonly unit: string;
  readonly workbookId: string;
}

/** Each class in the ways in which it is written: whoever has the class has it in every spelling. */
export const CLASS_SPELLINGS: readonly (readonly string[])[] = [
  ['7A', '7a', 'Lớp 7A', '7.A'],
  ['7B', 'lớp 7b'],
  ['1/11', 'Lớp 1/11', '1.11'],
  ['11/1', '11.1'],
  ['Hoa Sen', 'HOA SEN', 'Lớp hoa sen'],
];

/** A tree of units with people, rows and campaigns, as somebody outside the program would write it down. */
export class ModelWorld {
  readonly prefix: string;
  readonly units: readonly ModelUnit[];
  readonly accounts: readonly ModelAccount[];
  rows: readonly ModelRow[];
  readonly sendings: ModelSending[] = [];
  campaigns: readonly ModelCampaign[];
  readonly #sessions = new Map<string, Set<string>>();
  readonly #byCode: ReadonlyMap<string, ModelUnit>;

  constructor(prefix: string, random: Random) {
    this.prefix = prefix;
    this.units = inventUnits(prefix, random);
    this.#byCode = new Map(this.units.map((unit) => [unit.code, unit]));
    this.accounts = inventAccounts(prefix, this.units, random);
    this.rows = inventRows(prefix, this.units, random);
    this.campaigns = inventCampaigns(prefix, this, random);
  }

  unit(code: string): ModelUnit | undefined {
    return this.#byCode.get(code);
  }

  /** Whether a unit is `top` or stands somewhere below it. */
  isBelow(code: string, top: string): boolean {
    for (let at = this.unit(code); at; at = at.parent === null ? undefined : this.unit(at.parent)) {
      if (at.code === top) return true;
    }
    return false;
  }

  below(top: string): readonly ModelUnit[] {
    return this.units.filter(({ code }) => this.isBelow(code, top));
  }

  /** Whoever asks next; null: nobody. */
  asker: ModelAccount | null = null;
  /** The family that somebody asks with. */
  readonly asking = new Map<string, string>();

  /** Ends the sign-in that somebody asks with. */
  leave(account: ModelAccount): void {
    this.sessionsOf(account).delete(this.asking.get(account.username) ?? '');
  }

  /** Where somebody is signed in, by family. */
  sessionsOf({ username }: ModelAccount): Set<string> {
    const known = this.#sessions.get(username) ?? new Set();
    this.#sessions.set(username, known);
    return known;
  }
}

export function isOpen({ validFrom, validTo }: Pick<ModelUnit, 'validFrom' | 'validTo'>): boolean {
  return (validFrom === null || validFrom <= TODAY) && (validTo === null || TODAY <= validTo);
}

function days(random: Random): Pick<ModelUnit, 'validFrom' | 'validTo'> {
  const fate = random.next();
  if (fate < 0.05) return { validFrom: null, validTo: PAST };
  if (fate < 0.1) return { validFrom: FUTURE, validTo: null };
  if (fate < 0.3) return { validFrom: TODAY, validTo: TODAY };
  return { validFrom: random.chance(0.5) ? PAST : null, validTo: random.chance(0.5) ? FUTURE : null };
}

function inventUnits(prefix: string, random: Random): readonly ModelUnit[] {
  const size = 4 + random.below(7);
  const parents = Array.from({ length: size }, (_, index) =>
    index === 0 || random.chance(0.15) ? null : random.below(index),
  );
  return parents.map((parent, index) => ({
    code: `${prefix}-${index}`,
    kind: parents.includes(index) ? random.pick(['department', 'commune'] as const) : 'school',
    parent: parent === null ? null : `${prefix}-${parent}`,
    ...days(random),
  }));
}

/** More of those whose sight has the most edges. */
const ACCOUNTS: Partial<Record<Role, number>> = { operator: 1, 'class-teacher': 8 };

function inventAccounts(prefix: string, units: readonly ModelUnit[], random: Random): readonly ModelAccount[] {
  const schools = units.filter(({ kind }) => kind === 'school');
  return ROLES.flatMap((role) =>
    Array.from({ length: ACCOUNTS[role] ?? 3 }, (_, index) => ({
      username: `${role}.${index}.${prefix}`,
      role,
      unit: role === 'operator' ? null : random.pick(role === 'class-teacher' ? schools : units).code,
      classes: role === 'class-teacher' ? someClasses(random) : null,
      ...(random.chance(0.2) ? days(random) : { validFrom: null, validTo: null }),
      disabled: random.chance(0.05),
      oneTimePassword: random.chance(0.05),
    })),
  );
}

function someClasses(random: Random): readonly number[] {
  const numbers = CLASS_SPELLINGS.map((_, number) => number);
  const some = random.some(numbers, 0.35);
  return some.length > 0 ? some : [random.pick(numbers)];
}

function inventRows(prefix: string, units: readonly ModelUnit[], random: Random): ModelRow[] {
  const group = String(Number.parseInt(prefix.slice(1), 10)).padStart(4, '0');
  let number = 0;
  return units
    .filter(({ kind }) => kind === 'school')
    .flatMap(({ code }) =>
      Array.from({ length: random.below(12) }, (): ModelRow => {
        number++;
        const isPupil = random.chance(0.8);
        return {
          unit: code,
          workbookId: `so-${isPupil ? 'hs' : 'gv'}-${random.below(2)}`,
          kind: isPupil ? 'student' : 'staff',
          classNumber: isPupil ? random.below(CLASS_SPELLINGS.length) : null,
          number,
          rowId: `00000000-0000-4000-${group}-${String(number).padStart(12, '0')}`,
          recordId: '',
        };
      }),
    );
}

function inventCampaigns(prefix: string, world: ModelWorld, random: Random): readonly ModelCampaign[] {
  return world.units
    .filter(({ kind }) => kind !== 'school' || random.chance(0.2))
    .map(({ code }, index) => {
      const schools = world.below(code).filter(({ kind }) => kind === 'school');
      const some = random.some(schools, 0.6);
      return {
        campaignId: `2026-11-0${1 + (index % 9)}-${prefix.toLowerCase()}${index}`,
        owner: code,
        units: (some.length > 0 ? some : schools.slice(0, 1)).map((unit) => unit.code),
      };
    });
}
