import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../cli/command-line.ts';
import { configurationText, describeSettings } from '../../../cli/config/describe-settings.ts';
import { readSettings } from '../../../cli/config/read-settings.ts';
import type { Setting } from '../../../cli/config/setting.ts';
import { SETTINGS } from '../../../cli/config/settings.ts';
import { settingsPage } from '../../../cli/config/settings-page.ts';
import { captureIo } from '../capture-io.ts';
import { type TempFolder, tempFolder } from '../temp-folder.ts';

const PAGE = fileURLToPath(new URL('../../../docs/configuration.md', import.meta.url));
const ALL: readonly Setting[] = Object.values(SETTINGS);

describe('the printed configuration', () => {
  let folder: TempFolder;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(args, io, folder.path('home'));
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('says each setting with its value and where it came from', () => {
    const text = configurationText(readSettings({ host: '0.0.0.0' }, { SOSACH_PORT: '9000' }));
    assert.match(text, /^SOSACH_HOST += 0\.0\.0\.0 {2}\[tùy chọn \/ option\]$/m);
    assert.match(text, /^SOSACH_PORT += 9000 {2}\[môi trường \/ environment\]$/m);
    assert.match(text, /^SOSACH_LOG += warn {2}\[mặc định \/ default\]$/m);
    assert.match(text, /^SOSACH_PUBLIC_ORIGIN += – {2}\[mặc định \/ default\]$/m);
    assert.equal(text.split('\n').length - 1, ALL.length);
  });

  it('says of a secret only that it is set', () => {
    const secrets = ALL.filter(({ secret }) => secret);
    assert.ok(secrets.length > 1);
    for (const { variable, kind } of secrets) {
      const value = [
        'bi-mat-khong-ai-biet',
        'a'.repeat(20),
        `https://bi-mat.example`,
        'postgres://bi-mat@may/so_sach',
      ].find((text) => kind.schema.safeParse(text).success);
      assert.ok(value, variable);
      const configuration = readSettings({}, { [variable]: value });
      const described = describeSettings(configuration).find((setting) => setting.variable === variable);
      assert.deepEqual([described?.value, described?.source], ['(set)', 'environment']);
      assert.ok(!configurationText(configuration).includes(value), variable);
    }
  });

  it('is printed by serve, which then starts nothing', async () => {
    const { code, stdout, stderr } = await run('serve', '--print-config', '--data', folder.path('data'), '--port', '0');
    assert.deepEqual([code, stderr], [0, '']);
    assert.ok(stdout.includes(`= ${folder.path('data')}  [tùy chọn / option]`));
    assert.deepEqual(readdirSync(folder.path('.')), []);
    // The first to load the whole server, on a machine that may be busy.
  });

  it('knows every option of serve', async () => {
    const { stdout } = await run('serve', '--help');
    const options = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map((match) => match[1]);
    const flags = ALL.flatMap(({ flag }) => flag ?? []);
    assert.deepEqual(options.sort(), [...flags, '--print-config'].sort());
  });

  it('holds for the commands of administration, too', async () => {
    const before = process.env.SOSACH_DATA;
    process.env.SOSACH_DATA = folder.path('elsewhere');
    try {
      for (const args of [
        ['user', 'reset', 'vanhanh'],
        ['audit', 'verify'],
        ['backup', '--out', 'x'],
      ]) {
        const { code, stderr } = await run(...args);
        assert.equal(code, 2);
        assert.ok(stderr.includes('elsewhere') && stderr.includes('[store-missing]'), stderr);
      }
      assert.match((await run('doctor')).stdout, /elsewhere/);
    } finally {
      if (before === undefined) delete process.env.SOSACH_DATA;
      else process.env.SOSACH_DATA = before;
    }
  });
});

describe('docs/configuration.md', () => {
  it('says what the table of the settings says', () => {
    const isCurrent = readFileSync(PAGE, 'utf8') === settingsPage();
    assert.ok(isCurrent, 'docs/configuration.md is not the table: run "npm run docs:configuration" and commit it');
  });

  it('is also told by sosach settings, each with its meaning', async () => {
    const io = captureIo();
    assert.equal(await runCommandLine(['settings'], io, '.'), 0);
    for (const { variable, meaning } of ALL) {
      assert.ok(io.stdout().includes(`${variable}`) && io.stdout().includes(meaning.vi), variable);
    }
  });
});
