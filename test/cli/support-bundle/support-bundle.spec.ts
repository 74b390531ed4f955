import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommandLine } from '../../../cli/command-line.ts';
import { STORE_FILE } from '../../../server/data-folder.ts';
import { makeLog } from '../../../server/log.ts';
import { readZipDirectory } from '../../../xlsx/package/zip-directory.ts';
import { COLUMNS, citizenId, pupil, pushOf } from '../../server/invented-rows.ts';
import { ACCOUNTS, PASSWORD, ServerWorld, TestClock, UNITS } from '../../server/server-world.ts';
import { matched, StubAdapter } from '../../server/stub-adapter.ts';
import { CanarySearch } from '../../support/canary-search.ts';
import { readPart } from '../../xlsx/read-part.ts';
import { captureIo } from '../capture-io.ts';

const PEOPLE = 120;
const NAMES = Array.from({ length: PEOPLE }, (_, index) => String(pupil(index).cells[COLUMNS.indexOf('fullName')]));
const DATES = Array.from({ length: PEOPLE }, (_, index) => {
  const [month, day] = [1 + (index % 12), 1 + (index % 28)].map((number) => String(number).padStart(2, '0'));
  return [`${day}/${month}/2012`, `2012-${month}-${day}`];
}).flat();

/** What is said of people, units and accounts, long enough to be told from chance. */
const SECRETS = [
  ...NAMES,
  ...DATES,
  ...Array.from({ length: PEOPLE }, (_, index) => citizenId(index)),
  ...UNITS.map(({ name }) => name),
  ...ACCOUNTS.map(({ username }) => username),
  PASSWORD,
  'C0000123',
].filter((value) => value.length >= 8);

