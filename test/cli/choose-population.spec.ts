import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { choosePopulation, examineChoice } from '../../cli/choose-population.ts';
import { knownVariables, readSettings } from '../../cli/config/read-settings.ts';
import { isCarried } from '../../server/population/carried-adapter.ts';
import { ServerError } from '../../server/server-error.ts';
import { PEOPLE } from '../server/population/claim-of.ts';
import { listFile, questionOf } from '../server/population/csdl/carried-world.ts';
import { certificates } from '../server/population/lgsp/certificates.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const choose = (environment: Readonly<Record<string, string>>) =>
  choosePopulation(readSettings({}, environment).settings);

const LGSP = {
  SOSACH_POPULATION: 'lgsp',
  SOSACH_LGSP_URL: 'https://lgsp.example.vn/dan-cu',
  SOSACH_VERIFICATION_OFFICER: 'CB-SO-01',
};
const SECRET = 'rat-bi-mat-000';

describe('choosing the population service', () => {
  let folder: TempFolder;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  const refused = (environment: Readonly<Record<string, string>>, ...variables: readonly string[]) =>
    assert.throws(
      () => choose(environment),
      (error: unknown) => {
        assert.ok(error instanceof ServerError && error.code === 'lgsp-config-invalid');
        assert.ok(error.text.vi.includes(`: ${variables.join(', ')}.`), error.text.vi);
        assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(SECRET));
        return true;
      },
    );

  it('is nobody unless one is named', () => {
    assert.equal(choose({}), null);
  });

  it('is the simulated one by its address, and the connection of the Sở by its name', () => {
    const simulated = choose({ SOSACH_POPULATION: 'http://127.0.0.1:7070' });
    assert.deepEqual([simulated?.id, simulated?.register], ['simulated', 'invented']);
    const lgsp = choose({ ...LGSP, SOSACH_LGSP_RATE_PER_MINUTE: '120' });
    assert.ok(lgsp && !isCarried(lgsp));
    assert.deepEqual([lgsp.id, lgsp.register, lgsp.ratePerSecond, lgsp.batchSize], ['lgsp', 'national', 2, 1]);
  });

  it('is carried by hand by the name of CSDL ngành, with the words that the operator added', async () => {
    const csdl = choose({ SOSACH_POPULATION: 'csdl', SOSACH_CSDL_WORDS: 'Đã qua bước 2=match; Chờ, bước 1=waiting' });
    assert.ok(isCarried(csdl));
    assert.equal(csdl.register, 'national');
    const question = questionOf(PEOPLE.plain);
    const list = await listFile([
      ['Số ĐDCN', 'Trạng thái xác thực'],
      [PEOPLE.plain.citizenId, 'đã qua bước 2'],
    ]);
    const read = await csdl.readAnswers(list, [question]);
    assert.ok('answers' in read && read.answers[0]?.outcome === 'match');
    assert.throws(() => choose({ SOSACH_CSDL_WORDS: 'Đạt=dung' }), /SOSACH_CSDL_WORDS/);
  });

  it('asks nobody in the name of an officer who does not exist', () => {
    const { SOSACH_VERIFICATION_OFFICER: _officer, ...rest } = LGSP;
    refused(rest, 'SOSACH_VERIFICATION_OFFICER');
  });

  const wrong: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
    ['plain http to another machine', { SOSACH_LGSP_URL: 'http://lgsp.example.vn' }, ['SOSACH_LGSP_URL']],
    ['a granted code without an account', { SOSACH_LGSP_SERVICE_CODE: 'G22' }, ['SOSACH_LGSP_ACCOUNT']],
    [
      'a signature without user and secret',
      { SOSACH_LGSP_ACCESS: 'basic' },
      ['SOSACH_LGSP_USER', 'SOSACH_LGSP_SECRET'],
    ],
    [
      'a token without its end point and partner',
      {
        SOSACH_LGSP_ACCESS: 'token',
        SOSACH_LGSP_ACCESS_KEY: 'k',
        SOSACH_LGSP_SECRET_KEY: SECRET,
        SOSACH_LGSP_APP_NAME: 'a',
      },
      ['SOSACH_LGSP_TOKEN_URL', 'SOSACH_LGSP_PARTNER_CODE', 'SOSACH_LGSP_PARTNER_CODE_CUS'],
    ],
    ['a certificate without a key', { SOSACH_LGSP_CERTIFICATE: SECRET }, ['SOSACH_LGSP_CERTIFICATE_KEY']],
    [
      'a certificate that is none',
      { SOSACH_LGSP_CERTIFICATE: SECRET, SOSACH_LGSP_CERTIFICATE_KEY: SECRET },
      ['SOSACH_LGSP_CERTIFICATE_KEY'],
    ],
    ['a rehearsal on another machine', { SOSACH_LGSP_REGISTER: 'invented' }, ['SOSACH_LGSP_REGISTER']],
  ];
  for (const [title, environment, variables] of wrong) {
    it(`refuses ${title}, naming ${variables.join(', ')} and no value`, () => {
      refused({ ...LGSP, ...environment }, ...variables);
    });
  }

  it('names everything that is missing when only the name of the service is given', () => {
    refused({ SOSACH_POPULATION: 'lgsp' }, 'SOSACH_LGSP_URL', 'SOSACH_VERIFICATION_OFFICER');
  });

  it('takes certificate, key and authority from files', async () => {
    const { ca, client } = await certificates();
    const files: Record<string, string> = {};
    for (const [variable, text] of Object.entries({
      SOSACH_LGSP_CERTIFICATE: client.cert,
      SOSACH_LGSP_CERTIFICATE_KEY: client.key,
      SOSACH_LGSP_AUTHORITY: ca,
    })) {
      await writeFile(folder.path(variable), text);
      files[`${variable}_FILE`] = folder.path(variable);
    }
    assert.equal(choose({ ...LGSP, ...files })?.id, 'lgsp');
  });

  it('tells an examination which register is asked, or why none can be', () => {
    const examined = (environment: Readonly<Record<string, string>>) =>
      examineChoice(readSettings({}, environment).settings);
    assert.equal(examined({}), null);
    assert.ok((examined(LGSP) as { register: string }).register === 'national');
    const fault = examined({ SOSACH_POPULATION: 'lgsp' });
    assert.ok(fault && 'fault' in fault && fault.fault.vi.includes('SOSACH_LGSP_URL'));
  });
});

describe('the pages of docs/ about settings', () => {
  it('name variables that there are', () => {
    const docs = new URL('../../docs/', import.meta.url);
    const known = new Set(knownVariables());
    for (const page of readdirSync(docs).filter((name) => name.endsWith('.md'))) {
      const named = readFileSync(new URL(page, docs), 'utf8').match(/SOSACH_[A-Z_]*[A-Z](?![A-Z_]*…)/g) ?? [];
      for (const variable of named) assert.ok(known.has(variable), `${page}: ${variable}`);
    }
  });
});
