import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { verifyAudit } from '../../../server/admin/verify-audit.ts';
import { restore } from '../../../server/backup/restore.ts';
import { openStore } from '../../../server/data-folder.ts';
import { pupil, pushOf } from '../invented-rows.ts';
import { ServerWorld } from '../server-world.ts';
import { StubAdapter } from '../stub-adapter.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BATCH = 7;

describe('a backup by another process while rows are pushed and verified', () => {
  let world: ServerWorld;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-backup-'));
    world = await ServerWorld.start({ population: new StubAdapter({ batchSize: 3, ratePerSecond: 200 }) });
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds every row acknowledged before it began, no push by half, and opens clean', async () => {
    const acknowledged: string[] = [];
    const push = async () => {
      const workbookId = `so-${acknowledged.length}`;
      const rows = Array.from({ length: BATCH }, (_, index) => pupil((acknowledged.length * BATCH + index) % 1000));
      await world.push(pushOf(rows, { workbookId, campaign: workbookId }));
      acknowledged.push(workbookId);
    };
    for (let number = 0; number < 20; number++) await push();
    const before = [...acknowledged];
    const file = join(folder, 'a.tar.gz');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'cli/main.ts', 'backup', '--out', file, '--data', world.dataDir],
      { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    let exitCode: number | undefined;
    child.on('close', (code) => {
      exitCode = code ?? -1;
    });
    while (exitCode === undefined) await push();
    assert.equal(exitCode, 0, stderr);
    assert.ok(acknowledged.length > before.length, 'rows came meanwhile');

    await restore(file, join(folder, 'mới'));
    const store = await openStore(join(folder, 'mới'));
    for (const workbookId of before)
      assert.equal(
        (await store.statuses.page({ root: 'T-A', workbookId, classes: null }, 0, BATCH + 1)).length,
        BATCH,
        workbookId,
      );
    // Pushed one after the other: what is in it is a beginning of what was acknowledged, or one more that was under way.
    const kept = acknowledged.filter(
      async (workbookId) =>
        (await store.statuses.page({ root: 'T-A', workbookId, classes: null }, 0, BATCH + 1)).length === BATCH,
    );
    assert.deepEqual(kept, acknowledged.slice(0, kept.length));
    assert.equal((await store.records.count()) % BATCH, 0, 'no push by half');
    assert.equal((await verifyAudit(store)).state, 'intact');
    await store.close();
    const database = new Database(join(folder, 'mới', 'so-sach.sqlite'), { readonly: true });
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
    assert.deepEqual(database.pragma('foreign_key_check'), []);
    database.close();
  });
});
