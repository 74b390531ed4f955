import assert from 'node:assert/strict';
import type { ProblemCode } from '../../contract/problem.ts';
import { ROUTES, type RouteId } from '../../contract/routes.ts';
import { hashPassword } from '../../server/crypto.ts';
import { createCsdlAdapter } from '../../server/population/csdl/csdl-adapter.ts';
import { citizenId } from '../server/invented-rows.ts';
import { PASSWORD, ServerWorld } from '../server/server-world.ts';
import { buildWorld, tokenOf } from './permissions/build-world.ts';
import { type ModelAccount, ModelWorld, TODAY } from './permissions/model-world.ts';
import { Random } from './permissions/random.ts';
import type { RouteOracle } from './permissions/route-oracle.ts';
import { ROUTE_ORACLES } from './permissions/route-oracles.ts';
import { isAtWork, SENDS_ROWS, seesRow } from './permissions/sight.ts';

const SEED = Number(process.env.SOSACH_PERMISSION_SEED ?? 20_261_122);
const WORLDS = 10;
/** Of each route in each world. Those that compare a password or write a workbook take long. */
const CASES = 24;
const SLOW_CASES = 6;
const SLOW: ReadonlySet<RouteId> = new Set(['signIn', 'changePassword', 'handIn']);

const ROUTE_IDS = Object.keys(ROUTES) as RouteId[];

/** Identity numbers leave by these alone: into the workbooks that are worked in, and to whoever sends the row. */
const SHOWS_NUMBERS: ReadonlySet<RouteId> = new Set(['getWorkbook', 'getCampaignWorkbooks', 'handIn', 'push']);

/** What is told of persons, or handed out, is written down: by whom, when, how much. */
const WRITTEN_DOWN: ReadonlySet<RouteId> = new Set([
  'getWorkbook',
  'getCampaignWorkbooks',
  'handIn',
  'push',
  'getRecordHistory',
  'performLoopAction',
  'listLoopRows',
  'listCampaignUnits',
]);

interface Answer {
  readonly requestId: string;
  readonly status: number;
  readonly code: ProblemCode | undefined;
  readonly body: unknown;
  readonly text: string;
}

/**
 * Promise 7 over random trees of units with dates, people of every role and every route, against what somebody who knows the
 * promise and not the program would expect.
 */
