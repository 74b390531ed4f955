import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { runTemplate, type TemplateOptions } from '../../cli/template.ts';
import { CampaignDraft } from '../../contract/schemas/campaign.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { openCampaign } from '../../server/campaigns/open-campaign.ts';
import { SYSTEM_CLOCK } from '../../server/clock.ts';
import { openStore } from '../../server/data-folder.ts';
import { readZipDirectory } from '../../xlsx/package/zip-directory.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { campaignDraft } from '../server/campaign-draft.ts';
import { UNITS } from '../server/server-world.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach template --campaign', () => {
  let folder: TempFolder;
  let campaign: string;

  beforeEach(async () => {
    folder = await tempFolder();
    const store = await openStore(folder.path('data'));
    await addUnits(store, UNITS);
    const draft = CampaignDraft.parse(campaignDraft());
    const incoming = { scope: { root: 'S', classes: null }, idempotencyKey: 'mo-dot-0000000001', draft };
    const opened = await store.write((tables) => openCampaign(tables, SYSTEM_CLOCK, incoming));
    campaign = opened.campaign.campaignId;
    await store.close();
  });
  afterEach(() => folder.remove());

  async function run(options: Partial<TemplateOptions>, id = 'student') {
    const io = captureIo();
    const code = await runTemplate(
      id,
      { out: folder.path('ra'), campaign, dataDir: folder.path('data'), ...options },
      io,
    );
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('writes a folder with one signed workbook a school', async () => {
    const { code, stdout } = await run({});
    assert.equal(code, 0);
    assert.match(stdout, /3 sổ tính/);
    assert.deepEqual(
      await readdir(folder.path('ra')),
      ['T-A', 'T-B', 'T-C'].map((unit) => `so-sach-student-${unit}.xlsx`),
    );
    const { identity } = await readWorkbook(await readFile(folder.path('ra/so-sach-student-T-C.xlsx')));
    assert.deepEqual([identity?.unit, identity?.campaign], ['T-C', campaign]);
    assert.match(identity?.signature ?? '', /^s1\./);
  });

  it('writes one ZIP where the name says so', async () => {
    assert.equal((await run({ out: folder.path('dot.zip') })).code, 0);
    assert.equal(readZipDirectory(await readFile(folder.path('dot.zip'))).entries.length, 3);
  });

  it('refuses an unknown campaign, one without this template, and a folder without a store', async () => {
    for (const [options, id, reason] of [
      [{ campaign: 'khong-co' }, 'student', /không có đợt/],
      [{}, 'staff', /không có mẫu staff/],
    ] as const) {
      const { code, stderr } = await run(options, id);
      assert.equal(code, 2);
      assert.match(stderr, reason);
    }
    await assert.rejects(run({ dataDir: folder.path('khac') }), /There is no database/);
    assert.deepEqual((await readdir(folder.path('.'))).sort(), ['data']);
  });
});
