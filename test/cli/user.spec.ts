import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { runCommandLine } from '../../cli/command-line.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { openStore } from '../../server/data-folder.ts';
import { foreignIdentityHash } from '../../server/session/oidc/foreign-account.ts';
import type { StoredAccount } from '../../server/store/account-table.ts';
import { UNITS } from '../server/server-world.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const ISSUER = 'https://dang-nhap.so.test';

describe('sosach user', () => {
  let folder: TempFolder;
  const data = () => folder.path('data');

  beforeEach(async () => {
    folder = await tempFolder();
    const store = await openStore(data());
    await addUnits(store, UNITS);
    await store.close();
  });
  afterEach(() => folder.remove());

  async function run(...args: string[]): Promise<string> {
    const io = captureIo();
    const code = await runCommandLine(['user', ...args, '--data', data()], io, folder.path('.'));
    assert.equal(code, 0, io.stderr());
    return io.stdout();
  }

  async function refused(reason: RegExp, ...args: string[]): Promise<void> {
    const io = captureIo();
    assert.equal(await runCommandLine(['user', ...args, '--data', data()], io, folder.path('.')), 2);
    assert.match(io.stderr(), reason);
    assert.match(io.stderr(), /^[^\n]+\n$/, 'one line');
  }

  async function account(name: string): Promise<StoredAccount> {
    const store = await openStore(data());
    const found = await store.accounts.findByName(name);
    await store.close();
    assert.ok(found);
    return found;
  }

  it('makes a class teacher, for days', async () => {
    const place = ['--unit', 'T-A', '--class', '7A', 'Hoa Sen', '--from', '2026-09-05', '--to', '2027-05-31'];
    await run('add', 'gvcn', '--role', 'class-teacher', ...place);
    const { classes, validFrom, validTo } = await account('gvcn');
    assert.deepEqual([classes, validFrom, validTo], [['7A', 'Hoa Sen'], '2026-09-05', '2027-05-31']);
  });

  it('says in one line what a class teacher lacks, and what no other role has', async () => {
    await refused(/account-needs-class/, 'add', 'gvcn', '--role', 'class-teacher', '--unit', 'T-A');
    await refused(/account-takes-no-class/, 'add', 'van.thu', '--role', 'clerk', '--unit', 'T-A', '--class', '7A');
    await refused(/--to 31\/5.*2026-09-05/, 'add', 'van.thu', '--role', 'clerk', '--unit', 'T-A', '--to', '31/5');
    await refused(/nothing to change/, 'change', 'ai.do');
  });

  it('changes what is said, and leaves the rest', async () => {
    await run('add', 'gvcn', '--role', 'class-teacher', '--unit', 'T-A', '--class', '7A', '--to', '2027-05-31');
    await run('change', 'gvcn', '--class', '8A');
    const moved = await account('gvcn');
    assert.deepEqual([moved.classes, moved.validTo], [['8A'], '2027-05-31']);
    await run('change', 'gvcn', '--to', 'none');
    assert.equal((await account('gvcn')).validTo, null);
  });

  it('closes and opens an account', async () => {
    await run('add', 'van.thu', '--role', 'clerk', '--unit', 'T-A');
    await run('disable', 'van.thu');
    assert.notEqual((await account('van.thu')).disabledAt, null);
    await run('enable', 'van.thu');
    assert.equal((await account('van.thu')).disabledAt, null);
    assert.match(await run('unlock', 'van.thu'), /was not locked/);
    assert.match(await run('sessions', 'van.thu', '--end'), /0 sign-ins ended/);
    await refused(/username-unknown/, 'disable', 'khong.co');
  });

  describe('with a sign-in service', () => {
    before(() => {
      process.env.SOSACH_OIDC_ISSUER = ISSUER;
    });
    after(() => {
      delete process.env.SOSACH_OIDC_ISSUER;
    });

    it('links an account to one person, and lets go of them', async () => {
      const file = folder.path('sub.txt');
      await writeFile(file, 'nguoi-7\n');
      await run('add', 'van.thu', '--role', 'clerk', '--unit', 'T-A');
      await run('add', 'van.thu.2', '--role', 'clerk', '--unit', 'T-A');
      await run('link', 'van.thu', '--subject-file', file);
      const hash = foreignIdentityHash({ issuer: ISSUER, subject: 'nguoi-7' });
      assert.equal((await account('van.thu')).foreignIdentity, hash);
      await refused(/identity-linked/, 'link', 'van.thu.2', '--subject-file', file);
      await run('link', 'van.thu', '--remove');
      await run('link', 'van.thu.2', '--subject-file', file);
      assert.deepEqual(
        [(await account('van.thu')).foreignIdentity, (await account('van.thu.2')).foreignIdentity],
        [null, hash],
      );
    });

    it('refuses a file without a subject, and an order that says nothing', async () => {
      await run('add', 'van.thu', '--role', 'clerk', '--unit', 'T-A');
      await refused(/--subject-file.*ENOENT/, 'link', 'van.thu', '--subject-file', folder.path('khong-co'));
      await writeFile(folder.path('trong'), '\n');
      await refused(/no subject/, 'link', 'van.thu', '--subject-file', folder.path('trong'));
      await refused(/one of the two/, 'link', 'van.thu');
    });
  });

  it('links nobody while there is no sign-in service', async () => {
    await run('add', 'van.thu', '--role', 'clerk', '--unit', 'T-A');
    await writeFile(folder.path('sub'), 'x');
    await refused(/SOSACH_OIDC_ISSUER/, 'link', 'van.thu', '--subject-file', folder.path('sub'));
  });
});