describe('promise: nobody sees or does what is not theirs, on any route', () => {
  let server: ServerWorld;
  let passwordHash: string;

  before(async () => {
    passwordHash = await hashPassword(PASSWORD);
    const noon = Date.parse(`${TODAY}T05:00:00Z`);
    server = await ServerWorld.start({
      clock: { now: () => noon },
      // Carried by hand, so that those routes have something to answer; invented, because the world is.
      population: { ...createCsdlAdapter(), register: 'invented' },
      limits: { requestsPerMinute: 1_000_000, signInFailures: 1_000_000 },
      makeWorkbook: async ({ rows }) => new TextEncoder().encode(JSON.stringify(rows)),
    });
  });
  after(() => server.close());

  for (let index = 0; index < WORLDS; index++) {
    it(`world ${index + 1}`, async () => {
      const random = new Random(SEED + index);
      const world = new ModelWorld(`W${index}`, random);
      await buildWorld(server, world, passwordHash, random);
      const plan = ROUTE_IDS.flatMap((id) => Array<RouteId>(SLOW.has(id) ? SLOW_CASES : CASES).fill(id));
      const told: { readonly requestId: string; readonly story: string }[] = [];
      for (const id of shuffled(plan, random)) await tryCase(id, world, random, told);
      const events = new Set((await server.store.audit.all()).map(({ requestId }) => requestId));
      for (const { requestId, story } of told) assert.ok(events.has(requestId), `${story} was not written down`);
    });
  }

  it('looks at every route as somebody who may and as somebody who may not', () => {
    for (const id of ROUTE_IDS) {
      const { given = 0, refused = 0 } = tally.get(id) ?? {};
      assert.ok(given > 0 || NEVER_GIVEN.has(id), `${id} was never answered`);
      assert.ok(refused > 0 || ROUTE_ORACLES[id].roles === 'anyone', `${id} was never refused`);
    }
  });

  const tally = new Map<RouteId, { given: number; refused: number }>();

  async function tryCase(
    id: RouteId,
    world: ModelWorld,
    random: Random,
    told: { readonly requestId: string; readonly story: string }[],
  ): Promise<void> {
    const oracle = ROUTE_ORACLES[id];
    const who = random.chance(0.08) ? null : random.pick(world.accounts);
    world.asker = who;
    const { probe, outcome, named = [] } = oracle.probe(world, random);
    const expected = refusedBefore(oracle, world, who) ?? outcome(who);
    const answer = await ask(id, probe, who && (await tokenOf(server, world, who)));
    const story = `${who ? `${who.username} of ${who.unit}` : 'nobody'}: ${id} ${probe.path}`;
    const counted = tally.get(id) ?? { given: 0, refused: 0 };
    tally.set(id, counted);
    if ('refused' in expected) {
      assert.equal(answer.code, expected.refused, `${story} answered ${answer.status} ${answer.text.slice(0, 200)}`);
      counted.refused++;
    } else {
      assert.ok(answer.status < 300, `${story} answered ${answer.status} ${answer.code}`);
      try {
        expected.given(answer.body);
      } catch (error) {
        throw new Error(`${story}: ${(error as Error).message}`, { cause: error });
      }
      expected.after?.();
      if (WRITTEN_DOWN.has(id) || readsStatuses(id, who, answer)) told.push({ requestId: answer.requestId, story });
      counted.given++;
    }
    for (const row of world.rows) {
      const isNumberShown = !SHOWS_NUMBERS.has(id) && answer.text.includes(citizenId(row.number));
      assert.ok(!isNumberShown, `${story} shows somebody’s number`);
      if (who && seesRow(world, who, row)) continue;
      const isNamed =
        answer.text.includes(row.rowId) || (answer.text.includes(row.recordId) && !named.includes(row.recordId));
      assert.ok(!isNamed, `${story} shows a row of ${row.unit}, class ${row.classNumber}`);
    }
  }

  async function ask(
    id: RouteId,
    { path, body, headers }: ReturnType<RouteOracle['probe']>['probe'],
    token: string | null,
  ): Promise<Answer> {
    const response = await fetch(`${server.server.httpUrl}${path}`, {
      method: ROUTES[id].method,
      headers: {
        ...headers,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    const code = response.status < 400 ? undefined : (parsed as { code: ProblemCode }).code;
    const requestId = response.headers.get('x-request-id') ?? '';
    return { requestId, status: response.status, code, body: parsed, text };
  }
});

/** Only refusals come of these: what they give has tests of its own, where sessions are. */
const NEVER_GIVEN: ReadonlySet<RouteId> = new Set([
  'refreshSession',
  'signInByProvider',
  'changePassword',
  'takeAnswers',
]);

/** A school that looks after its own rows is told of nowhere: it asks every few seconds. Everybody else's reading is. */
function readsStatuses(id: RouteId, who: ModelAccount | null, { body }: Answer): boolean {
  if (id !== 'listStatuses' || !who || SENDS_ROWS.includes(who.role)) return false;
  return (body as { items: unknown[] }).items.length > 0;
}

/** What stands before every route: who is not here, or not for this. */
function refusedBefore(
  { roles, whileOneTime }: RouteOracle,
  world: ModelWorld,
  who: ModelAccount | null,
): { readonly refused: ProblemCode } | undefined {
  if (roles === 'anyone') return undefined;
  if (!who) return { refused: 'token-missing' };
  if (!isAtWork(world, who)) return { refused: isClosed(world, who) ? 'account-closed' : 'unit-closed' };
  if (who.oneTimePassword && !whileOneTime) return { refused: 'password-change-required' };
  return roles === 'signed-in' || roles.includes(who.role) ? undefined : { refused: 'forbidden' };
}

/** By their own dates or the operator's hand; else it is their unit. */
function isClosed(world: ModelWorld, who: ModelAccount): boolean {
  return !isAtWork(world, { ...who, unit: null });
}

function shuffled<T>(from: readonly T[], random: Random): T[] {
  return from
    .map((value) => ({ value, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}
