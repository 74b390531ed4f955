import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isChildReady } from '../../cli/child-ready.ts';
import { TRYOUT_WORLD } from '../../cli/tryout/tryout-world.ts';
import type { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import type { RowStatus, StatusPage } from '../../contract/schemas/status.ts';
import { VERIFIED_OUTCOMES } from '../../contract/verdict.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { markTryOut } from '../../server/admin/mark-try-out.ts';
import { AccessTokens, loadTokenKey, mintId } from '../../server/crypto.ts';
import { openStore } from '../../server/data-folder.ts';
import { inventCitizen } from '../../server/population/people/invent-citizen.ts';
import { registerTraits } from '../../server/population/simulator/register.ts';
import { type RunningSimulator, startSimulator } from '../../server/population/simulator/start-simulator.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import { UNITS } from '../server/server-world.ts';
import { type CountingService, countQuestions } from '../support/counting-service.ts';
import { sharedPostgres } from '../support/shared-postgres.ts';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const { seed, citizens } = TRYOUT_WORLD;
/** Of one push. */
const ROWS = 200;
/** One row in so many has a name that is not the person's. */
const EVERY_WRONG = 10;

/** Pupils of the try-out's register whose number belongs to one person alone. */
function* people() {
  for (let index = 0; index < citizens; index++) {
    const citizen = inventCitizen(seed, index);
    const isPupil = citizen.birthDate.year >= 2010 && citizen.birthDate.year <= 2019;
    if (isPupil && citizen.cancelledId === null && !registerTraits(seed, index).doubled) yield citizen;
  }
}

/**
 * Two servers that leave the asking to two workers, over one PostgreSQL and the simulated service, each a process of its own: no
 * question asked twice, no row lost, every answer on its own row.
 */
describe('promise: several processes on one store lose nothing and ask nothing twice', () => {
  const children: ChildProcess[] = [];
  const servers: string[] = [];
  const workers: ChildProcess[] = [];
  let start: (...args: string[]) => ChildProcess;
  const tokens = new Map<string, string>();
  const isWrong = new Map<string, boolean>();
  const found = people();
  let dataDir: string;
  let simulator: RunningSimulator;
  let service: CountingService;
  let database: string;

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'so-sach-many-'));
    const postgres = await sharedPostgres();
    const databaseUrl = await postgres.makeDatabase();
    database = new URL(databaseUrl).pathname.slice(1);
    await prepare(databaseUrl);
    const ratePerSecond = TRYOUT_WORLD.ratePerSecond * 1.2;
    simulator = await startSimulator({ port: 0, citizens, seed, ratePerSecond, latencyMs: 20 });
    service = await countQuestions(simulator.url);
    const env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SOSACH_VERIFICATION: 'elsewhere',
      // No answer given up on a busy machine, where it would be asked for twice; yet leases end within the test's time.
      SOSACH_VERIFICATION_ASK_TIMEOUT: '10',
      SOSACH_VERIFICATION_CONCURRENCY: '2',
    };
    const shared = ['--data', dataDir, '--population', service.url];
    start = (...args) => {
      const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args, ...shared], {
        env,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      children.push(child);
      return child;
    };
    const serving = [start('serve', '--port', '0'), start('serve', '--port', '0')];
    workers.push(start('work'), start('work'));
    for (const child of serving) {
      const [ready] = await once(child, 'message');
      assert.ok(isChildReady(ready));
      servers.push(ready.url);
    }
  });

  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await service.close();
    await simulator.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function prepare(databaseUrl: string): Promise<void> {
    const store = await openStore(dataDir, databaseUrl);
    await markTryOut(store);
    await addUnits(store, UNITS);
    const signer = new AccessTokens(loadTokenKey(dataDir));
    for (const unit of ['T-A', 'T-B']) {
      const username = `vanthu.${unit}`;
      await createAccount(store, {
        username,
        displayName: username,
        role: 'clerk',
        unit,
        password: 'mật khẩu thử 2026',
      });
      const account = await store.accounts.findByName(username);
      const familyId = mintId();
      const expiresAt = Date.parse('2100-01-01');
      const { accountId } = account!;
      await store.sessions.insertFamily({
        familyId,
        accountId,
        way: 'password',
        openedAt: 0,
        addressHash: '',
        expiresAt,
      });
      tokens.set(unit, signer.sign({ accountId, familyId, expiresAt }));
    }
    await store.close();
  }

  function roster(unit: string, workbookId: string): PushRequest {
    const rows = Array.from({ length: ROWS }, (_, number) => {
      const { fullName, birthDate, sex, citizenId, province, ward, ethnicity } = found.next().value!;
      const wrong = number % EVERY_WRONG === 3;
      const row = pupil(number, {
        fullName: wrong ? 'Lê Văn Không Phải' : fullName,
        birthDate: { kind: 'date', ...birthDate },
        sex: sex === 'male' ? 'Nam' : 'Nữ',
        ethnicity,
        citizenId,
        province,
        ward,
      });
      const rowId = randomUUID();
      isWrong.set(rowId, wrong);
      return { ...row, rowId };
    });
    return pushOf(rows, { unit, workbookId });
  }

  /** To either server in turn, again and again under one key until one has answered: that must keep it once. */
  async function push(body: PushRequest, at: number): Promise<PushAnswer> {
    const response = await fetch(`${servers[at % 2]}/api/v1/pushes`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.get(body.workbook.unit)}`,
        'content-type': 'application/json',
        'idempotency-key': `lo-hang-${body.workbook.workbookId}`.padEnd(20, '-'),
      },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as PushAnswer;
  }

  /** Follows the statuses of a unit by its cursor, on either server in turn, until every row of its has an answer. */
  async function follow(unit: string, rows: number): Promise<ReadonlyMap<string, RowStatus>> {
    const known = new Map<string, RowStatus>();
    let cursor = '';
    for (let turn = 0; ; turn++) {
      const response = await fetch(
        `${servers[turn % 2]}/api/v1/statuses?limit=70${cursor && `&since=${encodeURIComponent(cursor)}`}`,
        { headers: { authorization: `Bearer ${tokens.get(unit)}` } },
      );
      assert.equal(response.status, 200, await response.clone().text());
      const page = (await response.json()) as StatusPage;
      for (const item of page.items) known.set(item.rowId, item);
      cursor = page.cursor;
      if (page.more) continue;
      const answered = [...known.values()].filter(({ outcome }) => outcome !== null).length;
      if (answered === rows) return known;
      await pause(20);
    }
  }

  function assertOwnAnswers(statuses: ReadonlyMap<string, RowStatus>): void {
    for (const { rowId, outcome, round } of statuses.values()) {
      const verified = VERIFIED_OUTCOMES.some((each) => each === outcome);
      assert.deepEqual([verified, round], [!isWrong.get(rowId), 1], `${rowId} ${outcome}`);
    }
  }

  it('when schools push through both and follow their rows through both', async () => {
    const bodies = ['T-A', 'T-B'].flatMap((unit) => ['1', '2'].map((number) => roster(unit, `so-${unit}-${number}`)));
    const pushing = Promise.all(
      // Each comes twice at the same time, as from a line that was thought dead.
      bodies.flatMap((body, at) => [push(body, at), push(body, at + 1)]),
    );
    const [first, second] = await Promise.all([follow('T-A', 2 * ROWS), follow('T-B', 2 * ROWS)]);
    const answers = await pushing;
    for (let at = 0; at < answers.length; at += 2) assert.deepEqual(answers[at], answers[at + 1]);
    assertOwnAnswers(first);
    assertOwnAnswers(second);
    assert.deepEqual([first.size, second.size, service.asked.size], [2 * ROWS, 2 * ROWS, 4 * ROWS]);
    assert.deepEqual(
      [...service.asked].filter(([, times]) => times !== 1),
      [],
    );
  });

  it('when the workers and a server are killed in the middle of a question', async () => {
    const latency = { method: 'POST', body: JSON.stringify({ latencyMs: 1000 }) };
    const switched = await fetch(`${simulator.url}/dieu-khien`, {
      ...latency,
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(switched.status, 200);
    const before = service.asked.size;
    const body = roster('T-A', 'so-3');
    const answer = await push(body, 0);
    while (service.asked.size === before) await pause(2);
    for (const child of [...workers, children[1]]) child?.kill('SIGKILL');
    servers[1] = servers[0]!;
    start('work');
    const statuses = await follow('T-A', 3 * ROWS);
    assertOwnAnswers(statuses);
    // The same key, once more, to the other server: it is the same push.
    assert.deepEqual(await push(body, 1), answer);
    assert.equal(service.asked.size, before + ROWS);
    // What the dead workers had asked and not written down is asked again when their leases end, under the same ids.
    const again = [...service.asked.values()].filter((times) => times > 1);
    assert.ok(again.length > 0 && again.every((times) => times === 2), `${again}`);
    const [kept] = await (await sharedPostgres()).query(
      database,
      'SELECT (SELECT count(*)::int FROM records) AS records, (SELECT count(*)::int FROM verdicts) AS verdicts, (SELECT count(*)::int FROM verification_jobs) AS jobs',
    );
    assert.deepEqual(kept, { records: 5 * ROWS, verdicts: 5 * ROWS, jobs: 0 });
  });
});
