import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Response } from 'supertest';
import { runCommandLine } from '../../cli/command-line.ts';
import type { PushRequest } from '../../contract/schemas/push.ts';
import type { ReceiptFile, Sending, UndoAnswer } from '../../contract/schemas/sending.ts';
import { loadWorkbookSigner, type WorkbookSigner } from '../../server/crypto.ts';
import { captureIo } from '../cli/capture-io.ts';
import { type TempFolder, tempFolder } from '../cli/temp-folder.ts';
import { citizenId, type PushRow, pupil, pushOf, rowId } from './invented-rows.ts';
import { problemOf, ServerWorld, TestClock } from './server-world.ts';
import { StubAdapter } from './stub-adapter.ts';

/** What was sent together is listed, receipted and taken back together. */
describe('sendings', () => {
  let world: ServerWorld;
  let folder: TempFolder;
  const adapter = new StubAdapter();
  const clock = new TestClock();
  let workbookId: string;

  before(async () => {
    folder = await tempFolder();
    world = await ServerWorld.start({ population: adapter, clock });
  });
  beforeEach(() => {
    workbookId = randomUUID();
    clock.advance(1000);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  async function send(
    rows: PushRequest['rows'],
    { sendingId = String(randomUUID()), as = 'vanthu.a' } = {},
  ): Promise<string> {
    await world.push({ ...pushOf(rows, { workbookId }), sendingId }, { as });
    return sendingId;
  }
  const get = async (path: string, as = 'vanthu.a'): Promise<Response> => world.get(path, await world.token(as));
  const listed = async (): Promise<readonly Sending[]> =>
    (await get(`/api/v1/sendings?workbookId=${workbookId}`)).body.items;
  const tryUndo = async (sendingId: string, as = 'vanthu.a', unit?: string): Promise<Response> =>
    world.post(`/api/v1/sendings/${sendingId}/undo`, unit ? { unit } : {}, await world.token(as));
  async function undo(sendingId: string): Promise<UndoAnswer> {
    const answer = await tryUndo(sendingId);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  }
  const kept = async (number: number) =>
    (await world.store.records.findRows('T-A', workbookId, [rowId(number)])).get(rowId(number));
  const statuses = async () => {
    await world.server.whenIdle();
    return (await world.statuses({ query: `&workbookId=${workbookId}` })).items;
  };

  it('are listed newest first, their pushes added up, for the unit and nobody else', async () => {
    const first = await send([pupil(1), pupil(2)]);
    await send([pupil(3), pupil(4, { fullName: '' })], { sendingId: first });
    clock.advance(60);
    const second = await send([
      { rowId: rowId(1), base: 1 },
      { ...pupil(2, { className: '9B' }), base: 1 },
    ]);
    const items = await listed();
    assert.deepEqual(
      items.map(({ sendingId, by, pushes, counts, undoneAt }) => ({ sendingId, by, pushes, counts, undoneAt })),
      [
        {
          ...{ sendingId: second, by: 'vanthu.a', pushes: 1, undoneAt: null },
          counts: { queued: 0, kept: 1, unchanged: 1, stays: 0, conflict: 0 },
        },
        {
          ...{ sendingId: first, by: 'vanthu.a', pushes: 2, undoneAt: null },
          counts: { queued: 3, kept: 0, unchanged: 0, stays: 1, conflict: 0 },
        },
      ],
    );
    assert.equal(Date.parse(items[0]?.undoUntil ?? '') - Date.parse(items[0]?.at ?? ''), 24 * 3600_000);
    assert.equal(
      problemOf(await get(`/api/v1/sendings?workbookId=${workbookId}&unit=T-A`, 'vanthu.b')),
      'unit-foreign',
    );
    assert.equal(problemOf(await get(`/api/v1/sendings/${first}/receipts`, 'vanthu.b')), 'not-found');
    assert.equal(problemOf(await tryUndo(first, 'vanthu.b')), 'not-found');
    assert.equal(problemOf(await tryUndo(first, 'xem.a')), 'forbidden');
  });

  describe('taken back', () => {
    it('drop what they brought, with its questions, and free a number that was doubled by it', async () => {
      await send([pupil(10)]);
      await world.server.whenIdle();
      const doubling = await send([{ ...pupil(10), base: 1 }, pupil(11, { citizenId: citizenId(10) })]);
      assert.ok((await statuses()).every(({ flags }) => flags.includes('duplicateInUnit')));
      const answer = await undo(doubling);
      assert.deepEqual(answer.rows, [{ rowId: rowId(11), result: 'removed', revision: null }]);
      assert.equal(await kept(11), undefined);
      const left = await statuses();
      assert.deepEqual(
        left.map((item) => [item.rowId, item.outcome, item.flags]),
        [[rowId(10), 'match', []]],
      );
      assert.notEqual((await listed())[0]?.undoneAt, null);
      assert.deepEqual(await undo(doubling), answer, 'asked again, it answers as the first time');
      const [last] = (await world.store.audit.all()).slice(-1);
      assert.deepEqual(
        [last?.action, last?.counts],
        ['sending-undone', { removed: 1, restored: 0, 'changed-since': 0 }],
      );
    });

    it('put back what they changed, over all their pushes, and the verdict with the question', async () => {
      await send([pupil(20), pupil(21)]);
      await world.server.whenIdle();
      const asked = adapter.asked.length;
      const changing = await send([{ ...pupil(20, { fullName: 'Nguyễn Văn Nhầm' }), base: 1 }]);
      await send([{ ...pupil(21, { className: '9B' }), base: 1 }], { sendingId: changing });
      await world.server.whenIdle();
      assert.equal(adapter.asked.length, asked + 1);
      const answer = await undo(changing);
      assert.deepEqual(
        answer.rows.map(({ rowId: id, result, revision }) => [id, result, revision]),
        [
          [rowId(20), 'restored', 3],
          [rowId(21), 'restored', 3],
        ],
      );
      assert.equal((await kept(20))?.cells.fullName, pupil(20).cells[1]);
      assert.equal((await kept(21))?.cells.className, '9A');
      const found = new Map((await statuses()).map((item) => [item.rowId, item]));
      assert.deepEqual([found.get(rowId(20))?.outcome, found.get(rowId(20))?.round], ['match', 3]);
      assert.equal(adapter.asked.length, asked + 1, 'nobody was asked once more');
      const next = await world.push(pushOf([{ ...pupil(20, { className: '9D' }), base: 3 }], { workbookId }));
      assert.deepEqual([next.rows[0]?.result, next.rows[0]?.revision], ['kept', 4]);
    });

    it('leave alone and name what was sent again since, and whom another workbook shows by now', async () => {
      const sent = await send([pupil(30), pupil(31), pupil(32)]);
      await send([{ ...pupil(30, { className: '9B' }), base: 1 }]);
      await world.push(
        pushOf([{ ...pupil(31), rowId: rowId(731) }], { workbookId: `${workbookId.slice(0, 20)}-khac` }),
      );
      const { rows } = await undo(sent);
      assert.deepEqual(
        rows.map(({ rowId: id, result }) => [id, result]),
        [
          [rowId(30), 'changed-since'],
          [rowId(31), 'changed-since'],
          [rowId(32), 'removed'],
        ],
      );
      assert.equal((await kept(30))?.cells.className, '9B');
      assert.ok(await kept(31));
    });

    it('can come once more, under the same key as well', async () => {
      const key = `sending-again-${workbookId.slice(0, 8)}`;
      const sendingId = String(randomUUID());
      const body = { ...pushOf([pupil(40)], { workbookId }), sendingId };
      await world.push(body, { key });
      await undo(sendingId);
      assert.equal((await world.push(body, { key })).rows[0]?.result, 'queued');
      assert.ok(await kept(40));
    });

    it('only within a day', async () => {
      const sent = await send([pupil(50)]);
      clock.advance(24 * 3600 + 60);
      assert.equal(problemOf(await tryUndo(sent)), 'undo-too-late');
      assert.ok(await kept(50));
    });
  });

  describe('receipts', () => {
    const receiptsOf = async (sendingId: string): Promise<ReceiptFile> =>
      (await get(`/api/v1/sendings/${sendingId}/receipts`)).body;

    async function verify(file: ReceiptFile, signer: WorkbookSigner = loadWorkbookSigner(world.dataDir)) {
      await writeFile(folder.path('bien-nhan.json'), JSON.stringify(file));
      await writeFile(folder.path('khoa.json'), JSON.stringify({ keyId: signer.keyId, publicKey: signer.publicKey }));
      const io = captureIo();
      const args = ['receipt', 'verify', folder.path('bien-nhan.json'), '--key', folder.path('khoa.json')];
      const code = await runCommandLine(args, io, '.');
      return { code, out: io.stdout(), err: io.stderr() };
    }

    it('are signed and chained, tell no cell, and are found sound by anyone with the key', async () => {
      const rows: readonly PushRow[] = [pupil(60), pupil(61)];
      const sent = await send([...rows]);
      await send([pupil(62)], { sendingId: sent });
      const file = await receiptsOf(sent);
      const [first, second] = file.receipts;
      assert.equal(second?.number, (first?.number ?? 0) + 1);
      assert.deepEqual([first?.rows.length, second?.rows.length], [2, 1]);
      const text = JSON.stringify(file);
      for (const secret of [citizenId(60), 'Nguyễn', rowId(60)]) assert.ok(!text.includes(secret), secret);
      const { code, out } = await verify(file);
      assert.equal(code, 0, out);
      assert.equal(out.match(/^ĐÚNG/gm)?.length, 2);
    });

    it('are found out when anything in them is changed, left out or exchanged', async () => {
      const sent = await send([pupil(63)]);
      await send([pupil(64)], { sendingId: sent });
      const file = await receiptsOf(sent);
      const [a, b] = file.receipts as [ReceiptFile['receipts'][number], ReceiptFile['receipts'][number]];
      const cases: readonly (readonly [RegExp, ReceiptFile['receipts']])[] = [
        [/signature-wrong/, [{ ...a, at: '2026-11-01T00:00:00.000Z' }]],
        [/signature-wrong/, [{ ...a, counts: { ...a.counts, queued: 9 } }]],
        [/rows-altered/, [{ ...a, rows: [...a.rows, 'x'.repeat(43)] }]],
        [/signature-wrong/, [{ ...a, signature: b.signature }]],
        [
          /chain-broken/,
          [
            { ...a, previous: null, number: 1 + a.number },
            { ...b, number: 2 + a.number },
          ],
        ],
      ];
      for (const [fault, receipts] of cases) {
        const { code, out } = await verify({ ...file, receipts: [...receipts] });
        assert.equal(code, 1);
        assert.match(out, fault);
      }
      const other = await ServerWorld.start();
      try {
        const { code, out } = await verify(file, loadWorkbookSigner(other.dataDir));
        assert.equal(code, 1);
        assert.match(out, /other-key/);
      } finally {
        await other.close();
      }
    });

    it('go on as one chain a unit, over workbooks and dry runs', async () => {
      const one = await send([pupil(65)]);
      await world.tryPush({ ...pushOf([pupil(66)], { workbookId }), dryRun: true });
      workbookId = randomUUID();
      const two = await send([pupil(67)]);
      const receipts = [...(await receiptsOf(one)).receipts, ...(await receiptsOf(two)).receipts];
      assert.equal(receipts[1]?.number, (receipts[0]?.number ?? 0) + 1);
      const { code, out } = await verify({ sosach: 'receipt', v: 1, receipts });
      assert.equal(code, 0, out);
    });

    it('that are none are refused in one line', async () => {
      await writeFile(folder.path('khac.json'), '{}');
      const io = captureIo();
      assert.equal(await runCommandLine(['receipt', 'verify', folder.path('khac.json')], io, '.'), 2);
      assert.match(io.stderr(), /không phải tệp biên nhận/);
    });
  });
});
