import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { PushAnswer } from '../../contract/schemas/push.ts';
import type { StatusPage } from '../../contract/schemas/status.ts';
import { COMPARED_FIELDS, FLAGS } from '../../contract/verdict.ts';
import { writeQuery } from '../../server/population/lgsp/write-query.ts';
import { type Citizen, inventCitizen } from '../../server/population/people/invent-citizen.ts';
import type { ClaimAnswer } from '../../server/population/population-adapter.ts';
import { campaignDraft } from '../server/campaign-draft.ts';
import { COLUMNS, pupil, pushOf } from '../server/invented-rows.ts';
import { claimOf, SEED } from '../server/population/claim-of.ts';
import { listFile, type ResultTable } from '../server/population/csdl/carried-world.ts';
import { lgspConfig } from '../server/population/lgsp/lgsp-config-of.ts';
import { ServerWorld } from '../server/server-world.ts';
import { StubAdapter } from '../server/stub-adapter.ts';
import { canaryRole, canaryTexts, inventCanaries } from '../support/canaries.ts';
import { CanaryRun } from '../support/canary-run.ts';
import { CanarySearch } from '../support/canary-search.ts';
import { fixtureBytes } from '../xlsx/workbook-fixture.ts';

/** Promise 5: a verdict discloses nothing of the register: only which field differs. The server's half. */
describe('promise: a verdict discloses nothing', () => {
  const TRUTH = ['Trần Thị Sự Thật', '19990909', 'Xã Có Thật', '001199000777'];
  let world: ServerWorld;

  before(async () => {
    const adapter = new StubAdapter();
    // An adapter that forgot the contract and passes on what the service told it.
    adapter.answer = async (claims) =>
      claims.map(
        ({ requestId }, index) =>
          ({
            requestId,
            transport: 'answered',
            outcome: index === 0 ? TRUTH[0] : 'differs',
            compared: ['fullName', TRUTH[0], 'sex'],
            flags: ['differs.name', TRUTH[1], `differs.residence: ${TRUTH[2]}`],
            HoVaTen: TRUTH[0],
            cha: { SoDinhDanh: TRUTH[3] },
            toString: () => TRUTH.join(),
          }) as unknown as ClaimAnswer,
      );
    world = await ServerWorld.start({ population: adapter });
    await world.push(pushOf([pupil(1), pupil(2)]));
    await world.server.whenIdle();
  });
  after(() => world.close());

  const assertSilent = (text: string, where: string) => {
    for (const value of TRUTH) assert.ok(!text.includes(value), `${value} in ${where}`);
  };

  it('in no answer of the API', async () => {
    const page = await world.statuses();
    assertSilent(JSON.stringify(page), 'statuses');
    const told = page.items.find((item) => item.outcome === 'differs');
    assert.deepEqual(told?.compared, ['fullName', 'sex']);
    assert.deepEqual(told?.flags, ['differs.name']);
    for (const item of page.items) {
      assert.ok(item.compared.every((field) => COMPARED_FIELDS.includes(field)));
      assert.ok(item.flags.every((flag) => FLAGS.includes(flag)));
    }
    const workbook = await world.get('/api/v1/workbooks/student', await world.token('vanthu.a')).responseType('blob');
    assertSilent(String(workbook.body), 'workbook');
  });

  it('in no log line', () => {
    assert.ok(world.logLines.length > 0);
    assertSilent(world.logLines.join('\n'), 'log');
  });

  it('in no file of the data folder', async () => {
    await world.restart({ population: null });
    const files = readdirSync(world.dataDir);
    assert.ok(files.includes('so-sach.sqlite'));
    let kept = 0;
    for (const file of files) {
      const text = readFileSync(join(world.dataDir, file)).toString('utf8');
      assertSilent(text, file);
      kept += text.split('differs.name').length - 1;
    }
    assert.ok(kept > 0, 'the verdict itself is there to be found');
  });
});

/**
 * The same over real processes: the register holds values that nothing typed leads to, and they are looked for in everything that a
 * full run answers, prints and writes.
 */
