import assert from 'node:assert/strict';
import { rowsFor } from '../../../addin/pane/actions/loop-actions.ts';
import { findTypedDay } from '../../../addin/pane/find-typed-day.ts';
import { COMPARED_FIELDS } from '../../../contract/verdict.ts';
import { FIRST_ROW, IDENTITY, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { type PaneFixture, paneFixture, refusedFixture } from './pane-fixture.ts';

const NOTICE = { number: '12/TB', date: '2026-11-20', issuer: 'Công an xã Thử', compared: [...COMPARED_FIELDS] };

describe('pane: the rows in hand', () => {
  /** Three rows that were sent and did not agree. */
  const failed = () => refusedFixture([pupil(0), pupil(1), pupil(2)]);

  const rowsOf = (pane: PaneFixture) => pane.state().loop.rows ?? [];
  const states = (pane: PaneFixture) => rowsOf(pane).map(({ state }) => state);

  it('shows the selected row with its state and its rounds, and says when none is selected', async () => {
    const pane = await failed();
    await pane.actions.loop.look();
    assert.deepEqual(
      [pane.state().tab, pane.state().loop.rows, pane.state().focus?.id],
      ['results', [], 'sosach-rows'],
    );
    pane.selectRows(FIRST_ROW + 1, FIRST_ROW + 1);
    await pane.actions.loop.look();
    assert.deepEqual(
      rowsOf(pane).map(({ rowNumber, name, state, edited }) => [rowNumber, name, state, edited]),
      [[FIRST_ROW + 1, pane.read(FIRST_ROW + 1, 'fullName'), 'wrong-information', false]],
    );
    assert.equal(pane.state().loop.history?.rounds.length, 1);
    pane.selectRows(FIRST_ROW, FIRST_ROW + 1);
    await pane.actions.loop.look();
    assert.deepEqual([rowsOf(pane).length, pane.state().loop.history], [2, null]);
  });

  it('brings one row from the notice to the next round, and each state into its row at once', async () => {
    const pane = await failed();
    pane.selectRows(FIRST_ROW, FIRST_ROW);
    await pane.actions.loop.look();
    await pane.actions.loop.perform('ask-notice');
    assert.equal(pane.read(FIRST_ROW, 'verdict'), 'Chờ phụ huynh nộp giấy thông báo');
    pane.actions.loop.openNotice();
    assert.deepEqual([pane.state().loop.noticeOpen, pane.state().focus?.id], [true, 'sosach-notice']);
    await pane.actions.loop.perform('record-notice', { ...NOTICE, compared: ['citizenId'] });
    assert.deepEqual([states(pane), pane.state().loop.noticeOpen], [['notice-received'], false]);
    await pane.actions.loop.perform('confirm-mended');
    assert.deepEqual(pane.state().loop.report, { action: 'confirm-mended', rows: { 'notice-incomplete': 1 } });
    const { number: _kept, ...again } = NOTICE;
    await pane.actions.loop.perform('record-notice', again);
    await pane.actions.loop.perform('confirm-mended');
    assert.equal(pane.read(FIRST_ROW, 'verdict'), 'Đã sửa theo giấy');
    await pane.actions.loop.perform('resend');
    assert.deepEqual([states(pane), pane.state().loop.history?.rounds.length], [['pending'], 2]);
    assert.equal(pane.read(FIRST_ROW, 'verdict'), 'Đang chờ');
    assert.equal(pane.state().results.nextFetchIn, 2, 'and the answer is fetched by itself');
  });

  it('does one thing for many rows, at those rows alone that it may be done at', async () => {
    const pane = await failed();
    pane.selectRows(FIRST_ROW, FIRST_ROW + 1);
    await pane.actions.loop.look();
    await pane.actions.loop.perform('ask-notice');
    pane.selectRows(FIRST_ROW, FIRST_ROW + 2);
    await pane.actions.loop.look();
    assert.deepEqual(states(pane), ['awaiting-notice', 'awaiting-notice', 'wrong-information']);
    assert.equal(rowsFor('ask-notice', rowsOf(pane)).length, 1);
    await pane.actions.loop.perform('await-number');
    assert.deepEqual(pane.state().loop.report, { action: 'await-number', rows: { done: 3 } });
    assert.match(pane.state().announcement.text, /^Đang chờ cấp số mới: đã ghi 3 dòng/);
    const verdicts = [0, 1, 2].map((at) => pane.read(FIRST_ROW + at, 'verdict'));
    assert.deepEqual(new Set(verdicts), new Set(['Đang chờ cấp số mới']));
    assert.equal(pane.state().results.report?.states['awaiting-number'], 3, 'and the counts above say so');
  });

  it('offers nothing at a row that was edited since, and calls it mended with the paper in the school', async () => {
    const pane = await failed();
    pane.selectRows(FIRST_ROW, FIRST_ROW + 1);
    await pane.actions.loop.look();
    pane.type(FIRST_ROW, 'fullName', 'Nguyễn Thị Đã Sửa');
    await pane.actions.sheet.check();
    await pane.actions.loop.look();
    assert.deepEqual(states(pane), ['not-sent', 'wrong-information']);
    assert.equal(rowsFor('ask-notice', rowsOf(pane)).length, 1);

    pane.selectRows(FIRST_ROW + 1, FIRST_ROW + 1);
    await pane.actions.loop.look();
    await pane.actions.loop.perform('record-notice', NOTICE);
    pane.type(FIRST_ROW + 1, 'birthDate', '09/09/2016');
    await pane.actions.sheet.check();
    assert.equal(pane.read(FIRST_ROW + 1, 'verdict'), 'Đã sửa theo giấy');
    await pane.actions.loop.look();
    assert.deepEqual([states(pane), rowsFor('resend', rowsOf(pane))], [['mended'], []], 'it goes with the next push');
  });

  it('does it once when the answer was lost and the person tries again', async () => {
    const pane = await failed();
    pane.selectRows(FIRST_ROW, FIRST_ROW);
    await pane.actions.loop.look();
    pane.server.next('/api/v1/loop-actions', 'drop-after');
    await pane.actions.loop.perform('guide-parents');
    assert.ok(pane.state().problem?.offline);
    await pane.retry();
    assert.deepEqual(pane.state().loop.report, { action: 'guide-parents', rows: { done: 1 } });
    assert.deepEqual(states(pane), ['parents-guided']);
    const keys = pane.server.sent('/api/v1/loop-actions').map(({ headers }) => headers?.['idempotency-key']);
    assert.equal(new Set(keys).size, 1);
  });

  it('says why when a row was sent again since, and touches nothing', async () => {
    const pane = await failed();
    pane.selectRows(FIRST_ROW, FIRST_ROW);
    await pane.actions.loop.look();
    const [rowId = ''] = pane.server.rows.keys();
    pane.server.decide(rowId, { round: 2, transport: 'answered', outcome: 'unconfirmed' });
    await pane.actions.loop.perform('guide-parents');
    assert.deepEqual(pane.state().loop.report, { action: 'guide-parents', rows: { changed: 1 } });
    assert.deepEqual(states(pane), ['not-confirmed']);
  });

  it('knows by the words in the sheet how rows stood, until somebody signs in', async () => {
    const pane = paneFixture([pupil(0, {})]);
    await pane.actions.sheet.open();
    await pane.actions.sheet.check();
    pane.sheet.editCell(FIRST_ROW, pane.column('verdict'), 'Đã hướng dẫn phụ huynh liên hệ công an');
    pane.selectRows(FIRST_ROW, FIRST_ROW);
    await pane.actions.loop.look();
    assert.deepEqual([states(pane), rowsOf(pane)[0]?.status], [['parents-guided'], null]);
    assert.equal(pane.server.sent('/api/v1/statuses').length, 0);
    pane.actions.loop.signIn();
    await pane.signIn();
    await settled();
    assert.equal(pane.server.sent('/api/v1/statuses').length, 1, 'what the words say is asked for');
  });

  it('forgets the rows with the sheet they stood in', async () => {
    const other = { name: 'Lớp khác', cells: [['x']] };
    const pane = paneFixture([pupil(0)], IDENTITY, [other]);
    await pane.actions.sheet.open();
    pane.selectRows(FIRST_ROW, FIRST_ROW);
    await pane.actions.loop.look();
    assert.equal(rowsOf(pane).length, 1);
    pane.workbook.activate('Lớp khác');
    await pane.actions.sheet.open();
    assert.equal(pane.state().loop.rows, null);
    await pane.actions.loop.look();
    assert.equal(pane.state().loop.rows, null, 'there is no row of ours in it');
  });
});

describe('a day as people type it', () => {
  it('is day first, real, and not after today', () => {
    for (const text of ['5/11/2026', '05-11-2026', ' 05.11.2026 ']) {
      assert.equal(findTypedDay(text, '2026-11-22'), '2026-11-05', text);
    }
    assert.equal(findTypedDay('22/11/2026', '2026-11-22'), '2026-11-22');
    for (const text of ['23/11/2026', '31/02/2026', '11/22/2026', '2026-11-05', '5/11/26', 'hôm qua', '']) {
      assert.equal(findTypedDay(text, '2026-11-22'), undefined, text);
    }
  });
});
