import { strict as assert } from 'node:assert';
import { codeList } from '../../../rules/codes/code-list.ts';
import { ETHNICITY_LIST, FOREIGNER_ETHNICITY } from '../../../rules/codes/ethnicities.ts';
import { listLabels } from '../../../rules/codes/list-labels.ts';
import { NATIONALITY_LIST, VIETNAM } from '../../../rules/codes/nationalities.ts';
import { findProvince, findProvinceToday, suggestProvince } from '../../../rules/codes/provinces.ts';
import { findSex } from '../../../rules/codes/sexes.ts';
import { STAFF_LEFT_LABELS } from '../../../rules/codes/staff-statuses.ts';
import { STUDENT_LEFT_LABELS } from '../../../rules/codes/student-statuses.ts';
import { PROVINCES_34 } from '../../../rules/codes/tables/provinces-34.ts';
import { PROVINCES_63 } from '../../../rules/codes/tables/provinces-63.ts';

describe('code lists', () => {
  for (const [id, count] of [
    ['sex', 2],
    ['ethnicity', 55],
    ['citizenIdStatus', 4],
    ['studentStatus', 12],
    ['staffStatus', 8],
    ['position', 3],
    ['province', 34],
  ] as const) {
    it(`${id} has its ${count} labels, each once and composed`, () => {
      const labels = listLabels(id);
      assert.equal(labels.length, count);
      assert.equal(new Set(labels).size, count);
      for (const label of labels) assert.equal(label, label.normalize('NFC').trim());
    });
  }

  it('nationalities begin with Việt Nam and know no country twice', () => {
    const labels = listLabels('nationality');
    assert.equal(labels[0], VIETNAM);
    assert.equal(new Set(labels).size, labels.length);
    assert.ok(labels.length > 190 && labels.includes('Lào') && labels.includes('Không quốc tịch'));
  });

  it('throws for an unknown list', () => {
    assert.throws(() => listLabels('religion'));
  });

  it('find every label by itself, in capitals and decomposed', () => {
    for (const list of [ETHNICITY_LIST, NATIONALITY_LIST]) {
      for (const label of list.labels) {
        assert.ok(list.has(label));
        assert.equal(list.find(label.toUpperCase().normalize('NFD')), label);
      }
    }
  });

  it('find variants, and no group by a name that several share', () => {
    assert.equal(ETHNICITY_LIST.find('Mèo'), 'Mông');
    assert.equal(ETHNICITY_LIST.find('Bru - Vân Kiều'), 'Bru Vân Kiều');
    assert.ok(ETHNICITY_LIST.has(FOREIGNER_ETHNICITY));
    for (const shared of ['Cao Lan', 'Sán Chí', 'Sán Chỉ', 'Mán', 'Xá'])
      assert.equal(ETHNICITY_LIST.find(shared), undefined, shared);
    for (const text of ['vn', 'Viet Nam', 'Nước CHXHCN Việt Nam']) assert.equal(NATIONALITY_LIST.find(text), VIETNAM);
    assert.equal(findSex('x'), undefined);
    assert.equal(findSex('NỮ'), 'Nữ');
  });

  it('refuse a variant that two labels claim', () => {
    assert.throws(() =>
      codeList([
        { label: 'A', variants: ['x'] },
        { label: 'B', variants: ['X'] },
      ]),
    );
  });

  it('know who has left', () => {
    assert.equal(STUDENT_LEFT_LABELS.size, 6);
    assert.deepEqual([...STAFF_LEFT_LABELS].sort(), [
      'Thôi việc',
      'Đã biệt phái',
      'Đã chuyển đi',
      'Đã nghỉ hưu',
      'Đã điều động',
    ]);
  });
});

describe('provinces', () => {
  it('hold both eras, each old one inside one of today', () => {
    assert.equal(PROVINCES_63.length, 63);
    assert.equal(PROVINCES_34.length, 34);
    const today = new Set(PROVINCES_34.map(([code]) => code));
    for (const [, name, , into] of PROVINCES_63) assert.ok(today.has(into), name);
  });

  it('are found by their codes in either era, and a code kept by another name leads to the same province of today', () => {
    assert.equal(findProvinceToday({ era: 'before-2025-07', code: '02' }), 'Tuyên Quang');
    assert.equal(findProvinceToday({ era: '2025-07', code: '02' }), undefined);
    assert.equal(findProvinceToday({ era: 'before-2025-07', code: '03' }), undefined);
    for (const [code, name] of PROVINCES_34) assert.equal(findProvinceToday({ era: '2025-07', code }), name);
    for (const [prefix, name] of PROVINCES_63) {
      const code = prefix.slice(1);
      const today = findProvinceToday({ era: 'before-2025-07', code });
      assert.equal(today, findProvince(name)?.today, name);
      assert.equal(findProvinceToday({ era: '2025-07', code }) ?? today, today, name);
    }
  });

  it('are found by name, full name and other spellings, and lead to the province of today', () => {
    for (const [, name, fullName, into, aliases] of PROVINCES_63) {
      const successor = PROVINCES_34.find(([code]) => code === into)?.[1];
      for (const text of [name, fullName, fullName.toUpperCase(), name.normalize('NFD'), ...aliases]) {
        assert.equal(findProvince(text)?.today, successor, text);
      }
    }
    for (const [, name, first, now] of PROVINCES_34) {
      for (const text of [name, first, now])
        assert.deepEqual([findProvince(text)?.today, findProvince(text)?.since2025], [name, true]);
    }
  });

  it('are told from the codes of the other era', () => {
    assert.deepEqual([findProvince('Bắc Giang')?.today, findProvince('Bắc Giang')?.since2025], ['Bắc Ninh', false]);
    assert.equal(findProvince('Huế')?.fullName, 'Thành phố Huế');
    assert.equal(findProvince('Thừa Thiên Huế')?.today, 'Huế');
    assert.equal(findProvince('Đồng Nai')?.fullName, 'Thành phố Đồng Nai');
  });

  it('tolerate how people write them, and only that', () => {
    for (const text of ['TP HCM', 'TP. Hồ Chí Minh', 'Tp.HCM', 'Sài Gòn'])
      assert.equal(findProvince(text)?.name, 'Hồ Chí Minh', text);
    assert.equal(findProvince('T. Hoà Bình')?.name, 'Hòa Bình');
    for (const text of ['Ha Noi', 'Hà Nộii', 'Hà Đông', '', 'Tỉnh', '01'])
      assert.equal(findProvince(text), undefined, text);
    assert.equal(suggestProvince('Ha Noi')?.name, 'Hà Nội');
    assert.equal(suggestProvince('Hải Phònh')?.name, 'Hải Phòng');
    assert.equal(suggestProvince('Hà Đông'), undefined);
  });
});
