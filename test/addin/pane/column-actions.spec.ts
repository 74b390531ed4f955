import assert from 'node:assert/strict';
import { COLUMN_MAP_ID, columnChoiceId } from '../../../addin/pane/actions/column-actions.ts';
import { FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { paneFixture } from './pane-fixture.ts';

describe('pane: which column is what', () => {
  const columnOf = (pane: ReturnType<typeof paneFixture>, id: 'sex' | 'fullName' | 'citizenId') => {
    const { sheet } = pane.state();
    assert.ok(sheet?.recognised);
    return sheet.match.columns.get(id);
  };

  /** A sheet whose column of sexes has a header that nobody knows. */
  async function opened() {
    const pane = paneFixture([pupil(0, { sex: 'nu' }), pupil(1)]);
    const at = pane.column('sex');
    pane.sheet.editCell(FIRST_ROW - 1, at, 'Trai hay gái');
    await pane.actions.sheet.open();
    return { pane, at };
  }

  it('reads a column as the person says it is, reads that out and keeps the focus at the list', async () => {
    const { pane, at } = await opened();
    assert.equal(columnOf(pane, 'sex'), undefined);
    await pane.actions.columns.say(['Trai hay gái'], 'sex');
    assert.equal(columnOf(pane, 'sex'), at);
    assert.equal(pane.state().announcement.text, 'Đã ghi nhận. Danh sách có 2 dòng.');
    assert.equal(pane.state().focus?.id, COLUMN_MAP_ID);
  });

  it('checks again what was checked before', async () => {
    const { pane } = await opened();
    await pane.actions.sheet.check();
    const codes = () => pane.state().check?.groups.map((group) => group.code) ?? [];
    assert.ok(!codes().includes('sex.not-in-list'));
    await pane.actions.columns.say(['Trai hay gái'], 'sex');
    assert.ok(codes().includes('sex.not-in-list'));
  });

  it('leaves a column alone that is said to be none of ours, until it is to go by the headers again', async () => {
    const { pane, at } = await opened();
    assert.equal(pane.actions.columns.isSaid(), false);
    await pane.actions.columns.say(['Trai hay gái'], 'sex');
    await pane.actions.columns.say(['Trai hay gái'], null);
    assert.equal(columnOf(pane, 'sex'), undefined);
    assert.equal(pane.actions.columns.isSaid(), true);
    await pane.actions.columns.say(['Trai hay gái'], 'sex');
    assert.equal(columnOf(pane, 'sex'), at);
    await pane.actions.columns.forget();
    assert.equal(columnOf(pane, 'sex'), undefined);
    assert.equal(pane.actions.columns.isSaid(), false);
  });

  it('does not keep a choice by which the list would no longer be one', async () => {
    const { pane } = await opened();
    const header = pane.sheet.readRow(FIRST_ROW - 1).map(String);
    await pane.actions.columns.say(header, null);
    assert.equal(pane.state().sheet?.recognised, true);
    assert.equal(pane.actions.columns.isSaid(), false);
    assert.match(pane.state().announcement.text, /không còn nhận ra danh sách/);
    assert.notEqual(columnOf(pane, 'fullName'), undefined);
  });
});

describe('pane: a sheet whose header nobody knows', () => {
  it('shows the row that reads like one, takes what the person says of it, and is recognised once that is enough', async () => {
    const pane = paneFixture([pupil(0), pupil(1)]);
    const name = pane.column('fullName');
    const birth = pane.column('birthDate');
    const last = pane.sheet.readRow(FIRST_ROW - 1).length;
    for (let column = 0; column < last; column++) pane.sheet.editCell(FIRST_ROW - 1, column, `Mục ${column + 1}`);
    await pane.actions.sheet.open();
    const { sheet } = pane.state();
    assert.ok(sheet && !sheet.recognised);
    assert.equal(sheet.likelyHeader?.row, FIRST_ROW - 1);
    assert.deepEqual(sheet.likelyHeader?.columns[name], { column: name, header: `Mục ${name + 1}` });

    await pane.actions.columns.say([`Mục ${name + 1}`], 'fullName');
    assert.equal(pane.state().sheet?.recognised, false);
    assert.equal(pane.actions.columns.meaningOf(`Mục ${name + 1}`), 'fullName');
    assert.equal(pane.state().announcement.text, 'Đã ghi nhận. Cần thêm cột nữa.');
    assert.equal(pane.state().focus?.id, columnChoiceId(name), 'the next choice is made from here');
    assert.deepEqual(pane.state().recipe.recipe.synonyms, {}, 'half of it is not worth remembering');

    await pane.actions.columns.say([`Mục ${birth + 1}`], 'birthDate');
    const known = pane.state().sheet;
    assert.ok(known?.recognised);
    assert.deepEqual(
      [known.match.columns.get('fullName'), known.match.columns.get('birthDate'), known.rows],
      [name, birth, 2],
    );
    assert.deepEqual(Object.values(pane.state().recipe.recipe.synonyms), ['fullName', 'birthDate']);
  });
});
