import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { ALL_PLACES, getPlaceText } from '../../../rules/codes/all-places.ts';
import { makePlaceTables } from '../../../rules/codes/make-place-tables.ts';
import { type Era, PlaceTable } from '../../../rules/codes/place-table.ts';
import { makePlaces, oldDistrictsFile, tableFile } from '../../../rules/codes/tables/make-places.mjs';
import { PROVINCES_34 } from '../../../rules/codes/tables/provinces-34.ts';
import { PROVINCES_63 } from '../../../rules/codes/tables/provinces-63.ts';
import { readWardName } from '../../../rules/text/unit-name.ts';

const FOLDER = new URL('../../../rules/codes/tables/places/', import.meta.url);

function getTable(province: string): PlaceTable {
  const table = ALL_PLACES.findTable(province);
  assert.ok(table, province);
  return table;
}

const TABLES = PROVINCES_34.map(([, name]) => getTable(name));

describe('the tables of communes', () => {
  it('are what their generator makes of its sources', async () => {
    const made: ReadonlyMap<string, string> = await makePlaces();
    const files = readdirSync(FOLDER).sort();
    assert.deepEqual(
      files,
      PROVINCES_34.map(([code]) => `${code}.ts`),
    );
    for (const [code, text] of made) assert.equal(readFileSync(new URL(`${code}.ts`, FOLDER), 'utf8'), tableFile(text));
    assert.equal(readFileSync(new URL('../old-districts.ts', FOLDER), 'utf8'), oldDistrictsFile(made));
  });

  it('hold the 3,321 units of today, each code once, 13 special zones among them', () => {
    const wards = TABLES.flatMap((table) => table.wards);
    assert.equal(wards.length, 3321);
    assert.equal(new Set(wards.map((ward) => ward.code.code)).size, 3321);
    const kinds = (kind: string) => wards.filter((ward) => ward.read.kind === kind).length;
    // Resolution 237/NQ-UBTVQH16: 697 wards, 2,611 communes and 13 special zones since 30/4/2026.
    assert.deepEqual([kinds('phường'), kinds('xã'), kinds('đặc khu')], [697, 2611, 13]);
  });

  it('hold the districts of all 63 former provinces', () => {
    const districts = TABLES.flatMap((table) => table.districts);
    assert.deepEqual(
      [...new Set(districts.map((district) => district.province))].sort(),
      PROVINCES_63.map(([, name]) => name).sort(),
    );
    assert.ok(districts.length >= 696 && districts.reduce((sum, { wards }) => sum + wards.length, 0) > 10_051);
  });

  it('say the era of every code', () => {
    for (const table of TABLES) {
      for (const ward of table.wards) assert.equal(ward.code.era, '2025-07');
      for (const { wards } of table.districts)
        for (const { code, into } of wards) {
          assert.ok(code === null || code.era === 'before-2025-07');
          assert.ok(into.every((ward) => table.wards.includes(ward)));
        }
    }
  });

  it('have the corrected codes, names and successors', () => {
    const one = (province: string, name: string) =>
      getTable(province)
        .findWards(readWardName(name))
        .map((ward) => `${ward.code.code} ${ward.name}`);
    assert.deepEqual(one('Quảng Ninh', 'Xã Ba Chẽ'), ['06978 Xã Ba Chẽ']);
    assert.deepEqual(one('Gia Lai', 'Xã Ia Mơ'), ['23938 Xã Ia Mơ']);
    assert.deepEqual(one('Đồng Nai', 'Xã Nhơn Trạch'), ['26485 Phường Nhơn Trạch']);
    assert.deepEqual(one('Đắk Lắk', 'xã Ea H’Leo'), one('Đắk Lắk', "Xã Ea H'leo"));
    const old = (province: string, district: string, name: string) =>
      getTable(province)
        .districts.find((candidate) => candidate.name === district)
        ?.wards.find((ward) => ward.name === name)
        ?.into.map((ward) => ward.name);
    assert.deepEqual(old('Hà Nội', 'Huyện Gia Lâm', 'Xã Kim Sơn'), ['Xã Thuận An']);
    assert.deepEqual(old('Hồ Chí Minh', 'Quận Bình Thạnh', 'Phường 24'), ['Phường Bình Thạnh']);
    assert.deepEqual(old('Hà Nội', 'Quận Đống Đa', 'Phường Trung Tự'), [
      'Phường Văn Miếu - Quốc Tử Giám',
      'Phường Kim Liên',
    ]);
  });

  it('lead from a code to the units of today, each code in its own era', () => {
    const names = (province: string, era: Era, code: string) =>
      getTable(province)
        .findByCode({ era, code })
        ?.map((ward) => ward.name);
    assert.deepEqual(names('Hà Nội', '2025-07', '00004'), ['Phường Ba Đình']);
    assert.deepEqual(names('Hà Nội', 'before-2025-07', '00001'), ['Phường Hồng Hà']);
    assert.deepEqual(names('Hà Nội', 'before-2025-07', '00166'), ['Phường Nghĩa Đô', 'Phường Cầu Giấy']);
    assert.deepEqual(names('Bắc Ninh', 'before-2025-07', '07693'), [], 'not known what became of it');
    assert.equal(names('Hà Nội', '2025-07', '00001'), undefined);
    assert.equal(names('Huế', '2025-07', '00004'), undefined);
    for (const table of TABLES)
      for (const { code } of table.wards)
        assert.deepEqual(
          table.findByCode(code)?.map((ward) => ward.code),
          [code],
        );
  });

  it('are read only for provinces that are there, and only in their own form', () => {
    const tables = makePlaceTables(new Map([['01', getPlaceText('01')]]));
    assert.ok(tables.findTable('Hà Nội'));
    assert.equal(tables.findTable('Hưng Yên'), undefined);
    assert.throws(() => makePlaceTables(new Map([['02', '']])));
    assert.throws(() => getPlaceText('02'));
    assert.throws(() => new PlaceTable('00004 Ba Đình'), /no kind/);
    assert.throws(() => new PlaceTable('00004 pBa Đình\n>Hà Nội\n=Quận Ba Đình\n00001 pPhúc Xá:00008'), /00008/);
  });
});
