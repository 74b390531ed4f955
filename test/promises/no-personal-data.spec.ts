import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { runCommandLine } from '../../cli/command-line.ts';
import { makeLog } from '../../server/log.ts';
import { captureIo } from '../cli/capture-io.ts';
import { COLUMNS, citizenId, pupil, pushOf } from '../server/invented-rows.ts';
import { ServerWorld, TestClock } from '../server/server-world.ts';
import { matched, StubAdapter } from '../server/stub-adapter.ts';

/** Promise 8: no personal data in URLs, logs, error texts or file names. The server's half. */
describe('promise: no personal data in logs, errors, URLs or file names', () => {
  let world: ServerWorld;
  const clock = new TestClock();
  const adapter = new StubAdapter();
  /** Every refusal that was answered, and every header. */
  const said: string[] = [];
  const lines: string[] = [];

  const NAMES = [0, 1, 2, 3].map((number) => String(pupil(number).cells[COLUMNS.indexOf('fullName')]));
  const NUMBERS = [0, 1, 2, 3].map(citizenId);
  const SECRETS = [...NAMES, ...NUMBERS, ...NAMES.map((name) => encodeURIComponent(name)), 'Mật Khẩu Rất Kín'];

  before(async () => {
    world = await ServerWorld.start({
      population: adapter,
      clock,
      limits: { signInFailures: 2 },
      // Everything that can be logged at all, of the server and of the worker within it.
      log: makeLog({ write: (line) => void lines.push(line) }, 'debug'),
    });
  });
  after(() => world.close());

  const note = (answer: Response): Response => {
    if (answer.status >= 400) said.push(JSON.stringify(answer.body));
    said.push(JSON.stringify(answer.headers));
    return answer;
  };

  function check(texts: readonly string[], what: string): void {
    assert.ok(texts.length > 0, what);
    for (const text of texts) {
      for (const secret of SECRETS) assert.ok(!text.includes(secret), `${what}: ${text.slice(0, 300)}`);
    }
  }

  it('over a whole flow with everything going wrong', async () => {
    const [name = '', number = ''] = [NAMES[0], NUMBERS[0]];
    const token = await world.token('vanthu.a');
    // The good way: push, failures of the service, answers, statuses, workbook, another unit.
    adapter.answer = async () => {
      throw new Error(`không hỏi được ${name} ${number}`);
    };
    note(await world.tryPush(pushOf([0, 1, 2, 3].map((index) => pupil(index)))));
    await world.server.whenIdle();
    adapter.answer = async (claims) => claims.map(({ requestId }) => ({ requestId, transport: 'unreachable' }));
    clock.advance(3600);
    await world.server.whenIdle();
    adapter.answer = async (claims) => claims.map(matched);
    clock.advance(3600);
    await world.server.whenIdle();
    assert.ok((await world.statuses()).items.every((item) => item.outcome === 'match'));
    note(await world.get('/api/v1/workbooks/student', token));
    // Personal data wherever a careless client could put it.
    const bad = pupil(0);
    note(await world.tryPush(pushOf([{ ...bad, rowId: name }])));
    note(await world.tryPush({ ...pushOf([bad]), [name]: number }));
    note(await world.tryPush(pushOf([{ ...bad, cells: [{ kind: 'date', [number]: name } as never] }])));
    note(await world.tryPush(pushOf([bad], { unit: number })));
    note(await world.tryPush(pushOf([bad], { workbookId: name, campaign: number })));
    note(await world.tryPush(`{"rows": ["${name}"`));
    note(await world.tryPush(pushOf([bad]), { key: number }));
    note(await world.tryPush(pushOf([bad]), { key: `${number}-${number}` }));
    note(await world.tryPush(pushOf([pupil(1)]), { key: `${number}-${number}` }));
    const encoded = encodeURIComponent(name);
    for (const path of [
      `/api/v1/statuses?since=${number}`,
      `/api/v1/statuses?limit=${encoded}`,
      `/api/v1/statuses?unit=${number}`,
      `/api/v1/units?cursor=${encoded}`,
      `/api/v1/workbooks/${encoded}`,
      `/api/v1/${number}`,
      `/${encoded}?q=${number}`,
      `/assets/${number}.js`,
    ]) {
      note(await world.get(path, token));
    }
    for (const username of [name, number, `${number}x`]) {
      for (let attempt = 0; attempt < 3; attempt++) {
        note(await world.post('/api/v1/session', { username, password: 'Mật Khẩu Rất Kín' }));
      }
    }
    note(await world.post('/api/v1/session/refresh', { refreshToken: `${number}${number}` }));
    note(await world.get('/api/v1/me', number));
    await world.restart({
      makeWorkbook: async () => {
        throw new TypeError(`không ghi được dòng ${name}`);
      },
    });
    const failed = note(await world.get('/api/v1/workbooks/student', token));
    assert.equal(failed.body.code, 'internal');

    check(said, 'answers');
    check(lines, 'log');
    check(
      (await world.store.audit.all()).map((event) => JSON.stringify(event)),
      'audit',
    );
    check(readdirSync(world.dataDir), 'file names');
  });

  it('logs the pattern of a route, never the address that was asked for', () => {
    const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
    assert.ok(requests.length > 20);
    const keys = new Set(requests.flatMap((line) => Object.keys(line)));
    assert.deepEqual([...keys].sort(), [
      'accountId',
      'level',
      'method',
      'ms',
      'msg',
      'requestId',
      'route',
      'status',
      'time',
    ]);
    const routes = new Set(requests.map((line) => line.route));
    assert.ok(routes.has('/api/v1/workbooks/:template') && routes.has('(none)'));
    for (const route of routes) assert.match(route, /^(\(none\)|\/[a-z0-9/.:-]*)$/);
  });

  it('of the worker there are lines at every level, the failing calls among them', () => {
    const found = lines.map((line) => JSON.parse(line) as { level: number; msg: string });
    const messages = new Set(found.map(({ msg }) => msg));
    assert.ok(messages.has('verification batch') && messages.has('population adapter failed'));
    assert.ok(messages.has('internal error'));
  });

  it('nor in what the commands of administration print over a store full of people', async () => {
    const printed: string[] = [];
    for (const command of [
      ['doctor'],
      ['doctor', '--json'],
      ['audit', 'verify'],
      ['keys', 'list'],
      ['purge', '--dry-run'],
      ['purge'],
      ['backup', '--out', join(world.dataDir, 'sao-luu.tar.gz')],
      ['support-bundle', '--out', join(world.dataDir, 'goi.zip')],
      ['restore', join(world.dataDir, 'sao-luu.tar.gz')],
      ['user', 'sessions', 'vanthu.a'],
      ['serve', '--print-config'],
    ]) {
      const io = captureIo();
      await runCommandLine([...command, '--data', world.dataDir], io, world.dataDir);
      assert.ok(io.stdout() + io.stderr() !== '', command.join(' '));
      printed.push(io.stdout(), io.stderr());
    }
    check(printed, 'printed');
    check(readdirSync(world.dataDir), 'file names');
  });

  it('asks the other way round: a name that is put into the log would be found', () => {
    assert.throws(() => check([`{"msg":"${NAMES[1]}"}`], 'log'));
  });
});
