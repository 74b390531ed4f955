import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import type { RowStatus, StatusPage } from '../../contract/schemas/status.ts';
import { type SeededRandom, seededRandom } from '../../server/population/people/seeded-random.ts';
import { inventRegister } from '../../server/population/simulator/register.ts';
import { type BundledProcesses, bundleProcesses } from '../server/power-cut/bundle-processes.ts';
import { MortalProcess } from '../server/power-cut/mortal-process.ts';
import { SchoolList } from '../server/power-cut/school-list.ts';
import { TappedLine } from '../server/power-cut/tapped-line.ts';
import { ServerWorld } from '../server/server-world.ts';

const KILLS = 200;
/** For pushes or questions, should there be none because everything is answered. */
const LONGEST_WAIT_MS = 2000;
/** Kills between two looks at whether everything is still there. */
const LOOK_EVERY = 25;
const CITIZENS = 4800;
const REGISTER_SEED = 'mat-dien';
/** Set it to run the same moments and rows again; the machine's own timing differs all the same. */
const SEED = process.env.SOSACH_POWER_CUT_SEED ?? String(randomInt(1e6));

/** Promise 6, with `kill -9` at random moments of push and verification. No acknowledged row lost, none doubled, no answer lost. */
describe(`promise: a power cut at any moment loses nothing (seed ${SEED})`, () => {
  let world: ServerWorld;
  let programs: BundledProcesses;
  let server: MortalProcess;
  let service: MortalProcess;
  let line: TappedLine;
  let clerks: Clerk[] = [];

  before(async () => {
    world = await ServerWorld.start();
    await world.server.close();
    programs = await bundleProcesses();
    service = new MortalProcess(programs.service, [REGISTER_SEED, String(CITIZENS)]);
    line = await TappedLine.open(() => service.url);
    server = new MortalProcess(programs.server, [world.dataDir, line.url]);
  });
  after(async () => {
    await server.kill();
    await service.kill();
    line.close();
    programs.remove();
    await world.close();
  });

  it(`over ${KILLS} kills of server, worker and service`, async function () {
    this.timeout(1_800_000);
    const random = seededRandom('mất điện', SEED);
    const register = inventRegister(REGISTER_SEED, CITIZENS);
    const list = (unit: string, username: string, firstCitizen: number) =>
      new SchoolList(
        { unit, username, firstCitizen, size: 150 },
        { seed: REGISTER_SEED, register, random: seededRandom('mất điện', SEED, unit) },
      );
    clerks = await Promise.all(
      [list('T-A', 'vanthu.a', 0), list('T-B', 'vanthu.b', 2000)].map(
        async (school) =>
          new Clerk(school, await world.token(school.username), server, seededRandom(SEED, school.unit)),
      ),
    );
    service.start();
    server.start();
    await Promise.all([service.url, server.url]);

    /** So many pushes answered or questions asked more: on a slow machine as much is going on as on a fast one. */
    async function somethingHappens(chance: SeededRandom): Promise<void> {
      const counted = chance.chance(0.5)
        ? () => line.calls
        : () => clerks.reduce((sum, clerk) => sum + clerk.pushes, 0);
      const enough = counted() + chance.below(4);
      for (let waited = 0; counted() < enough && waited < LONGEST_WAIT_MS; waited += 2) await delay(2);
    }

    const cut = { server: 0, service: 0, pushes: 0, questions: 0 };
    for (let kill = 1; kill <= KILLS; kill++) {
      if (kill % LOOK_EVERY === 1) for (const clerk of clerks) clerk.work();
      // The service may still be on its way up: that is a moment like any other.
      await server.url;
      await somethingHappens(random);
      await delay(random.below(40));
      const victim = random.pick(['server', 'server', 'service', 'both'] as const);
      if (victim !== 'service') cut.pushes += clerks.filter((clerk) => clerk.isSending).length;
      cut.questions += Math.min(1, line.open);
      if (victim !== 'service') {
        cut.server++;
        await server.kill();
        server.start();
      }
      if (victim !== 'server') {
        cut.service++;
        await service.kill();
        service.start();
      }
      if (kill % LOOK_EVERY === 0) {
        await Promise.all(clerks.map((clerk) => clerk.rest()));
        for (const clerk of clerks) await clerk.findsEverything();
      }
    }
    await server.kill();
    await service.kill();

    const rounds = keptRounds(world.dataDir);
    assert.deepEqual(
      rounds.rows.map(({ recordId }) => recordId).sort(),
      clerks.flatMap((clerk) => [...clerk.acknowledged.values()]).sort(),
      'exactly the acknowledged rows are kept, each once',
    );
    assert.ok(
      rounds.rows.every(({ verdicts }) => verdicts === 1),
      'exactly one verdict for the present round of each',
    );
    for (const [requestId, questions] of line.questions) {
      assert.equal(questions.size, 1, `${requestId} was used for ${questions.size} questions`);
    }
    const asked = new Set(line.questions.keys());
    assert.ok(
      rounds.requestIds.every((requestId) => asked.has(requestId)),
      'no verdict without its question',
    );
    assert.ok(rounds.rows.some(({ round }) => round > 3) && rounds.requestIds.length > 1000, 'rows went on changing');
    assert.ok(cut.server >= 100 && cut.service >= 60, JSON.stringify(cut));
    // Most kills must fall into the middle of something, or two hundred of them prove little.
    assert.ok(cut.pushes >= 100 && cut.questions >= 60, JSON.stringify(cut));
    assert.ok(line.claims > asked.size, 'questions cut off were asked again');
  });
});

