import type { SchoolLine, Stage } from './school-line.ts';
import { STAGES } from './school-line.ts';
import { searchKey } from './search-key.ts';

export const SORT_KEYS = [
  'name',
  'stage',
  'sentAt',
  'openedAt',
  'version',
  'rows',
  'verified',
  'waiting',
  'stays',
  'pushedAt',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const FILTERS = ['all', 'late', ...STAGES] as const;
export type Filter = (typeof FILTERS)[number];

export interface TableChoice {
  readonly filter: Filter;
  readonly search: string;
  readonly sort: SortKey;
  readonly descending: boolean;
}

const NAMES = new Intl.Collator('vi', { numeric: true });

/** The schools to show, in their order. Equal ones stay by name, so that a refresh shuffles nothing. */
export function chooseSchools(lines: readonly SchoolLine[], choice: TableChoice): readonly SchoolLine[] {
  const key = searchKey(choice.search);
  const shown = lines.filter(
    (line) => isIn(choice.filter, line) && (key === '' || searchKey(`${line.name} ${line.unit}`).includes(key)),
  );
  const turn = choice.descending ? -1 : 1;
  return shown.sort((a, b) => turn * compare(a, b, choice.sort) || NAMES.compare(a.name, b.name));
}

export function isIn(filter: Filter, line: SchoolLine): boolean {
  if (filter === 'all') return true;
  return filter === 'late' ? line.late : line.stage === filter;
}

function compare(a: SchoolLine, b: SchoolLine, sort: SortKey): number {
  return sort === 'name' ? NAMES.compare(a.name, b.name) : sortValue(a, sort) - sortValue(b, sort);
}

/** What has not happened yet stands before all that has. */
function sortValue({ kinds, stage }: SchoolLine, sort: Exclude<SortKey, 'name'>): number {
  const sum = (of: (kind: SchoolLine['kinds'][number]) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
  switch (sort) {
    case 'stage':
      return STAGES.indexOf(stage);
    case 'rows':
    case 'waiting':
    case 'stays':
      return sum((kind) => kind[sort]);
    case 'verified': {
      const rows = sum((kind) => kind.rows);
      return rows === 0 ? -1 : sum((kind) => kind.verified) / rows;
    }
    case 'version':
      return Math.min(...kinds.map((kind) => kind.version ?? 0));
    default:
      return Math.min(...kinds.map((kind) => (kind[sort] === null ? 0 : Date.parse(kind[sort]))));
  }
}

export interface Totals {
  readonly schools: number;
  readonly sent: number;
  readonly opened: number;
  readonly pushed: number;
  readonly rows: number;
  readonly verified: number;
  readonly waiting: number;
  readonly stays: number;
  readonly late: number;
  readonly stages: Readonly<Record<Stage, number>>;
}

/** Schools counted once, whatever number of kinds they have: sent, opened, pushed mean all of them. */
export function totals(lines: readonly SchoolLine[]): Totals {
  const kinds = lines.flatMap((line) => line.kinds);
  const sum = (of: (kind: (typeof kinds)[number]) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
  const having = (what: 'sentAt' | 'openedAt' | 'pushedAt') =>
    lines.filter((line) => line.kinds.every((kind) => kind[what] !== null)).length;
  const inStage = (stage: Stage) => lines.filter((line) => line.stage === stage).length;
  return {
    schools: lines.length,
    sent: having('sentAt'),
    opened: having('openedAt'),
    pushed: having('pushedAt'),
    rows: sum((kind) => kind.rows),
    verified: sum((kind) => kind.verified),
    waiting: sum((kind) => kind.waiting),
    stays: sum((kind) => kind.stays),
    late: lines.filter((line) => line.late).length,
    stages: {
      'not-opened': inStage('not-opened'),
      'not-sent': inStage('not-sent'),
      unverified: inStage('unverified'),
      done: inStage('done'),
    },
  };
}
