import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAudit } from '../../server/admin/verify-audit.ts';
import { STORE_FILE } from '../../server/data-folder.ts';
import { findPurgeable, purge } from '../../server/retention/purge.ts';
import {
  DEFAULT_RETENTION,
  RETENTION,
  RETENTION_KINDS,
  type RetentionKind,
} from '../../server/retention/retention-policy.ts';
import { MIGRATIONS } from '../../server/store/migrations.ts';
import { CanarySearch } from '../support/canary-search.ts';
import { campaignDraft } from './campaign-draft.ts';
import { pupil, pushOf } from './invented-rows.ts';
import { ServerWorld, TestClock } from './server-world.ts';
import { matched, StubAdapter } from './stub-adapter.ts';

const DAY = 24 * 3600;
const LEFT = 'Chuyển đi kỳ 1';

describe('retention', () => {
  let clock: TestClock;
  let world: ServerWorld;
  let adapter: StubAdapter;

  beforeEach(async () => {
    clock = new TestClock();
    adapter = new StubAdapter();
    adapter.answer = async (claims) => claims.map(matched);
    world = await ServerWorld.start({ population: adapter, clock });
  });
  afterEach(() => world.close());

  /** The same name is the same pupil, in the same row. */
  const numbers = new Map<string, number>();
  const push = (names: readonly string[], workbookId: string, change = {}, campaign = '') => {
    const rows = names.map((fullName) => {
      const number = numbers.get(fullName) ?? numbers.size;
      numbers.set(fullName, number);
      return pupil(number, { fullName, ...change });
    });
    return world.push(pushOf(rows, { workbookId, campaign }));
  };
  /** Which of these names stand in the database's files, in whatever form. */
  function inFiles(names: readonly string[]): readonly string[] {
    const search = new CanarySearch(names);
    const files = [STORE_FILE, `${STORE_FILE}-wal`];
    const hits = files.flatMap((file) => search.find(readFileSync(join(world.dataDir, file)), [file]));
    return [...new Set(hits.map(({ value }) => value))].sort();
  }
  const purgeNow = () => purge(world.store, clock, DEFAULT_RETENTION);
  /** Purges, and says how many of a kind there were; none may be left. */
  async function due(kind: RetentionKind): Promise<number | undefined> {
    const { kinds } = await purgeNow();
    assert.ok(kinds.every(({ left }) => left === 0));
    return kinds.find((line) => line.kind === kind)?.due;
  }
  /** What was told of purges, but for answers to pushes: those go after a month. */
  const purged = async () =>
    (await world.store.audit.all()).filter(({ action, counts }) => action === 'purged' && !('pushAnswers' in counts));

  it('takes rows out of the tables and out of the file once nothing came from their workbook for two years', async () => {
    const [gone, kept] = ['Nguyễn Cần Xóa', 'Nguyễn Còn Giữ'];
    const { rows } = await push([gone], 'so-cu');
    await world.server.whenIdle();
    clock.advance((RETENTION.records.days - 1) * DAY);
    await push([kept], 'so-moi-hon');
    await world.server.whenIdle();
    assert.deepEqual(await purgeNow(), {
      kinds: [
        // That of the first push, nearly two years ago.
        { kind: 'pushAnswers', days: 30, due: 1, left: 0 },
        { kind: 'recordChanges', days: 180, due: 0, left: 0 },
        { kind: 'leftPersons', days: 365, due: 0, left: 0 },
        { kind: 'records', days: 730, due: 0, left: 0 },
      ],
      erased: true,
    });
    assert.deepEqual(inFiles([gone, kept]), [gone, kept].sort(), 'the search finds what is there');

    clock.advance(2 * DAY);
    const before = await world.store.countRows();
    const look = await findPurgeable(world.store, clock, DEFAULT_RETENTION);
    assert.deepEqual(look.at(-1), { kind: 'records', days: 730, due: 1, left: 1 });
    assert.deepEqual(await world.store.countRows(), before, 'a look changes nothing');

    const report = await purgeNow();
    assert.deepEqual(report.kinds.at(-1), { kind: 'records', days: 730, due: 1, left: 0 });
    assert.equal(report.erased, true);
    assert.deepEqual(inFiles([gone, kept]), [kept]);
    const after = await world.store.countRows();
    assert.deepEqual([after.records, after.verdicts], [1, 1], 'the answers went with the row');
    assert.equal(await world.store.records.find('T-A', rows[0]?.recordId ?? ''), undefined);
  });

  it('tells in the trail how many went from which unit, and nobody’s name; the trail itself stays whole', async () => {
    await push(['Nguyễn Cần Xóa', 'Nguyễn Cũng Xóa'], 'so-cu');
    clock.advance((RETENTION.records.days + 1) * DAY);
    const trail = (await world.store.audit.all()).length;
    await purgeNow();
    const [event, ...more] = await purged();
    assert.deepEqual(more, []);
    assert.deepEqual([event?.unit, event?.accountId, event?.counts], ['T-A', null, { records: 2 }]);
    assert.equal((await world.store.audit.all()).length, trail + 2, 'audit is kept, the purge of answers is told too');
    assert.equal((await verifyAudit(world.store)).state, 'intact');
    await purgeNow();
    assert.equal((await purged()).length, 1, 'where nothing is due nothing is told');
  });

  it('counts from the campaign’s last deadline', async () => {
    const draft = campaignDraft({ units: ['T-A'] });
    const { body: campaign } = await world.tryOpenCampaign(draft);
    const last = Math.max(...draft.parts.map(({ deadline }) => Date.parse(`${deadline.day}T17:00:00Z`)));
    await push(['Nguyễn Trong Đợt'], 'so-dot', {}, campaign.campaignId);
    clock.advance((last - clock.now()) / 1000 + (RETENTION.records.days - 2) * DAY);
    assert.equal(await due('records'), 0);
    clock.advance(4 * DAY);
    assert.equal(await due('records'), 1);
  });

  it('takes those who have left a year after the last change, and nobody else', async () => {
    const [left, foreign, here] = ['Nguyễn Đã Chuyển', 'Nguyễn Ngoại Quốc', 'Nguyễn Đang Học'];
    await push([left], 'so-a', { studentStatus: LEFT });
    await push([foreign], 'so-b', { nationality: 'Lào', citizenId: null });
    await push([here], 'so-c');
    await world.server.whenIdle();
    clock.advance((RETENTION.leftPersons.days - 1) * DAY);
    await push([here], 'so-c');
    assert.equal(await due('leftPersons'), 0);
    clock.advance(2 * DAY);
    assert.equal(await due('leftPersons'), 1);
    assert.deepEqual(inFiles([left, foreign, here]), [here, foreign].sort());
    assert.deepEqual((await purged())[0]?.counts, { leftPersons: 1 });
  });

  it('takes former values half a year after the change, but each row’s last', async () => {
    const names = ['Nguyễn Gõ Nhầm', 'Nguyễn Gõ Lại', 'Nguyễn Đúng Rồi'];
    for (const fullName of names) {
      await world.push(pushOf([pupil(7, { fullName })], { workbookId: 'so-sua' }));
      await world.server.whenIdle();
    }
    assert.equal((await world.store.countRows()).record_changes, 2);
    clock.advance((RETENTION.recordChanges.days - 1) * DAY);
    assert.equal(await due('recordChanges'), 0);
    clock.advance(2 * DAY);
    assert.equal(await due('recordChanges'), 1);
    assert.equal((await world.store.countRows()).record_changes, 1);
    const [record] = (await world.statuses()).items;
    const changes = await world.store.changes.ofRecords('T-A', [record?.recordId ?? '']);
    const [last] = [...changes.values()].flat();
    assert.deepEqual([last?.before.fullName, last?.revision], ['Nguyễn Gõ Lại', 3]);
    assert.deepEqual(inFiles(names), ['Nguyễn Đúng Rồi'], 'former values lie sealed, and the oldest is gone');
    assert.deepEqual((await purged())[0]?.counts, { recordChanges: 1 });
  });

  it('counts from the last push, though nothing in the rows changed', async () => {
    await push(['Nguyễn Vẫn Gửi'], 'so-quen');
    clock.advance((RETENTION.records.days - 10) * DAY);
    await push(['Nguyễn Vẫn Gửi'], 'so-quen');
    clock.advance(20 * DAY);
    assert.equal(await due('records'), 0);
    clock.advance(RETENTION.records.days * DAY);
    assert.equal(await due('records'), 1);
  });

  it('keeps a person as long as one list still names them', async () => {
    await push(['Nguyễn Hai Sổ'], 'so-cu');
    clock.advance((RETENTION.records.days + 1) * DAY);
    await push(['Nguyễn Hai Sổ'], 'so-moi');
    const { records, record_rows } = await world.store.countRows();
    assert.deepEqual([records, record_rows], [1, 1], 'one record, in two workbooks');
    assert.equal(await due('records'), 0);
    clock.advance((RETENTION.records.days + 1) * DAY);
    assert.equal(await due('records'), 1);
  });

  it('goes in batches through more than fit into one transaction', async () => {
    for (let part = 0; part < 2; part++) {
      const rows = Array.from({ length: 400 }, (_, index) => pupil(part * 400 + index));
      await world.push(pushOf(rows, { workbookId: 'so-lon' }));
    }
    clock.advance((RETENTION.records.days + 1) * DAY);
    assert.equal(await due('records'), 800);
    assert.deepEqual(
      (await purged()).map(({ counts }) => counts.records),
      [500, 300],
    );
    assert.equal((await world.store.countRows()).records, 0);
  });

  it('is done by the server itself, by the periods that it was given', async () => {
    await push(['Nguyễn Cần Xóa'], 'so-cu');
    clock.advance(100 * DAY);
    await world.restart({ retention: { ...DEFAULT_RETENTION, records: 99 } });
    // Stopping waits for the purge under way.
    await world.restart();
    assert.equal((await world.store.countRows()).records, 0);
    const line = world.logLines.map((text) => JSON.parse(text)).find(({ msg }) => msg === 'purged');
    assert.deepEqual([line?.rows, line?.erased], [2, true], 'a row and the answer to its push');
  });

  it('takes with a record whatever hangs on it: no table names a record without going with it', () => {
    const schema = MIGRATIONS.filter((migration) => typeof migration === 'string').join('\n');
    const tables = [...schema.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n {2}\) STRICT/g)];
    const hanging = tables.filter(([, name, body = '']) => name !== 'records' && /^\s+record_id\s/m.test(body));
    assert.ok(hanging.length >= 8, `${hanging.length} tables`);
    for (const [, name, body = ''] of hanging) {
      assert.match(
        body,
        /FOREIGN KEY \(unit, record_id\) REFERENCES records \(unit, record_id\) ON DELETE CASCADE/,
        name,
      );
    }
  });

  it('has periods within their own bounds', () => {
    for (const kind of RETENTION_KINDS) {
      const { days, least, most } = RETENTION[kind];
      assert.ok(least <= days && days <= most, kind);
    }
  });
});
