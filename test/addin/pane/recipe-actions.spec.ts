import assert from 'node:assert/strict';
import { formatRecipe, parseRecipe } from '../../../desk/recipe.ts';
import type { RawRow } from '../../../rules/record.ts';
import { FIRST_ROW, IDENTITY, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { paneFixture } from './pane-fixture.ts';

const ROWS: readonly RawRow[] = [
  pupil(0),
  pupil(1, { fullName: ' NGUYỄN  THỊ CHÂU' }),
  pupil(2, { fullName: 'Lê  Thị Mai', sex: 'nu' }),
];
const SPACING = formatRecipe({ fixes: [{ code: 'full-name.spacing' }], synonyms: {} });

async function opened(kept: Map<string, string> = new Map(), rows = ROWS) {
  const pane = paneFixture(rows, IDENTITY, [], { kept });
  await pane.actions.sheet.check();
  pane.actions.showTab('fix');
  await settled();
  return pane;
}

describe('pane: the school’s recipe', () => {
  it('remembers every rule of a group that is mended with the tick on, for the next visit', async () => {
    const kept = new Map<string, string>();
    const pane = await opened(kept);
    const { proposals } = pane.state().fix;
    const code = proposals?.find(({ codes }) => codes.length > 1)?.code ?? '';
    pane.actions.fix.tick(proposals ?? [], true);
    pane.actions.fix.remember(code, true);
    await pane.actions.fix.apply();
    const codes = pane
      .state()
      .recipe.recipe.fixes.map((fix) => fix.code)
      .sort();
    assert.deepEqual(codes, ['full-name.capitals', 'full-name.spacing']);
    assert.deepEqual([...kept.keys()], [IDENTITY.unit]);
    const later = await opened(kept);
    assert.deepEqual(
      later
        .state()
        .recipe.recipe.fixes.map((fix) => fix.code)
        .sort(),
      codes,
    );
  });

  it('remembers nothing without the tick', async () => {
    const pane = await opened();
    await pane.actions.fix.apply();
    assert.deepEqual([pane.state().recipe.recipe.fixes, pane.kept.size], [[], 0]);
  });

  it('shows first what it would change, and writes exactly that, to be taken back at once', async () => {
    const pane = await opened(new Map([[IDENTITY.unit, SPACING]]));
    await pane.actions.recipe.plan();
    const { plan } = pane.state().recipe;
    assert.deepEqual(
      plan?.cells.map(({ rowNumber, before, after }) => [rowNumber, before, after]),
      [
        [FIRST_ROW + 1, ' NGUYỄN  THỊ CHÂU', 'NGUYỄN THỊ CHÂU'],
        [FIRST_ROW + 2, 'Lê  Thị Mai', 'Lê Thị Mai'],
      ],
    );
    assert.equal(pane.read(FIRST_ROW + 2, 'fullName'), 'Lê  Thị Mai');
    assert.equal(pane.state().focus?.id, 'sosach-recipe-plan');
    await pane.actions.fix.applyRecipe();
    assert.deepEqual(pane.state().fix.report, { applied: 2, stale: [] });
    assert.deepEqual([pane.read(FIRST_ROW + 2, 'fullName'), pane.read(FIRST_ROW + 2, 'sex')], ['Lê Thị Mai', 'nu']);
    assert.equal(pane.state().recipe.plan, null);
    await pane.actions.fix.undo();
    assert.equal(pane.read(FIRST_ROW + 2, 'fullName'), 'Lê  Thị Mai');
  });

  it('forgets what is taken out, and the whole when nothing is left', async () => {
    const pane = await opened(new Map([[IDENTITY.unit, SPACING]]));
    pane.actions.recipe.removeFix({ code: 'full-name.spacing' });
    assert.deepEqual([pane.state().recipe.recipe.fixes, pane.kept.size], [[], 0]);
  });

  it('is handed on as a file and taken up from one, added to what there is', async () => {
    const pane = await opened(new Map([[IDENTITY.unit, SPACING]]));
    await pane.actions.recipe.importFile(async () =>
      formatRecipe({ fixes: [{ code: 'sex.not-in-list' }], synonyms: {} }),
    );
    pane.actions.recipe.exportFile();
    const [[name, text]] = [...pane.files] as [[string, string]];
    assert.equal(name, `cong-thuc-sua_${IDENTITY.unit}.recipe.json`);
    assert.deepEqual(
      parseRecipe(text).fixes.map((fix) => fix.code),
      ['full-name.spacing', 'sex.not-in-list'],
    );
  });

  it('says why a file is no recipe, and keeps the one there is', async () => {
    const pane = await opened(new Map([[IDENTITY.unit, SPACING]]));
    await pane.actions.recipe.importFile(async () => 'PK…');
    assert.match(pane.state().problem?.message.vi ?? '', /không phải công thức sửa/);
    assert.equal(pane.state().recipe.recipe.fixes.length, 1);
    assert.equal(pane.kept.get(IDENTITY.unit), SPACING);
  });

  it('reads a school’s own header texts from the first look on, and no other school’s', async () => {
    const own = formatRecipe({ fixes: [], synonyms: { 'Số thẻ của em': 'citizenId' } });
    for (const [unit, isRead] of [
      [IDENTITY.unit, true],
      ['02-TH-000', false],
    ] as const) {
      const pane = paneFixture(ROWS, IDENTITY, [], { kept: new Map([[unit, own]]) });
      pane.sheet.editCell(FIRST_ROW - 1, pane.column('citizenId'), 'Số thẻ của em');
      await pane.actions.sheet.open();
      const { sheet } = pane.state();
      assert.ok(sheet?.recognised);
      assert.equal(sheet.match.columns.has('citizenId'), isRead, unit);
    }
  });

  it('keeps what the clerk says of a column', async () => {
    const pane = await opened();
    pane.sheet.editCell(FIRST_ROW - 1, pane.column('citizenId'), 'Số thẻ của em');
    await pane.actions.sheet.open();
    await pane.actions.columns.say(['Số thẻ của em'], 'citizenId');
    assert.deepEqual(parseRecipe(pane.kept.get(IDENTITY.unit) ?? '').synonyms, { 'Số thẻ của em': 'citizenId' });
    await pane.actions.recipe.removeSynonym('Số thẻ của em');
    assert.equal(pane.kept.size, 0);
    const { sheet } = pane.state();
    assert.ok(sheet?.recognised && !sheet.match.columns.has('citizenId'));
  });

  it('says that what an older program finds is a newer one’s, and writes nothing over it by itself', async () => {
    const kept = new Map([[IDENTITY.unit, '{"sosach":"recipe","version":9,"fixes":[]}']]);
    const pane = paneFixture(ROWS, IDENTITY, [], { kept });
    await pane.actions.sheet.open();
    assert.match(pane.state().problem?.message.vi ?? '', /bản Sổ Sạch mới hơn/);
    assert.match(kept.get(IDENTITY.unit) ?? '', /"version":9/);
  });
});
