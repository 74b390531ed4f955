import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import ExcelJS from 'exceljs';
import { workbookMaker } from '../../cli/make-workbook.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { Campaign, UnitProgress } from '../../contract/schemas/campaign.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { getLayout } from '../../templates/layouts.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { signedText, type WorkbookIdentity } from '../../templates/workbook-identity.ts';
import { WorkbookPackage } from '../../xlsx/package/workbook-package.ts';
import { readZipDirectory } from '../../xlsx/package/zip-directory.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { campaignDraft } from './campaign-draft.ts';
import { citizenId, pupil, pushOf } from './invented-rows.ts';
import { problemOf, ServerWorld } from './server-world.ts';

describe('campaigns', () => {
  let world: ServerWorld;
  beforeEach(async () => {
    world = await ServerWorld.start({ makeWorkbook: workbookMaker() });
  });
  afterEach(() => world.close());

  const open = async (draft = campaignDraft(), as = 'canbo.x1'): Promise<Campaign> => {
    const { status, body } = await world.tryOpenCampaign(draft, { as });
    assert.equal(status, 200, JSON.stringify(body));
    return ROUTES.createCampaign.answer.schema.parse(body);
  };
  const progress = async ({ campaignId }: Campaign, as = 'canbo.x1'): Promise<UnitProgress[]> => {
    const { body } = await world.get(`/api/v1/campaigns/${campaignId}/units`, await world.token(as));
    return ROUTES.listCampaignUnits.answer.schema.parse(body).items;
  };
  const kindOf = (units: readonly UnitProgress[], code: string) => units.find(({ unit }) => unit === code)?.kinds[0];
  const bytes = async (path: string, as: string): Promise<Uint8Array> => {
    const { status, body } = await world
      .get(path, await world.token(as))
      .buffer()
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      });
    assert.equal(status, 200);
    return new Uint8Array(body);
  };

  it('is opened for every school in operation below the officer, or for those that are named', async () => {
    const all = await open();
    assert.deepEqual(
      (await progress(all)).map(({ unit }) => unit),
      ['T-A', 'T-B'],
    );
    const one = await open(campaignDraft({ units: ['T-B', 'T-B'] }));
    assert.equal(one.unitCount, 1);
    const school = await world.store.units.find('T-A');
    assert.ok(school);
    await world.store.units.upsert([{ ...school, validTo: '2026-01-01' }]);
    assert.equal((await open()).unitCount, 1);
  });

  it('is opened once under one key, however often it is asked for, and by one unit', async () => {
    const key = 'mo-dot-cua-xa-mot-01';
    const draft = campaignDraft({ units: ['T-A'] });
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => world.tryOpenCampaign(draft, { key })));
    assert.equal(first?.status, 200);
    for (const { status, body } of again) assert.deepEqual([status, body], [200, first.body]);
    const trail = await world.store.audit.all();
    assert.equal(trail.filter(({ action }) => action === 'campaign-opened').length, 1);
    const other = await world.tryOpenCampaign({ ...draft, instructions: 'Làm trước thứ Sáu.' }, { key });
    assert.equal(problemOf(other), 'idempotency-key-reused');
    const officer = { username: 'canbo.s', displayName: 'Cán bộ Sở', role: 'officer', unit: 'S' } as const;
    await createAccount(world.store, { ...officer, password: 'không dùng tới' });
    const foreign = await world.tryOpenCampaign(campaignDraft({ units: ['T-A'] }), { as: 'canbo.s', key });
    assert.equal(foreign.status, 200);
    assert.notEqual(foreign.body.campaignId, first.body.campaignId, 'a key says nothing of another unit');
    assert.equal(problemOf(await world.tryOpenCampaign(draft, { key: 'ngan' })), 'idempotency-key-missing');
    const { body } = await world.get('/api/v1/campaigns', await world.token('canbo.x1'));
    assert.equal(body.items.length, 2);
  });

  it('that was refused, or withdrawn since, is opened under the same key', async () => {
    const key = 'mo-dot-cua-xa-mot-01';
    assert.equal(problemOf(await world.tryOpenCampaign(campaignDraft({ units: ['T-C'] }), { key })), 'unit-foreign');
    const { body: first } = await world.tryOpenCampaign(campaignDraft(), { key });
    await world.delete(`/api/v1/campaigns/${first.campaignId}`, await world.token('canbo.x1')).expect(204);
    const { body: second } = await world.tryOpenCampaign(campaignDraft(), { key });
    assert.notEqual(second.campaignId, first.campaignId);
  });

  it('asks nobody beyond the officer’s own units', async () => {
    const draft = campaignDraft({ units: ['T-A', 'T-C'] });
    const answer = await world.tryOpenCampaign(draft);
    assert.equal(problemOf(answer), 'unit-foreign');
    const { body } = await world.get('/api/v1/campaigns', await world.token('canbo.x1'));
    assert.deepEqual(body.items, [], 'nothing is half made');
  });

  it('is seen by the schools that take part, each with its own line, and by nobody else', async () => {
    const campaign = await open(campaignDraft({ units: ['T-A'] }));
    const seenBy = async (as: string) =>
      (await world.get('/api/v1/campaigns', await world.token(as))).body.items.length;
    assert.deepEqual([await seenBy('vanthu.a'), await seenBy('xem.a'), await seenBy('vanthu.b')], [1, 1, 0]);
    assert.deepEqual(
      (await progress(campaign, 'vanthu.a')).map(({ unit }) => unit),
      ['T-A'],
    );
    const foreign = await world.get(`/api/v1/campaigns/${campaign.campaignId}/units`, await world.token('vanthu.b'));
    assert.equal(problemOf(foreign), 'not-found');
  });

  it('is paged, newest first', async () => {
    const ids = new Set<string>();
    for (let n = 0; n < 3; n++) ids.add((await open()).campaignId);
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await world.get(
        `/api/v1/campaigns?limit=2${cursor && `&cursor=${cursor}`}`,
        await world.token('canbo.x1'),
      );
      found.push(...body.items.map((item: Campaign) => item.campaignId));
      cursor = body.cursor ?? '';
    } while (cursor);
    assert.deepEqual(found, [...ids].sort().reverse());
  });

  it('gives every school its own workbook in one ZIP, signed, for the campaign, and notes it as sent', async () => {
    const campaign = await open();
    const zip = await bytes(`/api/v1/campaigns/${campaign.campaignId}/workbooks`, 'canbo.x1');
    const entries = readZipDirectory(zip).entries;
    assert.deepEqual(
      entries.map((entry) => entry.name),
      ['so-sach-student-T-A.xlsx', 'so-sach-student-T-B.xlsx'],
    );
    const { body: key } = await world.get('/api/v1/signing-key');
    for (const entry of entries) {
      const start = entry.headerAt + 30 + entry.name.length;
      const { identity } = await readWorkbook(zip.slice(start, start + entry.deflatedSize));
      assert.ok(identity);
      assert.equal(identity.campaign, campaign.campaignId);
      assert.equal(entry.name, `so-sach-student-${identity.unit}.xlsx`);
      assert.ok(isSigned(identity, key));
      assert.ok(!isSigned({ ...identity, unit: 'T-C' }, key), 'another unit is not signed for');
    }
    assert.ok(
      (await progress(campaign)).every(({ kinds }) => kinds[0]?.sentAt !== null && kinds[0]?.openedAt === null),
    );
  });

  it('notes the one workbook as sent that an officer or the school itself fetches, and no other', async () => {
    const campaign = await open();
    const sent = async () =>
      (await progress(campaign)).map(({ unit, kinds }) => [unit, kinds[0]?.sentAt !== null, kinds[0]?.openedAt]);
    const query = `campaign=${campaign.campaignId}`;
    await bytes('/api/v1/workbooks/student', 'vanthu.a');
    await bytes(`/api/v1/workbooks/staff?${query}`, 'vanthu.a');
    assert.deepEqual(await sent(), [
      ['T-A', false, null],
      ['T-B', false, null],
    ]);
    await bytes(`/api/v1/workbooks/student?unit=T-B&${query}`, 'canbo.x1');
    assert.deepEqual(await sent(), [
      ['T-A', false, null],
      ['T-B', true, null],
    ]);
    await bytes(`/api/v1/workbooks/student?${query}`, 'vanthu.a');
    assert.deepEqual(await sent(), [
      ['T-A', true, null],
      ['T-B', true, null],
    ]);
    const noted = await world.store.receipts.ofUnits(campaign.campaignId, ['T-A']);
    assert.deepEqual(
      noted.map(({ kind }) => kind),
      ['student'],
      'nor a kind that the campaign does not ask for',
    );
  });

  it('notes none as sent of a school that was closed since: it gets no workbook', async () => {
    const campaign = await open();
    const school = await world.store.units.find('T-B');
    assert.ok(school);
    await world.store.units.upsert([{ ...school, validTo: '2026-01-01' }]);
    await bytes(`/api/v1/campaigns/${campaign.campaignId}/workbooks`, 'canbo.x1');
    assert.deepEqual(
      (await progress(campaign)).map(({ unit, kinds }) => [unit, kinds[0]?.sentAt !== null]),
      [
        ['T-A', true],
        ['T-B', false],
      ],
    );
  });

  it('fills the workbook with the rows that are known, each with its last verdict', async () => {
    await world.push(pushOf([pupil(1), pupil(2)]));
    const campaign = await open(campaignDraft({ units: ['T-A'] }));
    const path = `/api/v1/workbooks/student?campaign=${campaign.campaignId}`;
    const { sheets } = await readWorkbook(await bytes(path, 'vanthu.a'));
    const match = matchHeader(sheets[0]!.cells)!;
    const rows = sheets[0]!.cells.slice(match.firstDataRow - 1);
    assert.equal(rows.length, 2);
    for (const row of rows) {
      assert.notEqual(row[match.columns.get('fullName')!], null);
      assert.notEqual(row[match.columns.get('verdict')!] ?? null, null);
      assert.match(String(row[match.marksColumn!]), /#/);
    }
  });

  it('holds nobody of another school, in no part of the file', async () => {
    const own = pupil(1, { fullName: 'Hoàng Thị Riêng' });
    const others = pupil(2, { fullName: 'Đinh Văn Khác', className: '8Xoài' });
    await world.push(pushOf([own]));
    await world.push(pushOf([others], { unit: 'T-B', workbookId: 'so-b' }), { as: 'vanthu.b' });
    const campaign = await open();
    const zip = await bytes(`/api/v1/campaigns/${campaign.campaignId}/workbooks`, 'canbo.x1');
    const [entry] = readZipDirectory(zip).entries;
    assert.equal(entry?.name, 'so-sach-student-T-A.xlsx');
    const start = entry.headerAt + 30 + entry.name.length;
    const file = new WorkbookPackage(zip.slice(start, start + entry.deflatedSize));
    let parts = '';
    for (const part of file.directory.entries) parts += new TextDecoder().decode(await file.inflate(part));
    assert.ok(parts.includes('Hoàng Thị Riêng') && parts.includes(citizenId(1)));
    for (const canary of ['Đinh Văn Khác', citizenId(2), '8Xoài', 'T-B', 'Đơn vị T-B', 'vanthu', 'canbo']) {
      assert.ok(!parts.includes(canary), canary);
    }
  });

  it('leaves out the grades that no part asks for, and keeps a class that names none', async () => {
    const classes = ['10A1', '12A1', 'Hoa Sen'];
    await world.push(pushOf(classes.map((className, n) => pupil(n + 1, { className }))));
    const draft = campaignDraft({ units: ['T-A'] });
    const campaign = await open({ ...draft, parts: draft.parts.map((part) => ({ ...part, grades: [12] })) });
    const path = `/api/v1/workbooks/student?campaign=${campaign.campaignId}`;
    const { sheets } = await readWorkbook(await bytes(path, 'vanthu.a'));
    const match = matchHeader(sheets[0]!.cells)!;
    const rows = sheets[0]!.cells.slice(match.firstDataRow - 1);
    assert.deepEqual(
      rows.map((row) => row[match.columns.get('className')!]),
      ['12A1', 'Hoa Sen'],
    );
  });

  it('counts what became of each school’s workbook: sent, opened, checked, pushed, verified, staying', async () => {
    const campaign = await open();
    const { campaignId } = campaign;
    const receipt = { campaign: campaignId, unit: 'T-A', kind: 'student', version: 1 };
    const leave = async (check: object | null) =>
      world.post('/api/v1/receipts', { ...receipt, check }, await world.token('vanthu.a'));
    assert.equal((await leave(null)).status, 204);
    const opened = kindOf(await progress(campaign), 'T-A')?.openedAt;
    assert.ok(opened);
    assert.equal((await leave({ rows: 10, errorRows: 3, stays: 1 })).status, 204);
    await world.push(pushOf([pupil(1), pupil(2)], { campaign: campaignId }));
    const line = kindOf(await progress(campaign), 'T-A');
    assert.equal(line?.openedAt, opened, 'the first opening stays');
    assert.deepEqual([line?.version, line?.errorRows, line?.stays, line?.rows, line?.verified], [1, 3, 1, 2, 0]);
    assert.ok(line?.checkedAt && line.pushedAt);
    const other = kindOf(await progress(campaign), 'T-B');
    assert.deepEqual([other?.openedAt, other?.pushedAt, other?.rows], [null, null, 0]);
  });

  it('takes no receipt for another unit, nor for a campaign the unit is not in', async () => {
    const campaign = await open(campaignDraft({ units: ['T-B'] }));
    const receipt = { campaign: campaign.campaignId, kind: 'student', version: 1, check: null };
    const leave = async (unit: string) =>
      world.post('/api/v1/receipts', { ...receipt, unit }, await world.token('vanthu.a'));
    assert.equal(problemOf(await leave('T-B')), 'unit-foreign');
    assert.equal(problemOf(await leave('T-A')), 'not-found');
  });

  it('is withdrawn by its own office or one above, never by a school; what was sent stays', async () => {
    const campaign = await open();
    await world.push(pushOf([pupil(1)], { campaign: campaign.campaignId }));
    const path = `/api/v1/campaigns/${campaign.campaignId}`;
    const withdraw = async (as: string) =>
      fetch(`${world.server.httpUrl}${path}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${await world.token(as)}` },
      });
    assert.equal((await withdraw('vanthu.a')).status, 403);
    assert.equal((await withdraw('canbo.x1')).status, 204);
    assert.equal((await withdraw('canbo.x1')).status, 404);
    assert.equal(await world.store.records.count(), 1);
  });

  it('opens in another program: the workbook of a ZIP is a whole .xlsx', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytes('/api/v1/workbooks/student', 'vanthu.a')).slice().buffer);
    assert.ok(workbook.getWorksheet(getLayout('student').sheetName));
  });
});

/** As any browser would verify it. */
function isSigned(identity: WorkbookIdentity, key: { keyId: string; publicKey: string }): boolean {
  const [form, keyId, signature = ''] = (identity.signature ?? '').split('.');
  const spki = createPublicKey({ key: Buffer.from(key.publicKey, 'base64'), format: 'der', type: 'spki' });
  return (
    form === 's1' &&
    keyId === key.keyId &&
    verify(
      'sha256',
      Buffer.from(signedText(identity)),
      { key: spki, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  );
}
