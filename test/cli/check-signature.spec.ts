import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type CheckOptions, runCheck } from '../../cli/check.ts';
import { WorkbookSigner } from '../../server/crypto.ts';
import { getLayout } from '../../templates/layouts.ts';
import { signedText } from '../../templates/workbook-identity.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { ServerWorld } from '../server/server-world.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const newSigner = () =>
  new WorkbookSigner(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' }),
  );

describe('sosach check: the signature', () => {
  let folder: TempFolder;
  const signer = newSigner();
  const identity = {
    template: 'student',
    version: 1,
    unit: '01-TH-000',
    unitName: 'Trường Thử',
    campaign: '',
    workbookId: 'so-1',
    issuedAt: '2026-11-22T00:00:00.000Z',
  };

  before(async () => {
    folder = await tempFolder();
    await write('so.xlsx', identity.unit);
    await write('sua.xlsx', '01-TH-001');
    await writeFile(folder.path('khoa.json'), JSON.stringify(signer));
    await writeFile(folder.path('khac.json'), JSON.stringify(newSigner()));
  });
  after(() => folder.remove());

  /** A workbook that was signed for our unit, with whatever unit code it has now. */
  async function write(name: string, unit: string): Promise<void> {
    const signature = signer.sign(signedText(identity));
    const options = { layout: getLayout('student'), unitHeading: '', optionalColumns: [] };
    const bytes = await writeTemplateWorkbook({ ...options, identity: { ...identity, unit, signature } });
    await writeFile(folder.path(name), bytes);
  }

  async function check(name: string, options: CheckOptions = {}) {
    const io = captureIo();
    const code = await runCheck([folder.path(name)], { json: true, ...options }, io);
    const report = io.stdout() && options.json !== false ? JSON.parse(io.stdout()) : undefined;
    return { code, text: io.stdout(), signature: report?.identity?.signature, stderr: io.stderr() };
  }
  const key = (name: string) => ({ signingKey: folder.path(name) });

  it('without a key is left unchecked, and people are not bothered with it', async () => {
    assert.deepEqual((await check('sua.xlsx')).signature, 'unchecked');
    const { code, text } = await check('sua.xlsx', { json: false });
    assert.equal(code, 0);
    assert.doesNotMatch(text, /[Cc]hữ ký/);
  });

  it('with the server’s key is valid, altered or another server’s', async () => {
    assert.equal((await check('so.xlsx', key('khoa.json'))).signature, 'valid');
    assert.match((await check('so.xlsx', { json: false, ...key('khoa.json') })).text, /Chữ ký hợp lệ.*Trường Thử/);
    const altered = await check('sua.xlsx', key('khoa.json'));
    assert.deepEqual([altered.signature, altered.code], ['altered', 1]);
    assert.match((await check('sua.xlsx', { json: false, ...key('khoa.json') })).text, /sheet\.identity-altered/);
    const foreign = await check('so.xlsx', key('khac.json'));
    assert.deepEqual([foreign.signature, foreign.code], ['other-server', 0]);
  });

  it('takes the key from a server, too', async () => {
    const world = await ServerWorld.start();
    try {
      assert.equal((await check('so.xlsx', { server: world.server.httpUrl })).signature, 'other-server');
    } finally {
      await world.close();
    }
    const { code, stderr } = await check('so.xlsx', { server: world.server.httpUrl });
    assert.deepEqual([code, stderr.split('\n').length], [2, 2], 'a server that does not answer: one line');
  });

  it('says of a file that is no key what is wanted', async () => {
    await writeFile(folder.path('hong.json'), '{"keyId":1}');
    const { code, stderr } = await check('so.xlsx', key('hong.json'));
    assert.equal(code, 2);
    assert.match(stderr, /\/api\/v1\/signing-key/);
    assert.equal((await check('so.xlsx', key('khong-co.json'))).code, 2);
  });
});
