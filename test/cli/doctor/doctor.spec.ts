import assert from 'node:assert/strict';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { generate } from 'selfsigned';
import { runCommandLine } from '../../../cli/command-line.ts';
import { DOCTOR_LINES } from '../../../cli/doctor/doctor-lines.ts';
import { examineDisk } from '../../../cli/doctor/examine-machine.ts';
import { type DoctorOptions, runDoctor } from '../../../cli/doctor/run-doctor.ts';
import { addUnits } from '../../../server/admin/add-units.ts';
import { createAccount } from '../../../server/admin/create-account.ts';
import { markTryOut } from '../../../server/admin/mark-try-out.ts';
import { loadTokenKey, loadWorkbookSigner } from '../../../server/crypto.ts';
import { openStore } from '../../../server/data-folder.ts';
import { UNITS } from '../../server/server-world.ts';
import { captureIo } from '../capture-io.ts';
import { type TempFolder, tempFolder } from '../temp-folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ORIGIN = 'https://so-sach.example.edu.vn';
const DAY_MS = 24 * 3600_000;

describe('sosach doctor', () => {
  let folder: TempFolder;
  const data = (name = '') => folder.path(`data/${name}`);

  beforeEach(async () => {
    folder = await tempFolder();
    const store = await openStore(data());
    await addUnits(store, UNITS);
    const password = 'mật khẩu thử 2026';
    await createAccount(store, { username: 'mot.a', displayName: 'Một', role: 'clerk', unit: 'T-A', password });
    await store.close();
    loadTokenKey(data());
    loadWorkbookSigner(data());
    const pages = ['ban-lam-viec', 'pane', 'quan-ly'];
    await mkdir(folder.path('home/dist/pages'), { recursive: true });
    for (const page of pages) await writeFile(folder.path(`home/dist/pages/${page}.html`), '');
    await cp(path.join(ROOT, 'manifest.xml'), folder.path('home/manifest.xml'));
    await cp(path.join(ROOT, 'addin/pane/public'), folder.path('home/addin/pane/public'), { recursive: true });
    await certify(['so-sach.example.edu.vn']);
  });
  afterEach(() => folder.remove());

  async function certify(names: readonly string[]): Promise<void> {
    const altNames = names.map((value) => ({ type: 2 as const, value }));
    const made = await generate([{ name: 'commonName', value: names[0] ?? '' }], {
      keyType: 'ec',
      extensions: [{ name: 'subjectAltName', altNames }],
      notAfterDate: new Date(Date.now() + 100.5 * DAY_MS),
    });
    await mkdir(data('tls'), { recursive: true });
    await writeFile(data('tls/localhost.crt'), made.cert);
    await writeFile(data('tls/localhost.key'), made.private, { mode: 0o600 });
  }

  async function examine(change: Partial<DoctorOptions> = {}) {
    const io = captureIo();
    const options = { dataDir: folder.path('data'), publicOrigin: ORIGIN, home: folder.path('home'), json: true };
    const code = await runDoctor({ population: null, ...options, ...change }, io);
    const { sound, lines } = JSON.parse(io.stdout()) as { sound: boolean; lines: { code: string; state: string }[] };
    assert.equal(code, sound ? 0 : 1);
    return { code, codes: lines.map((line) => line.code), lines };
  }

  function sql(text: string): void {
    const database = new Database(data('so-sach.sqlite'));
    database.exec(text);
    database.close();
  }

  it('finds a server sound that is, and says what it lacks', async () => {
    const { code, lines } = await examine();
    assert.equal(code, 0);
    assert.deepEqual(
      lines.filter(({ state }) => state !== 'ok').map((line) => line.code),
      ['population-absent'],
    );
    for (const expected of ['store-sound', 'folder-private', 'file-private', 'certificate-sound', 'manifest-sound']) {
      assert.ok(
        lines.some((line) => line.code === expected),
        expected,
      );
    }
  });

  it('says each line in both languages, without a place left open', async () => {
    const io = captureIo();
    const args = ['doctor', '--data', folder.path('data'), '--public-origin', ORIGIN];
    assert.equal(await runCommandLine(args, io, folder.path('home')), 0);
    for (const line of io.stdout().trimEnd().split('\n')) assert.match(line, /^(✔ ổn|! lưu ý|✘ LỖI) +.+ \/ .+$/);
    assert.doesNotMatch(io.stdout(), /\{\w+\}/);
    for (const [code, [, vi, en]] of Object.entries(DOCTOR_LINES)) {
      const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      if (!vi.startsWith('{vi}')) assert.deepEqual(places(vi), places(en), code);
    }
  });

  const faults: readonly (readonly [string, string, () => Promise<unknown> | unknown, Partial<DoctorOptions>?])[] = [
    ['a key that others can read', 'file-exposed', () => chmod(data('token.key'), 0o644)],
    ['a store that others can read', 'file-exposed', () => chmod(data('so-sach.sqlite'), 0o640)],
    ['a store of a newer version', 'store-unusable', () => sql('PRAGMA user_version = 99')],
    ['another program’s store', 'store-unusable', () => sql('PRAGMA application_id = 7')],
    [
      'rows without their workbook',
      'store-unusable',
      () =>
        sql(`PRAGMA foreign_keys = OFF;
          INSERT INTO workbooks (unit, workbook_id, template, version, campaign, first_seen_at)
          VALUES ('không có', 'x', 'student', 1, '', 1)`),
    ],
    ['a clock behind what was recorded', 'clock-behind', () => sql('UPDATE audit_events SET at = at + 86400000')],
    ['a clock at the factory’s date', 'clock-behind', () => {}, { clock: { now: () => Date.UTC(2020, 0, 1) } }],
    [
      'a certificate that has ended',
      'certificate-expired',
      () => {},
      { clock: { now: () => Date.now() + 101 * DAY_MS } },
    ],
    [
      'a certificate that is not valid yet',
      'certificate-early',
      () => sql('DELETE FROM audit_events'),
      { clock: { now: () => Date.now() - 30 * DAY_MS } },
    ],
    [
      'a key of another certificate',
      'certificate-not-its-key',
      async () => {
        const key = await readFile(data('tls/localhost.key'));
        await certify(['so-sach.example.edu.vn']);
        await writeFile(data('tls/localhost.key'), key);
      },
    ],
    ['a certificate that is none', 'certificate-unreadable', () => writeFile(data('tls/localhost.crt'), 'x')],
    ['pages that were not built', 'pages-missing', () => {}],
    ['a manifest edited by hand', 'manifest-faulty', () => writeFile(folder.path('home/manifest.xml'), '<OfficeApp/>')],
    ['invented answers over real people', 'population-refused', () => {}, { population: { register: 'invented' } }],
    [
      'a connection that is configured in part',
      'population-refused',
      () => {},
      { population: { fault: { vi: 'x', en: 'x' } } },
    ],
  ];
  for (const [what, code, spoil, options] of faults) {
    it(`finds ${what}`, async () => {
      await spoil();
      const home = code === 'pages-missing' ? { home: folder.path('khác') } : {};
      const found = await examine({ ...options, ...home });
      assert.ok(found.codes.includes(code), found.codes.join());
      assert.equal(found.code, 1);
    });
  }

  const warnings: readonly (readonly [string, string, () => Promise<unknown> | unknown, Partial<DoctorOptions>?])[] = [
    ['a folder that others may enter', 'folder-open', () => chmod(data(), 0o755)],
    ['a certificate of another name', 'certificate-other-name', () => certify(['khac.example.edu.vn'])],
    ['a certificate without the address', 'certificate-other-name', () => {}, { publicOrigin: 'https://192.0.2.1' }],
    [
      'a certificate that ends soon',
      'certificate-ends-soon',
      () => {},
      { clock: { now: () => Date.now() + 75 * DAY_MS } },
    ],
  ];
  for (const [what, code, spoil, options] of warnings) {
    it(`warns of ${what}`, async () => {
      await spoil();
      const found = await examine(options);
      assert.ok(found.codes.includes(code), found.codes.join());
      assert.equal(found.code, 0);
    });
  }

  it('knows a store of an earlier schema, and leaves it as it is', async () => {
    sql('ALTER TABLE audit_events DROP COLUMN hash; PRAGMA user_version = 2');
    for (let time = 0; time < 2; time++) assert.ok((await examine()).codes.includes('store-older'));
  });

  it('goes on where there is nothing at all, and makes nothing', async () => {
    const { code, codes } = await examine({ dataDir: folder.path('khác'), json: true });
    assert.equal(code, 1);
    assert.equal(codes[0], 'store-unusable');
    assert.ok(codes.includes('pages-built') && codes.includes('certificate-elsewhere'));
    await assert.rejects(readFile(folder.path('khác')), /ENOENT/);
  });

  it('takes the simulated service over a try-out', async () => {
    const store = await openStore(folder.path('thử'));
    await markTryOut(store);
    await store.close();
    const { codes } = await examine({ dataDir: folder.path('thử'), population: { register: 'invented' } });
    assert.ok(codes.includes('population-simulated') && codes.includes('key-missing'));
    const wrong = await examine({ dataDir: folder.path('thử'), population: { register: 'national' } });
    assert.ok(wrong.codes.includes('population-refused') && wrong.code === 1);
  });

  it('takes the national service over a real store', async () => {
    assert.ok((await examine({ population: { register: 'national' } })).codes.includes('population-national'));
  });

  it('wants room for a backup', async () => {
    const facts = { bytes: Number.MAX_SAFE_INTEGER / 4, schema: 3, knownSchema: 3, tryOut: false, newestEventAt: null };
    assert.equal(examineDisk(folder.path('data'), facts).code, 'disk-low');
  });

  it('refuses an origin that is none', async () => {
    const io = captureIo();
    assert.equal(await runCommandLine(['doctor', '--public-origin', 'http://x'], io, folder.path('home')), 2);
    assert.match(io.stderr(), /--public-origin/);
  });
});
