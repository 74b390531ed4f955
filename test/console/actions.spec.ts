import assert from 'node:assert/strict';
import { serverNow } from '../../console/console-context.ts';
import { newDraft } from '../../console/draft-form.ts';
import { PROBLEMS } from '../../contract/problem.ts';
import { CampaignDraft } from '../../contract/schemas/campaign.ts';
import type { HttpRequest } from '../../desk/http-transport.ts';
import { refusal } from '../../desk/refusal.ts';
import { settled } from '../addin/pane/manual-clock.ts';
import { campaign, DONE, NOW, OPENED, unitProgress } from './campaign-fixture.ts';
import { consoleFixture } from './console-fixture.ts';

const { campaignId } = campaign();
const ON_CAMPAIGN = { name: 'campaign', campaignId } as const;

describe('console: loading, opening, signing out', () => {
  /** Two pages of schools; the second is asked for by the cursor of the first. */
  const progressAnswer = ({ path }: HttpRequest) => {
    const second = path.includes('cursor=trang-2');
    return {
      items: [second ? unitProgress('B', 'Trường B', DONE) : unitProgress('A', 'Trường A', OPENED)],
      cursor: second ? null : 'trang-2',
      now: new Date(NOW).toISOString(),
    };
  };
  const answer = (request: HttpRequest): unknown => {
    if (request.path.startsWith(`/api/v1/campaigns/${campaignId}/units`)) return progressAnswer(request);
    if (request.path.startsWith('/api/v1/units')) return { items: [], cursor: null };
    if (request.answer === 'bytes') return new Uint8Array([80, 75]);
    return { items: [campaign()], cursor: null, now: new Date(NOW).toISOString() };
  };
  const paths = (requests: readonly HttpRequest[], start: string) =>
    requests.filter(({ method, path }) => `${method} ${path}`.startsWith(start)).length;

  it('loads page after page, and counts by the server’s clock however wrong this computer’s is', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer);
    await page.signIn('canbo');
    assert.deepEqual(
      page.store.state.progress?.units.map(({ unit }) => unit),
      ['A', 'B'],
    );
    assert.equal(serverNow({ pane: { host: { clock: page.clock } } as never, store: page.store }), NOW);
    assert.equal(page.store.state.work.size, 0);
  });

  it('asks nothing about campaigns for an account that may not open any', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer, { vanthu: 'clerk' });
    await page.signIn('vanthu');
    assert.equal(paths(page.requests, 'GET'), 0);
  });

  it('keeps the last figures when the minute’s reload finds no server, and says so without a complaint', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer);
    await page.signIn('canbo');
    page.line.set('GET /api/v1/campaigns', 'offline');
    await page.load.loadProgress(true);
    assert.equal(page.store.state.progress?.units.length, 2);
    assert.deepEqual([page.pane.state.online, page.pane.state.problem], [false, null]);
    await page.load.loadProgress();
    assert.ok(page.pane.state.problem?.retry, 'asked for by hand, it is a failure with a way on');
    page.line.clear();
    page.pane.state.problem.retry();
    await settled();
    assert.deepEqual([page.pane.state.online, page.pane.state.problem], [true, null]);
  });

  it('loads all of a page at the second try, whatever failed at the first', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer);
    page.line.set('GET /api/v1/campaigns?', 'offline');
    await page.signIn('canbo');
    page.line.clear();
    page.pane.state.problem?.retry?.();
    await settled();
    const { campaigns, progress, units } = page.store.state;
    assert.deepEqual([campaigns?.length, progress?.units.length, units?.length], [1, 2, 0]);
  });

  it('shows the campaign that was gone to, though another was still loading', async () => {
    let release = () => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    const page = consoleFixture(ON_CAMPAIGN, async (request) => {
      if (request.path.startsWith(`/api/v1/campaigns/${campaignId}/units`)) await late;
      return /\/campaigns\/[^/]+\/units/.test(request.path) ? progressAnswer(request) : answer(request);
    });
    await page.signIn('canbo');
    page.load.show({ name: 'campaign', campaignId: 'other' });
    await settled();
    release();
    await settled();
    assert.equal(page.store.state.progress?.campaignId, 'other');
    assert.equal(page.store.state.progress.units.length, 2);
    assert.equal(paths(page.requests, `GET /api/v1/campaigns/${campaignId}/units`), 1, 'the rest is not asked for');
  });

  it('keeps a draft for the same account that was signed out for idleness, and for nobody else', async () => {
    const page = consoleFixture({ name: 'new' }, answer);
    await page.signIn('canbo');
    page.draft.change({ name: 'Đang viết' });
    await page.clock.pass(15 * 60 * 1000 + 1);
    assert.deepEqual([page.pane.state.account, page.pane.state.signedOutBy], [null, 'idle']);
    await page.signIn('canbo');
    assert.equal(page.store.state.draft?.name, 'Đang viết');
    await page.session.signOut();
    await page.signIn('nguoikhac');
    assert.deepEqual([page.store.state.draft, page.store.state.username], [null, 'nguoikhac']);
  });

  it('drops what comes for an account that has left', async () => {
    let release = () => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    const page = consoleFixture({ name: 'list' }, async (request) => {
      const first = asked++ === 0;
      if (first) await late;
      return { ...(answer(request) as object), items: [campaign({ name: first ? 'của người trước' : 'của tôi' })] };
    });
    await page.signIn('canbo');
    assert.ok(page.store.state.work.has('list'));
    await page.session.signOut();
    await page.signIn('nguoikhac');
    const names = () => page.store.state.campaigns?.map(({ name }) => name);
    assert.deepEqual(names(), ['của tôi'], 'the next one does not wait for what the last one asked');
    release();
    await settled();
    assert.deepEqual([names(), page.store.state.work.size], [['của tôi'], 0]);
  });

  /** A page on a draft, before a server that keeps to the keys. */
  function drafting() {
    const opened = new Map<string, CampaignDraft>();
    const page = consoleFixture({ name: 'new' }, (request) => {
      if (request.method !== 'POST') return answer(request);
      const key = request.headers?.['idempotency-key'] ?? assert.fail('no key');
      const draft = CampaignDraft.parse(request.body);
      if (!opened.has(key)) opened.set(key, draft);
      else if (JSON.stringify(opened.get(key)) !== JSON.stringify(draft)) throw refusal('idempotency-key-reused');
      const { units: _units, ...rest } = draft;
      const id = `2022-10-22-${[...opened.keys()].indexOf(key)}`;
      return { ...rest, campaignId: id, owner: 'S', unitCount: 3, createdAt: new Date(NOW).toISOString() };
    });
    const fill = (name: string) => {
      const [part] = newDraft(NOW).parts;
      page.draft.change({ name, parts: [{ ...part!, name: 'Học sinh', day: '2022-10-24' }] });
    };
    return { page, opened, fill };
  }

  it('opens a campaign once, also when the answer was lost, and a new one of the same name all the same', async () => {
    const { page, opened, fill } = drafting();
    await page.signIn('canbo');
    fill('Đợt 1');
    page.line.set('POST /api/v1/campaigns', 'offline');
    await page.draft.open();
    page.line.clear();
    page.pane.state.problem?.retry?.();
    await settled();
    assert.equal(opened.size, 1);
    fill('Đợt 1');
    page.line.set('POST /api/v1/campaigns', 'lost-on-the-way-back');
    await page.draft.open();
    assert.equal(page.store.state.draft?.name, 'Đợt 1', 'nothing is lost');
    page.line.clear();
    page.pane.state.problem?.retry?.();
    await settled();
    assert.equal(opened.size, 2);
    assert.deepEqual(page.store.state.page, { name: 'campaign', campaignId: '2022-10-22-1' });
    assert.equal(page.store.state.draft, null);
  });

  it('says once that another draft had arrived before, keeps this one, and then opens it as well', async () => {
    const { page, opened, fill } = drafting();
    await page.signIn('canbo');
    fill('Đợt 1');
    page.line.set('POST /api/v1/campaigns', 'lost-on-the-way-back');
    await page.draft.open();
    page.line.clear();
    fill('Đợt 2');
    await page.draft.open();
    assert.equal(page.pane.state.problem?.message.vi, PROBLEMS['idempotency-key-reused'].title.vi);
    assert.deepEqual([opened.size, page.store.state.draft?.name], [1, 'Đợt 2']);
    await page.draft.open();
    assert.deepEqual(
      [...opened.values()].map(({ name }) => name),
      ['Đợt 1', 'Đợt 2'],
    );
  });

  it('leaves its key with what it belongs to: a draft that is thrown away is not the next one', async () => {
    const { page, opened, fill } = drafting();
    await page.signIn('canbo');
    fill('Đợt 1');
    page.line.set('POST /api/v1/campaigns', 'lost-on-the-way-back');
    await page.draft.open();
    page.line.clear();
    page.draft.clear();
    fill('Đợt 1');
    await page.draft.open();
    assert.equal(opened.size, 2);
  });

  it('goes to the first fault instead of on', async () => {
    const page = consoleFixture({ name: 'new' }, answer);
    await page.signIn('canbo');
    page.draft.change({ name: 'Đợt 1' });
    page.draft.review();
    assert.deepEqual([page.store.state.draftStep, page.store.state.showFaults], ['fill', true]);
    assert.equal(page.pane.state.focus?.id, 'cs-phan-1-name');
  });

  it('hands out files by unit and campaign, all at once only once, single ones one after the other', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer);
    await page.signIn('canbo');
    await Promise.all([page.campaign.downloadAll(campaignId), page.campaign.downloadAll(campaignId)]);
    await Promise.all(['A', 'B'].map((unit) => page.campaign.downloadOne(campaignId, unit, 'results')));
    assert.deepEqual(page.files, [`so-sach-${campaignId}.zip`, 'so-sach-results-A.xlsx', 'so-sach-results-B.xlsx']);
    assert.equal(page.requests.at(-1)?.path, `/api/v1/workbooks/results?unit=B&campaign=${campaignId}`);
  });

  it('fetches no workbook any more for whoever has signed out', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer);
    await page.signIn('canbo');
    const asked = ['A', 'B'].map((unit) => page.campaign.downloadOne(campaignId, unit, 'results'));
    await page.session.signOut();
    await Promise.all(asked);
    assert.deepEqual([page.files, page.pane.state.problem], [[], null]);
  });

  it('turns the order round at the second press, and begins the list anew at each choice', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer);
    await page.signIn('canbo');
    page.campaign.turnTo(3);
    page.campaign.sort('rows');
    page.campaign.sort('rows');
    assert.deepEqual([page.store.state.table.descending, page.store.state.tablePage], [true, 0]);
    page.campaign.sort('stays');
    assert.deepEqual([page.store.state.table.sort, page.store.state.table.descending], ['stays', false]);
  });

  it('lets a notice go with the page it was said on', async () => {
    const page = consoleFixture(ON_CAMPAIGN, answer);
    await page.signIn('canbo');
    await page.campaign.withdraw(campaign());
    assert.deepEqual([page.store.state.page.name, page.store.state.notice?.on], ['list', 'list']);
    page.load.show({ name: 'new' });
    assert.equal(page.store.state.notice, null);
  });
});
