import assert from 'node:assert/strict';
import type { RawRow } from '../../rules/record.ts';
import type { StoredRecord } from '../../server/store/record-table.ts';
import { findClaim } from '../../server/verification/find-claim.ts';
import { citizenId } from './invented-rows.ts';

const RECORD: StoredRecord = {
  unit: 'T-A',
  recordId: 'R1',
  workbookId: 'so-1',
  rowId: '00000000-0000-4000-8000-000000000001',
  template: 'student',
  cells: {},
  claimHash: '',
  citizenId: citizenId(1),
  personHash: '',
  why: null,
  incomplete: false,
  duplicate: false,
  round: 37,
  revision: 1,
  createdAt: 0,
  createdBy: null,
};

const CELLS: RawRow = {
  fullName: 'Nguyễn Đức  Hoà'.normalize('NFD'),
  birthDate: '12/03/2012',
  sex: 'nam',
  citizenId: citizenId(1),
  province: 'Tỉnh Bắc Giang',
  district: 'TP Bắc Giang',
  ward: 'P. Hoàng Văn Thụ',
};

const claimOf = (cells: RawRow) =>
  findClaim({ ...RECORD, cells: { ...CELLS, ...cells } }, { officer: 'CB-01', purpose: 'Kiểm thử' });

describe('the claim about a record', () => {
  it('is in the service’s form, with the commune led forward to today’s', () => {
    assert.deepEqual(claimOf({}), {
      requestId: 'R1.11',
      unit: 'T-A',
      officer: 'CB-01',
      purpose: 'Kiểm thử',
      citizenId: citizenId(1),
      fullName: 'NGUYỄN ĐỨC HOÀ',
      birthDate: { year: 2012, month: 3, day: 12 },
      sex: 'Nam',
      province: 'Bắc Giang',
      ward: { era: '2025-07', code: '07210' },
    });
  });

  it('asks by year, and without what the cells do not say', () => {
    const claim = claimOf({ birthDate: '2012', sex: null, province: null, district: null, ward: null });
    assert.deepEqual([claim?.birthDate, claim?.sex, claim?.province, claim?.ward], [{ year: 2012 }, null, null, null]);
  });

  it('calls a commune unclear that is divided, unknown or of no known province, never another', () => {
    for (const cells of [
      { province: 'Hà Nội', district: 'Quận Cầu Giấy', ward: 'Phường Dịch Vọng' },
      { district: null, ward: 'Phường Không Có Thật' },
      { province: 'Bắc Nình', district: null },
      { province: null },
    ])
      assert.equal(claimOf(cells)?.ward, 'unclear', JSON.stringify(cells));
  });

  it('is none without a name, a number or a birth year', () => {
    for (const cells of [{ fullName: '…' }, { citizenId: '12' }, { birthDate: 'không rõ' }])
      assert.equal(claimOf(cells), undefined, JSON.stringify(cells));
  });

  it('is none with a name that no service takes: longer than 100 letters', () => {
    assert.equal(claimOf({ fullName: `Nguyễn ${'An '.repeat(30)}Bìn` })?.fullName.length, 100);
    assert.equal(claimOf({ fullName: `Nguyễn ${'An '.repeat(30)}Bình` }), undefined);
  });
});
