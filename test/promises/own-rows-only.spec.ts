import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { may, type Role } from '../../contract/role.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { citizenId, pupil, pushOf } from '../server/invented-rows.ts';
import { problemOf, ServerWorld } from '../server/server-world.ts';

/** Promise 7: a unit sees its own rows, and officers those of the units below them. Nothing else, on any path. */
describe('promise: a unit sees its own rows and those below, nothing else', () => {
  let world: ServerWorld;
  let run = 0;

  before(async () => {
    world = await ServerWorld.start();
  });
  after(() => world.close());

  /** Unit `i` hangs under `parents[i]`, which is an earlier unit or none. */
  const forest = fc
    .integer({ min: 2, max: 7 })
    .chain((size) =>
      fc.tuple(
        ...Array.from({ length: size }, (_, index) => fc.option(fc.nat({ max: Math.max(0, index - 1) }), { freq: 3 })),
      ),
    )
    .map((parents) => parents.map((parent, index) => (index === 0 ? null : parent)));
  const role = fc.constantFrom<Role>('clerk', 'viewer', 'head', 'officer');

  it('over any tree, for anyone in it, on every route', async () => {
    await fc.assert(
      fc.asyncProperty(forest, fc.array(role, { minLength: 7, maxLength: 7 }), async (parents, roles) => {
        const prefix = `R${run++}`;
        const code = (index: number) => `${prefix}-${index}`;
        const units = parents.map((_, index) => index);
        const isBelow = (index: number, top: number): boolean =>
          index === top || (parents[index] != null && isBelow(parents[index] as number, top));
        const below = (top: number) => units.filter((index) => isBelow(index, top));
        await addUnits(
          world.store,
          units.map((index) => ({
            code: code(index),
            name: code(index),
            kind: 'school',
            parent: parents[index] == null ? null : code(parents[index] as number),
            validFrom: null,
            validTo: null,
          })),
        );
        const account = async (name: string, unit: number, accountRole: Role) => {
          const username = `${name}.${code(unit)}`;
          await world.store.accounts.insert({
            accountId: randomUUID(),
            username,
            displayName: username,
            role: accountRole,
            unit: code(unit),
            classes: null,
            validFrom: null,
            validTo: null,
            disabledAt: null,
            foreignIdentity: null,
            passwordHash: '',
            passwordIsOneTime: false,
            createdAt: 0,
          });
          return username;
        };
        const pushTo = (unit: number, as: string) =>
          world.tryPush(pushOf([pupil(unit)], { unit: code(unit), workbookId: 'so' }), { as });
        const recordIds: string[] = [];
        for (const unit of units) {
          const answer = await pushTo(unit, await account('vt', unit, 'clerk'));
          recordIds.push(answer.body.rows[0].recordId);
        }
        const ids = (of: readonly number[]) => of.map((unit) => recordIds[unit]).sort();

        for (const own of units) {
          const ownRole = roles[own] ?? 'clerk';
          const as = await account('ai', own, ownRole);
          const token = await world.token(as);
          const seen = async (query = '') =>
            (await world.statuses({ as, query })).items.map((item) => item.recordId).sort();
          assert.deepEqual(await seen(), ids(below(own)), 'statuses');
          assert.deepEqual(await seen('&workbookId=so'), ids(below(own)), 'statuses of one workbook');
          if (may(ownRole, 'units:read')) {
            const { body } = await world.get('/api/v1/units', token);
            assert.deepEqual(body.items.map((item: { code: string }) => item.code).sort(), below(own).map(code).sort());
          }
          for (const other of units) {
            const mine = isBelow(other, own);
            const status = await world.get(`/api/v1/statuses?unit=${code(other)}`, token);
            assert.equal(problemOf(status), mine ? undefined : 'unit-foreign');
            if (mine) assert.deepEqual(await seen(`&unit=${code(other)}`), ids(below(other)));
            if (may(ownRole, 'workbooks:read')) {
              const workbook = await world
                .get(`/api/v1/workbooks/student?unit=${code(other)}`, token)
                .responseType('blob');
              assert.equal(workbook.status, mine ? 200 : 403);
              if (mine) assert.equal(String(workbook.body), 'rows:1', 'the unit’s own roster');
            }
            if (may(ownRole, 'records:push')) {
              const before = await world.store.records.count();
              assert.equal(problemOf(await pushTo(other, as)), mine ? undefined : 'unit-foreign');
              assert.equal(await world.store.records.count(), before);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('a unit that does not exist is refused like a foreign one, and not named back', async () => {
    const answer = await world.tryPush(pushOf([pupil(1)], { unit: '001212000999' }));
    assert.equal(problemOf(answer), 'unit-foreign');
    assert.ok(!JSON.stringify(answer.body).includes('001212000999'));
  });

  it('the same row id and workbook id in another unit is another row', async () => {
    await world.push(pushOf([pupil(900)]), { as: 'vanthu.a' });
    const other = await world.push(pushOf([pupil(900, { className: '6C' })], { unit: 'T-B' }), { as: 'vanthu.b' });
    assert.notEqual(other.rows[0]?.result, 'unchanged');
    const own = await world.statuses({ as: 'vanthu.a' });
    assert.ok(!own.items.some((item) => item.recordId === other.rows[0]?.recordId));
  });

  it('one unit’s numbers do not make another’s duplicates', async () => {
    await world.push(pushOf([pupil(910)]), { as: 'vanthu.a' });
    const other = pupil(911, { citizenId: citizenId(910) });
    const answer = await world.push(pushOf([other], { unit: 'T-B' }), { as: 'vanthu.b' });
    assert.deepEqual(answer.rows[0]?.errors, []);
  });

  it('one unit’s idempotency keys say nothing of another’s pushes', async () => {
    const key = 'khoa-dung-chung-01';
    await world.push(pushOf([pupil(920)]), { as: 'vanthu.a', key });
    const answer = await world.tryPush(pushOf([pupil(921)], { unit: 'T-B' }), { as: 'vanthu.b', key });
    assert.equal(answer.status, 200);
  });
});
