import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { RECEIPT_EVERY_MS } from '../../../addin/pane/actions/workbook-actions.ts';
import { type Campaign, Receipt } from '../../../contract/schemas/campaign.ts';
import { WorkbookSigner } from '../../../server/crypto.ts';
import { signedText } from '../../../templates/workbook-identity.ts';
import { FIRST_ROW, IDENTITY, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { type PaneFixture, paneFixture } from './pane-fixture.ts';

const CAMPAIGN: Campaign = {
  campaignId: IDENTITY.campaign,
  owner: '01',
  name: 'Rà soát số định danh',
  circular: '1246/BGDĐT-CNTT',
  schoolYear: 2026,
  instructions: 'Nhập đủ lớp 1 trước.',
  parts: [
    {
      partId: 'hs',
      name: 'Học sinh',
      kind: 'student',
      optionalFields: [],
      grades: null,
      deadline: { form: 'before-hour', day: '2026-11-23', time: '14:00' },
    },
  ],
  unitCount: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
};

/** A pupil without a name: stays. */
const rows = () => [pupil(0), pupil(1, { fullName: null })];

const receipts = ({ server }: PaneFixture) =>
  server.sent('/api/v1/receipts').map(({ body }) => Receipt.parse(body).check);

describe('pane: the workbook in front', () => {
  async function opened(pane = paneFixture(rows())): Promise<PaneFixture> {
    pane.server.campaigns = [CAMPAIGN];
    await pane.actions.sheet.open();
    await settled();
    return pane;
  }
  async function signedIn(pane?: PaneFixture): Promise<PaneFixture> {
    const fixture = await opened(pane);
    await fixture.signIn();
    await settled();
    return fixture;
  }

  it('leaves a receipt once somebody has signed in, and shows the campaign by the server’s clock', async () => {
    const pane = await opened();
    await pane.actions.sheet.check();
    await settled();
    assert.equal(pane.server.requests.length, 0, 'nobody is signed in');
    pane.server.now = '2026-11-22T07:00:00.000Z';
    await pane.signIn();
    await settled();
    const { campaign } = pane.state().workbook;
    assert.ok(campaign && campaign !== 'gone');
    assert.deepEqual([campaign.name, campaign.serverAhead], [CAMPAIGN.name, -3_600_000]);
    const [receipt] = pane.server.sent('/api/v1/receipts').map(({ body }) => body);
    assert.deepEqual(receipt, {
      campaign: IDENTITY.campaign,
      unit: IDENTITY.unit,
      kind: 'student',
      version: 1,
      check: { rows: 2, errorRows: 1, stays: 1 },
    });
  });

  it('tells of checks at most once a minute, and of the last one at its end', async () => {
    const pane = await signedIn();
    assert.deepEqual(receipts(pane), [null]);
    await pane.actions.sheet.check();
    await settled();
    for (let again = 0; again < 3; again++) await pane.actions.sheet.check();
    pane.type(FIRST_ROW + 1, 'fullName', 'Lê Thị Oanh');
    await pane.actions.sheet.check();
    await settled();
    assert.deepEqual(receipts(pane), [null, { rows: 2, errorRows: 1, stays: 1 }]);
    await pane.clock.pass(RECEIPT_EVERY_MS);
    assert.deepEqual(receipts(pane).slice(2), [{ rows: 2, errorRows: 0, stays: 0 }]);
    await pane.clock.pass(10 * RECEIPT_EVERY_MS);
    assert.equal(receipts(pane).length, 3);
  });

  it('never shows its own failures, nor hinders the work', async () => {
    const pane = paneFixture(rows());
    pane.server.next('/api/v1/receipts', 'drop-before', 'not-found', 'bad-gateway');
    pane.server.next('/api/v1/campaigns', 'drop-before');
    await signedIn(pane);
    await pane.actions.sheet.check();
    await settled();
    const { problem, online, workbook, check } = pane.state();
    assert.deepEqual([problem, online, workbook.campaign, check?.rows], [null, true, null, 2]);
  });

  it('leaves none for a workbook of no campaign, nor for those who do not send, nor after signing out', async () => {
    const plain = await signedIn(paneFixture(rows(), { ...IDENTITY, campaign: '' }));
    const viewer = paneFixture(rows());
    viewer.server.account = { ...viewer.server.account, role: 'viewer' };
    await signedIn(viewer);
    const gone = await signedIn();
    await gone.actions.session.signOut();
    for (const pane of [plain, viewer, gone]) {
      await pane.actions.sheet.check();
      await pane.clock.pass(2 * RECEIPT_EVERY_MS);
    }
    assert.deepEqual([receipts(plain), receipts(viewer), receipts(gone)], [[], [], [null]]);
  });

  it('says so when the campaign was withdrawn', async () => {
    const pane = await opened();
    pane.server.campaigns = [];
    await pane.signIn();
    await settled();
    assert.equal(pane.state().workbook.campaign, 'gone');
  });

  it('says that the identity was altered as soon as somebody signs in, and sends nothing', async () => {
    const signer = new WorkbookSigner(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' }),
    );
    const signature = signer.sign(signedText({ ...IDENTITY, unit: '01-TH-777' }));
    const pane = paneFixture(rows(), { ...IDENTITY, signature });
    pane.server.signingKey = signer;
    await opened(pane);
    assert.deepEqual(pane.state().workbook.findings, []);
    const said = new Promise<void>((done) => {
      pane.store.subscribe(() => {
        if (pane.state().workbook.findings.length > 0) done();
      });
    });
    await pane.signIn();
    await said;
    assert.deepEqual(
      pane.state().workbook.findings.map(({ code }) => code),
      ['sheet.identity-altered'],
    );
    await pane.actions.push.plan();
    assert.match(pane.state().problem?.message.vi ?? '', /không còn khớp chữ ký/);
    assert.match(pane.state().problem?.nextStep?.vi ?? '', /Tải lại sổ/);
    assert.equal(pane.state().push.plan, null);
  });
});
