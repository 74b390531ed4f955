import assert from 'node:assert/strict';
import { FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { paneFixture } from './pane-fixture.ts';

const SPACED = ' Nguyễn  Thị Châu ';

async function proposed() {
  const pane = paneFixture([
    pupil(0),
    pupil(1, { fullName: SPACED }),
    pupil(2, { fullName: ' Lê  Thị Mai' }),
    pupil(3, { ethnicity: 'kinh' }),
    pupil(4, { birthDate: '08/03/16' }),
  ]);
  await pane.actions.sheet.check();
  pane.actions.showTab('fix');
  await settled();
  return pane;
}

describe('pane: fixes', () => {
  it('ticks exactly the safe ones to begin with', async () => {
    const pane = await proposed();
    const { proposals, ticked } = pane.state().fix;
    const safe = proposals?.filter((proposal) => proposal.safe).map(({ id }) => id) ?? [];
    assert.ok(safe.length >= 2 && (proposals?.length ?? 0) > safe.length);
    assert.deepEqual([...ticked].sort(), [...safe].sort());
  });

  it('writes what is ticked and nothing else, then checks anew', async () => {
    const pane = await proposed();
    const { proposals } = pane.state().fix;
    const one = proposals?.find((proposal) => proposal.cells.some((cell) => cell.before === SPACED));
    assert.ok(one && proposals);
    pane.actions.fix.tick(proposals, false);
    pane.actions.fix.tick([one], true);
    await pane.actions.fix.apply();
    assert.equal(pane.read(FIRST_ROW + 1, 'fullName'), 'Nguyễn Thị Châu');
    assert.equal(pane.read(FIRST_ROW + 2, 'fullName'), ' Lê  Thị Mai');
    assert.equal(pane.read(FIRST_ROW + 3, 'ethnicity'), 'kinh');
    assert.deepEqual(pane.state().fix.report, { applied: 1, stale: [] });
    assert.ok(!pane.state().fix.proposals?.some((proposal) => proposal.id === one.id));
  });

  it('writes nothing when nothing is ticked', async () => {
    const pane = await proposed();
    pane.actions.fix.tick(pane.state().fix.proposals ?? [], false);
    const applies = pane.calls.apply;
    await pane.actions.fix.apply();
    assert.equal(pane.calls.apply, applies);
    assert.equal(pane.state().fix.report, null);
  });

  it('leaves a cell alone that was typed over since the preview, and says so', async () => {
    const pane = await proposed();
    pane.type(FIRST_ROW + 1, 'fullName', 'Nguyễn Thị Chung');
    await pane.actions.fix.apply();
    assert.equal(pane.read(FIRST_ROW + 1, 'fullName'), 'Nguyễn Thị Chung');
    assert.deepEqual(
      pane.state().fix.report?.stale.map((cell) => cell.why),
      ['changed'],
    );
  });

  it('shows what undo will take back, and takes it back', async () => {
    const pane = await proposed();
    await pane.actions.fix.apply();
    const [entry] = pane.state().fix.undoable;
    assert.ok(entry);
    assert.ok(entry.cells.some((cell) => cell.before === SPACED));
    await pane.actions.fix.undo();
    assert.equal(pane.read(FIRST_ROW + 1, 'fullName'), SPACED);
    assert.equal(pane.state().fix.undoReport?.applied, entry.cells.length);
    assert.deepEqual(pane.state().fix.undoable, []);
  });
});
