import type { Unit } from '../../../contract/schemas/unit.ts';
import type { StoredRecord } from '../../../server/store/record-table.ts';
import type { Store } from '../../../server/store/store.ts';
import type { NewJob, StoredVerdict } from '../../../server/store/verification-table.ts';

export const NOW = Date.parse('2026-11-22T02:00:00Z');

export const unit = (code: string, parent: string | null, dates: Partial<Unit> = {}): Unit => ({
  code,
  name: `Đơn vị ${code}`,
  kind: code.startsWith('T') ? 'school' : 'commune',
  parent,
  validFrom: null,
  validTo: null,
  ...dates,
});

export const UNITS = [unit('S', null), unit('X', 'S'), unit('T-A', 'X'), unit('T-B', 'X'), unit('T-C', 'S')];

export const record = (id: string, values: Partial<StoredRecord> = {}): StoredRecord => ({
  unit: 'T-A',
  recordId: id,
  workbookId: 'w-1',
  rowId: `row-${id}`,
  template: 'student',
  cells: { fullName: `Đỗ “${id}” \\ {NULL}, "Ơ'`, className: '7A' },
  claimHash: `claim of ${id}`,
  citizenId: null,
  personHash: `person ${id}`,
  why: null,
  incomplete: false,
  duplicate: false,
  round: 1,
  revision: 1,
  createdAt: NOW,
  createdBy: null,
  ...values,
});

export const job = (recordId: string, values: Partial<NewJob> = {}): NewJob => ({
  unit: 'T-A',
  recordId,
  round: 1,
  priority: 1,
  dueAt: NOW,
  ...values,
});

export const verdict = (recordId: string, values: Partial<StoredVerdict> = {}): StoredVerdict => ({
  unit: 'T-A',
  recordId,
  round: 1,
  outcome: 'match',
  compared: ['citizenId', 'fullName', 'birthDate'],
  flags: [],
  askedAt: NOW,
  answeredAt: NOW + 40,
  adapter: 'stub',
  requestId: `${recordId}.1`,
  officer: 'CB',
  purpose: 'thử',
  ...values,
});

/** Records of the workbook `w-1` of T-A, with it. */
export async function keepRecords(store: Store, ...records: readonly StoredRecord[]): Promise<void> {
  const workbook = { unit: 'T-A', workbookId: 'w-1', template: 'student', version: 1, campaign: '' } as const;
  await store.workbooks.insert({ ...workbook, firstSeenAt: NOW });
  await store.records.insert(records);
}
