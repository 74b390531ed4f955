import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PushRequest } from '../../../contract/schemas/push.ts';
import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import { ApiProblem } from '../../../server/http/api-problem.ts';
import { placeOf } from '../../../server/store/record-secret.ts';
import type { PreparedRow } from '../../../server/sync/prepare-push.ts';
import { PushReader } from '../../../server/sync/push-reader.ts';
import { pupil, pushOf } from '../invented-rows.ts';

const THREAD = fileURLToPath(new URL('../../support/push-reader-thread.mjs', import.meta.url));
const NOW = Date.UTC(2026, 10, 22, 3);

/** More than a push that is read at once. */
const ROWS = 700;

function largePush(): PushRequest {
  return pushOf(
    Array.from({ length: ROWS }, (_, at) => {
      const { rowId, cells } = pupil(at, at % 9 === 0 ? { fullName: `${'Rất '.repeat(20)}Dài ${at}` } : {});
      if (at % 7 === 0) return { rowId, base: 2 };
      return { rowId, cells, base: at % 5 === 0 ? 1 : null };
    }),
  );
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Ids are drawn, and nothing is sealed twice alike. */
function withoutDraft({ draft, ...row }: PreparedRow) {
  return { ...row, hasDraft: draft !== null };
}

describe('reading pushes', () => {
  const cipher = RecordCipher.create();
  const readers: PushReader[] = [];
  let folder: string;

  const reader = (program?: string) => {
    const made = new PushReader(cipher, program);
    readers.push(made);
    return made;
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-push-reader-'));
  });
  afterEach(() => Promise.all(readers.splice(0).map((each) => each.close())));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('comes to the same in a thread as without one', async () => {
    const bytes = bytesOf(largePush());
    const inThread = await reader(THREAD).read(bytes, NOW);
    const here = await reader().read(bytes, NOW);
    assert.equal(inThread.rows.length, ROWS);
    assert.deepEqual(
      { ...inThread, rows: inThread.rows.map(withoutDraft) },
      { ...here, rows: here.rows.map(withoutDraft) },
    );
  });

  it('drafts the rows that were never acknowledged, and those alone, to be opened in their own place', async () => {
    const { rows } = await reader(THREAD).read(bytesOf(largePush()), NOW);
    let drafts = 0;
    for (const { draft, base, cells, judged } of rows) {
      assert.equal(draft !== null, base === null && judged !== null && judged.fate !== 'stays');
      if (!draft) continue;
      drafts += 1;
      const secrets = cipher.open(draft.secrets, placeOf({ unit: 'T-A', recordId: draft.recordId }));
      const more = { claimHash: judged?.claimHash, citizenId: judged?.citizenId };
      assert.deepEqual(JSON.parse(secrets), [{ citizenId: cells?.citizenId }, more]);
      assert.equal(draft.numberIndex, cipher.index(judged?.citizenId ?? ''));
    }
    assert.ok(drafts > ROWS / 2);
    assert.equal(new Set(rows.flatMap(({ draft }) => draft?.recordId ?? [])).size, drafts);
  });

  it('says where a large push is not one, and quotes nothing of it', async () => {
    const push = largePush();
    const rows = push.rows.map((row, at) => (at === 433 ? { ...row, rowId: 'Nguyễn Văn Bí Mật' } : row));
    const isAt = (where: string) => (error: unknown) => {
      assert.ok(error instanceof ApiProblem);
      assert.deepEqual([error.code, error.params], ['body-invalid', { where }]);
      return !JSON.stringify(error).includes('Bí Mật') && !error.message.includes('Bí Mật');
    };
    const large = reader(THREAD);
    await assert.rejects(large.read(bytesOf({ ...push, rows }), NOW), isAt('body.rows[433].rowId'));
    const broken = new TextEncoder().encode(`{"rows": "Bí Mật ${' '.repeat(100_000)}`);
    await assert.rejects(large.read(broken, NOW), isAt('JSON'));
    const doubled = [...push.rows, { ...push.rows[1]!, base: null }];
    await assert.rejects(large.read(bytesOf({ ...push, rows: doubled }), NOW), isAt(`body.rows[${ROWS}].rowId`));
    assert.equal((await large.read(bytesOf(push), NOW)).rows.length, ROWS, 'it goes on');
  });

  it('tells whoever waits when its thread ends, and begins another for the next', async () => {
    const program = join(folder, 'ends.mjs');
    const begun = join(folder, 'begun');
    // The first of them ends in the middle, as one without memory does.
    writeFileSync(
      program,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       const isFirst = !existsSync(${JSON.stringify(begun)});
       writeFileSync(${JSON.stringify(begun)}, '');
       parentPort.on('message', ({ id }) => {
         if (isFirst) process.exit(7);
         parentPort.postMessage({ id, push: { rows: [] } });
       });`,
    );
    const ends = reader(program);
    const both = await Promise.allSettled([ends.read(bytesOf(largePush()), NOW), ends.read(bytesOf(largePush()), NOW)]);
    assert.deepEqual(
      both.map((each) => each.status === 'rejected' && String(each.reason)),
      Array(2).fill('Error: the thread that reads pushes has ended'),
    );
    assert.deepEqual((await ends.read(bytesOf(largePush()), NOW)).rows, []);
  });

  it('reads a small push at once, whatever its thread is busy with', async () => {
    const small = reader(join(folder, 'nothing-here.mjs'));
    const [one] = largePush().rows.slice(1);
    assert.ok(one);
    assert.equal((await small.read(bytesOf(pushOf([one])), NOW)).rows[0]?.rowId, one.rowId);
    await assert.rejects(small.read(bytesOf(largePush()), NOW), (error: Error) => {
      assert.equal((error.cause as { code?: string }).code, 'ERR_MODULE_NOT_FOUND');
      return true;
    });
  });
});
