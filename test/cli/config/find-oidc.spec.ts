import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { UsageError } from '../../../cli/cli-io.ts';
import { findOidc } from '../../../cli/config/find-oidc.ts';
import { readSettings } from '../../../cli/config/read-settings.ts';
import { type TempFolder, tempFolder } from '../temp-folder.ts';

const NEEDED = { SOSACH_OIDC_ISSUER: 'https://dang-nhap.so.test/realms/so', SOSACH_OIDC_CLIENT_ID: 'so-sach' };

describe('the settings of a sign-in service', () => {
  let folder: TempFolder;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  const read = (environment: Record<string, string>) => findOidc(readSettings({}, environment).settings);

  it('are none where none are set', () => {
    assert.equal(read({}), undefined);
  });

  it('need an issuer and what it knows this server by', () => {
    assert.deepEqual(read(NEEDED), {
      issuer: NEEDED.SOSACH_OIDC_ISSUER,
      clientId: 'so-sach',
      clientSecret: null,
      name: 'tài khoản của ngành',
      linkClaim: null,
      audiences: [],
    });
    for (const name of Object.keys(NEEDED)) {
      const half = Object.fromEntries(Object.entries(NEEDED).filter(([other]) => other !== name));
      assert.throws(() => read(half), UsageError, name);
    }
  });

  it('take the secret from a file, and words between commas', async () => {
    const file = folder.path('bi-mat');
    await writeFile(file, 'bí mật\n');
    const more = {
      SOSACH_OIDC_CLIENT_SECRET_FILE: file,
      SOSACH_OIDC_LINK_CLAIM: 'email',
      SOSACH_OIDC_AUDIENCES: 'cong-chung, khac',
      SOSACH_OIDC_NAME: 'Sở Thử',
    };
    const found = read({ ...NEEDED, ...more });
    assert.deepEqual(
      [found?.clientSecret, found?.linkClaim, found?.audiences, found?.name],
      ['bí mật', 'email', ['cong-chung', 'khac'], 'Sở Thử'],
    );
  });

  it('take no issuer that somebody on the way could pass for', () => {
    for (const issuer of [
      'http://dang-nhap.so.test',
      'https://a@so.test',
      'https://so.test/?x=1',
      'so.test',
      'ftp://so.test',
    ]) {
      assert.throws(() => read({ ...NEEDED, SOSACH_OIDC_ISSUER: issuer }), UsageError, issuer);
    }
    for (const issuer of ['http://localhost:9000', 'http://127.0.0.1:9000/x', 'https://so.test:8443']) {
      assert.equal(read({ ...NEEDED, SOSACH_OIDC_ISSUER: issuer })?.issuer, issuer);
    }
  });
});
