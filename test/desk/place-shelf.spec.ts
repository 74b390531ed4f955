import assert from 'node:assert/strict';
import { PlaceShelf } from '../../desk/place-shelf.ts';
import { getPlaceText } from '../../rules/codes/all-places.ts';
import { deskFixture, FIRST_ROW, pupil } from './desk-fixture.ts';

describe('desk: communes by province', () => {
  function countingShelf(fails: (code: string) => boolean = () => false) {
    const asked: string[] = [];
    const shelf = new PlaceShelf(async (code) => {
      asked.push(code);
      if (fails(code)) throw new TypeError('Failed to fetch');
      return getPlaceText(code);
    });
    return { asked, shelf };
  }

  it('fetches the tables of the provinces in the sheet, of today, once', async () => {
    const { asked, shelf } = countingShelf();
    const rows = [
      { province: 'Thành phố Hà Nội' },
      { province: 'TP. Hà Nội' },
      { province: 'Thái Bình' },
      { province: 'Hà Đông' },
      { province: null },
      {},
    ];
    const tables = await shelf.tablesFor(rows);
    assert.deepEqual(asked.sort(), ['01', '33']);
    assert.ok(tables.findTable('Hà Nội') && tables.findTable('Hưng Yên'));
    assert.equal(tables.findTable('Huế'), undefined);
    assert.equal(await shelf.tablesFor(rows), tables);
    assert.ok((await shelf.tablesFor([{ province: 'Huế' }])).findTable('Huế'));
    assert.deepEqual(asked, ['01', '33', '46']);
  });

  it('fetches, where there is no column of provinces, those that the districts tell, and no others', async () => {
    const { asked, shelf } = countingShelf();
    await shelf.tablesFor([{ district: 'lương tài' }, { district: 'Châu Thành' }, { district: null }]);
    assert.deepEqual(asked, ['24']);
    await shelf.tablesFor([{ province: null, district: 'Mê Linh' }]);
    assert.deepEqual(asked, ['24'], 'a blank province is for a person to fill');
  });

  it('goes without a table that cannot be fetched, and asks for it again', async () => {
    let online = false;
    const { asked, shelf } = countingShelf((code) => code === '33' && !online);
    const rows = [{ province: 'Hà Nội' }, { province: 'Hưng Yên' }];
    const tables = await shelf.tablesFor(rows);
    assert.ok(tables.findTable('Hà Nội'));
    assert.equal(tables.findTable('Hưng Yên'), undefined);
    online = true;
    assert.ok((await shelf.tablesFor(rows)).findTable('Hưng Yên'));
    assert.deepEqual(asked, ['01', '33', '33']);
  });

  it('brings former units up to date, three cells at a time, and takes that back in one go', async () => {
    const former = { province: 'Tỉnh Thái Bình', district: 'Huyện Kiến Xương', ward: 'Xã Vũ Quí' };
    const fixture = deskFixture([pupil(0, former), pupil(1)]);
    const report = await fixture.desk.check();
    const before = fixture.sheet.readRow(FIRST_ROW);
    assert.deepEqual(
      report.groups.map(({ code, safe }) => [code, safe]),
      [['residence.unit-dissolved', 3]],
    );
    await fixture.desk.applyFixes(fixture.desk.proposals());
    assert.deepEqual((await fixture.desk.check()).groups, []);
    await fixture.desk.undo();
    await fixture.desk.check();
    assert.deepEqual(fixture.sheet.readRow(FIRST_ROW), before);
  });
});
