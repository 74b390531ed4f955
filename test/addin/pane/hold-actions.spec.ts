import assert from 'node:assert/strict';
import { HOLD_WORDS } from '../../../addin/pane/hold-words.ts';
import { IDENTITY, pupil } from '../../desk/desk-fixture.ts';
import { paneFixture } from './pane-fixture.ts';

describe('pane: a sheet that is held', () => {
  it('shows why, and has it asked about again when the person wants that', async () => {
    const pane = paneFixture([pupil(0), pupil(1), pupil(2)]);
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.push();
    const held = { rows: 2, answered: 30, failed: 28, suspicion: { column: 'birthDate', kind: 'row-off' } } as const;
    pane.server.held = held;
    for (const rowId of pane.server.rows.keys()) pane.server.decide(rowId, { transport: 'held' });
    await pane.clock.pass(60_000);
    assert.deepEqual(pane.state().results.report?.held, held);
    assert.deepEqual(pane.state().results.report?.states['could-not-ask'], 3, 'transport alone: no row is wrong');
    assert.equal(pane.state().announcement?.text, HOLD_WORDS.heldHeading.vi);

    pane.server.more.set('POST /api/v1/holds/release', (request) => {
      assert.deepEqual(request.body, { unit: IDENTITY.unit, workbookId: IDENTITY.workbookId });
      pane.server.held = null;
      for (const rowId of pane.server.rows.keys()) {
        pane.server.decide(rowId, { transport: 'answered', outcome: 'match' });
      }
      return { status: 200, body: { rows: 3 } };
    });
    await pane.actions.status.askOn();
    const { report } = pane.state().results;
    assert.deepEqual([report?.held, report?.states.verified], [null, 3]);
    assert.equal(pane.state().focus?.id, 'sosach-results');
  });

  it('asks for a sign-in first, and says what went wrong', async () => {
    const pane = paneFixture([pupil(0)]);
    await pane.actions.sheet.open();
    await pane.actions.status.askOn();
    assert.equal(pane.server.sent('/api/v1/holds').length, 0);
    await pane.signIn();
    await pane.actions.status.askOn();
    assert.ok(pane.state().problem);
  });
});
