import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { citizenId, pupil, pushOf, rowId } from './invented-rows.ts';
import { ServerWorld } from './server-world.ts';
import { StubAdapter } from './stub-adapter.ts';

describe('push', () => {
  let world: ServerWorld;
  const adapter = new StubAdapter();

  before(async () => {
    world = await ServerWorld.start({ population: adapter });
  });
  after(() => world.close());

  it('answers row by row: good rows go, bad rows stay', async () => {
    const answer = await world.push(
      pushOf([
        pupil(1),
        pupil(2, { fullName: '' }),
        pupil(3, { citizenId: '12345' }),
        pupil(4, { nationality: 'Lào', citizenId: '' }),
        pupil(5, { className: '' }),
      ]),
    );
    assert.deepEqual(
      answer.rows.map(({ result, why, incomplete }) => [result, why, incomplete]),
      [
        ['queued', null, false],
        ['stays', null, true],
        ['kept', 'unverifiable', true],
        ['kept', 'not-applicable', false],
        ['queued', null, true],
      ],
    );
    assert.deepEqual(answer.rows[1]?.errors, ['full-name.missing']);
    assert.equal(answer.rows[1]?.recordId, null);
    assert.deepEqual(answer.rows[2]?.errors, ['citizen-id.not-12-digits']);
    await world.server.whenIdle();
    const { items, waiting } = await world.statuses();
    assert.deepEqual(items.map((item) => [item.rowId, item.transport, item.outcome, item.why]).sort(), [
      [rowId(1), 'answered', 'match', null],
      [rowId(3), 'answered', null, 'unverifiable'],
      [rowId(4), 'answered', 'not-applicable', 'not-applicable'],
      [rowId(5), 'answered', 'match', null],
    ]);
    assert.equal(waiting, 0);
    assert.deepEqual(adapter.asked.map((claim) => claim.citizenId).sort(), [citizenId(1), citizenId(5)]);
  });
});
