import assert from 'node:assert/strict';
import { RECHECK_AFTER_MS } from '../../../addin/pane/actions/sheet-actions.ts';
import { deskFixture, FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { paneFixture } from './pane-fixture.ts';

const faulty = () => [
  pupil(0),
  pupil(1, { birthDate: '31/02/2016' }),
  pupil(2, { fullName: ' Nguyễn  Thị Châu ' }),
  pupil(3, { citizenId: '00131600' }),
];

const OTHER_SHEET = 'Lớp khác';

function twoSheets() {
  const [other] = deskFixture([pupil(7)]).workbook.toData().sheets;
  assert.ok(other);
  return paneFixture(faulty(), undefined, [{ ...other, name: OTHER_SHEET }]);
}

describe('pane: the sheet', () => {
  it('says what the sheet is', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.open();
    const { sheet, task, problem } = pane.state();
    assert.ok(sheet?.recognised);
    assert.deepEqual([sheet.rows, sheet.identity?.unitName], [4, 'Trường Tiểu học Thử Nghiệm']);
    assert.deepEqual([task, problem], [null, null]);
  });

  it('checks, opens the first rule and reads the counts out', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.check();
    const { check, openGroups, announcement, marked } = pane.state();
    assert.ok(check && check.error >= 2 && marked);
    assert.deepEqual([...openGroups], [check.groups[0]?.code]);
    assert.match(announcement.text, /^Kiểm tra xong 4 dòng: \d+ lỗi/);
  });

  it('walks through the findings in a circle, opening what it comes to', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.check();
    const groups = pane.state().check?.groups ?? [];
    const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
    pane.actions.sheet.previousFinding();
    const last = groups.at(-1);
    assert.deepEqual(pane.state().current, { code: last?.code, index: (last?.findings.length ?? 0) - 1 });
    assert.ok(pane.state().openGroups.has(last?.code ?? ''));
    for (let step = 0; step < total; step++) pane.actions.sheet.nextFinding();
    assert.deepEqual(pane.state().current, { code: last?.code, index: (last?.findings.length ?? 0) - 1 });
  });

  it('checks again once typing pauses, and only once for a burst', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.open();
    await pane.actions.sheet.check();
    const before = pane.state().check?.error ?? 0;
    const snapshots = pane.calls.snapshot ?? 0;
    pane.type(FIRST_ROW + 1, 'birthDate', '1');
    await pane.clock.pass(RECHECK_AFTER_MS - 1);
    pane.type(FIRST_ROW + 1, 'birthDate', '01/02/2016');
    await pane.clock.pass(RECHECK_AFTER_MS - 1);
    assert.ok(pane.state().checkOutdated);
    assert.equal(pane.calls.snapshot, snapshots);
    await pane.clock.pass(1);
    assert.equal(pane.calls.snapshot, snapshots + 1);
    assert.equal(pane.state().check?.error, before - 1);
    assert.ok(!pane.state().checkOutdated);
  });

  it('stays silent about edits before the first check', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.open();
    pane.type(FIRST_ROW, 'fullName', 'Lê Thị An');
    await pane.clock.pass(RECHECK_AFTER_MS * 2);
    assert.equal(pane.state().check, null);
  });

  it('says why a protected sheet cannot be checked, and tries again when asked', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.open();
    pane.sheet.setProtected(true);
    await pane.actions.sheet.check();
    assert.match(pane.state().problem?.message.vi ?? '', /đang khóa/);
    assert.deepEqual([pane.state().task, pane.state().check], [null, null]);
    pane.sheet.setProtected(false);
    await pane.retry();
    await settled();
    assert.ok(pane.state().check);
    assert.equal(pane.state().problem, null);
  });

  it('does one thing at a time', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.open();
    const first = pane.actions.sheet.check();
    const second = pane.actions.sheet.check();
    await Promise.all([first, second]);
    assert.equal(pane.calls.bind, 1);
  });

  it('does what a person asks once its own re-check is over', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.open();
    await pane.actions.sheet.check();
    pane.type(FIRST_ROW, 'fullName', 'Lê Thị Ân');
    const recheck = pane.clock.pass(RECHECK_AFTER_MS);
    assert.equal(pane.state().task?.kind, 'recheck');
    await pane.actions.sheet.clearMarks();
    await recheck;
    assert.ok(!pane.state().marked);
  });

  it('takes the marks off', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.check();
    await pane.actions.sheet.clearMarks();
    assert.ok(!pane.state().marked);
    const { rows } = await pane.desk.open().then(() => ({ rows: pane.sheet.readRow(FIRST_ROW + 1) }));
    assert.ok(!rows.some((cell) => typeof cell === 'string' && /^[.EQND]{5,}$/.test(cell)));
  });

  it('checks the sheet that is in front by now, and forgets what it knew of the one before', async () => {
    const pane = twoSheets();
    await pane.actions.sheet.check();
    assert.equal(pane.state().check?.rows, 4);
    pane.actions.sheet.nextFinding();
    pane.workbook.activate(OTHER_SHEET);
    await pane.actions.sheet.check();
    const { sheet, check, current } = pane.state();
    assert.ok(sheet?.recognised);
    assert.deepEqual([sheet.sheetName, sheet.rows, check?.rows, current], [OTHER_SHEET, 1, 1, null]);
  });

  it('checks anew when a checked sheet is read again', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.check();
    pane.type(FIRST_ROW + 4, 'fullName', 'Lê Thị Năm');
    await pane.actions.sheet.open();
    assert.equal(pane.state().check?.rows, 5);
  });

  it('only looks at another sheet that comes to the front, and writes nothing into it', async () => {
    const pane = twoSheets();
    await pane.actions.sheet.check();
    pane.workbook.activate(OTHER_SHEET);
    const before = pane.workbook.activeSheet.toData();
    await pane.actions.sheet.open();
    assert.equal(pane.state().check, null);
    assert.deepEqual(pane.workbook.activeSheet.toData(), before);
  });

  it('says so when the sheet in front is no list, and keeps no findings of another', async () => {
    const pane = paneFixture(faulty());
    await pane.actions.sheet.check();
    pane.sheet.deleteRow(FIRST_ROW - 1);
    await pane.actions.sheet.check();
    assert.deepEqual([pane.state().sheet?.recognised, pane.state().check], [false, null]);
  });

  it('says that it checks a large sheet before the rules hold the page up', async () => {
    const seen: unknown[] = [];
    const large = Array.from({ length: 2000 }, () => pupil(0));
    const painted = async () => void seen.push([pane.state().task?.kind, pane.state().check]);
    const pane = paneFixture(large, undefined, [], { painted });
    await pane.actions.sheet.open();
    assert.deepEqual(seen, [], 'nobody knew yet that it is large');
    await pane.actions.sheet.check();
    assert.deepEqual(seen, [['check', null]]);
    assert.equal(pane.state().check?.rows, 2000);
  });

  it('checks a large sheet slice by slice, says how far it is, and stops when asked to', async () => {
    const seen: unknown[] = [];
    let stopAt = -1;
    const pause = async () => {
      const { task } = pane.state();
      seen.push(task?.progress);
      if (task?.progress?.done === stopAt) task.cancel?.();
    };
    const pane = paneFixture(
      Array.from({ length: 4001 }, (_, at) => pupil(at)),
      undefined,
      [],
      { pause },
    );
    await pane.actions.sheet.check();
    assert.deepEqual(seen, [
      { done: 2000, total: 4001 },
      { done: 4000, total: 4001 },
    ]);
    const before = pane.state().check;
    assert.equal(before?.rows, 4001);

    stopAt = 2000;
    pane.type(FIRST_ROW, 'fullName', 'Nguyễn Thị 2');
    const edited = pane.workbook.activeSheet.toData();
    await pane.actions.sheet.check();
    assert.equal(seen.length, 3, 'no further slice after the wish to stop');
    const { check, task, problem, announcement } = pane.state();
    assert.equal(check, before, 'the last report stands');
    assert.deepEqual([task, problem], [null, null]);
    assert.match(announcement.text, /^Đã dừng khi đang kiểm tra/);
    assert.deepEqual(pane.workbook.activeSheet.toData(), edited);
  });
});
