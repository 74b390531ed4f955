import assert from 'node:assert/strict';
import { PushRequest } from '../../contract/schemas/push.ts';
import { PUSH_MAX_BYTES, PUSH_RETRY_DELAYS } from '../../desk/push-rows.ts';
import { type DeskFixture, deskFixture, FIRST_ROW, IDENTITY, pupil } from './desk-fixture.ts';

describe('desk: push', () => {
  async function signedIn(fixture: DeskFixture): Promise<DeskFixture> {
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    return fixture;
  }

  const pupils = (count: number) => Array.from({ length: count }, (_, index) => pupil(index));

  it('says what will go before anything is sent', async () => {
    const fixture = await signedIn(
      deskFixture([
        pupil(0),
        pupil(1, { fullName: '' }),
        pupil(2, { citizenId: '12345' }),
        pupil(3, { nationality: 'Lào', citizenId: null, passport: 'P0000103' }),
        pupil(4, { ward: null }),
      ]),
    );
    const plan = await fixture.desk.planPush();
    assert.deepEqual(
      { ...plan, staying: plan.staying.map((row) => row.rowNumber) },
      {
        rows: 5,
        asked: 2,
        unverifiable: 1,
        notApplicable: 1,
        incomplete: 2,
        staying: [FIRST_ROW + 1],
        unit: '01-TH-000',
        unitName: 'Trường Tiểu học Thử Nghiệm',
      },
    );
    assert.ok(plan.staying[0]?.reason.vi);
    assert.equal(fixture.server.sent('/api/v1/pushes').length, 0);
  });

  it('sends the good rows, keeps the bad ones, and notes both in the sheet', async () => {
    const fixture = await signedIn(deskFixture([pupil(0), pupil(1, { fullName: '' }), pupil(2)]));
    const report = await fixture.desk.push();
    assert.deepEqual(report, { queued: 2, kept: 0, unchanged: 0, stayed: 1, cancelled: false });
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Đang chờ');
    assert.equal(fixture.read(FIRST_ROW + 1, 'verdict'), 'Chưa gửi');
    assert.ok(fixture.read(FIRST_ROW + 1, 'reason'));
    assert.equal(fixture.server.rows.size, 2);

    fixture.type(FIRST_ROW + 1, 'fullName', 'Lê Thị Oanh');
    await fixture.desk.recheck({ firstRow: FIRST_ROW + 1, lastRow: FIRST_ROW + 1, source: 'local' });
    assert.equal(fixture.read(FIRST_ROW + 1, 'reason'), 'Đã sửa, chưa gửi lại');
    assert.deepEqual(await fixture.desk.push(), { queued: 1, kept: 0, unchanged: 2, stayed: 0, cancelled: false });
  });

  it('never uploads the running number and the clerk’s remarks', async () => {
    const fixture = await signedIn(deskFixture([pupil(0)]));
    await fixture.desk.push();
    const [request] = fixture.server.sent('/api/v1/pushes');
    const { columns } = PushRequest.parse(request?.body);
    assert.ok(!(columns as string[]).includes('ordinal') && !(columns as string[]).includes('note'));
    assert.ok(!JSON.stringify(request).includes('ghi chú riêng'));
    assert.ok(columns.includes('citizenId'));
  });

  const sizes = (fixture: DeskFixture) =>
    fixture.server.sent('/api/v1/pushes').map(({ body }) => (body as PushRequest).rows.length);

  it('begins with a small batch, goes on to the largest on a fast line, and says how far it is', async () => {
    const fixture = await signedIn(deskFixture(pupils(2051)));
    const seen: number[] = [];
    await fixture.desk.push({ onProgress: (done) => seen.push(done) });
    assert.deepEqual(sizes(fixture), [50, 200, 800, 1000, 1]);
    assert.deepEqual(seen, [0, 50, 250, 1050, 2050, 2051]);
  });

  it('cuts smaller batches where a batch takes long', async () => {
    const fixture = await signedIn(deskFixture(pupils(200)));
    const { server } = fixture;
    const send = server.send.bind(server);
    server.send = async (request) => {
      // A tenth of a second a row.
      if (request.path === '/api/v1/pushes') fixture.wait((request.body as PushRequest).rows.length * 100);
      return send(request);
    };
    await fixture.desk.push();
    assert.deepEqual(sizes(fixture), [50, 50, 50, 50]);
    server.send = async (request) => {
      if (request.path === '/api/v1/pushes') fixture.wait((request.body as PushRequest).rows.length * 400);
      return send(request);
    };
    server.requests.length = 0;
    for (let row = 0; row < 100; row++) fixture.type(FIRST_ROW + row, 'className', '5B');
    await fixture.desk.push();
    const whole = server
      .sent('/api/v1/pushes')
      .map(({ body }) => (body as PushRequest).rows.filter(({ cells }) => cells).length);
    assert.deepEqual(whole, [50, 13, 10, 10, 10, 7]);
  });

  it('cuts batches by measured bytes', async () => {
    const address = 'Thôn Đồng Bằng Ngõ Số Mười Hai '.repeat(15);
    const fixture = await signedIn(deskFixture(pupils(900).map((row) => ({ ...row, province: address }))));
    await fixture.desk.push();
    const requests = fixture.server.sent('/api/v1/pushes');
    assert.ok(requests.length > 1);
    for (const { body } of requests) {
      assert.ok(Buffer.byteLength(JSON.stringify((body as PushRequest).rows)) <= PUSH_MAX_BYTES + 2);
    }
    assert.equal(fixture.server.rows.size, 900);
  });

  it('tries a batch again under the same key when the answer was lost on the way back', async () => {
    const fixture = await signedIn(deskFixture([pupil(0), pupil(1)]));
    fixture.server.next('/api/v1/pushes', 'drop-after');
    const report = await fixture.desk.push();
    assert.equal(report.queued, 2);
    const keys = fixture.server.sent('/api/v1/pushes').map(({ headers }) => headers?.['idempotency-key']);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.equal(fixture.server.taken, 1, 'taken in once');
    assert.deepEqual(fixture.delays, [PUSH_RETRY_DELAYS[0]]);
  });

  it('tries again when the server is in trouble or wants less haste, not when it refuses', async () => {
    const fixture = await signedIn(deskFixture([pupil(0)]));
    fixture.server.next('/api/v1/pushes', 'internal', 'bad-gateway', 'too-many-requests');
    assert.equal((await fixture.desk.push()).queued, 1);
    assert.equal(fixture.server.sent('/api/v1/pushes').length, 4);

    fixture.server.next('/api/v1/pushes', 'forbidden');
    await assert.rejects(fixture.desk.push(), (error: unknown) => {
      assert.equal((error as { code: string }).code, 'refused');
      assert.equal((error as { problem: { code: string } }).problem.code, 'forbidden');
      return true;
    });
    assert.equal(fixture.server.sent('/api/v1/pushes').length, 5);
  });

  it('bridges a line that is gone for three tries', async () => {
    const fixture = await signedIn(deskFixture(pupils(3)));
    fixture.server.next('/api/v1/pushes', 'drop-before', 'drop-before', 'drop-before');
    assert.equal((await fixture.desk.push()).queued, 3);
    assert.deepEqual(fixture.delays, PUSH_RETRY_DELAYS);
  });

  it('gives up after a while, keeps what was acknowledged, and goes on from there next time', async () => {
    const other = await signedIn(deskFixture(pupils(1200)));
    let pushes = 0;
    const { server } = other;
    const send = server.send.bind(server);
    server.send = async (request) => {
      if (request.path === '/api/v1/pushes' && ++pushes > 1) server.next('/api/v1/pushes', 'drop-before');
      return send(request);
    };
    await assert.rejects(other.desk.push(), (error: unknown) => {
      const { name, acknowledged } = error as { name: string; acknowledged: { queued: number } };
      assert.equal(name, 'OfflineError');
      assert.equal(acknowledged.queued, 50);
      return true;
    });
    assert.equal(other.read(FIRST_ROW + 49, 'verdict'), 'Đang chờ');
    assert.equal(other.read(FIRST_ROW + 50, 'verdict'), null);
    server.send = send;
    assert.deepEqual(await other.desk.push(), { queued: 1150, kept: 0, unchanged: 50, stayed: 0, cancelled: false });
    assert.equal(other.read(FIRST_ROW + 50, 'verdict'), 'Đang chờ');
  });

  it('stops between two batches when cancelled', async () => {
    const fixture = await signedIn(deskFixture(pupils(1500)));
    const signal = { aborted: false };
    const report = await fixture.desk.push({
      signal,
      onProgress: (done) => {
        signal.aborted = done > 0;
      },
    });
    assert.deepEqual(report, { queued: 50, kept: 0, unchanged: 0, stayed: 0, cancelled: true });
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Đang chờ');
  });

  for (const [what, identity] of [
    ['without identity', null],
    ['that names no unit', { ...IDENTITY, unit: '' }],
  ] as const) {
    it(`asks whose a workbook ${what} is`, async () => {
      const fixture = await signedIn(deskFixture([pupil(0)], identity));
      assert.equal((await fixture.desk.planPush()).unit, '01-TH-000', 'the account’s, for the clerk to confirm');
      await assert.rejects(fixture.desk.push(), { name: 'DeskError', code: 'unit-unknown' });
      assert.equal(fixture.server.rows.size, 0);
      assert.equal((await fixture.desk.push({ unit: '01-TH-000' })).queued, 1);
    });
  }

  it('sends the workbook’s own unit, whatever was confirmed, so that the server can refuse it', async () => {
    const fixture = await signedIn(deskFixture([pupil(0)], { ...IDENTITY, unit: '79-TH-000' }));
    await assert.rejects(fixture.desk.push({ unit: '01-TH-000' }), (error: unknown) => {
      assert.equal((error as { problem: { code: string } }).problem.code, 'unit-foreign');
      return true;
    });
  });

  it('says so when the answers cannot be written, and writes them with the next step', async () => {
    const fixture = await signedIn(deskFixture([pupil(0)]));
    const { server } = fixture;
    const send = server.send.bind(server);
    server.send = async (request) => {
      fixture.sheet.setProtected(true);
      return send(request);
    };
    const report = await fixture.desk.push();
    assert.equal(report.queued, 1);
    assert.equal(report.notWritten, 'sheet-protected');
    fixture.sheet.setProtected(false);
    await fixture.desk.check();
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Đang chờ');
  });

  it('needs the same number of port calls however many rows and batches', async () => {
    const counts = [];
    for (const size of [2, 2500]) {
      const rows = pupils(size).map((row) => ({ ...row, sex: 'nu' }));
      const fixture = await signedIn(deskFixture(rows));
      await fixture.desk.push();
      await fixture.desk.pullStatuses();
      counts.push(fixture.calls);
    }
    assert.deepEqual(counts[0], counts[1]);
  });

  it('keeps a row with an endless cell instead of losing its whole batch', async () => {
    const fixture = await signedIn(deskFixture([pupil(0), pupil(1, { ward: 'x'.repeat(501) })]));
    const report = await fixture.desk.push();
    assert.deepEqual([report.queued, report.stayed], [1, 1]);
  });
});