describe('promise: what the register holds stays in the register', () => {
  const canaries = inventCanaries();
  const search = new CanarySearch(canaryTexts(canaries));
  const run = new CanaryRun();
  const PUPILS = Array.from({ length: 15 }, (_, index) => inventCitizen(SEED, 20 + index));

  before(() => run.startService(canaries));
  after(() => run.close());

  const sectorCode = ({ index }: Citizen) => `01${String(index).padStart(8, '0')}`;
  const row = (citizen: Citizen, number: number) => {
    const { rowId, cells } = pupil(number, {
      fullName: citizen.fullName,
      birthDate: citizen.yearOnly ? citizen.birthDate.year : { kind: 'date', ...citizen.birthDate },
      sex: citizen.sex === 'male' ? 'Nam' : 'Nữ',
      ethnicity: citizen.ethnicity,
      citizenId: citizen.citizenId,
      province: citizen.province,
      ward: citizen.ward,
    });
    return { rowId, cells: [sectorCode(citizen), ...cells] };
  };
  const push = (workbookId: string) =>
    run.json<PushAnswer>('POST', '/api/v1/pushes', 'vanthu.a', {
      ...pushOf(PUPILS.map(row), { workbookId, campaign: workbookId }),
      columns: ['ministryId', ...COLUMNS],
    });
  async function whenAnswered(workbookId: string): Promise<StatusPage['items']> {
    for (;;) {
      const page = await run.json<StatusPage>(
        'GET',
        `/api/v1/statuses?limit=1000&workbookId=${workbookId}`,
        'vanthu.a',
      );
      if (page.waiting === 0 && page.items.length === PUPILS.length) return page.items;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const assertNothing = () => {
    const found = [...run.everything()].flatMap(([where, bytes]) => search.find(bytes, [where]));
    assert.deepEqual(found, []);
  };
  /** The rest of a day's work around what was asked, and what an operator does beside it. */
  async function walk(items: StatusPage['items']): Promise<void> {
    const records = items.map(({ recordId }) => recordId);
    const failed = items.filter(({ outcome }) => outcome !== null && outcome !== 'match').slice(0, 3);
    for (const action of ['ask-notice', 'guide-to-police', 'await-number']) {
      const rows = failed.map(({ recordId, round }) => ({ recordId, round }));
      await run.fetch('POST', '/api/v1/loop-actions', 'vanthu.a', { action, rows });
    }
    const campaign = await run.fetch('POST', '/api/v1/campaigns', 'canbo.x1', campaignDraft({ units: null }));
    const { campaignId = 'khong-co' } = JSON.parse(campaign.bytes.toString()) as { campaignId?: string };
    await run.walkRoutes({ template: ['student', 'staff', 'results'], campaignId: [campaignId], recordId: records });
    await run.fetch('POST', '/api/v1/pushes', 'vanthu.a', { rows: [{ ...row(PUPILS[0]!, 1), rowId: 'x' }] });
    const data = ['--data', run.dataDir];
    const out = (name: string) => ['--out', join(run.folder, `${Date.now()}-${name}`)];
    assert.equal(await run.command('backup', ...out('sao-luu.tar.gz'), ...data), 0);
    await run.command('support-bundle', ...out('ho-tro.zip'), ...data);
    await run.command('doctor', '--json', ...data);
    await run.command('audit', 'verify', ...data);
    await run.command('keys', 'list', ...data);
  }

  it('with the simulated service', async () => {
    await run.makeStore('thu', true);
    await run.serve({ SOSACH_POPULATION: run.serviceUrl });
    await push('so-mot');
    const items = await whenAnswered('so-mot');
    for (const flag of ['differs.name', 'differs.birthDate', 'differs.residence', 'differs.sex'] as const) {
      assert.ok(
        items.some(({ flags }) => flags.includes(flag)),
        `the register disagrees in ${flag}`,
      );
    }
    await walk(items);
    await run.crashServer();
    assertNothing();
  });

  it('with the connection of a Sở, which gets whole records with the family in them', async () => {
    const forms = { soap: 'soap', json: 'json/TraCuuThongTinCongDan' } as const;
    for (const [form, path] of Object.entries(forms)) {
      await run.serve({
        SOSACH_POPULATION: 'lgsp',
        SOSACH_LGSP_URL: `${run.serviceUrl}/lgsp/${path}`,
        SOSACH_LGSP_FORM: form,
        SOSACH_LGSP_OPERATION: 'look-up',
        SOSACH_LGSP_ACCESS: 'none',
        SOSACH_LGSP_REGISTER: 'invented',
        SOSACH_LGSP_RATE_PER_MINUTE: '6000',
        SOSACH_VERIFICATION_OFFICER: 'CB-SO-01',
      });
      await push(`so-${form}`);
      const items = await whenAnswered(`so-${form}`);
      assert.ok(items.some(({ flags }) => flags.includes('differs.residence')));
      if (form === 'soap') await walk(items);
      await run.crashServer();
    }
    assertNothing();
  });

  it('with questions carried to CSDL ngành, and a list that tells more than it should', async () => {
    await run.makeStore('that', false);
    await run.serve({ SOSACH_POPULATION: 'csdl' });
    await push('so-tay');
    await run.fetch('POST', '/api/v1/carried/questions', 'vanthu.a');
    const { name, ward, father, fatherNumber, birthDate } = canaries;
    const told = `Họ tên đúng: ${name}; ngày sinh đúng: ${birthDate}; thường trú ${ward}`;
    const header = [
      'Mã định danh',
      'Số ĐDCN',
      'Trạng thái xác thực',
      'Lý do',
      'Họ tên theo CSDLQG về dân cư',
      'Cha',
      name,
    ];
    const table: ResultTable = [
      [told],
      header,
      ...PUPILS.map((citizen, at) => [
        sectorCode(citizen),
        citizen.citizenId,
        ['Đã xác thực', 'Sai thông tin', told][at % 3] ?? '',
        at % 3 === 1 ? told : '',
        name,
        `${father} ${fatherNumber}`,
        told,
      ]),
      [fatherNumber, fatherNumber, told, told],
    ];
    const whole = await listFile(table);
    const taken = await run.json<{ applied: number }>('POST', '/api/v1/carried/answers', 'vanthu.a', whole);
    assert.equal(taken.applied, 10);
    for (const file of [
      whole.subarray(0, 900),
      await listFile([
        [name, ward],
        [father, told],
      ]),
      Buffer.from(`<html><table><tr><td>${told}</td></tr></table>`),
      await fixtureBytes({
        sheets: [
          {
            name: name.slice(0, 31),
            cells: [
              ['Số ĐDCN', told],
              [fatherNumber, told],
            ],
          },
        ],
      }),
    ]) {
      assert.equal((await run.fetch('POST', '/api/v1/carried/answers', 'vanthu.a', file)).status, 422);
    }
    const { items } = await run.json<StatusPage>('GET', '/api/v1/statuses?limit=1000', 'vanthu.a');
    await walk(items);
    await run.command('csdl', 'export', '--unit', 'T-A', '--out', join(run.folder, 'nop.xlsx'), '--data', run.dataDir);
    await run.crashServer();
    assertNothing();
  });

  it('though the service really tells it, and the search sees it wherever it is put', async () => {
    const moved = PUPILS.find(({ index }) => canaryRole(index) === 'residence');
    assert.ok(moved);
    const url = `${run.serviceUrl}/lgsp/json`;
    const body = writeQuery(claimOf(moved), lgspConfig({ url, form: 'json', operation: 'look-up' }));
    const headers = { 'content-type': 'application/json' };
    const told = await fetch(`${url}/TraCuuThongTinCongDan`, { method: 'POST', headers, body });
    const seen = new Set(search.find(Buffer.from(await told.arrayBuffer()), ['service']).map(({ value }) => value));
    for (const value of [canaries.father, canaries.motherNumber, canaries.ward]) assert.ok(seen.has(value), value);

    const found = (bytes: Uint8Array) => search.find(bytes, ['planted']).map(({ value, form }) => `${form} ${value}`);
    const { name } = canaries;
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    for (const spelt of [
      name,
      name.normalize('NFD'),
      name.toUpperCase(),
      name.toLowerCase(),
      plain,
      plain.toUpperCase(),
    ]) {
      const utf8 = Buffer.from(spelt);
      const ways: readonly Buffer[] = [
        utf8,
        Buffer.from(spelt, 'utf16le'),
        Buffer.from(spelt, 'utf16le').swap16(),
        ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${spelt} sau`).toString('base64'))),
        ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${spelt} sau`).toString('base64url'))),
        Buffer.from(utf8.toString('hex')),
        Buffer.from(encodeURIComponent(spelt)),
        gzipSync(utf8),
        Buffer.concat([Buffer.from('trước'), gzipSync(gzipSync(`x ${spelt} y`)), Buffer.from('sau')]),
        Buffer.from(await fixtureBytes({ sheets: [{ name: 'A', cells: [[`trước ${spelt} sau`]] }] })),
      ];
      for (const [at, bytes] of ways.entries()) assert.ok(found(bytes).length > 0, `${spelt} in way ${at}`);
    }
    assert.deepEqual(found(Buffer.from('Nguyễn Văn An, 12/03/2010')), []);

    // In the pages of the run's own database, the journal included, and in its backup.
    const file = join(run.folder, 'that', 'so-sach.sqlite');
    for (const end of ['', '-wal']) copyFileSync(file + end, join(run.folder, `gieo.sqlite${end}`));
    const database = new Database(join(run.folder, 'gieo.sqlite'));
    database.prepare(`UPDATE units SET name = ? WHERE code = 'T-A'`).run(`${'x'.repeat(5000)}${canaries.mother}`);
    const planted = [...run.everything()].flatMap(([where, bytes]) => search.find(bytes, [where]));
    database.close();
    assert.ok(planted.length > 0 && planted.every(({ value }) => value === canaries.mother));
    assert.ok(planted.some(({ path: [where] }) => where?.startsWith('file gieo.sqlite-wal')));
    writeFileSync(join(run.folder, 'sao-luu-gieo.gz'), gzipSync(readFileSync(join(run.folder, 'gieo.sqlite'))));
    assert.ok(search.find(readFileSync(join(run.folder, 'sao-luu-gieo.gz')), ['backup']).length > 0);
  });
});