describe('sosach support-bundle', () => {
  const clock = new TestClock();
  const adapter = new StubAdapter();
  let world: ServerWorld;
  const lines: string[] = [];

  before(async () => {
    world = await ServerWorld.start({
      population: adapter,
      clock,
      log: makeLog({ write: (line) => void lines.push(line) }, 'debug'),
      metricsToken: 'ma-so-doc-duoc-metrics',
    });
    adapter.answer = async (claims) => {
      throw new Error(`không hỏi được ${claims.map(({ fullName }) => fullName).join()}`);
    };
    await world.push(pushOf(Array.from({ length: PEOPLE }, (_, index) => pupil(index))));
    await world.server.whenIdle();
    adapter.answer = async (claims) => claims.map(matched);
    clock.advance(3600);
    await world.server.whenIdle();
    await world.get(`/api/v1/statuses?since=${encodeURIComponent(SECRETS[0] ?? '')}`, await world.token('vanthu.a'));
  });
  after(() => world.close());

  async function bundle(log: string, ...args: string[]) {
    const out = path.join(world.dataDir, 'goi.zip');
    const logFile = path.join(world.dataDir, 'log.txt');
    writeFileSync(logFile, log);
    const io = captureIo();
    const code = await runCommandLine(
      ['support-bundle', '--out', out, '--log-file', logFile, '--data', world.dataDir, ...args],
      io,
      path.join(world.dataDir, 'home'),
    );
    assert.deepEqual([code, io.stderr()], [0, '']);
    return readFileSync(out);
  }

  /** Settings by environment, for one call. */
  async function withSettings<T>(settings: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
    const before = { ...process.env };
    Object.assign(process.env, settings);
    try {
      return await work();
    } finally {
      for (const name of Object.keys(settings)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  }

  const settings = () => ({
    SOSACH_PORT: new URL(world.server.httpUrl).port,
    SOSACH_METRICS_TOKEN: 'ma-so-doc-duoc-metrics',
    SOSACH_VERIFICATION_PURPOSE: `theo yêu cầu của ${SECRETS[0]}`,
    SOSACH_VERIFICATION_OFFICER: citizenId(0),
    SOSACH_VERIFICATION_CONCURRENCY: '7',
  });

  it('holds what somebody who helps needs, and nobody', async () => {
    // The log as it was, and as a careless program might have written it.
    const poisoned = SECRETS.flatMap((secret) => [
      JSON.stringify({
        msg: secret,
        [secret]: secret,
        requestId: secret,
        route: `/api/v1/${secret}`,
        at: [`at ${secret}`],
      }),
      secret,
      Buffer.from(secret.normalize('NFD')).toString('base64'),
    ]);
    const log = [...lines];
    const bytes = await withSettings(settings(), () => bundle([...log, ...poisoned].join('\n')));
    assert.deepEqual(new CanarySearch([...SECRETS, 'ma-so-doc-duoc-metrics']).find(bytes, ['bundle']), []);

    assert.deepEqual(
      readZipDirectory(bytes)
        .entries.map(({ name }) => name)
        .sort(),
      ['README.txt', 'configuration.json', 'doctor.json', 'log.jsonl', 'metrics.txt', 'store.json', 'versions.json'],
    );
    assert.match(JSON.parse(await readPart(bytes, 'versions.json')).soSach, /^\d+\.\d+\.\d+$/);
    const configuration = new Map(
      (JSON.parse(await readPart(bytes, 'configuration.json')) as { variable: string; value: string }[]).map((line) => [
        line.variable,
        line.value,
      ]),
    );
    assert.deepEqual(
      ['SOSACH_VERIFICATION_CONCURRENCY', 'SOSACH_VERIFICATION_PURPOSE', 'SOSACH_DATA', 'SOSACH_METRICS_TOKEN'].map(
        (name) => configuration.get(name),
      ),
      ['7', '(set)', '(set)', '(set)'],
    );
    const store = JSON.parse(await readPart(bytes, 'store.json'));
    assert.deepEqual([store.rows.records, store.rows.verdicts, store.tryOut], [PEOPLE, PEOPLE, true]);
    assert.equal(store.schema, store.knownSchema);
    assert.ok(
      JSON.parse(await readPart(bytes, 'doctor.json')).some((line: { code: string }) => line.code === 'store-sound'),
    );
    assert.match(await readPart(bytes, 'metrics.txt'), /^sosach_verdicts_total\{outcome="match"\} 120$/m);
    const logged = (await readPart(bytes, 'log.jsonl')).trim().split('\n');
    assert.ok(logged.some((line) => line.includes('"population adapter failed"')));
    assert.ok(logged.some((line) => line.includes('"route":"/api/v1/statuses"')));
    assert.equal(logged.length, log.length + SECRETS.length);
  });

  it('would be found out: the same search finds everybody in the database', () => {
    const hits = new CanarySearch(SECRETS).find(readFileSync(path.join(world.dataDir, STORE_FILE)), ['store']);
    const wal = new CanarySearch(SECRETS).find(readFileSync(path.join(world.dataDir, `${STORE_FILE}-wal`)), ['wal']);
    assert.ok(new Set([...hits, ...wal].map(({ value }) => value)).size > 50);
  });

  it('is made of a server that is down, or of a folder without a store', async () => {
    const bytes = await withSettings({ SOSACH_PORT: '1' }, () => bundle(''));
    assert.equal(await readPart(bytes, 'metrics.txt'), 'no server answered\n');
    const empty = await bundle('', '--data', path.join(world.dataDir, 'none'));
    assert.equal(await readPart(empty, 'store.json'), 'null\n');
    assert.ok((await readPart(empty, 'doctor.json')).includes('store-unusable'));
  });

  it('says of a log that is not there that it cannot be read, and writes nothing', async () => {
    const io = captureIo();
    const out = path.join(world.dataDir, 'khac.zip');
    const args = ['support-bundle', '--out', out, '--log-file', path.join(world.dataDir, 'none.txt')];
    assert.equal(await runCommandLine([...args, '--data', world.dataDir], io, world.dataDir), 2);
    assert.match(io.stderr(), /^--log-file .*ENOENT\)\n$/);
    assert.throws(() => readFileSync(out), /ENOENT/);
  });
});
