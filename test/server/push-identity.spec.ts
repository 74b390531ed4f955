import assert from 'node:assert/strict';
import type { PushRequest } from '../../contract/schemas/push.ts';
import { loadWorkbookSigner, type WorkbookSigner } from '../../server/crypto.ts';
import { getLayout } from '../../templates/layouts.ts';
import { signedText } from '../../templates/workbook-identity.ts';
import { pupil, pushOf } from './invented-rows.ts';
import { problemOf, ServerWorld } from './server-world.ts';

describe('a push’s workbook', () => {
  let world: ServerWorld;
  let signer: WorkbookSigner;
  before(async () => {
    world = await ServerWorld.start();
    signer = loadWorkbookSigner(world.dataDir);
  });
  after(() => world.close());

  const IDENTITY = { unitName: 'Đơn vị T-A', issuedAt: '2026-11-01T00:00:00.000Z' };
  const signed = (change: Partial<PushRequest['workbook']> = {}, by = signer) => {
    const workbook = { ...pushOf([]).workbook, ...IDENTITY, ...change };
    return { ...workbook, signature: by.sign(signedText(workbook)) };
  };
  const push = (workbook: Partial<PushRequest['workbook']>, as?: string) =>
    world.tryPush(pushOf([pupil(1)], workbook), as === undefined ? {} : { as });

  it('with the signature it was issued with, or with none, is taken', async () => {
    for (const workbook of [signed(), {}, IDENTITY]) assert.equal((await push(workbook)).status, 200);
  });

  it('with any value changed since is refused, and no row of it is kept', async () => {
    const changes = [
      { unit: 'T-B' },
      { campaign: '2026-dot-khac' },
      { workbookId: 'so-khac' },
      { version: 7 },
      { unitName: 'Đơn vị khác' },
      { issuedAt: '2026-11-02T00:00:00.000Z' },
      { signature: 's1.bo' },
    ];
    for (const change of changes) {
      const answer = await push({ ...signed({ workbookId: 'so-bi-sua' }), ...change });
      assert.equal(problemOf(answer), 'workbook-altered', JSON.stringify(change));
    }
    assert.equal((await world.statuses({ query: '&workbookId=so-bi-sua' })).items.length, 0);
  });

  it('signed for another unit is refused in words that name it', async () => {
    const answer = await push(signed({ unit: 'T-B', unitName: 'Trường B' }));
    assert.equal(problemOf(answer), 'workbook-of-other-unit');
    assert.match(answer.body.title.vi, /phát cho Trường B/);
  });

  it('of another server is taken as any list: its signature says nothing here', async () => {
    const other = await ServerWorld.start();
    try {
      assert.equal((await push(signed({ workbookId: 'so-kia' }, loadWorkbookSigner(other.dataDir)))).status, 200);
      assert.equal(problemOf(await push({ unit: 'T-B', signature: `s1.kia.${'A'.repeat(86)}` })), 'unit-foreign');
    } finally {
      await other.close();
    }
  });

  it('is told the template’s present version', async () => {
    const answer = await push(signed({ workbookId: 'so-cu' }));
    assert.equal(answer.body.currentVersion, getLayout('student').version);
  });
});
