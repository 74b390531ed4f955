import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { UsageError } from '../../../cli/cli-io.ts';
import { knownVariables, readSettings } from '../../../cli/config/read-settings.ts';
import type { Setting } from '../../../cli/config/setting.ts';
import { SECTIONS, SETTINGS } from '../../../cli/config/settings.ts';
import { type TempFolder, tempFolder } from '../temp-folder.ts';

const ALL: readonly Setting[] = Object.values(SETTINGS);

describe('the settings', () => {
  let folder: TempFolder;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  function refused(environment: Record<string, string>, reason: RegExp, flags = {}): void {
    assert.throws(
      () => readSettings(flags, environment),
      (error: unknown) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, /^[^\n]+$/, 'one line');
        assert.match(error.message, reason);
        return true;
      },
    );
  }

  it('take the option before the environment, and the environment before the default', () => {
    const none = readSettings({}, {});
    assert.deepEqual([none.settings.port, none.sources.port], [8787, 'default']);
    assert.deepEqual([none.settings.publicOrigin, none.sources.publicOrigin], [undefined, 'default']);
    const set = readSettings({}, { SOSACH_PORT: '9000', HOME: '/nowhere' });
    assert.deepEqual([set.settings.port, set.sources.port], [9000, 'environment']);
    const both = readSettings({ port: '9001' }, { SOSACH_PORT: '9000' });
    assert.deepEqual([both.settings.port, both.sources.port], [9001, 'flag']);
  });

  it('take several Office hosts, with a port or any', () => {
    const { settings } = readSettings(
      {},
      { SOSACH_OFFICE_HOSTS: 'https://van-phong.example, https://*.a.vn:* ,http://b:81' },
    );
    assert.deepEqual(settings.officeHost, ['https://van-phong.example', 'https://*.a.vn:*', 'http://b:81']);
  });

  it('have defaults that they would take themselves, and names of their own', () => {
    for (const { variable, kind, fallback } of ALL) {
      if (fallback !== undefined) assert.deepEqual(kind.schema.parse(String(fallback)), fallback, variable);
      assert.match(variable, /^(?:SOSACH|DATABASE)_[A-Z]+(?:_[A-Z]+)*$/);
    }
    const variables = knownVariables();
    assert.equal(new Set(variables).size, variables.length);
    const inSections = SECTIONS.flatMap(({ settings }) => Object.keys(settings));
    assert.deepEqual([...inSections].sort(), Object.keys(SETTINGS).sort(), 'each stands in one section');
  });

  it('refuse a variable that there is not, and name the one that was meant', () => {
    refused({ SOSACH_PROT: '1' }, /SOSACH_PROT: không có thiết lập này.*did you mean SOSACH_PORT\?/);
    refused({ SOSACH_PORT_FILE: '/x' }, /SOSACH_PORT_FILE/);
    refused({ SOSACH_QUITE_ANOTHER_THING: '1' }, /SOSACH_QUITE_ANOTHER_THING.*sosach settings/);
  });

  it('refuse a bad value in one line: which, why, what is allowed', () => {
    for (const [variable, value, reason] of [
      ['SOSACH_PORT', 'x', /SOSACH_PORT=x: cần số nguyên từ 0 đến 65534 \(a whole number from 0 to 65534\)/],
      ['SOSACH_PORT', '-1', /65534/],
      ['SOSACH_PORT', '1e3', /65534/],
      ['SOSACH_PORT', '65535', /65534/],
      ['SOSACH_PORT', '', /SOSACH_PORT: trống.*leave it out/],
      ['SOSACH_LOG', 'loud', /SOSACH_LOG=loud: chỉ có debug, info, warn, silent/],
      ['SOSACH_PUBLIC_ORIGIN', 'http://x', /SOSACH_PUBLIC_ORIGIN=http:\/\/x: cần dạng https/],
      ['SOSACH_TRUSTED_PROXIES', 'all', /SOSACH_TRUSTED_PROXIES=all/],
      ['SOSACH_OFFICE_HOSTS', 'https://a.vn, b', /SOSACH_OFFICE_HOSTS/],
      ['SOSACH_OFFICE_HOSTS', ',', /SOSACH_OFFICE_HOSTS/],
      ['SOSACH_OFFICE_HOSTS', "https://a.vn 'unsafe-inline'; x", /SOSACH_OFFICE_HOSTS/],
      ['SOSACH_POPULATION', 'localhost:8786', /SOSACH_POPULATION/],
      ['SOSACH_POPULATION', 'http://ten:mat-khau@may', /SOSACH_POPULATION/],
      ['SOSACH_VERIFICATION_CONCURRENCY', '0', /từ 1 đến 64/],
    ] as const) {
      refused({ [variable]: value }, reason);
    }
    refused({}, /^--port x: cần số nguyên/, { port: 'x' });
    refused({ SOSACH_LOG: 'warn\nx' }, /SOSACH_LOG=warn x/);
  });

  it('never say what a secret is, not even a bad one', async () => {
    assert.throws(
      () => readSettings({}, { SOSACH_METRICS_TOKEN: 'ngắn quá' }),
      (error: Error) =>
        /^SOSACH_METRICS_TOKEN: cần 16–1000 ký tự/.test(error.message) && !error.message.includes('ngắn'),
    );
  });

  it('take secrets from a file too, without the line break at its end', async () => {
    const file = folder.path('token');
    await writeFile(file, 'một mã đủ dài để dùng\r\n');
    const { settings, sources } = readSettings({}, { SOSACH_METRICS_TOKEN_FILE: file });
    assert.deepEqual([settings.metricsToken, sources.metricsToken], ['một mã đủ dài để dùng', 'file']);
    refused({ SOSACH_METRICS_TOKEN_FILE: file, SOSACH_METRICS_TOKEN: 'x'.repeat(16) }, /chỉ đặt một trong hai/);
    refused({ SOSACH_METRICS_TOKEN_FILE: folder.path('none') }, /SOSACH_METRICS_TOKEN_FILE=.*ENOENT/);
    await mkdir(folder.path('folder'));
    refused({ SOSACH_METRICS_TOKEN_FILE: folder.path('folder') }, /EISDIR/);
    await writeFile(file, '\n');
    refused({ SOSACH_METRICS_TOKEN_FILE: file }, /SOSACH_METRICS_TOKEN: trống/);
  });

  it('refuse in one line or take what they allow, whatever is written', () => {
    const variable = fc.constantFrom(...ALL.map((setting) => setting.variable));
    fc.assert(
      fc.property(variable, fc.string({ unit: 'binary' }), (name, value) => {
        try {
          readSettings({}, { [name]: value });
        } catch (error) {
          assert.ok(error instanceof UsageError && !error.message.includes('\n') && error.message.startsWith(name));
        }
      }),
      { numRuns: 300 },
    );
  });
});
