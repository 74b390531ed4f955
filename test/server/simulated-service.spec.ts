import assert from 'node:assert/strict';
import type { Citizen } from '../../server/population/people/invent-citizen.ts';
import { createSimulatedAdapter } from '../../server/population/simulated/simulated-adapter.ts';
import { type RunningSimulator, startSimulator } from '../../server/population/simulator/start-simulator.ts';
import { type Cells, pupil, pushOf, rowId } from './invented-rows.ts';
import { NUMBER_OF_NOBODY, PEOPLE, SEED } from './population/claim-of.ts';
import { ServerWorld } from './server-world.ts';

/** Push → queue → simulated service over real sockets → statuses: every outcome because the register says so. */
describe('the server with the simulated population service', () => {
  let simulator: RunningSimulator;
  let world: ServerWorld;

  before(async () => {
    simulator = await startSimulator({ port: 0, citizens: 10_000, seed: SEED, ratePerSecond: 500, latencyMs: 1 });
    const population = createSimulatedAdapter({
      url: simulator.url,
      ratePerSecond: 400,
      batchSize: 5,
      timeoutMs: 10_000,
    });
    world = await ServerWorld.start({ population });
  });
  after(async () => {
    await world.close();
    await simulator.close();
  });

  const row = (number: number, citizen: Citizen, change: Cells = {}) =>
    pupil(number, {
      fullName: citizen.fullName,
      birthDate: citizen.yearOnly ? citizen.birthDate.year : { kind: 'date', ...citizen.birthDate },
      sex: citizen.sex === 'male' ? 'Nam' : 'Nữ',
      ethnicity: citizen.ethnicity,
      citizenId: citizen.citizenId,
      province: citizen.province,
      ward: citizen.ward,
      ...change,
    });

  it('gives every row the outcome that the register holds for it', async () => {
    const { plain, foundOnly, doubled, renumbered, yearOnly, toneInTwoPlaces } = PEOPLE;
    const cases: readonly (readonly [Citizen, Cells, string, readonly string[]])[] = [
      [plain, {}, 'match', []],
      [toneInTwoPlaces, { fullName: toneInTwoPlaces.fullName.replace(/Hòa$/, 'Hoà') }, 'match-normalised', []],
      [plain, { citizenId: NUMBER_OF_NOBODY }, 'no-such-number', []],
      [foundOnly, { fullName: 'Lê Văn Không Phải' }, 'unconfirmed', []],
      [doubled, {}, 'too-many', []],
      [renumbered, { citizenId: renumbered.cancelledId }, 'superseded', []],
      [yearOnly, {}, 'match-normalised', ['yearOnlyBirth']],
      [renumbered, { fullName: 'Lê Văn Không Phải' }, 'differs', ['differs.name']],
    ];
    const answer = await world.push(pushOf(cases.map(([citizen, change], index) => row(index, citizen, change))));
    assert.deepEqual(new Set(answer.rows.map((each) => each.result)), new Set(['queued']), JSON.stringify(answer));
    await world.server.whenIdle();
    const { items } = await world.statuses();
    const byRow = new Map(items.map((item) => [item.rowId, item]));
    for (const [index, [, , outcome, flags]] of cases.entries()) {
      const status = byRow.get(rowId(index));
      assert.deepEqual(
        [status?.transport, status?.outcome, status?.flags],
        ['answered', outcome, flags],
        `case ${index}`,
      );
    }
    assert.ok(items.every((item) => item.compared.includes('citizenId') && item.askedAt && item.answeredAt));
  });

  it('outlives the service: what comes while it is away is asked when it is back', async () => {
    const port = Number(new URL(simulator.url).port);
    await simulator.close();
    await world.restart({ verification: { retryBaseSeconds: 0.05 } });
    await world.push(pushOf([row(100, PEOPLE.foundOnly)], { workbookId: 'so-2', campaign: 'đợt 2' }));
    const find = async () => (await world.statuses()).items.find((item) => item.rowId === rowId(100));
    while ((await find())?.transport !== 'unreachable') await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal((await find())?.outcome, null);
    simulator = await startSimulator({ port, citizens: 10_000, seed: SEED, ratePerSecond: 500, latencyMs: 1 });
    while ((await find())?.transport !== 'answered') await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal((await find())?.outcome, 'match');
  });
});