/** A clerk who goes on pushing and tries again until each push is answered, as the pane does. */
class Clerk {
  /** Record ids by row id, as acknowledged. */
  readonly acknowledged = new Map<string, string>();
  isSending = false;
  readonly #list: SchoolList;
  readonly #token: string;
  readonly #server: MortalProcess;
  readonly #random: SeededRandom;
  #working: Promise<void> = Promise.resolve();
  #stopping = false;
  /** Sent and answered. */
  pushes = 0;

  constructor(list: SchoolList, token: string, server: MortalProcess, random: SeededRandom) {
    this.#list = list;
    this.#token = token;
    this.#server = server;
    this.#random = random;
  }

  work(): void {
    this.#stopping = false;
    this.#working = this.#workOn();
    this.#working.catch(() => undefined);
  }

  /** Ends with the present push. */
  async rest(): Promise<void> {
    this.#stopping = true;
    await this.#working;
  }

  /** Waits until every question is answered, then compares all that the server shows with what was acknowledged and the register. */
  async findsEverything(): Promise<void> {
    const shown = await this.#whenAnswered();
    assert.deepEqual(
      new Map(shown.map(({ rowId, recordId }) => [rowId, recordId])),
      this.acknowledged,
      'no acknowledged row lost, none doubled',
    );
    assert.deepEqual(
      new Map(shown.map(({ rowId, outcome, flags }) => [rowId, { outcome, flags: [...flags].sort() }])),
      new Map(shown.map(({ rowId }) => [rowId, this.#list.expected([rowId]).get(rowId)])),
      'every row has the register’s answer to itself',
    );
  }

  async #workOn(): Promise<void> {
    while (!this.#stopping) {
      const body = this.#list.nextPush(1 + this.#random.below(30));
      const key = `${this.#list.unit}-lan-gui-${String(this.pushes++).padStart(8, '0')}`;
      const answer = await this.#pushUntilAnswered(body, key);
      for (const { rowId, recordId } of answer.rows) {
        assert.ok(
          recordId !== null && [undefined, recordId].includes(this.acknowledged.get(rowId)),
          'one record a row',
        );
        this.acknowledged.set(rowId, recordId);
      }
      // A line that drops the answer makes the pane send again what was taken in.
      if (this.#random.chance(0.1)) assert.deepEqual(await this.#pushUntilAnswered(body, key), answer);
      await delay(this.#random.below(40));
    }
  }

  async #pushUntilAnswered(body: PushRequest, key: string): Promise<PushAnswer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    for (;;) {
      const answer = await this.#call<PushAnswer>('/api/v1/pushes', {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
      });
      if (answer) return answer;
    }
  }

  async #whenAnswered(): Promise<readonly RowStatus[]> {
    for (;;) {
      const page = await this.#call<StatusPage>('/api/v1/statuses?limit=1000');
      if (page?.items.every(({ transport }) => transport === 'answered')) return page.items;
      await delay(30);
    }
  }

  /** Undefined when the server was cut off before its answer had come over. */
  async #call<T>(path: string, init: RequestInit = {}): Promise<T | undefined> {
    const url = await this.#server.url.catch(() => undefined);
    this.isSending = init.method === 'POST';
    try {
      const headers = { authorization: `Bearer ${this.#token}`, ...init.headers };
      const response = await fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
      const answer = await response.json();
      assert.equal(response.status, 200, JSON.stringify(answer));
      return answer as T;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      await delay(5);
      return undefined;
    } finally {
      this.isSending = false;
    }
  }
}

interface KeptRounds {
  readonly rows: readonly { readonly recordId: string; readonly round: number; readonly verdicts: number }[];
  /** Of every verdict of every round. */
  readonly requestIds: readonly string[];
}

function keptRounds(dataDir: string): KeptRounds {
  const database = new Database(`${dataDir}/so-sach.sqlite`, { readonly: true });
  try {
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
    const rows = database.prepare(
      `SELECT record_id AS recordId, round,
         (SELECT count(*) FROM verdicts v WHERE v.unit = r.unit AND v.record_id = r.record_id AND v.round = r.round) AS verdicts
       FROM records r`,
    );
    const requestIds = database.prepare('SELECT request_id FROM verdicts').pluck();
    return { rows: rows.all() as KeptRounds['rows'], requestIds: requestIds.all() as string[] };
  } finally {
    database.close();
  }
}
