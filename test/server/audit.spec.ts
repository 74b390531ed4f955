import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type AuditVerdict, verifyAudit } from '../../server/admin/verify-audit.ts';
import { openStore } from '../../server/data-folder.ts';
import { makeLog } from '../../server/log.ts';
import { anchorAudit } from '../../server/store/anchor-audit.ts';
import { MIGRATIONS } from '../../server/store/migrations.ts';
import type { Store } from '../../server/store/store.ts';
import { campaignDraft } from './campaign-draft.ts';
import { pupil, pushOf } from './invented-rows.ts';
import { ServerWorld } from './server-world.ts';

describe('the audit trail', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-audit-'));
    store = await openStore(folder);
    for (let number = 1; number <= 6; number++) await append(number);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const append = (rows: number) =>
    store.write((tables) =>
      tables.audit.insert({
        at: 1000,
        accountId: 'a',
        action: 'pushed',
        unit: 'T',
        counts: { rows },
        requestId: null,
      }),
    );

  /** As somebody with the file in hand would. */
  function tamper(sql: string): void {
    const database = new Database(join(folder, 'so-sach.sqlite'));
    database.exec(sql);
    database.close();
  }
  const brokenAt = (verdict: AuditVerdict) => (verdict.state === 'broken' ? verdict.eventId : verdict.state);

  it('is intact as it was written, and names its end', async () => {
    const { hash, events } = await store.audit.head();
    assert.match(hash, /^[\w-]{43}$/);
    assert.deepEqual(await verifyAudit(store), { state: 'intact', events, head: hash });
    assert.equal(events, 6);
    await append(7);
    assert.notEqual((await store.audit.head()).hash, hash);
    assert.equal((await verifyAudit(store, hash)).state, 'intact', 'an earlier end is still in it');
  });

  it('is empty at first', async () => {
    const fresh = await openStore(join(folder, 'mới'));
    assert.deepEqual(await verifyAudit(fresh), { state: 'intact', events: 0, head: '' });
    await fresh.close();
  });

  const MOVE = 'UPDATE audit_events SET id = 99 WHERE id = 3; UPDATE audit_events SET id = 3 WHERE id = 4;';
  const COPY = `INSERT INTO audit_events SELECT 99, at, account_id, action, unit, counts, request_id, hash FROM audit_events
    WHERE id = 3; DELETE FROM audit_events WHERE id > 3 AND id < 99;`;
  const faults: readonly (readonly [string, string, number])[] = [
    ['changed counts', `UPDATE audit_events SET counts = '{"rows":1}' WHERE id = 3`, 3],
    ['a changed time', 'UPDATE audit_events SET at = 1001 WHERE id = 3', 3],
    ['a changed account', `UPDATE audit_events SET account_id = NULL WHERE id = 6`, 6],
    ['a changed unit', `UPDATE audit_events SET unit = 'U' WHERE id = 1`, 1],
    ['a changed hash', `UPDATE audit_events SET hash = '' WHERE id = 2`, 2],
    ['the removed first', 'DELETE FROM audit_events WHERE id = 1', 2],
    ['one removed between', 'DELETE FROM audit_events WHERE id = 3', 4],
    ['two that changed places', `${MOVE} UPDATE audit_events SET id = 4 WHERE id = 99`, 3],
    ['one put in', `INSERT INTO audit_events VALUES (7, 1000, NULL, 'signed-in', NULL, '{}', NULL, 'x')`, 7],
    ['a copy of a sound one at the end', COPY, 99],
  ];
  for (const [what, sql, eventId] of faults) {
    it(`is broken by ${what}`, async () => {
      tamper(sql);
      assert.equal(brokenAt(await verifyAudit(store)), eventId);
    });
  }

  it('shows a cut end, and a trail written anew, only against an end noted elsewhere', async () => {
    const { hash } = await store.audit.head();
    tamper('DELETE FROM audit_events WHERE id > 4');
    assert.equal((await verifyAudit(store)).state, 'intact');
    assert.equal((await verifyAudit(store, hash)).state, 'end-missing');
    await append(5);
    await append(60);
    assert.equal((await verifyAudit(store, hash)).state, 'end-missing');
  });

  it('chains at the migration what is older than the chain', async () => {
    await store.close();
    rmSync(join(folder, 'so-sach.sqlite'));
    tamper(MIGRATIONS.slice(0, 2).join(';'));
    tamper(`PRAGMA application_id = 0x536f5361; PRAGMA user_version = 2;
      INSERT INTO audit_events VALUES (1, 5, NULL, 'units-imported', NULL, '{"units":3}', NULL), (4, 6, 'a', 'pushed', 'T', '{}', 'r')`);
    store = await openStore(folder);
    assert.equal((await verifyAudit(store)).state, 'intact');
    assert.deepEqual(
      (await store.audit.all()).map((event) => [event.action, event.counts]),
      [
        ['units-imported', { units: 3 }],
        ['pushed', {}],
      ],
    );
    await append(1);
    assert.equal((await verifyAudit(store)).state, 'intact');
    tamper('UPDATE audit_events SET at = 7 WHERE id = 4');
    assert.equal(brokenAt(await verifyAudit(store)), 4);
  });

  it('takes no event outside a transaction', async () => {
    const event = { at: 1, accountId: null, action: 'pushed', unit: null, counts: {}, requestId: null } as const;
    await assert.rejects(store.audit.insert(event), /transaction/);
  });

  it('is anchored in the log at the usual level, and not in a silent one', async () => {
    for (const [level, lines] of [
      ['warn', 1],
      ['silent', 0],
    ] as const) {
      const written: string[] = [];
      const end = await anchorAudit(store, makeLog({ write: (line) => void written.push(line) }, level));
      end();
      assert.equal(written.length, lines, level);
      if (written[0]) {
        const { events, hash, msg } = JSON.parse(written[0]);
        assert.deepEqual([msg, { events, hash }], ['audit anchor', await store.audit.head()]);
      }
    }
  });
});

describe('what the server writes into the audit trail', () => {
  let world: ServerWorld;

  before(async () => {
    world = await ServerWorld.start();
    await world.push(pushOf([pupil(1), pupil(2)]));
  });
  after(() => world.close());

  const told = async () => (await world.store.audit.all()).at(-1);
  const count = async () => (await world.store.audit.head()).events;

  it('tells that an officer read statuses, in numbers, and that a school did not', async () => {
    const before = await count();
    const { cursor } = await world.statuses();
    assert.equal(await count(), before, 'its own rows');
    await world.statuses({ as: 'canbo.x1', query: '&unit=T-A' });
    const { action, unit, counts, requestId } = (await told()) ?? {};
    assert.deepEqual([action, unit, counts], ['statuses-read', 'T-A', { rows: 2 }]);
    assert.ok(requestId);
    const read = await count();
    await world.statuses({ as: 'canbo.x1', since: cursor });
    assert.equal(await count(), read, 'nothing new is no reading');
  });

  it('tells that progress was read', async () => {
    const token = await world.token('canbo.x1');
    const opened = await world.tryOpenCampaign(campaignDraft());
    assert.equal(opened.status, 200);
    await world.get(`/api/v1/campaigns/${opened.body.campaignId}/units`, token).expect(200);
    assert.deepEqual(
      [(await told())?.action, (await told())?.unit, (await told())?.counts],
      ['progress-read', 'X-1', { units: 2 }],
    );
    assert.equal((await verifyAudit(world.store)).state, 'intact');
  });
});
