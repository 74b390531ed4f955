import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runCommandLine } from '../../cli/command-line.ts';
import { openStore } from '../../server/data-folder.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const UNITS = `code,name,kind,parent,validFrom,validTo
SO-01,Sở Một,department,,,
TH-01,"Trường Một, cơ sở 2",school,SO-01,2025-07-01,
`;

describe('the command line', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(args, io, folder.path('home'));
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  /** Exit 2, nothing on standard output, one line on standard error. */
  async function refused(args: readonly string[], reason: RegExp): Promise<void> {
    const { code, stdout, stderr } = await run(...args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^[^\n]+\n$/, `one line for: ${args.join(' ')}`);
    assert.match(stderr, reason);
  }

  it('shows help for itself and for every command, in both languages', async () => {
    const { code, stdout, stderr } = await run('--help');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /Cách dùng \/ usage: sosach/);
    for (const name of ['check', 'template', 'serve', 'simulate', 'user', 'units', 'demo', 'tryout', 'rules', 'loop']) {
      assert.match(stdout, new RegExp(`^ {2}${name} `, 'm'));
      const help = await run(name, '--help');
      assert.deepEqual([help.code, help.stderr], [0, '']);
      assert.match(help.stdout, new RegExp(`usage: sosach ${name}`));
    }
    assert.match((await run('--version')).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('refuses a wrong command line with one line that names the help', async () => {
    await refused(['check'], /thiếu tên tệp.*missing required argument 'file'.*sosach check --help/);
    await refused(['check', '--bogus', 'x.xlsx'], /không có tùy chọn này.*'--bogus'.*sosach check --help/);
    await refused(['chek', 'x.xlsx'], /không có lệnh này.*'chek'.*Did you mean check.*sosach --help/);
    await refused(['template', 'student', '--out', 'x.xlsx'], /cần --unit hoặc --campaign/);
    await refused(['template', 'student', '--unit'], /tùy chọn thiếu giá trị.*--unit/);
    await refused(['user', 'add', 'van.thu'], /--role.*sosach user add --help/);
    await refused(['rules', 'x'], /thừa tham số/);
    await refused(['demo', '--rows', 'many'], /--rows.*a whole number/);
    await refused(['demo', '--rows', '5'], /--rows.*60/);
    await refused(['demo', '--out', folder.path('none/x.xlsx')], /ENOENT/);
    for (const port of ['abc', '-1', '65535', '99999', '1e3']) {
      await refused(['serve', '--port', port, '--data', folder.path('data')], /--port.*65534/);
      await refused(['simulate', '--port', port], /--port.*65534/);
    }
    assert.deepEqual(await readdir(folder.path('.')), [], 'nothing was made');
  });

  it('shows the help where a command is missing, and exits 2', async () => {
    for (const args of [[], ['user'], ['units']]) {
      const { code, stdout, stderr } = await run(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /Các lệnh \/ commands:/);
    }
  });

  it('refuses options of the server that cannot be meant, before it makes or opens anything', async () => {
    const serve = ['serve', '--port', '0', '--data', folder.path('data')];
    await refused([...serve, '--log', 'loud'], /--log loud/);
    for (const origin of [
      'so-sach.example',
      'http://so-sach.example',
      'https://so-sach.example/khung/',
      'https://a b',
    ]) {
      await refused([...serve, '--public-origin', origin], /--public-origin/);
    }
    for (const proxies of ['everyone', '10.0.0.0/33', '10.0.0.0/8/8', 'loopback,', '']) {
      await refused([...serve, '--trusted-proxies', proxies], /--trusted-proxies/);
    }
    await refused([...serve, '--population', 'localhost:8786'], /--population/);
    assert.deepEqual(await readdir(folder.path('.')), [], 'nothing was made');
  });

  it('names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const port = String((other.address() as { port: number }).port);
    try {
      await refused(['simulate', '--port', port], new RegExp(`${port}.*port in use`));
      const { code, stderr } = await run('serve', '--port', port, '--data', folder.path('data'));
      assert.equal(code, 2);
      assert.match(stderr, /^[^\n]+\[port-taken\]\n$/);
    } finally {
      other.close();
    }
    // The first to load the whole server, on a machine that may be busy.
  });

  it('says that this machine has no such address', async () => {
    const { code, stderr } = await run('serve', '--port', '0', '--host', '203.0.113.9', '--data', folder.path('data'));
    assert.equal(code, 2);
    assert.match(stderr, /^[^\n]+203\.0\.113\.9[^\n]+\[address-unusable\]\n$/);
  });

  describe('on a data folder', () => {
    const data = () => folder.path('data');
    const prepare = async () => (await openStore(data())).close();

    it('takes no mistyped folder for a new one', async () => {
      await refused(['user', 'reset', 'vanhanh', '--data', data()], /--data.*store-missing/);
      await refused(['user', 'add', 'van.thu', '--role', 'operator', '--data', data()], /store-missing/);
      await writeFile(folder.path('units.csv'), UNITS);
      await refused(['units', 'import', folder.path('units.csv'), '--data', data()], /store-missing/);
      assert.deepEqual(await readdir(folder.path('.')), ['units.csv']);
    });

    it('imports units, all or nothing, and names the line at fault', async () => {
      await prepare();
      const file = folder.path('units.csv');
      await refused(['units', 'import', file, '--data', data()], /ENOENT/);
      await refused(['units', 'import', data(), '--data', data()], /EISDIR/);
      for (const [csv, reason] of [
        ['', /Dòng 1 .*code,name,kind,parent,validFrom,validTo/],
        ['mã;tên\n1;2\n', /Dòng 1 /],
        [UNITS.replace('department', 'province'), /Dòng 2 .*department/],
        [UNITS.replace('SO-01,2025', 'SO-02,2025'), /Dòng 3 .*SO-02/],
        [UNITS.replace('2025-07-01', '1/7/2025'), /Dòng 3 .*2025-07-01/],
        [UNITS.replace('"Trường', 'Trường'), /Dòng 3 /],
      ] as const) {
        await writeFile(file, csv);
        await refused(['units', 'import', file, '--data', data()], reason);
        await refused(['user', 'add', 'vt', '--role', 'clerk', '--unit', 'SO-01', '--data', data()], /username|SO-01/);
      }
      await writeFile(file, UNITS);
      const { code, stdout } = await run('units', 'import', file, '--data', data());
      assert.equal(code, 0);
      assert.match(stdout, /2 đơn vị/);
      assert.equal((await run('units', 'import', file, '--data', data())).code, 0, 'again, to bring them up to date');
    });

    it('adds and resets accounts, each password said once', async () => {
      await prepare();
      await writeFile(folder.path('units.csv'), UNITS);
      await run('units', 'import', folder.path('units.csv'), '--data', data());
      const add = (name: string, ...rest: string[]) => ['user', 'add', name, '--data', data(), ...rest];
      await refused(add('vt.th01', '--role', 'clerk'), /account-needs-unit/);
      await refused(add('vt.th01', '--role', 'clerk', '--unit', 'TH-02'), /TH-02.*unit-unknown/);
      await refused(add('vt.th01', '--role', 'boss', '--unit', 'TH-01'), /--role boss.*clerk/);
      await refused(add('văn thư', '--role', 'clerk', '--unit', 'TH-01'), /username-malformed/);
      const added = await run(...add('vt.th01', '--role', 'clerk', '--unit', 'TH-01'));
      assert.equal(added.code, 0);
      const password = /one-time password: (\S+)\n$/;
      assert.match(added.stdout, password);
      await refused(add('VT.TH01', '--role', 'clerk', '--unit', 'TH-01'), /username-taken/);
      await refused(['user', 'reset', 'nobody', '--data', data()], /username-unknown/);
      const reset = await run('user', 'reset', 'vt.th01', '--data', data());
      assert.equal(reset.code, 0);
      assert.notEqual(password.exec(reset.stdout)?.[1], password.exec(added.stdout)?.[1]);
    });

    it('makes no try-out of a folder that holds anything', async () => {
      await prepare();
      await run('user', 'add', 'van.hanh', '--role', 'operator', '--data', data());
      await refused(['tryout', '--port', '0', '--data', data()], /try-out-not-empty/);
    });

    it('is read by its owner alone, even inside a folder that others may read', async () => {
      await mkdir(data());
      await chmod(data(), 0o755);
      await prepare();
      const { mode } = await stat(join(data(), 'so-sach.sqlite'));
      assert.equal((mode & 0o777).toString(8), '600');
    });
  });
});
