import assert from 'node:assert/strict';
import { FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { paneFixture } from './pane-fixture.ts';

const CODE = 'citizen-id.sex-disagrees';

async function checked() {
  const pane = paneFixture([
    pupil(0),
    pupil(1, { sex: 'Nam' }),
    pupil(2, { sex: 'Nam' }),
    pupil(3, { birthDate: '31/02/2016' }),
  ]);
  await pane.actions.sheet.check();
  return pane;
}

type Pane = Awaited<ReturnType<typeof checked>>;

function group(pane: Pane, list: 'groups' | 'confirmedGroups' = 'groups') {
  return pane.state().check?.[list].find(({ code }) => code === CODE);
}

describe('pane: confirming', () => {
  it('takes one press for a whole group, says so, and moves the keyboard to what was done', async () => {
    const pane = await checked();
    await pane.actions.confirm.confirm(group(pane)!.findings, 'theo giấy khai sinh');
    const { check, confirm, announcement, focus, task, problem } = pane.state();
    assert.deepEqual([check?.query, check?.confirmed, check?.clean], [0, 2, 3]);
    assert.deepEqual([confirm?.done, confirm?.cells], ['confirmed', 2]);
    assert.match(announcement.text, /^Đã xác nhận 2 ô/);
    assert.deepEqual([focus?.id, task, problem], ['sosach-confirm-note', null, null]);
    assert.equal(group(pane, 'confirmedGroups')?.findings[0]?.confirmation?.reason, 'theo giấy khai sinh');
  });

  it('takes the press back as a whole', async () => {
    const pane = await checked();
    await pane.actions.confirm.confirm(group(pane)!.findings);
    await pane.actions.confirm.undo();
    const { check, confirm } = pane.state();
    assert.deepEqual([check?.query, check?.confirmed], [2, 0]);
    assert.deepEqual([confirm?.done, confirm?.cells], ['withdrawn', 2]);
    await pane.actions.confirm.undo();
    assert.equal(pane.state().check?.query, 2, 'a withdrawal is not taken back');
  });

  it('withdraws one of several', async () => {
    const pane = await checked();
    await pane.actions.confirm.confirm(group(pane)!.findings);
    await pane.actions.confirm.withdraw(group(pane, 'confirmedGroups')!.findings.slice(0, 1));
    assert.deepEqual(
      group(pane)?.findings.map(({ rowNumber }) => rowNumber),
      [FIRST_ROW + 1],
    );
  });

  it('confirms the finding that is looked at, goes on to the next, and leaves errors alone', async () => {
    const pane = await checked();
    await pane.actions.sheet.selectFinding({ code: CODE, index: 0 });
    await pane.actions.confirm.confirmCurrent();
    assert.equal(pane.state().check?.confirmed, 1);
    assert.deepEqual(pane.state().current, { code: CODE, index: 0 });
    const error = pane.state().check?.groups.find(({ severity }) => severity === 'error');
    await pane.actions.sheet.selectFinding({ code: error!.code, index: 0 });
    await pane.actions.confirm.confirmCurrent();
    assert.equal(pane.state().check?.confirmed, 1);
  });

  it('forgets the last press with the next check', async () => {
    const pane = await checked();
    await pane.actions.confirm.confirm(group(pane)!.findings);
    await pane.actions.sheet.check();
    assert.equal(pane.state().confirm, null);
  });
});
