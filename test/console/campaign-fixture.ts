import type { Campaign, KindProgress, UnitProgress } from '../../contract/schemas/campaign.ts';

/** 14h05 on 22/10/2022 in Vietnam. */
export const NOW = Date.parse('2022-10-22T07:05:00Z');

/** Two parts of two kinds: the numbers by 14h00 of the 24th, results within the 20th, which is over at `NOW`. */
export function campaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    campaignId: '2022-10-20-abc123',
    owner: 'S',
    name: 'Cập nhật số định danh',
    circular: '1118/PGDĐT ngày 20/10/2022',
    schoolYear: 2022,
    instructions: '',
    parts: [
      {
        partId: 'phan-1',
        name: 'Số định danh',
        kind: 'student',
        optionalFields: [],
        grades: null,
        deadline: { form: 'before-hour', day: '2022-10-24', time: '14:00' },
      },
      {
        partId: 'phan-2',
        name: 'Kết quả khối 9',
        kind: 'results',
        optionalFields: [],
        grades: [9],
        deadline: { form: 'within-day', day: '2022-10-20' },
      },
    ],
    unitCount: 3,
    createdAt: '2022-10-20T01:00:00.000Z',
    ...changes,
  };
}

export function kindProgress(changes: Partial<KindProgress> = {}): KindProgress {
  return {
    kind: 'student',
    sentAt: null,
    openedAt: null,
    version: null,
    checkedAt: null,
    errorRows: 0,
    stays: 0,
    pushedAt: null,
    rows: 0,
    verified: 0,
    waiting: 0,
    notApplicable: 0,
    awaitingNumber: 0,
    ...changes,
  };
}

const AT = '2022-10-21T02:00:00.000Z';

export const OPENED: Partial<KindProgress> = { sentAt: AT, openedAt: AT, version: 1 };
export const DONE: Partial<KindProgress> = { ...OPENED, pushedAt: AT, rows: 10, verified: 9, notApplicable: 1 };

export function unitProgress(unit: string, name: string, ...kinds: readonly Partial<KindProgress>[]): UnitProgress {
  return { unit, name, kinds: kinds.map(kindProgress) };
}
