import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  EMPTY_RECIPE,
  formatRecipe,
  isEmptyRecipe,
  parseRecipe,
  type Recipe,
  withFixes,
  withoutFix,
  withoutSynonym,
} from '../../desk/recipe.ts';
import { RULES } from '../../rules/catalogue.ts';
import { FIELDS } from '../../rules/field.ts';
import { deskFixture, FIRST_ROW, pupil } from './desk-fixture.ts';

const FIXABLE = RULES.filter(({ fix }) => fix !== 'none').map(({ code }) => code);
const file = (part: object) => JSON.stringify({ sosach: 'recipe', version: 1, fixes: [], synonyms: {}, ...part });

describe('recipe: the file', () => {
  it('reads back what it wrote', () => {
    const recipes: fc.Arbitrary<Recipe> = fc.record({
      fixes: fc.uniqueArray(fc.record({ code: fc.constantFrom(...FIXABLE) }, { noNullPrototype: true }), {
        selector: ({ code }) => code,
      }),
      synonyms: fc.dictionary(fc.string({ unit: 'grapheme' }), fc.constantFrom(...FIELDS, 'givenName' as const, null), {
        noNullPrototype: true,
      }),
    });
    fc.assert(
      fc.property(recipes, (recipe) => {
        assert.deepEqual(parseRecipe(formatRecipe(recipe)), { ...recipe });
      }),
    );
  });

  for (const [what, text, code, params] of [
    ['no JSON', 'xin chào', 'recipe-not-ours', {}],
    ['another JSON', '{"name":"so-sach"}', 'recipe-not-ours', {}],
    ['a list', '[]', 'recipe-not-ours', {}],
    ['a file as long as a workbook', file({ note: 'x'.repeat(300_000) }), 'recipe-not-ours', {}],
    ['a newer form', file({ version: 2 }), 'recipe-newer', { version: '2' }],
    ['no form', file({ version: '1' }), 'recipe-damaged', { where: 'version' }],
    ['fixes that are none', file({ fixes: {} }), 'recipe-damaged', { where: 'fixes' }],
    ['a fix without a rule', file({ fixes: [{}] }), 'recipe-damaged', { where: 'fixes[0]' }],
    ['headers that are none', file({ synonyms: [] }), 'recipe-damaged', { where: 'synonyms' }],
    ['an unknown rule', file({ fixes: [{ code: 'moon.full' }] }), 'recipe-unknown-rule', { code: 'moon.full' }],
    [
      'a rule without a fix',
      file({ fixes: [{ code: 'full-name.missing' }] }),
      'recipe-unknown-rule',
      { code: 'full-name.missing' },
    ],
    [
      'an unknown column of a fix',
      file({ fixes: [{ code: 'sex.not-in-list', field: 'moon' }] }),
      'recipe-unknown-field',
      { field: 'moon' },
    ],
    [
      'an unknown column of a header',
      file({ synonyms: { 'Tên em': 'moon' } }),
      'recipe-unknown-field',
      { field: 'moon' },
    ],
  ] as const) {
    it(`refuses ${what}, and says why`, () => {
      assert.throws(() => parseRecipe(text), { name: 'DeskError', code, params });
    });
  }

  it('never throws anything else, whatever is in the file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((part) => file(part)),
        ),
        (text) => {
          try {
            parseRecipe(text);
          } catch (error) {
            assert.match(String((error as { code?: unknown }).code), /^recipe-/);
          }
        },
      ),
    );
  });

  it('keeps a rule once, and drops what is taken out', () => {
    const one = withFixes(EMPTY_RECIPE, [{ code: 'sex.not-in-list', field: 'sex' }, { code: 'sex.not-in-list' }]);
    assert.deepEqual(one.fixes, [{ code: 'sex.not-in-list' }]);
    assert.ok(isEmptyRecipe(withoutFix(one, { code: 'sex.not-in-list' })));
    assert.ok(isEmptyRecipe(withoutSynonym({ ...EMPTY_RECIPE, synonyms: { 'Tên em': 'fullName' } }, 'Tên em')));
  });
});

