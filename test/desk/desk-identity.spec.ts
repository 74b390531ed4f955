import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { PushRequest } from '../../contract/schemas/push.ts';
import type { DeskError } from '../../desk/desk-error.ts';
import { WorkbookSigner } from '../../server/crypto.ts';
import { signedText, type WorkbookIdentity } from '../../templates/workbook-identity.ts';
import { type DeskFixture, deskFixture, IDENTITY, pupil } from './desk-fixture.ts';
import { ACCOUNT } from './scripted-server.ts';

const SIGNER = new WorkbookSigner(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' }),
);
const SIGNED = { ...IDENTITY, signature: SIGNER.sign(signedText(IDENTITY)) };

describe('desk: the workbook’s identity', () => {
  async function signedIn(identity: WorkbookIdentity): Promise<DeskFixture> {
    const fixture = deskFixture([pupil(0)], identity);
    fixture.server.signingKey = SIGNER;
    fixture.server.account = { ...ACCOUNT, unit: { ...ACCOUNT.unit, kind: 'school' } };
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    return fixture;
  }
  const codes = async ({ desk }: DeskFixture) =>
    (await desk.check()).groups.filter(({ code }) => code.startsWith('sheet.')).map(({ code }) => code);
  const pushed = ({ server }: DeskFixture) =>
    PushRequest.parse(server.sent('/api/v1/pushes')[0]?.body ?? assert.fail('nothing was pushed')).workbook;
  const refused = (code: string) => (error: DeskError) => {
    assert.equal(error.problem?.code, code);
    assert.ok(!/\{\w+\}/.test(JSON.stringify(error.problem)));
    return true;
  };

  it('valid: nothing is said, and the push carries what the server judges it by', async () => {
    const fixture = await signedIn(SIGNED);
    assert.deepEqual(await codes(fixture), []);
    await fixture.desk.push();
    const workbook = pushed(fixture);
    const { unitName, issuedAt, signature } = SIGNED;
    assert.deepEqual([workbook.unitName, workbook.issuedAt, workbook.signature], [unitName, issuedAt, signature]);
  });

  it('altered: said, and nothing of it is sent', async () => {
    const fixture = await signedIn({ ...SIGNED, campaign: 'dot-khac' });
    assert.deepEqual(await codes(fixture), ['sheet.identity-altered']);
    await assert.rejects(fixture.desk.planPush(), refused('workbook-altered'));
    await assert.rejects(fixture.desk.push(), refused('workbook-altered'));
    assert.equal(fixture.server.sent('/api/v1/pushes').length, 0);
  });

  it('another school’s: a school’s own account is stopped before anything is sent', async () => {
    const other = { ...IDENTITY, unit: '01-TH-001', unitName: 'Trường Bên' };
    const fixture = await signedIn({ ...other, signature: SIGNER.sign(signedText(other)) });
    assert.deepEqual(await codes(fixture), ['sheet.foreign-template']);
    await assert.rejects(fixture.desk.planPush(), refused('workbook-of-other-unit'));
    assert.equal(fixture.server.sent('/api/v1/pushes').length, 0);
  });

  it('is not judged before somebody signs in, nor held up by a line that is gone', async () => {
    const fixture = deskFixture([pupil(0)], { ...SIGNED, unit: 'sua' });
    assert.deepEqual(await codes(fixture), []);
    assert.equal(fixture.server.requests.length, 0);
    const offline = await signedIn({ ...SIGNED, version: 1, unitName: 'Sửa' });
    offline.server.next('/api/v1/signing-key', 'drop-before');
    assert.deepEqual(await codes(offline), []);
    assert.deepEqual(await codes(offline), ['sheet.identity-altered'], 'asked again with the next check');
    await offline.desk.check();
    assert.equal(offline.server.sent('/api/v1/signing-key').length, 2, 'and then known');
  });

  it('outdated: goes, and the report says so', async () => {
    const fixture = await signedIn(SIGNED);
    fixture.server.currentVersion = 3;
    assert.deepEqual((await fixture.desk.push()).outdated, { version: 1, current: 3 });
  });

  it('of a template that the sheet is not: its rows go without the signature', async () => {
    const staff = { ...IDENTITY, template: 'staff' };
    const fixture = await signedIn({ ...staff, signature: SIGNER.sign(signedText(staff)) });
    assert.equal((await fixture.desk.push()).queued, 1);
    const workbook = pushed(fixture);
    assert.equal(workbook.signature, undefined);
  });
});
