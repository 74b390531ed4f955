import assert from 'node:assert/strict';
import type { Store } from '../../../server/store/store.ts';
import type { NewJob } from '../../../server/store/verification-table.ts';
import { job, keepRecords, NOW, record, UNITS, verdict } from './stored-rows.ts';

/** What the store does with the questions about rows, on whichever database it stands. `open` gives a new, empty one. */
export function describeQueue(engine: string, open: () => Promise<Store>): void {
  describe(`questions on ${engine}`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
      await store.units.upsert(UNITS);
    });
    afterEach(() => store.close());

    describe('the queue', () => {
      const many = (unit: string, rows: number, values: Partial<NewJob> = {}) =>
        Array.from({ length: rows }, (_, at) => job(`${unit}-${String(at).padStart(4, '0')}`, { unit, ...values }));

      async function withUnits(sizes: Readonly<Record<string, number>>): Promise<void> {
        for (const [unit, rows] of Object.entries(sizes)) {
          const workbook = { unit, workbookId: 'w-1', template: 'student', version: 1, campaign: '' } as const;
          await store.workbooks.insert({ ...workbook, firstSeenAt: NOW });
          await store.records.insert(many(unit, rows).map(({ recordId }) => record(recordId, { unit })));
        }
      }

      /** Units in the order in which they are asked, a letter a row. */
      async function askedInTurn(limit: number, batch = 10): Promise<string> {
        const order: string[] = [];
        while (order.length < limit) {
          const leased = await store.verifications.lease(NOW, NOW + 1000, Math.min(batch, limit - order.length));
          if (leased.length === 0) break;
          order.push(...leased.map(({ unit }) => unit.slice(-1)));
        }
        return order.join('');
      }
      const count = (order: string, unit: string) => [...order].filter((letter) => letter === unit).length;

      it('asks units in turn: three thousand rows of one do not hold up thirty of another', async () => {
        await withUnits({ 'T-A': 300, 'T-B': 30, 'T-C': 30 });
        await store.verifications.enqueue(many('T-A', 300));
        assert.equal(await askedInTurn(100), 'A'.repeat(100));
        await store.verifications.enqueue(many('T-B', 30));
        await store.verifications.enqueue(many('T-C', 30));
        const order = await askedInTurn(90);
        assert.deepEqual([count(order, 'A'), count(order, 'B'), count(order, 'C')], [30, 30, 30]);
        assert.equal(await askedInTurn(1000), 'A'.repeat(170));
      });

      it('keeps no debt and no credit of turns', async () => {
        await withUnits({ 'T-A': 200, 'T-B': 100 });
        await store.verifications.enqueue(many('T-A', 100));
        await askedInTurn(100);
        for (const { unit, recordId } of many('T-A', 100)) await store.verifications.remove(unit, [recordId]);
        await store.verifications.enqueue(many('T-B', 100));
        await store.verifications.enqueue(many('T-A', 200).slice(100));
        const order = await askedInTurn(100);
        assert.deepEqual([count(order, 'A'), count(order, 'B')], [50, 50]);
      });

      it('asks a unit’s rows in the order of its sheet', async () => {
        await withUnits({ 'T-A': 20 });
        const jobs = many('T-A', 20).reverse();
        await store.verifications.enqueue(jobs.slice(0, 8));
        await store.verifications.enqueue(jobs.slice(8));
        for (const { recordId } of jobs) {
          const [leased] = await store.verifications.lease(NOW, NOW + 1000, 1);
          assert.equal(leased?.recordId, recordId);
        }
      });

      it('says how many are asked until a unit is through: not those that come after', async () => {
        await withUnits({ 'T-A': 300, 'T-B': 30 });
        await store.verifications.enqueue(many('T-A', 300));
        await store.verifications.enqueue(many('T-B', 30));
        const ahead = (root: string, workbookId: string | null = null) =>
          store.statuses.ahead({ root, workbookId, classes: null });
        assert.deepEqual([await ahead('T-B'), await ahead('T-A'), await ahead('S')], [60, 330, 330]);
        assert.deepEqual([await ahead('T-C'), await ahead('T-A', 'w-9')], [0, 0]);
        await store.verifications.enqueue(many('T-A', 5, { priority: 0, round: 2 }));
        assert.equal(await ahead('T-B'), 65 - 5, 'five of the others go first now, and no longer later');
      });

      it('leases what is due once, the urgent first, then in turn, and again when the lease has run out', async () => {
        await keepRecords(store, record('a'), record('b'), record('c'), record('d'));
        await store.verifications.enqueue([
          job('a'),
          job('b', { priority: 0, dueAt: NOW - 5 }),
          job('c', { dueAt: NOW - 9 }),
          job('d', { dueAt: NOW + 1 }),
        ]);
        assert.equal(await store.verifications.nextDueAt(), NOW - 9);
        const lease = async (now: number) =>
          (await store.verifications.lease(now, now + 100, 2)).map(
            ({ recordId, attempts }) => `${recordId}${attempts}`,
          );
        assert.deepEqual((await lease(NOW)).sort(), ['a1', 'b1']);
        assert.deepEqual(await lease(NOW), ['c1']);
        assert.deepEqual(await lease(NOW), []);
        assert.deepEqual((await lease(NOW + 100)).sort(), ['a2', 'b2']);
        assert.deepEqual((await lease(NOW + 100)).sort(), ['c2', 'd1']);
        assert.deepEqual(await store.verifications.countByTransport(), [{ transport: 'sent', rows: 4 }]);
      });

      it('puts off, asks anew and forgets', async () => {
        await keepRecords(store, record('a'), record('b'));
        await store.verifications.enqueue([job('a'), job('b')]);
        const [leased] = await store.verifications.lease(NOW, NOW + 100, 1);
        assert.equal(leased?.recordId, 'a');
        assert.deepEqual(await store.verifications.defer([leased!], 'throttled', NOW + 50), [leased]);
        assert.deepEqual(await store.verifications.deferDue('closed-hours', NOW, NOW + 70), [
          { unit: 'T-A', recordId: 'b' },
        ]);
        assert.deepEqual(await store.verifications.countByTransport(), [
          { transport: 'closed-hours', rows: 1 },
          { transport: 'throttled', rows: 1 },
        ]);
        await store.verifications.enqueue([job('a', { round: 2 })]);
        assert.deepEqual(await store.verifications.defer([leased!], 'throttled', NOW + 50), [], 'an older round');
        assert.deepEqual(await store.verifications.findJob('T-A', 'a'), {
          unit: 'T-A',
          recordId: 'a',
          round: 2,
          attempts: 0,
          faults: 0,
        });
        await store.verifications.remove('T-A', ['a', 'b']);
        assert.equal(await store.verifications.count(), 0);
        assert.equal(await store.verifications.nextDueAt(), undefined);
      });

      it('lays a sheet aside and takes it up again, behind those who wait by then', async () => {
        await withUnits({ 'T-A': 40, 'T-B': 20 });
        const sheet = { unit: 'T-A', workbookId: 'w-1' };
        await store.verifications.enqueue(many('T-A', 40));
        assert.equal(await askedInTurn(10), 'A'.repeat(10));
        assert.equal((await store.asides.holdSheet(sheet)).length, 30, 'those being asked are answered yet');
        assert.deepEqual(await store.asides.holdSheet(sheet), []);
        assert.deepEqual([await store.asides.countHeld(sheet), await store.asides.countOpen(sheet)], [30, 40]);
        assert.equal(await askedInTurn(10), '');
        assert.deepEqual(await store.verifications.deferDue('unreachable', NOW, NOW + 5), []);
        await store.verifications.enqueue(many('T-B', 20));
        assert.equal((await store.asides.releaseSheet(sheet, NOW)).length, 30);
        const order = await askedInTurn(20);
        assert.deepEqual([count(order, 'A'), count(order, 'B')], [10, 10]);
        assert.equal(await store.asides.countHeld(sheet), 0);
      });

      it('sets a question aside that failed by itself, and redrives it', async () => {
        await withUnits({ 'T-A': 3 });
        await store.verifications.enqueue(many('T-A', 3));
        const [first] = await store.verifications.lease(NOW, NOW + 100, 1);
        assert.ok(first);
        assert.equal(await store.asides.countFault(first, 'unreachable', NOW), true);
        const [again, ...others] = await store.verifications.lease(NOW, NOW + 100, 10);
        assert.deepEqual([again?.recordId, again?.faults, others.length], [first.recordId, 1, 0], 'alone');
        assert.equal(await store.asides.setAside(first, 'not-answered'), true);
        assert.equal((await store.verifications.lease(NOW, NOW + 100, 10)).length, 2);
        assert.deepEqual(await store.asides.list('T-B'), []);
        assert.deepEqual(await store.asides.list(null), [
          { unit: 'T-A', recordId: first.recordId, round: 1, attempts: 2, reason: 'not-answered', askedAt: NOW },
        ]);
        assert.deepEqual(await store.asides.redrive(null, NOW), [{ unit: 'T-A', recordId: first.recordId }]);
        const [redriven] = await store.verifications.lease(NOW, NOW + 100, 10);
        assert.deepEqual(redriven, { ...first, attempts: 1, faults: 0 });
        await store.verifications.enqueue([{ ...many('T-A', 1)[0]!, round: 2 }]);
        assert.equal(await store.asides.setAside(first, 'not-answered'), false, 'an older round');
        assert.equal(await store.asides.countFault(first, 'unreachable', NOW), false);
      });

      it('leaves a question that failed by itself for a call of its own, when its turn comes', async () => {
        await withUnits({ 'T-A': 4 });
        await store.verifications.enqueue(many('T-A', 4));
        const second = (await store.verifications.lease(NOW, NOW, 2)).find(({ recordId }) => recordId.endsWith('1'));
        assert.ok(second);
        await store.asides.countFault(second, 'unreachable', NOW);
        const call = async () => (await store.verifications.lease(NOW, NOW + 100, 10)).map(({ recordId }) => recordId);
        assert.deepEqual((await call()).sort(), ['T-A-0000', 'T-A-0002', 'T-A-0003']);
        assert.deepEqual(await call(), ['T-A-0001']);
      });

      it('knows the numbers that a unit asked about for a while, and those of its rows', async () => {
        await withUnits({ 'T-A': 1 });
        await store.records.insert([record('n', { citizenId: '036010000007' })]);
        const asked = ['036010000001', '036010000001', '036010000002'].map((citizenId) => ({ unit: 'T-A', citizenId }));
        await store.askedNumbers.note(asked, NOW);
        await store.askedNumbers.note([{ unit: 'T-A', citizenId: '036010000003' }], NOW + 10);
        const known = async (unit: string) =>
          [
            ...(await store.askedNumbers.known(
              unit,
              Array.from({ length: 9 }, (_, at) => `03601000000${at}`),
            )),
          ].sort();
        assert.deepEqual(await known('T-A'), ['036010000001', '036010000002', '036010000003', '036010000007']);
        assert.deepEqual(await known('T-B'), []);
        await store.askedNumbers.purgeOlder(NOW + 5);
        assert.deepEqual(await known('T-A'), ['036010000003', '036010000007']);
      });

      it('remembers how the answers about a sheet went', async () => {
        await withUnits({ 'T-A': 1, 'T-B': 1 });
        const sheet = { unit: 'T-A', workbookId: 'w-1' };
        assert.equal(await store.sheetChecks.find(sheet), undefined);
        const check = { doubt: 1.5, answered: 3, failed: 2, heldAt: null, suspicion: null, askedOn: false };
        await store.sheetChecks.save([{ ...sheet, ...check }]);
        assert.deepEqual(await store.sheetChecks.find(sheet), check);
        const held = { ...check, heldAt: NOW, suspicion: { column: 'sex', kind: 'values' }, askedOn: true } as const;
        const other = { unit: 'T-B', workbookId: 'w-1' };
        await store.sheetChecks.save([
          { ...other, ...check },
          { ...sheet, ...held },
        ]);
        assert.deepEqual(await store.sheetChecks.find(sheet), held);
        const unknown = { unit: 'T-B', workbookId: 'w-2' };
        assert.deepEqual(await store.sheetChecks.findEach([other, unknown, sheet]), [check, undefined, held]);
        await store.sheetChecks.remove(sheet);
        assert.equal(await store.sheetChecks.find(sheet), undefined);
        assert.deepEqual(await store.sheetChecks.find(other), check);
      });

      it('keeps one verdict a round, and none for a question that is closed', async () => {
        await keepRecords(store, record('a'));
        await store.verifications.enqueue([job('a')]);
        const first = verdict('a');
        assert.deepEqual(await store.verifications.complete([first, verdict('a', { outcome: 'differs' })]), [first]);
        assert.deepEqual(await store.verifications.complete([verdict('a', { outcome: 'differs' })]), []);
        await store.verifications.enqueue([job('a', { round: 2 })]);
        const second = verdict('a', { round: 2, outcome: 'differs' });
        assert.deepEqual(await store.verifications.complete([verdict('a'), second]), [second]);
        assert.deepEqual([...(await store.verifications.lastRounds('T-A', ['a', 'b']))], [['a', 2]]);
        const [found] = await store.statuses.page({ root: 'T-A', workbookId: 'w-1', classes: null }, 0, 1);
        const status = found?.statuses[0];
        assert.deepEqual(
          [status?.outcome, status?.compared, status?.askedAt],
          ['match', ['citizenId', 'fullName', 'birthDate'], '2026-11-22T02:00:00.000Z'],
        );
      });

      it('closes and puts off together what several units asked, each in its own round and under its own id', async () => {
        await withUnits({ 'T-A': 3, 'T-B': 2 });
        // One id in two units: the unit is part of every key.
        await store.records.insert([record('T-A-0000', { unit: 'T-B', rowId: 'row-same' })]);
        const asked = [...many('T-A', 3), ...many('T-B', 2), job('T-A-0000', { unit: 'T-B' })];
        await store.verifications.enqueue(asked);
        const leased = await store.verifications.lease(NOW, NOW + 100, 6);
        const [a0, a1, a2, b0, b1] = asked.map(
          ({ unit, recordId }) => leased.find((one) => one.unit === unit && one.recordId === recordId)!,
        );
        assert.ok(a0 && a1 && a2 && b0 && b1);
        await store.verifications.remove('T-A', [a2.recordId]);
        await store.verifications.enqueue([{ ...many('T-B', 2)[1]!, round: 2 }]);
        const verdicts = [b0, b1, a2, a0].map(({ unit, recordId }) => verdict(recordId, { unit }));
        const kept = await store.verifications.complete(verdicts);
        assert.deepEqual(
          kept.map(({ unit, recordId }) => [unit, recordId]),
          [
            ['T-B', 'T-B-0000'],
            ['T-A', 'T-A-0000'],
          ],
          'in the order given, without the late ones',
        );
        assert.deepEqual(await store.verifications.defer([a2, a1, b0, b1], 'closed-hours', NOW + 70), [a1]);
        const open = async (unit: string, ...ids: string[]) =>
          [...(await store.verifications.findJobs(unit, ids)).values()].map(({ recordId, round }) => [recordId, round]);
        assert.deepEqual(await open('T-A', 'T-A-0000', 'T-A-0001', 'T-A-0002'), [['T-A-0001', 1]]);
        assert.deepEqual(await open('T-B', 'T-A-0000', 'T-B-0000', 'T-B-0001'), [
          ['T-A-0000', 1],
          ['T-B-0001', 2],
        ]);
        assert.deepEqual([...(await store.verifications.lastRounds('T-B', ['T-A-0000', 'T-B-0001']))], []);
      });

      it('counts what waits below a unit and how far each kind of row has got', async () => {
        await keepRecords(store, record('a'), record('b'), record('c', { why: 'not-applicable' }), record('d'));
        await store.verifications.enqueue([job('a'), job('b')]);
        await store.verifications.complete([verdict('a')]);
        assert.equal(await store.statuses.waiting({ root: 'S', workbookId: null, classes: null }), 1);
        assert.equal(await store.statuses.waiting({ root: 'T-B', workbookId: null, classes: null }), 0);
        assert.deepEqual(await store.tallies.ofUnits(['T-A', 'T-B']), [
          { unit: 'T-A', kind: 'student', rows: 4, verified: 1, waiting: 1, notApplicable: 1, awaitingNumber: 0 },
        ]);
      });
    });
  });
}
