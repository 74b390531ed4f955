import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Test } from 'supertest';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Role } from '../../contract/role.ts';
import type { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import type { Session } from '../../contract/schemas/session.ts';
import type { StatusPage } from '../../contract/schemas/status.ts';
import type { Unit } from '../../contract/schemas/unit.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { markTryOut } from '../../server/admin/mark-try-out.ts';
import type { Clock } from '../../server/clock.ts';
import { AccessTokens, loadTokenKey, mintId } from '../../server/crypto.ts';
import { openStore } from '../../server/data-folder.ts';
import { makeLog } from '../../server/log.ts';
import { type RunningServer, type ServerConfig, startServer } from '../../server/start-server.ts';
import type { Store } from '../../server/store/store.ts';
import { sharedPostgres } from '../support/shared-postgres.ts';

export const PASSWORD = 'mật khẩu thử 2026';

const unit = (code: string, kind: Unit['kind'], parent: string | null): Unit => ({
  code,
  name: `Đơn vị ${code}`,
  kind,
  parent,
  validFrom: null,
  validTo: null,
});

/** S over X-1 (schools T-A, T-B) and X-2 (school T-C). */
export const UNITS: readonly Unit[] = [
  unit('S', 'department', null),
  unit('X-1', 'commune', 'S'),
  unit('X-2', 'commune', 'S'),
  unit('T-A', 'school', 'X-1'),
  unit('T-B', 'school', 'X-1'),
  unit('T-C', 'school', 'X-2'),
];

export const ACCOUNTS: readonly { username: string; role: Role; unit: string | null }[] = [
  { username: 'vanthu.a', role: 'clerk', unit: 'T-A' },
  { username: 'vanthu.b', role: 'clerk', unit: 'T-B' },
  { username: 'xem.a', role: 'viewer', unit: 'T-A' },
  { username: 'canbo.x1', role: 'officer', unit: 'X-1' },
  { username: 'vanhanh', role: 'operator', unit: null },
];

/** Real time, from a fixed day on, that a test can move forward. */
export class TestClock implements Clock {
  #offset = Date.parse('2026-11-22T02:00:00Z') - performance.now();

  now(): number {
    return Math.floor(performance.now() + this.#offset);
  }

  advance(seconds: number): void {
    this.#offset += seconds * 1000;
  }
}

/** The command that tests also on PostgreSQL sets this to `postgres`; otherwise a store is a file. */
const ON_POSTGRES = process.env.SOSACH_TEST_STORE === 'postgres';

export class ServerWorld {
  readonly dataDir: string;
  /** Where the store is, when it is no file of the folder. */
  readonly databaseUrl: string | undefined;
  readonly logLines: string[] = [];
  server!: RunningServer;
  /** A connection of our own to the server's store, for looking. */
  store!: Store;
  readonly #config: Partial<ServerConfig>;
  readonly #tokens = new Map<string, string>();

  private constructor(config: Partial<ServerConfig>, databaseUrl: string | undefined) {
    this.#config = config;
    this.databaseUrl = databaseUrl;
    this.dataDir = mkdtempSync(join(tmpdir(), 'so-sach-server-'));
  }

  /** A running server over a temporary try-out store with `UNITS` and `ACCOUNTS`. */
  static async start(config: Partial<ServerConfig> = {}): Promise<ServerWorld> {
    const databaseUrl = ON_POSTGRES ? await (await sharedPostgres()).makeDatabase() : undefined;
    const world = new ServerWorld(config, databaseUrl);
    world.store = await openStore(world.dataDir, databaseUrl);
    await markTryOut(world.store);
    await addUnits(world.store, UNITS);
    for (const account of ACCOUNTS) {
      await createAccount(world.store, { ...account, displayName: account.username, password: PASSWORD });
    }
    await world.restart();
    return world;
  }

  /** Starts (again) on the same data folder. */
  async restart(config: Partial<ServerConfig> = {}): Promise<void> {
    await this.server?.close();
    this.server = await startServer({
      port: 0,
      dataDir: this.dataDir,
      ...(this.databaseUrl === undefined ? {} : { databaseUrl: this.databaseUrl }),
      population: null,
      pagesDir: join(this.dataDir, 'no-pages'),
      manifestFile: join(this.dataDir, 'no-manifest.xml'),
      officeJsUrl: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      makeWorkbook: async ({ rows }) => new TextEncoder().encode(`rows:${rows.length}`),
      log: makeLog({ write: (line) => void this.logLines.push(line) }),
      limits: { requestsPerMinute: 100_000 },
      ...this.#config,
      ...config,
    });
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.store.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  get(path: string, token?: string): Test {
    const test = request(this.server.httpUrl).get(path);
    return token === undefined ? test : test.set('Authorization', `Bearer ${token}`);
  }

  post(path: string, body: unknown, token?: string): Test {
    const test = request(this.server.httpUrl).post(path).set('Content-Type', 'application/json');
    return (token === undefined ? test : test.set('Authorization', `Bearer ${token}`)).send(JSON.stringify(body));
  }

  /** Posts a file as the clerk of T-A or whoever is named. */
  async sendFile(path: string, file: Uint8Array, as = 'vanthu.a'): Promise<Awaited<Test>> {
    return request(this.server.httpUrl)
      .post(path)
      .set('Content-Type', 'application/octet-stream')
      .set('Authorization', `Bearer ${await this.token(as)}`)
      .send(Buffer.from(file));
  }

  delete(path: string, token: string): Test {
    return request(this.server.httpUrl).delete(path).set('Authorization', `Bearer ${token}`);
  }

  async signIn(username: string, password = PASSWORD): Promise<Session> {
    const answer = await this.post('/api/v1/session', { username, password });
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status} ${answer.body.code}`);
    return answer.body;
  }

  /** An access token that outlives every test; what signing in gives is tested where sessions are. */
  async token(username: string): Promise<string> {
    const known = this.#tokens.get(username);
    if (known) return known;
    const account = await this.store.accounts.findByName(username);
    if (!account) throw new Error(`the world has no ${username}`);
    const familyId = mintId();
    const expiresAt = Date.parse('2100-01-01');
    const { accountId } = account;
    const family = { familyId, accountId, way: 'password', openedAt: 0, addressHash: '', expiresAt } as const;
    await this.store.sessions.insertFamily(family);
    const signer = new AccessTokens(loadTokenKey(this.dataDir));
    const token = signer.sign({ accountId, familyId, expiresAt });
    this.#tokens.set(username, token);
    return token;
  }

  async push(body: PushRequest, { as = 'vanthu.a', key = String(randomUUID()) } = {}): Promise<PushAnswer> {
    const answer = await this.tryPush(body, { as, key });
    if (answer.status !== 200) throw new Error(`push answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async tryPush(body: unknown, { as = 'vanthu.a', key = String(randomUUID()) } = {}): Promise<Awaited<Test>> {
    return this.post('/api/v1/pushes', body, await this.token(as)).set('Idempotency-Key', key);
  }

  async tryOpenCampaign(draft: unknown, { as = 'canbo.x1', key = String(randomUUID()) } = {}): Promise<Awaited<Test>> {
    return this.post('/api/v1/campaigns', draft, await this.token(as)).set('Idempotency-Key', key);
  }

  /** Every page behind a cursor. */
  async statuses({ as = 'vanthu.a', query = '', since = '' } = {}): Promise<StatusPage> {
    const token = await this.token(as);
    const items: StatusPage['items'] = [];
    let cursor = since;
    for (;;) {
      const answer = await this.get(`/api/v1/statuses?limit=100${cursor && `&since=${cursor}`}${query}`, token);
      if (answer.status !== 200) throw new Error(`statuses answered ${answer.status} ${answer.body.code}`);
      const page: StatusPage = answer.body;
      items.push(...page.items);
      cursor = page.cursor;
      if (!page.more) return { ...page, items };
    }
  }
}

/** The problem code of an answer, checked for its form. */
export function problemOf(answer: Awaited<Test>): ProblemCode | undefined {
  if (answer.status < 400) return undefined;
  if (!/^application\/problem\+json/.test(answer.headers['content-type'] ?? '')) {
    throw new Error(`${answer.status} came as ${answer.headers['content-type']}`);
  }
  const { code, status, title, nextStep, requestId } = answer.body;
  const complete = status === answer.status && title.vi && title.en && nextStep.vi && nextStep.en && requestId;
  if (!complete || /\{\w+\}/.test(JSON.stringify(answer.body)))
    throw new Error(`incomplete: ${JSON.stringify(answer.body)}`);
  return code;
}
