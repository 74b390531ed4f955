import type { WorkbookIdentity } from '../../templates/workbook-identity.ts';

export const IDENTITY: WorkbookIdentity = {
  template: 'student',
  version: 1,
  unit: '79-TH-000',
  unitName: 'Trường Tiểu học Thử & Nghiệm',
  campaign: 'thu-2026',
  workbookId: 'wb-fixture',
  issuedAt: '2026-11-22T01:00:00.000Z',
};
