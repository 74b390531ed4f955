import assert from 'node:assert/strict';
import type { RawRow } from '../../../rules/record.ts';
import { FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { type PaneFixture, paneFixture } from './pane-fixture.ts';

const SPACED = ' Nguyễn  Thị Châu ';
const SEPARATED = String(pupil(2).citizenId).replace(/^(\d{3})/, '$1.');

const ROWS: readonly RawRow[] = [
  pupil(0),
  pupil(1, { fullName: SPACED }),
  pupil(2, { fullName: ' Lê  Thị Mai', citizenId: SEPARATED }),
  pupil(3, { ethnicity: 'kinh' }),
  pupil(4, { birthDate: '08/03/16' }),
];

async function checked(): Promise<PaneFixture> {
  const pane = paneFixture(ROWS);
  await pane.actions.sheet.check();
  return pane;
}

function groupOf(pane: PaneFixture, code: string) {
  const group = pane.state().check?.groups.find((candidate) => candidate.code === code);
  assert.ok(group, code);
  return group;
}

describe('pane: mending in bulk among the findings', () => {
  it('shows what one rule would change and writes nothing until that is confirmed', async () => {
    const pane = await checked();
    const applies = pane.calls.apply;
    await pane.actions.fix.previewQuick('full-name.spacing');
    const cells = pane.state().fix.quick?.proposals.flatMap((proposal) => proposal.cells) ?? [];
    assert.deepEqual(
      cells.map(({ before, after }) => [before, after]),
      [
        [SPACED, 'Nguyễn Thị Châu'],
        [' Lê  Thị Mai', 'Lê Thị Mai'],
      ],
    );
    assert.equal(cells.length, groupOf(pane, 'full-name.spacing').safe, 'the button said another number');
    assert.equal(pane.calls.apply, applies);
    assert.equal(pane.state().focus?.id, 'sosach-quick');

    await pane.actions.fix.applyQuick();
    assert.equal(pane.read(FIRST_ROW + 1, 'fullName'), 'Nguyễn Thị Châu');
    assert.equal(pane.read(FIRST_ROW + 2, 'fullName'), 'Lê Thị Mai');
    assert.equal(pane.read(FIRST_ROW + 2, 'citizenId'), SEPARATED, 'another rule’s fix went along');
    assert.equal(pane.state().tab, 'check');
    assert.equal(pane.state().fix.quick, null);
    assert.deepEqual(pane.state().fix.report, { applied: 2, stale: [] });
    assert.equal(pane.state().focus?.id, 'sosach-fix-report');
  });

  it('mends everything safe, whichever rule it is of, and nothing that asks', async () => {
    const pane = await checked();
    const { safe } = pane.state().check ?? assert.fail();
    await pane.actions.fix.previewQuick(null);
    const { proposals = [] } = pane.state().fix.quick ?? {};
    assert.ok(proposals.every((proposal) => proposal.safe));
    assert.equal(proposals.flatMap((proposal) => proposal.cells).length, safe);
    await pane.actions.fix.applyQuick();
    assert.equal(pane.state().fix.report?.applied, safe);
    assert.equal(pane.read(FIRST_ROW + 2, 'citizenId'), pupil(2).citizenId);
    assert.equal(pane.read(FIRST_ROW + 3, 'ethnicity'), 'Kinh');
    assert.equal(pane.read(FIRST_ROW + 4, 'birthDate'), '08/03/16');
    assert.equal(pane.state().check?.safe, 0);
  });

  it('is journalled and taken back from where it was done', async () => {
    const pane = await checked();
    await pane.actions.fix.previewQuick('full-name.spacing');
    await pane.actions.fix.applyQuick();
    pane.actions.showUndo();
    assert.equal(pane.state().tab, 'fix');
    assert.equal(pane.state().fix.undoOpen, true);
    await pane.actions.fix.undo();
    assert.equal(pane.read(FIRST_ROW + 1, 'fullName'), SPACED);
    assert.equal(pane.read(FIRST_ROW + 2, 'fullName'), ' Lê  Thị Mai');
  });

  it('moves the keyboard with what was done, never when the sheet was looked through after it', async () => {
    const pane = await checked();
    await pane.actions.fix.previewQuick('full-name.spacing');
    const moves: (string | undefined)[] = [];
    let seen = pane.state().focus?.serial;
    const stop = pane.store.subscribe(() => {
      const { focus, task } = pane.state();
      if (focus?.serial !== seen) moves.push(task?.kind, focus?.id);
      else if (task?.kind === 'recheck' && moves.at(-1) !== 'recheck') moves.push('recheck');
      seen = focus?.serial;
    });
    await pane.actions.fix.applyQuick();
    await pane.actions.fix.undo();
    stop();
    const once = [undefined, 'sosach-fix-report', 'recheck'];
    assert.deepEqual(moves, [...once, ...once]);
  });

  it('leaves alone what was typed over after the preview', async () => {
    const pane = await checked();
    await pane.actions.fix.previewQuick('full-name.spacing');
    pane.type(FIRST_ROW + 1, 'fullName', 'Nguyễn Thị Chung');
    await pane.actions.fix.applyQuick();
    assert.equal(pane.read(FIRST_ROW + 1, 'fullName'), 'Nguyễn Thị Chung');
    assert.deepEqual(
      pane.state().fix.report?.stale.map((cell) => cell.why),
      ['changed'],
    );
  });

  it('is put away by a second press, and by a new check', async () => {
    const pane = await checked();
    await pane.actions.fix.previewQuick(null);
    await pane.actions.fix.previewQuick(null);
    assert.equal(pane.state().fix.quick, null);
    await pane.actions.fix.previewQuick(null);
    await pane.actions.sheet.check();
    assert.equal(pane.state().fix.quick, null);
  });

  it('remembers the fix for next time where that was ticked', async () => {
    const pane = await checked();
    await pane.actions.fix.previewQuick('full-name.spacing');
    pane.actions.fix.remember('full-name.spacing', true);
    await pane.actions.fix.applyQuick();
    assert.deepEqual(pane.state().recipe.recipe.fixes, [{ code: 'full-name.spacing' }]);
  });

  it('forgets what the last mending said once a person checks anew', async () => {
    const pane = await checked();
    await pane.actions.fix.previewQuick(null);
    await pane.actions.fix.applyQuick();
    await pane.actions.sheet.check();
    assert.equal(pane.state().fix.report, null);
  });
});

describe('pane: the proposals of one rule alone', () => {
  async function led(): Promise<PaneFixture> {
    const pane = await checked();
    pane.actions.showFixesOf('ethnicity.not-in-list');
    await settled();
    return pane;
  }

  it('writes what is ticked of it; what is ticked elsewhere stays where it is', async () => {
    const pane = await led();
    assert.equal(pane.state().fix.only, 'ethnicity.not-in-list');
    pane.actions.fix.tick(pane.state().fix.proposals ?? [], true);
    await pane.actions.fix.apply();
    assert.equal(pane.read(FIRST_ROW + 3, 'ethnicity'), 'Kinh');
    assert.equal(pane.read(FIRST_ROW + 1, 'fullName'), SPACED, 'a hidden line was written');
    assert.equal(pane.state().fix.only, null);
  });

  it('ticks the safe ones of what is shown without touching the rest', async () => {
    const pane = await led();
    const before = pane.state().fix.ticked;
    pane.actions.fix.tickSafeOnly();
    assert.deepEqual([...pane.state().fix.ticked].sort(), [...before].sort());
  });

  it('ends with any other way to the step', async () => {
    const pane = await led();
    pane.actions.showTab('fix');
    assert.equal(pane.state().fix.only, null);
  });
});
