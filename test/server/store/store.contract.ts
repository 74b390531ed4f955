import assert from 'node:assert/strict';
import { auditHash } from '../../../server/store/audit-chain.ts';
import type { AuditEvent } from '../../../server/store/audit-table.ts';
import type { CampaignRequest } from '../../../server/store/campaign-table.ts';
import type { Store } from '../../../server/store/store.ts';
import { NOW, UNITS, unit } from './stored-rows.ts';

const event = (action: AuditEvent['action'], counts: Record<string, number> = {}): AuditEvent => ({
  at: NOW,
  accountId: null,
  action,
  unit: 'T-A',
  counts,
  requestId: null,
});

/** What the store does on whichever database it stands. `open` gives a new, empty one. */
export function describeStore(engine: string, open: () => Promise<Store>): void {
  describe(`the store on ${engine}`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
      await store.units.upsert(UNITS);
    });
    afterEach(() => store.close());

    describe('a transaction', () => {
      it('is taken back whole when its work fails', async () => {
        const failed = store.write(async (tx) => {
          await tx.meta.markTryOut();
          await tx.units.upsert([unit('T-Z', 'X')]);
          throw new Error('hỏng');
        });
        await assert.rejects(failed, /hỏng/);
        assert.deepEqual([await store.meta.isTryOut(), await store.units.find('T-Z')], [false, undefined]);
      });

      it('is taken back whole when it breaks the tree of units', async () => {
        await assert.rejects(store.write((tx) => tx.units.upsert([unit('T-Z', 'X'), unit('T-Y', 'không có')])));
        assert.equal(await store.units.count(), UNITS.length);
      });

      it('sees what it wrote, and nobody else does before it ends', async () => {
        await store.write(async (tx) => {
          await tx.meta.markTryOut();
          assert.equal(await tx.meta.isTryOut(), true);
          assert.equal(await store.meta.isTryOut(), false);
        });
        assert.equal(await store.meta.isTryOut(), true);
      });

      it('reads one unchanging state', async () => {
        await store.read(async (tx) => {
          const before = await tx.units.count();
          await store.write((other) => other.units.upsert([unit('T-Z', 'X')]));
          assert.equal(await tx.units.count(), before);
        });
        assert.equal(await store.units.count(), UNITS.length + 1);
      });

      it('cannot write while it reads', async () => {
        await assert.rejects(store.read((tx) => tx.meta.markTryOut()));
      });

      it('loses nothing of twenty that read and write the same row at once', async () => {
        const raise = () =>
          store.write(async (tx) => {
            const pace = await tx.paces.find('stub');
            const failures = (pace?.failures ?? 0) + 1;
            await tx.paces.save('stub', { tokens: 0.5, refilledAt: NOW, pausedUntil: 0, pausedBy: null, failures });
          });
        await Promise.all(Array.from({ length: 20 }, raise));
        assert.deepEqual(await store.paces.find('stub'), {
          tokens: 0.5,
          refilledAt: NOW,
          pausedUntil: 0,
          pausedBy: null,
          failures: 20,
        });
      });
    });

    describe('units', () => {
      it('go by code point and only below a root, from behind a code', async () => {
        await store.units.upsert([unit('t-a', 'X'), unit('T_A', 'X'), unit('Đ', 'X')]);
        const codes = async (root: string | null, after = '') =>
          (await store.units.page({ root }, after, 100)).map(({ code }) => code);
        assert.deepEqual(await codes(null), ['S', 'T-A', 'T-B', 'T-C', 'T_A', 'X', 't-a', 'Đ']);
        assert.deepEqual(await codes('X'), ['T-A', 'T-B', 'T_A', 'X', 't-a', 'Đ']);
        assert.deepEqual(await codes('X', 'T-B'), ['T_A', 'X', 't-a', 'Đ']);
        assert.deepEqual(await store.units.page({ root: 'S' }, '', 1), [UNITS[0]]);
      });

      it('are within another by any number of steps', async () => {
        assert.equal(await store.units.isWithin('T-A', { root: 'S' }), true);
        assert.equal(await store.units.isWithin('T-C', { root: 'X' }), false);
        assert.equal(await store.units.isWithin('T-A', { root: null }), true);
        assert.equal(await store.units.isWithin('không có', { root: null }), false);
      });

      it('are schools in operation by their dates, the last day included', async () => {
        await store.units.upsert([
          unit('T-B', 'X', { validTo: '2026-11-22' }),
          unit('T-C', 'S', { validFrom: '2026-11-23' }),
        ]);
        assert.deepEqual(await store.units.schools('S', '2026-11-22'), ['T-A', 'T-B']);
        assert.deepEqual(await store.units.schools('S', '2026-11-23'), ['T-A', 'T-C']);
      });
    });

    describe('accounts and sign-ins', () => {
      const ACCOUNT = {
        accountId: 'a-1',
        username: 'VanThu.A',
        displayName: 'Văn thư',
        role: 'clerk',
        unit: 'T-A',
        classes: null,
        validFrom: null,
        validTo: null,
        disabledAt: null,
        foreignIdentity: null,
        passwordHash: '$argon2id$',
        passwordIsOneTime: true,
        createdAt: NOW,
      } as const;

      const FAMILY = {
        familyId: 'f-1',
        accountId: 'a-1',
        way: 'provider',
        openedAt: NOW,
        addressHash: 'nhà',
        expiresAt: NOW + 1000,
      } as const;

      it('are moved, closed and linked', async () => {
        const place = {
          role: 'class-teacher',
          unit: 'T-B',
          classes: ['7A', 'Hoa Sen'],
          validFrom: null,
          validTo: '2027-05-31',
        } as const;
        await store.accounts.insert(ACCOUNT);
        await store.accounts.setPlace('a-1', place);
        await store.accounts.setDisabled('a-1', NOW);
        await store.accounts.setForeignIdentity('a-1', 'ai-đó');
        const found = await store.accounts.findByForeignIdentity('ai-đó');
        assert.deepEqual(found, { ...ACCOUNT, ...place, disabledAt: NOW, foreignIdentity: 'ai-đó' });
        await store.accounts.insert({ ...ACCOUNT, accountId: 'a-2', username: 'khac' });
        await assert.rejects(store.accounts.setForeignIdentity('a-2', 'ai-đó'), 'one account a person');
        await store.accounts.setForeignIdentity('a-1', null);
        assert.equal(await store.accounts.findByForeignIdentity('ai-đó'), undefined);
      });

      it('are listed while they are good, the newest first, and their addresses remembered', async () => {
        await store.accounts.insert(ACCOUNT);
        await store.sessions.insertFamily(FAMILY);
        await store.sessions.insertFamily({ ...FAMILY, familyId: 'f-2', openedAt: NOW + 10, addressHash: 'trường' });
        await store.sessions.insertFamily({ ...FAMILY, familyId: 'f-3' });
        await store.sessions.insertFamily({ ...FAMILY, familyId: 'f-4', expiresAt: NOW });
        await store.sessions.revoke('f-3', NOW);
        await store.sessions.setUsed('f-1', NOW + 20);
        assert.deepEqual(
          (await store.sessions.list('a-1', NOW)).map(({ familyId, usedAt }) => [familyId, usedAt]),
          [
            ['f-2', NOW + 10],
            ['f-1', NOW + 20],
          ],
        );
        const known = (addressHash: string) => store.sessions.isKnownAddress('a-1', addressHash);
        assert.deepEqual([await known('trường'), await known('nơi khác')], [true, false]);
      });

      it('fail so many times in a row, and are forgiven', async () => {
        const { signInFailures } = store;
        assert.equal(await signInFailures.find('tên'), undefined);
        assert.deepEqual([await signInFailures.raise('tên', NOW), await signInFailures.raise('tên', NOW + 1)], [1, 2]);
        await signInFailures.lock('tên', NOW + 60);
        assert.deepEqual(await signInFailures.find('tên'), { failures: 2, lockedUntil: NOW + 60 });
        await signInFailures.purgeOlder(NOW + 30);
        assert.ok(await signInFailures.find('tên'), 'locked for longer');
        assert.deepEqual([await signInFailures.forget('tên'), await signInFailures.forget('tên')], [true, false]);
      });

      it('at another service are taken once, and in time', async () => {
        const { providerSignIns } = store;
        const begun = {
          stateHash: 's',
          opener: 'page',
          challenge: 'c',
          nonce: 'n',
          codeVerifier: 'v',
          expiresAt: NOW,
        } as const;
        await providerSignIns.insert(begun);
        await providerSignIns.insert({ ...begun, stateHash: 'muộn' });
        assert.deepEqual(
          [await providerSignIns.take('s', NOW - 1), await providerSignIns.take('s', NOW - 1)],
          [begun, undefined],
        );
        assert.equal(await providerSignIns.take('muộn', NOW), undefined);
        const handover = {
          codeHash: 'k',
          challenge: 'c',
          expiresAt: NOW,
          accountId: null,
          problem: 'account-unlinked',
        } as const;
        await providerSignIns.insertHandover(handover);
        assert.deepEqual(await providerSignIns.takeHandover('k', NOW - 1), handover);
        assert.equal(await providerSignIns.takeHandover('k', NOW - 1), undefined);
      });

      it('are found whatever the letter case, and are there once', async () => {
        await store.accounts.insert(ACCOUNT);
        assert.deepEqual(await store.accounts.findByName('vanthu.a'), ACCOUNT);
        assert.equal(await store.accounts.findByName('vanthu.à'), undefined);
        await assert.rejects(store.accounts.insert({ ...ACCOUNT, accountId: 'a-2', username: 'VANTHU.A' }));
        await store.accounts.setPassword('a-1', 'khác', false);
        const found = await store.accounts.findById('a-1');
        assert.deepEqual([found?.passwordHash, found?.passwordIsOneTime], ['khác', false]);
        assert.deepEqual([await store.accounts.countRole('clerk'), await store.accounts.count()], [1, 1]);
      });

      it('need a unit that is there, or none for an operator', async () => {
        await assert.rejects(store.accounts.insert({ ...ACCOUNT, unit: null }));
        await assert.rejects(store.accounts.insert({ ...ACCOUNT, unit: 'không có' }));
        await store.accounts.insert({ ...ACCOUNT, role: 'operator', unit: null });
        assert.equal((await store.accounts.findById('a-1'))?.unit, null);
      });

      it('use a refresh token once', async () => {
        await store.accounts.insert(ACCOUNT);
        await store.sessions.insertFamily(FAMILY);
        await store.sessions.insertToken('h-1', 'f-1', NOW + 500);
        assert.deepEqual(await store.sessions.findToken('h-1'), {
          familyId: 'f-1',
          accountId: 'a-1',
          expiresAt: NOW + 500,
          usedAt: null,
          familyExpiresAt: NOW + 1000,
          revokedAt: null,
          way: 'provider',
        });
        assert.deepEqual(
          [await store.sessions.markUsed('h-1', NOW), await store.sessions.markUsed('h-1', NOW + 1)],
          [true, false],
        );
        assert.equal((await store.sessions.findToken('h-1'))?.usedAt, NOW);
        assert.equal(await store.sessions.findLive('f-1', 'a-1', NOW), 'provider');
        assert.deepEqual(
          [await store.sessions.revoke('f-1', NOW), await store.sessions.revoke('f-1', NOW)],
          [true, false],
        );
        assert.equal(await store.sessions.findLive('f-1', 'a-1', NOW), undefined);
        await store.sessions.purgeExpired(NOW + 2000);
        assert.equal(await store.sessions.findToken('h-1'), undefined);
      });
    });

    describe('campaigns', () => {
      const CAMPAIGN = {
        campaignId: '2026-11-22-a',
        owner: 'X',
        name: 'Rà soát',
        circular: '1118',
        schoolYear: 2026,
        instructions: '',
        parts: [],
        createdAt: NOW,
        idempotencyKey: 'k-1',
        draftHash: 'h-1',
      } as const;

      it('are found by the request that opened them, of their owner alone', async () => {
        await store.campaigns.insert(CAMPAIGN);
        await store.campaigns.insert({ ...CAMPAIGN, campaignId: '2026-11-23-b', owner: 'S' });
        const { idempotencyKey, draftHash } = CAMPAIGN;
        const found = (owner: string, request: CampaignRequest = { idempotencyKey, draftHash }) =>
          store.campaigns.findOpened(owner, request);
        assert.deepEqual(await found('X'), { campaignId: '2026-11-22-a', isSameDraft: true });
        assert.deepEqual(await found('S'), { campaignId: '2026-11-23-b', isSameDraft: true });
        assert.equal((await found('X', { idempotencyKey, draftHash: 'h-2' }))?.isSameDraft, false);
        assert.equal(await found('X', { idempotencyKey: 'k-2', draftHash }), undefined);
        assert.equal(await found('T-A'), undefined);
        await assert.rejects(store.campaigns.insert({ ...CAMPAIGN, campaignId: '2026-11-24-c' }));
      });

      it('concern their owner, those above it, and who takes part', async () => {
        await store.campaigns.insert(CAMPAIGN);
        await store.campaigns.insert({ ...CAMPAIGN, campaignId: '2026-11-23-b', owner: 'S' });
        await store.campaigns.addUnits('2026-11-22-a', ['T-A', 'T-B']);
        const ids = async (root: string | null, before = '~') =>
          (await store.campaigns.page({ root }, before, 10)).map(({ campaignId }) => campaignId);
        assert.deepEqual(await ids(null), ['2026-11-23-b', '2026-11-22-a']);
        assert.deepEqual(await ids('S', '2026-11-23-b'), ['2026-11-22-a']);
        assert.deepEqual(await ids('T-A'), ['2026-11-22-a']);
        assert.deepEqual(await ids('T-C'), []);
        assert.equal((await store.campaigns.find('2026-11-22-a', { root: 'X' }))?.unitCount, 2);
        assert.equal(await store.campaigns.find('2026-11-22-a', { root: 'T-C' }), undefined);
        assert.deepEqual(await store.campaigns.units('2026-11-22-a', { root: 'S' }, 'T-A', 10), [
          { unit: 'T-B', name: 'Đơn vị T-B' },
        ]);
        assert.equal(await store.campaigns.takesPart('T-C', '2026-11-22-a'), false);
      });

      it('keep of each receipt the first opening and the last push, and go with them', async () => {
        await store.campaigns.insert(CAMPAIGN);
        await store.campaigns.addUnits('2026-11-22-a', ['T-A']);
        const key = { unit: 'T-A', campaignId: '2026-11-22-a', kind: 'student' } as const;
        await store.receipts.sent([key], NOW);
        await store.receipts.opened(key, 1, NOW + 1);
        await store.receipts.opened(key, 2, NOW + 2);
        await store.receipts.checked(key, { errorRows: 3, stays: 1 }, NOW + 3);
        await store.receipts.pushed(key, 2, NOW + 4);
        assert.deepEqual(await store.receipts.ofUnits('2026-11-22-a', ['T-A', 'T-B']), [
          {
            ...key,
            sentAt: NOW,
            openedAt: NOW + 1,
            version: 2,
            checkedAt: NOW + 3,
            errorRows: 3,
            stays: 1,
            pushedAt: NOW + 4,
          },
        ]);
        await store.campaigns.delete('2026-11-22-a');
        assert.deepEqual(await store.receipts.ofUnits('2026-11-22-a', ['T-A']), []);
      });
    });

    it('answers a repeated push as before, until that is thrown away', async () => {
      const answer = {
        pushId: 'p-1',
        rows: [
          {
            rowId: 'r-1',
            recordId: null,
            revision: null,
            result: 'stays' as const,
            why: null,
            incomplete: true,
            errors: ['full-name.missing'],
          },
        ],
      };
      const push = {
        unit: 'T-A',
        idempotencyKey: 'k-1',
        bodyHash: 'h',
        workbookId: 'w-1',
        accountId: 'a',
        at: NOW,
        answer,
        seenRows: ['r-2'],
      };
      await store.pushes.insert(push);
      assert.deepEqual(await store.pushes.find('T-A', 'k-1', 'h'), { answer, isSameBody: true });
      assert.deepEqual(await store.pushes.find('T-A', 'k-1', 'another'), { answer, isSameBody: false });
      assert.equal(await store.pushes.find('T-B', 'k-1', 'h'), undefined);
      assert.deepEqual([...(await store.pushes.recentRowIds('T-A', 'w-1', NOW))], ['r-1', 'r-2']);
      assert.deepEqual([...(await store.retention.countOldPushes(NOW, null))], []);
      assert.deepEqual([...(await store.retention.countOldPushes(NOW + 1, null))], [['T-A', 1]]);
      assert.equal(await store.retention.removeOldPushes(NOW + 1, 'T-A'), 1);
      assert.equal(await store.pushes.find('T-A', 'k-1', 'h'), undefined);
    });

    it('chains the audit trail, also when twenty write it at once', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, rows) => store.write((tx) => tx.audit.insert(event('pushed', { rows })))),
      );
      let previous = '';
      const ids: number[] = [];
      for await (const row of store.audit.rows()) {
        assert.equal(row.hash, auditHash(previous, row));
        previous = row.hash;
        ids.push(row.id);
      }
      assert.deepEqual(
        ids,
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
      assert.deepEqual(await store.audit.head(), { events: 20, hash: previous });
      await assert.rejects(store.audit.insert(event('pushed')), /transaction/);
    });

    it('has an id of its own, which can be renewed', async () => {
      const id = await store.meta.storeId();
      assert.match(id, /^[0-9a-f]{8}$/);
      await store.meta.renewStoreId();
      assert.notEqual(await store.meta.storeId(), id);
      assert.ok((await store.size()) > 0);
    });
  });
}
