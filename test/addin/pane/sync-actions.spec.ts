import assert from 'node:assert/strict';
import { decidedRows } from '../../../addin/pane/actions/sync-actions.ts';
import { FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { type PaneFixture, paneFixture } from './pane-fixture.ts';

describe('pane: others’ edits, dry runs, sendings', () => {
  async function sent(count = 2): Promise<PaneFixture> {
    const pane = paneFixture(Array.from({ length: count }, (_, index) => pupil(index)));
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.push();
    return pane;
  }

  async function sendAgain(pane: PaneFixture): Promise<void> {
    pane.actions.showTab('push');
    await pane.actions.push.plan();
    await pane.actions.push.push();
  }

  const idOf = (pane: PaneFixture, index: number) => [...pane.server.rows.keys()][index] as string;

  it('stays with what others changed, takes what they alone changed unless told otherwise, and asks for the rest', async () => {
    const pane = await sent();
    pane.server.edit(idOf(pane, 0), { ward: 'Phường Kiến Hưng' });
    pane.server.edit(idOf(pane, 1), { className: '5C' });
    pane.type(FIRST_ROW + 1, 'className', '5B');
    await sendAgain(pane);
    const { tab, focus, sync } = pane.state();
    assert.deepEqual([tab, focus?.id, sync.differing.length], ['push', 'sosach-differing', 2]);
    assert.deepEqual(
      decidedRows(sync).map(({ row }) => row.rowNumber),
      [FIRST_ROW],
    );
    await pane.actions.sync.resolve();
    assert.equal(pane.read(FIRST_ROW, 'ward'), 'Phường Kiến Hưng');
    assert.equal(pane.state().sync.differing.length, 1, 'the undecided row is still asked about');

    pane.actions.sync.chooseAll('mine');
    await pane.actions.sync.resolve();
    assert.deepEqual([pane.state().sync.differing.length, pane.read(FIRST_ROW + 1, 'className')], [0, '5B']);
    await sendAgain(pane);
    assert.equal(pane.server.rows.get(idOf(pane, 1))?.className, '5B');
    await pane.actions.fix.propose();
    assert.equal(pane.state().fix.undoable.length, 1, 'what was taken can be put back');
  });

  it('takes one field and keeps another', async () => {
    const pane = await sent(1);
    pane.server.edit(idOf(pane, 0), { className: '5C', ward: 'Phường Kiến Hưng' });
    pane.type(FIRST_ROW, 'className', '5B');
    pane.type(FIRST_ROW, 'ward', 'Phường Yên Nghĩa');
    await sendAgain(pane);
    const [row] = pane.state().sync.differing;
    pane.actions.sync.choose(row?.rowId ?? '', 'className', 'theirs');
    assert.deepEqual(decidedRows(pane.state().sync), []);
    pane.actions.sync.choose(row?.rowId ?? '', 'ward', 'mine');
    await pane.actions.sync.resolve();
    await sendAgain(pane);
    const stored = pane.server.rows.get(idOf(pane, 0));
    assert.deepEqual([stored?.className, stored?.ward], ['5C', 'Phường Yên Nghĩa']);
  });

  it('tells what the server would do, and goes on to send only when asked', async () => {
    const pane = paneFixture([pupil(0)]);
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.dryRun();
    const { push, focus } = pane.state();
    assert.deepEqual([push.dryRun?.queued, push.dryRun?.dryRun, focus?.id], [1, true, 'sosach-dry-run']);
    assert.ok(push.plan, 'the plan stays');
    assert.equal(pane.server.rows.size, 0);
    await pane.actions.push.push();
    assert.equal(pane.server.rows.size, 1);
  });

  it('lists the sendings, saves a receipt without anybody’s name, and takes a sending back after asking', async () => {
    const pane = await sent();
    await pane.actions.sync.showSendings();
    const [sending] = pane.state().sync.sendings?.items ?? [];
    assert.ok(sending);
    await pane.actions.sync.saveReceipt(sending.sendingId, sending.at);
    const [[name, text] = []] = [...pane.files];
    assert.equal(name, 'bien-nhan-2026-11-22-08-00.json');
    assert.deepEqual(Object.keys(JSON.parse(String(text))), ['sosach', 'v', 'receipts']);

    pane.actions.sync.askUndo(sending.sendingId);
    assert.deepEqual([pane.state().sync.undoAsked, pane.state().focus?.id], [sending.sendingId, 'sosach-undo-sending']);
    await pane.actions.sync.undo(sending.sendingId);
    const { sync } = pane.state();
    assert.deepEqual(sync.undone, { removed: 2, restored: 0, changedSince: [], left: 0 });
    assert.equal(sync.sendings?.items[0]?.undoneAt, pane.server.now);
    assert.equal(pane.read(FIRST_ROW, 'verdict'), 'Chưa gửi');
    assert.equal(pane.read(FIRST_ROW, 'reason'), 'Đã hoàn tác lần gửi');
    await sendAgain(pane);
    assert.equal(pane.state().push.report?.queued, 2, 'the rows can be sent anew');
  });

  it('names the rows that were sent again since and stay', async () => {
    const pane = await sent();
    pane.server.edit(idOf(pane, 1), { className: '5C' });
    await pane.actions.sync.showSendings();
    await pane.actions.sync.undo(pane.state().sync.sendings?.items[0]?.sendingId ?? '');
    assert.deepEqual(pane.state().sync.undone, { removed: 1, restored: 0, changedSince: [FIRST_ROW + 1], left: 1 });
  });
});