describe('recipe: replayed', () => {
  const ROWS = [
    pupil(0, { fullName: ' NGUYỄN  THỊ MAI', sex: 'nu' }),
    pupil(1, { fullName: 'Lê  Thị Lan', birthDate: '31/02/2016' }),
    pupil(2, { citizenId: 1316000102 }),
  ];
  const recipe = (...codes: readonly string[]): Recipe =>
    withFixes(
      EMPTY_RECIPE,
      codes.map((code) => ({ code })),
    );

  async function planned(wanted: Recipe) {
    const fixture = deskFixture(ROWS);
    await fixture.desk.check();
    return { fixture, plan: fixture.desk.planRecipe(wanted) };
  }

  it('wants a check first', () => {
    assert.throws(() => deskFixture([]).desk.planRecipe(EMPTY_RECIPE), { name: 'DeskError', code: 'not-checked' });
  });

  it('shows every cell from what it holds to what it will hold in the end, and writes nothing yet', async () => {
    const { fixture, plan } = await planned(
      recipe('full-name.spacing', 'full-name.capitals', 'citizen-id.leading-zero-lost'),
    );
    assert.deepEqual(
      plan.cells.map(({ rowNumber, field, before, after, codes }) => [rowNumber, field, before, after, codes]),
      [
        [FIRST_ROW, 'fullName', ' NGUYỄN  THỊ MAI', 'Nguyễn Thị Mai', ['full-name.spacing', 'full-name.capitals']],
        [FIRST_ROW + 1, 'fullName', 'Lê  Thị Lan', 'Lê Thị Lan', ['full-name.spacing']],
        [FIRST_ROW + 2, 'citizenId', 1316000102, '001316000102', ['citizen-id.leading-zero-lost']],
      ],
    );
    assert.equal(fixture.read(FIRST_ROW, 'fullName'), ' NGUYỄN  THỊ MAI');
  });

  it('changes exactly the accepted kinds, as one batch that is taken back as one, and leaves the rest', async () => {
    const { fixture, plan } = await planned(recipe('full-name.spacing'));
    assert.deepEqual(
      plan.left.groups
        .map(({ code }) => code)
        .filter((code) => code !== 'full-name.capitals')
        .sort(),
      ['birth-date.impossible', 'citizen-id.leading-zero-lost', 'sex.not-in-list'],
    );
    assert.deepEqual(await fixture.desk.applyRecipe(plan), { applied: 2, stale: [] });
    assert.equal(fixture.read(FIRST_ROW, 'fullName'), 'NGUYỄN THỊ MAI');
    assert.equal(fixture.read(FIRST_ROW, 'sex'), 'nu');
    const found = (await fixture.desk.check()).groups.map(({ code, findings }) => [code, findings.length]);
    assert.deepEqual(
      found,
      plan.left.groups.map(({ code, findings }) => [code, findings.length]),
      'as it was foretold',
    );
    const [entry] = (await fixture.desk.journal()).undoable;
    assert.equal(entry?.label, 'full-name.spacing');
    await fixture.reopen().desk.undo();
    await fixture.desk.undo();
    assert.equal(fixture.read(FIRST_ROW, 'fullName'), ' NGUYỄN  THỊ MAI');
  });

  it('mends in the named column only', async () => {
    const { plan } = await planned(withFixes(EMPTY_RECIPE, [{ code: 'full-name.spacing', field: 'address' }]));
    assert.deepEqual(plan.cells, []);
  });

  it('never overwrites what was typed after it was shown', async () => {
    const { fixture, plan } = await planned(recipe('full-name.spacing'));
    fixture.type(FIRST_ROW + 1, 'fullName', 'Lê  Thị  Lan');
    const { applied, stale } = await fixture.desk.applyRecipe(plan);
    assert.deepEqual([applied, stale.map(({ why }) => why)], [1, ['changed']]);
    assert.equal(fixture.read(FIRST_ROW + 1, 'fullName'), 'Lê  Thị  Lan');
  });

  it('leaves what was confirmed to be right as it stands', async () => {
    const fixture = deskFixture([pupil(0, { ward: 'Phường Hà Đôg' })]);
    const code = 'residence.ward-unknown';
    const report = await fixture.desk.check();
    assert.equal(fixture.desk.planRecipe(recipe(code)).cells.length, 1);
    await fixture.desk.confirm(report.groups.flatMap((group) => group.findings.map(({ finding }) => finding)));
    await fixture.desk.check();
    assert.deepEqual(fixture.desk.planRecipe(recipe(code)).cells, []);
  });
});
