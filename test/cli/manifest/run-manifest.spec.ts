import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../cli/command-line.ts';
import { captureIo } from '../capture-io.ts';
import { type TempFolder, tempFolder } from '../temp-folder.ts';

const HOME = fileURLToPath(new URL('../../../', import.meta.url));

describe('sosach manifest', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
  });

  afterEach(async () => {
    await folder.remove();
  });

  async function run(args: readonly string[], home = HOME) {
    const io = captureIo();
    const code = await runCommandLine(['manifest', ...args], io, home);
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  const written = () => readdir(folder.path('.'));

  it('writes the manifest for a server, with id and version as they are, and finds it sound', async () => {
    const out = folder.path('manifest.xml');
    const made = await run(['--origin', 'https://so-sach.example.edu.vn/', '--out', out]);
    assert.deepEqual([made.code, made.stderr], [0, '']);
    assert.equal(
      made.stdout,
      `${out}: manifest đúng, cho máy chủ https://so-sach.example.edu.vn / a sound manifest, for that server\n`,
    );
    const ours = await readFile(`${HOME}manifest.xml`, 'utf8');
    const text = await readFile(out, 'utf8');
    assert.equal(text, ours.replaceAll('https://localhost:8788', 'https://so-sach.example.edu.vn'));
    assert.deepEqual(await run(['--check', out]), made);
  });

  for (const origin of ['https://localhost:9001', 'https://127.0.0.1', 'https://may.localhost']) {
    it(`says of ${origin} that no other computer reaches it`, async () => {
      const { code, stdout } = await run(['--origin', origin, '--out', folder.path('manifest.xml')]);
      assert.equal(code, 0);
      assert.match(stdout, /lưu ý: địa chỉ này chỉ mở được trên chính máy đang chạy/);
    });
  }

  for (const origin of [
    'http://so-sach.example.edu.vn',
    'https://so-sach.example.edu.vn/khung/',
    'https://so-sach.example.edu.vn?x',
    'https://so-sach.example.edu.vn#x',
    'https://ten:mk@so-sach.example.edu.vn',
    'https://so sach.example',
    'so-sach.example.edu.vn',
    '',
  ]) {
    it(`refuses “${origin}” in one line, and writes nothing`, async () => {
      const { code, stdout, stderr } = await run(['--origin', origin, '--out', folder.path('manifest.xml')]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^--origin .*: cần dạng https:\/\/ten-may-chu .*\n$/);
      assert.deepEqual(await written(), []);
    });
  }

  it('refuses a command line that does not say what to do', async () => {
    for (const args of [[], ['--origin', 'https://a.vn'], ['--out', 'a.xml'], ['--check', 'a.xml', '--out', 'b.xml']]) {
      const { code, stdout, stderr } = await run(args);
      assert.deepEqual([code, stdout, stderr.split('\n').length], [2, '', 2], args.join(' '));
    }
  });

  it('tells each fault of a file in a line, by file and line, and exits 1', async () => {
    const file = folder.path('sua-tay.xml');
    const ours = await readFile(`${HOME}manifest.xml`, 'utf8');
    await writeFile(file, ours.replace('"https://localhost:8788/khung/"', '"http://localhost:8788/khung/"'));
    const { code, stdout } = await run(['--check', file]);
    const line = ours.split('\n').findIndex((text) => text.includes('/khung/')) + 1;
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `${file}:${line}: <SourceLocation>: “http://localhost:8788/khung/” không phải https; Office không mở địa chỉ khác / ` +
        '<SourceLocation>: “http://localhost:8788/khung/” is not https; Office opens nothing else [address-not-https]\n',
    );
  });

  it('says in one line that a file is not there', async () => {
    const { code, stdout, stderr } = await run(['--check', folder.path('khong-co.xml')]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /khong-co\.xml: không mở được tệp .*ENOENT/);
  });

  it('writes nothing when the installation’s own manifest has a fault', async () => {
    await mkdir(folder.path('home/addin/pane'), { recursive: true });
    await cp(`${HOME}addin/pane/public`, folder.path('home/addin/pane/public'), { recursive: true });
    const ours = await readFile(`${HOME}manifest.xml`, 'utf8');
    await writeFile(folder.path('home/manifest.xml'), ours.replace('ReadWriteDocument', 'ReadDocument'));
    const out = folder.path('manifest.xml');
    const { code, stdout } = await run(['--origin', 'https://a.example', '--out', out], folder.path('home'));
    assert.equal(code, 1);
    assert.match(stdout, /\[value-wrong\]/);
    assert.deepEqual(await written(), ['home']);
  });
});
