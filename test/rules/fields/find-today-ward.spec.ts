import assert from 'node:assert/strict';
import { ALL_PLACES } from '../../../rules/codes/all-places.ts';
import { makePlaceTables } from '../../../rules/codes/make-place-tables.ts';
import type { PlaceTables } from '../../../rules/codes/place-table.ts';
import { findProvince } from '../../../rules/codes/provinces.ts';
import { findTodayWard } from '../../../rules/fields/find-today-ward.ts';

function wardOf(province: string, district: string, ward: string, tables: PlaceTables = ALL_PLACES) {
  const found = findProvince(province);
  assert.ok(found, province);
  return findTodayWard(tables, found, district, ward)?.name;
}

describe('the commune of today that an address names', () => {
  for (const [province, district, ward, today] of [
    ['Hà Nội', '', 'Phường Ba Đình', 'Phường Ba Đình'],
    ['TP Hà Nội', '', 'p. ba đình', 'Phường Ba Đình'],
    ['Hà Nội', 'Quận Ba Đình', 'Phường Phúc Xá', 'Phường Hồng Hà'],
    ['Bắc Giang', 'Thành phố Bắc Giang', 'Phường Hoàng Văn Thụ', 'Phường Bắc Giang'],
    ['Hồ Chí Minh', 'Quận Bình Thạnh', 'Phường 24', 'Phường Bình Thạnh'],
    // Divided, misspelled, of another district, of the new era under an old province: proposed by the rules at most.
    ['Hà Nội', 'Quận Cầu Giấy', 'Phường Dịch Vọng', undefined],
    ['Hà Nội', '', 'Phường Ba Dinh', undefined],
    ['Hà Nội', 'Quận Cầu Giấy', 'Phường Phúc Xá', undefined],
    ['Bắc Giang', '', 'Phường Kinh Bắc', undefined],
    ['Hà Nội', 'Quận Ba Đình', '', undefined],
    ['Hà Nội', '', '', undefined],
  ] as const)
    it(`${[ward, district, province].filter((name) => name !== '').join(', ')}: ${today ?? 'none'}`, () => {
      assert.equal(wardOf(province, district, ward), today);
    });

  it('is none where the table of the province is not there', () => {
    assert.equal(wardOf('Hà Nội', '', 'Phường Ba Đình', makePlaceTables(new Map())), undefined);
  });
});
