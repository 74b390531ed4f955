import assert from 'node:assert/strict';
import { IDLE_SIGN_OUT_MS } from '../../../addin/pane/actions/session-actions.ts';
import { FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { paneFixture } from './pane-fixture.ts';

const rows = () => [pupil(0), pupil(1), pupil(2, { fullName: null })];

describe('pane: signing in, pushing, results', () => {
  it('asks to sign in first and then goes on with the preview', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.actions.push.plan();
    assert.equal(pane.state().overlay, 'sign-in');
    await pane.signIn();
    await settled();
    const { overlay, push, tryOut } = pane.state();
    assert.deepEqual([overlay, tryOut], [null, true]);
    assert.deepEqual([push.plan?.asked, push.plan?.staying.map((row) => row.rowNumber)], [2, [FIRST_ROW + 2]]);
    assert.equal(pane.server.sent('/api/v1/pushes').length, 0, 'nothing goes before the button is pressed');
  });

  it('keeps the form and says why when the password is wrong', async () => {
    const pane = paneFixture(rows());
    pane.actions.session.askSignIn();
    pane.server.next('/api/v1/session', 'credentials-wrong');
    await pane.signIn();
    assert.deepEqual([pane.state().overlay, pane.state().account], ['sign-in', null]);
    assert.match(pane.state().problem?.message.vi ?? '', /mật khẩu chưa đúng/);
    assert.ok(pane.state().problem?.nextStep);
  });

  it('pushes, then fetches results by itself until none is waiting', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.push();
    assert.deepEqual([pane.state().tab, pane.state().push.report?.queued], ['results', 2]);
    assert.equal(pane.state().results.report?.waiting, 2);
    assert.equal(pane.state().results.nextFetchIn, 2);
    for (const rowId of pane.server.rows.keys()) {
      pane.server.decide(rowId, { transport: 'answered', outcome: 'match', answeredAt: '2026-11-22T08:00:05Z' });
    }
    await pane.clock.pass(2000);
    assert.equal(pane.state().results.report?.states.verified, 2);
    assert.equal(pane.state().results.nextFetchIn, null);
    assert.match(String(pane.read(FIRST_ROW, 'verdict')), /Đã xác thực/);
  });

  it('waits longer from one fetch to the next, and stops when told to', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.push();
    const waits: (number | null)[] = [];
    for (let fetch = 0; fetch < 8; fetch++) {
      const { nextFetchIn } = pane.state().results;
      waits.push(nextFetchIn);
      await pane.clock.pass((nextFetchIn ?? 0) * 1000);
    }
    assert.deepEqual(waits, [2, 3, 5, 8, 13, 20, 30, 30]);
    pane.actions.status.stopByHand();
    const sent = pane.server.sent('/api/v1/statuses').length;
    await pane.clock.pass(120_000);
    assert.equal(pane.server.sent('/api/v1/statuses').length, sent);
    assert.ok(pane.state().results.stoppedByHand);
  });

  it('stops fetching when the account signs out', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.push();
    await pane.actions.session.signOut();
    const sent = pane.server.sent('/api/v1/statuses').length;
    await pane.clock.pass(60_000);
    assert.equal(pane.server.sent('/api/v1/statuses').length, sent);
    assert.deepEqual([pane.state().results.nextFetchIn, pane.state().problem], [null, null]);
  });

  it('goes on fetching by itself through an outage, and says that the server is away', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.push();
    pane.server.next('/api/v1/statuses', 'drop-before');
    await pane.clock.pass(2000);
    assert.equal(pane.state().online, false);
    await pane.actions.sheet.check();
    assert.equal(pane.state().online, false, 'a check needs no server and proves nothing');
    await pane.clock.pass(3000);
    assert.equal(pane.state().online, true);
  });

  it('will not push a workbook without identity before the unit is confirmed', async () => {
    const pane = paneFixture(rows(), null);
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    assert.equal(pane.state().push.plan?.unit, '01-TH-000');
    await pane.actions.push.push();
    assert.equal(pane.server.rows.size, 0);
    pane.actions.push.confirmUnit(true);
    await pane.actions.push.push();
    assert.equal(pane.server.rows.size, 2);
  });

  it('tells what was acknowledged when the line is lost, and loses nothing on the second try', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    pane.server.next('/api/v1/pushes', 'drop-before', 'drop-before', 'drop-before', 'drop-before');
    await pane.actions.push.push();
    assert.deepEqual([pane.state().online, pane.state().push.broken], [false, true]);
    assert.equal(pane.state().push.report?.queued, 0);
    await pane.retry();
    await pane.actions.push.push();
    assert.deepEqual([pane.state().online, pane.state().push.report?.queued], [true, 2]);
    assert.ok(!pane.state().push.broken);
  });

  it('asks to sign in again when the session is gone, and keeps the sheet', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    pane.server.accessToken = 'another';
    pane.server.refreshToken = 'refresh-token-number-9';
    await pane.actions.push.push();
    assert.deepEqual([pane.state().overlay, pane.state().account], ['sign-in', null]);
    assert.equal(pane.state().signedOutBy, 'expired');
    assert.equal(pane.read(FIRST_ROW, 'fullName'), pupil(0).fullName);
  });

  it('signs out after 15 idle minutes, counted from the last touch', async () => {
    const pane = paneFixture(rows());
    await pane.signIn();
    await pane.clock.pass(IDLE_SIGN_OUT_MS - 1);
    pane.actions.session.touch();
    await pane.clock.pass(IDLE_SIGN_OUT_MS - 1);
    assert.ok(pane.state().account);
    await pane.clock.pass(1);
    assert.deepEqual([pane.state().account, pane.client.account], [null, null]);
    assert.equal(pane.state().signedOutBy, 'idle');
  });

  it('asks whose a row is that holds somebody else now, and goes on once that is answered', async () => {
    const pane = paneFixture(rows());
    await pane.actions.sheet.open();
    await pane.signIn();
    await pane.actions.push.plan();
    await pane.actions.push.push();
    for (const field of ['fullName', 'birthDate', 'citizenId'] as const) {
      pane.type(FIRST_ROW, field, pupil(30)[field] ?? null);
    }
    await pane.actions.push.plan();
    const { plan } = pane.state().push;
    assert.deepEqual(
      [plan?.torn?.rows.map(({ rowNumber }) => rowNumber), pane.state().focus?.id],
      [[FIRST_ROW], 'sosach-torn'],
    );
    if (plan) await pane.actions.push.settleTorn(plan, 'new');
    assert.equal(pane.state().push.plan?.torn, undefined);
    await pane.actions.push.push();
    assert.equal(pane.state().push.report?.queued, 1);
    assert.equal(pane.server.rows.size, 3);
  });
});
