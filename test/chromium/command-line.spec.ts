import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeCertificate } from '../../bootstrap/make-certificate.mjs';
import type { CheckJson } from '../../cli/check-json.ts';
import { isChildReady } from '../../cli/child-ready.ts';
import { type TempFolder, tempFolder } from '../cli/temp-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/sosach.mjs', import.meta.url));

/** The built program as a person runs it: exit codes, pipes and signals, which no function call shows. */
describe('the built sosach', () => {
  let folder: TempFolder;
  const running = new Set<ChildProcess>();

  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(async () => {
    for (const child of running) child.kill('SIGKILL');
    running.clear();
    await folder.remove();
  });

  function start(args: readonly string[], stdio: 'pipe' | 'ipc' = 'pipe') {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder.path('.'),
      stdio: ['ignore', 'pipe', 'pipe', ...(stdio === 'ipc' ? (['ipc'] as const) : [])],
    });
    running.add(child);
    const said = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text;
    });
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
    return { child, ended };
  }

  const run = (...args: string[]) => start(args).ended;

  it('answers 0, 1 and 2 as documented', async () => {
    assert.equal((await run('--help')).code, 0);
    assert.equal((await run('rules', '--json')).code, 0);
    assert.equal((await run('template', 'student', '--unit', 'TH-1', '--out', 'mau.xlsx')).code, 0);
    assert.equal((await run('check', 'mau.xlsx')).code, 0);
    const unusable = [
      [],
      ['check', 'khong-co.xlsx'],
      ['check', '.'],
      ['check', 'mau.xlsx', '--annotate', 'khong-co/ra.xlsx'],
      ['user', 'reset', 'vanhanh'],
    ];
    for (const args of unusable) {
      const { code, stdout, stderr } = await run(...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.doesNotMatch(stderr, /\n +at /, `no stack for: ${args.join(' ')}`);
    }
    assert.deepEqual(await readdir(folder.path('.')), ['mau.xlsx'], 'nothing else was written');
  });

  it('walks the main job, and check reads the workbook that came out of it', async () => {
    const demo = await run('demo', '--rows', '60', '--json', '--out', 'hoc-sinh.xlsx');
    assert.equal(demo.code, 0, demo.stderr);
    const { rows, pushed, stayed, workbook } = JSON.parse(demo.stdout);
    assert.deepEqual([rows, pushed + stayed, workbook], [60, 60, 'hoc-sinh.xlsx']);
    await writeFile(folder.path('anh.xlsx'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47]));

    const { code, stdout, stderr } = await run('check', '--json', 'hoc-sinh.xlsx', 'anh.xlsx', 'hoc-sinh.xlsx');
    assert.equal(code, 2, 'one of the files is unusable');
    assert.match(stderr, /^anh\.xlsx: [^\n]+\[not-a-zip\]\n$/);
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as CheckJson);
    assert.equal(reports.length, 2);
    const [report] = reports as [CheckJson];
    assert.deepEqual(Object.keys(report), ['file', 'identity', 'sheets', 'skipped', 'totals']);
    assert.deepEqual(Object.keys(report.totals), ['rows', 'clean', 'error', 'query', 'note', 'confirmed']);
    const skipped = report.skipped.map(({ name, why }) => `${name}: ${why}`);
    assert.ok(skipped.includes('Danh mục: hidden'), skipped.join(' · '));
    const [sheet] = report.sheets;
    assert.deepEqual([sheet?.name, sheet?.template, sheet?.rows], ['Học sinh', 'student', 60]);
    assert.match(sheet?.columns.citizenId ?? '', /^[A-Z]+$/);
    const findings = report.sheets.flatMap((one) => one.findings);
    const { error, query, note, confirmed } = report.totals;
    assert.equal(findings.length, error + query + note + confirmed);
    for (const finding of findings) {
      assert.ok(finding.row === null || finding.row > (sheet?.headerRow ?? 0));
      assert.match(finding.code, /^[a-z-]+\.[a-z0-9-]+$/);
      assert.ok(finding.message.length > 0);
    }
    assert.equal((await run('check', 'hoc-sinh.xlsx')).code, report.totals.error > 0 ? 1 : 0);
  });

  it('loses its reader without a word', async () => {
    for (const args of [['rules'], ['rules', '--json'], ['--help']]) {
      const { child, ended } = start(args);
      child.stdout?.destroy();
      const { code, stderr } = await ended;
      assert.deepEqual([code, stderr], [0, ''], args.join(' '));
    }
  });

  it('serves: greets an operator once, lets nobody else into its folder, and ends by itself when told to', async () => {
    await makeCertificate(folder.path('data'));
    const serve = ['serve', '--port', '0', '--data', 'data'];
    const first = start(serve, 'ipc');
    const [ready] = await once(first.child, 'message');
    assert.ok(isChildReady(ready));

    const manifest = await (await fetch(`${ready.url}/manifest.xml`)).text();
    assert.ok(ready.httpsUrl && manifest.includes(`${ready.httpsUrl}/khung/`), 'the manifest names the port in use');
    assert.ok(!manifest.includes('localhost:8788'));

    const second = await run(...serve);
    assert.deepEqual([second.code, second.stdout], [2, '']);
    assert.match(second.stderr, /^[^\n]+\[data-folder-in-use\]\n$/);

    assert.match((await run('user', 'reset', 'vanhanh', '--data', 'data')).stdout, /one-time password: \S+\n$/);

    first.child.kill('SIGTERM');
    const { code, stdout, stderr } = await first.ended;
    assert.equal(code, 0);
    // The day's anchor of the audit trail, so that it is kept elsewhere as well; nothing else.
    assert.match(stderr, /^\{[^\n]*"hash":"[\w-]{43}","msg":"audit anchor"\}\n$/);
    assert.match(stdout, /"vanhanh".*mật khẩu dùng một lần: \S+\n/);

    const again = start(serve, 'ipc');
    await once(again.child, 'message');
    again.child.kill('SIGINT');
    const later = await again.ended;
    assert.equal(later.code, 0);
    assert.doesNotMatch(later.stdout, /mật khẩu/, 'the password is told once');
    assert.equal((await run('tryout', '--port', '0', '--data', 'data')).code, 2, 'no try-out among real data');
  });

  it('stands behind a proxy under its public name', async () => {
    await mkdir(folder.path('data'));
    const { child, ended } = start(
      [
        'serve',
        '--port',
        '0',
        '--data',
        'data',
        '--public-origin',
        'https://so-sach.example.edu.vn',
        '--log',
        'info',
      ].concat('--trusted-proxies', 'loopback'),
      'ipc',
    );
    const [ready] = await once(child, 'message');
    const manifest = await (await fetch(`${ready.url}/manifest.xml`)).text();
    const own = await readFile(fileURLToPath(new URL('../../manifest.xml', import.meta.url)), 'utf8');
    assert.equal(manifest, own.replaceAll('https://localhost:8788', 'https://so-sach.example.edu.vn'));
    child.kill('SIGTERM');
    const { code, stdout, stderr } = await ended;
    assert.equal(code, 0);
    assert.match(stdout, /https:\/\/so-sach\.example\.edu\.vn/);
    assert.match(stderr, /"route":"\/manifest\.xml"/, 'requests are logged when asked for');
  });
});
