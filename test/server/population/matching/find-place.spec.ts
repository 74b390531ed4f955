import assert from 'node:assert/strict';
import { ALL_PLACES } from '../../../../rules/codes/all-places.ts';
import { makePlaceTables } from '../../../../rules/codes/make-place-tables.ts';
import { findProvinceToday } from '../../../../rules/codes/provinces.ts';
import { PROVINCES_34 } from '../../../../rules/codes/tables/provinces-34.ts';
import { compareResidence, type ResidencePlace } from '../../../../server/population/matching/compare-residence.ts';
import { findPlace } from '../../../../server/population/matching/find-place.ts';

const today = (code: string) => ({ era: '2025-07', code }) as const;
const placeOf = (province: string, district: string, ward: string) =>
  findPlace({ province, district, ward }, ALL_PLACES);

type Case = readonly [title: string, codes: readonly [string, string, string], place: ResidencePlace | null];

const CASES: readonly Case[] = [
  ['codes of today', ['01', '', '00004'], { province: 'Hà Nội', ward: today('00004') }],
  ['codes of before', ['01', '001', '00001'], { province: 'Hà Nội', ward: today('00097') }],
  ['codes of before without the district', ['01', '', '00001'], { province: 'Hà Nội', ward: today('00097') }],
  ['a former province', ['06', '', ''], { province: 'Thái Nguyên', ward: null }],
  ['a province code that another province had before', ['24', '', ''], { province: 'Bắc Ninh', ward: null }],
  ['the same with a ward of before', ['24', '213', '07225'], { province: 'Bắc Ninh', ward: today('07210') }],
  ['the same with a ward of today', ['24', '', '07210'], { province: 'Bắc Ninh', ward: today('07210') }],
  ['a divided ward', ['01', '005', '00166'], { province: 'Hà Nội', ward: 'unclear' }],
  ['a divided ward whose code goes on', ['01', '', '00166'], { province: 'Hà Nội', ward: 'unclear' }],
  ['a ward of unknown fate', ['24', '221', '07693'], { province: 'Bắc Ninh', ward: 'unclear' }],
  ['a ward of another province', ['46', '', '00004'], { province: 'Huế', ward: 'unclear' }],
  ['a ward code that nobody has', ['01', '', '99999'], { province: 'Hà Nội', ward: 'unclear' }],
  ['no province', ['', '', '00004'], null],
  ['a province code that nobody has', ['99', '', ''], null],
  ['a code of today beside a district', ['03', '001', ''], null],
];

describe('the place of a record’s codes', () => {
  for (const [title, codes, place] of CASES)
    it(title, () => {
      assert.deepEqual(placeOf(...codes), place);
    });

  it('is read in both eras where no district says which, and clear when both agree', () => {
    const tables = makePlaceTables(
      new Map([
        [
          '01',
          '00004 pHai Thời\n00008 pMới\n00012 pMất Dấu\n>Hà Nội\n=Quận Cũ\n00004 pKhác:00008\n00008 pCũ:00008\n00012 pMất',
        ],
      ]),
    );
    const wardOf = (district: string, ward: string) => findPlace({ province: '01', district, ward }, tables)?.ward;
    assert.deepEqual(wardOf('001', '00004'), today('00008'));
    assert.equal(wardOf('', '00004'), 'unclear', 'equal digits, two places');
    assert.deepEqual(wardOf('', '00008'), today('00008'));
    assert.equal(wardOf('', '00012'), 'unclear', 'one reading leads nowhere');
  });

  it('has no clear commune where the table of the province is not there', () => {
    const none = makePlaceTables(new Map());
    assert.deepEqual(findPlace({ province: '01', district: '', ward: '00004' }, none), {
      province: 'Hà Nội',
      ward: 'unclear',
    });
  });

  it('is for every former commune the one unit it became part of, and never another', () => {
    let clear = 0;
    let unclear = 0;
    for (const [province, name] of PROVINCES_34) {
      for (const { wards } of ALL_PLACES.findTable(name)?.districts ?? [])
        for (const { code, into } of wards) {
          if (code === null) continue;
          const place = placeOf(province, '001', code.code);
          assert.equal(place?.province, findProvinceToday(today(province)));
          if (place?.ward === 'unclear') unclear++;
          else {
            clear++;
            assert.deepEqual(
              [place?.ward],
              into.map((ward) => ward.code),
            );
          }
        }
    }
    assert.ok(clear > 10_000 && unclear < 30, `${clear} clear, ${unclear} not`);
  });
});

describe('comparing residence', () => {
  const place = (province: string, ward: ResidencePlace['ward']): ResidencePlace => ({ province, ward });
  for (const [title, ours, theirs, grade] of [
    ['one commune', place('Huế', today('19753')), place('Huế', today('19753')), 'same'],
    ['two communes', place('Huế', today('19753')), place('Huế', today('19774')), 'differs'],
    ['a commune on one side only', place('Huế', today('19753')), place('Huế', null), 'same'],
    ['an unclear commune and none', place('Huế', 'unclear'), place('Huế', null), 'same'],
    ['an unclear commune and a clear one', place('Huế', 'unclear'), place('Huế', today('19753')), 'not-compared'],
    ['two unclear communes', place('Huế', 'unclear'), place('Huế', 'unclear'), 'not-compared'],
    ['two provinces', place('Huế', null), place('Hà Nội', null), 'differs'],
    ['two provinces, unclear communes', place('Huế', 'unclear'), place('Hà Nội', 'unclear'), 'differs'],
  ] as const)
    it(`${title}: ${grade}, and the other way round`, () => {
      assert.equal(compareResidence(ours, theirs), grade);
      assert.equal(compareResidence(theirs, ours), grade);
    });

  it('finds an address of before the same as its codes of today', () => {
    const former = placeOf('24', '213', '07225');
    const now = placeOf('24', '', '07210');
    assert.ok(former && now);
    assert.equal(compareResidence(former, now), 'same');
  });
});
