import assert from 'node:assert/strict';
import type { Response } from 'supertest';
import { RESULT_LIST_MAX_BYTES } from '../../contract/file-limits.ts';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { loadWorkbookSigner, randomToken, sha256 } from '../../server/crypto.ts';
import { createCsdlAdapter } from '../../server/population/csdl/csdl-adapter.ts';
import { ROW_ID_HEADER } from '../../templates/sheet-match.ts';
import { signedText } from '../../templates/workbook-identity.ts';
import { campaignDraft } from './campaign-draft.ts';
import { pupil, pushOf } from './invented-rows.ts';
import { listFile } from './population/csdl/carried-world.ts';
import { PASSWORD, problemOf, ServerWorld, TestClock } from './server-world.ts';

/** Every refusal of the contract, made to happen over HTTP. */
describe('problems', () => {
  let world: ServerWorld;
  const clock = new TestClock();

  before(async () => {
    world = await ServerWorld.start({
      clock,
      limits: { signInFailures: 1, requestsPerMinute: 60 },
      makeWorkbook: async () => {
        throw new Error('Nguyễn Văn Lỗi không được lộ');
      },
    });
  });
  after(() => world.close());

  const push = async (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    world
      .post('/api/v1/pushes', body, await world.token('vanthu.a'))
      .set({ 'Idempotency-Key': 'problem-test-key-01', ...headers });
  /** To a server that questions are carried from. */
  const sendList = async (file: Uint8Array): Promise<Response> => {
    await world.restart({ population: { ...createCsdlAdapter(), register: 'invented' } });
    const answer = await world.sendFile('/api/v1/carried/answers', file);
    await world.restart();
    return answer;
  };
  const signIn = (password: string): Promise<Response> =>
    world.post('/api/v1/session', { username: 'xem.a', password });

  /** What comes of exchanging what a sign-in window handed over. */
  const exchange = async (outcome: { problem: ProblemCode } | { username: string }): Promise<Response> => {
    const [code, proof] = [randomToken(), randomToken()];
    const account = 'username' in outcome ? await world.store.accounts.findByName(outcome.username) : undefined;
    await world.store.providerSignIns.insertHandover({
      codeHash: sha256(code),
      challenge: sha256(proof),
      expiresAt: clock.now() + 60_000,
      accountId: account?.accountId ?? null,
      problem: 'problem' in outcome ? outcome.problem : null,
    });
    return world.post('/api/v1/session/provider', { code, proof });
  };

  const WAYS: Readonly<Record<ProblemCode, () => Promise<Response>>> = {
    'credentials-wrong': () => signIn('sai'),
    'too-many-attempts': () => signIn('sai lần nữa'),
    'token-missing': () => world.get('/api/v1/me').then((answer) => answer),
    'token-expired': () => world.post('/api/v1/session/refresh', { refreshToken: 'x'.repeat(43) }).then((a) => a),
    forbidden: async () => world.get('/api/v1/units', await world.token('vanthu.a')).then((answer) => answer),
    'unit-foreign': () => push(pushOf([pupil(1)], { unit: 'T-B' })),
    'unit-closed': async () => {
      const unit = await world.store.units.find('T-A');
      assert.ok(unit);
      await world.store.units.upsert([{ ...unit, validFrom: '2999-01-01' }]);
      const answer = await push(pushOf([pupil(1)]));
      await world.store.units.upsert([unit]);
      return answer;
    },
    'workbook-altered': () => push(pushOf([pupil(1)], { signature: 's1.khong-phai' })),
    'workbook-of-other-unit': () => {
      const identity = { ...pushOf([]).workbook, unit: 'T-B', unitName: 'Trường B', issuedAt: '2026-11-01T00:00:00Z' };
      const signature = loadWorkbookSigner(world.dataDir).sign(signedText(identity));
      return push(pushOf([pupil(1)], { ...identity, signature }));
    },
    'campaign-without-schools': async () => {
      const schools = await Promise.all(['T-A', 'T-B'].map((code) => world.store.units.find(code)));
      for (const school of schools) if (school) await world.store.units.upsert([{ ...school, validTo: '2000-01-01' }]);
      const answer = await world.tryOpenCampaign(campaignDraft({ units: null }));
      for (const school of schools) if (school) await world.store.units.upsert([school]);
      return answer;
    },
    'provider-unreachable': () => exchange({ problem: 'provider-unreachable' }),
    'provider-refused': () => exchange({ problem: 'provider-refused' }),
    'provider-answer-invalid': () => exchange({ problem: 'provider-answer-invalid' }),
    'account-unlinked': () => exchange({ problem: 'account-unlinked' }),
    'handover-expired': () =>
      world.post('/api/v1/session/provider', { code: randomToken(), proof: randomToken() }).then((answer) => answer),
    'account-closed': async () => {
      const place = { role: 'clerk', unit: 'T-A', validTo: '2020-01-01' } as const;
      await createAccount(world.store, { ...place, username: 'da.nghi', displayName: 'x' });
      return exchange({ username: 'da.nghi' });
    },
    'password-change-required': async () => {
      await createAccount(world.store, { username: 'mot.lan', displayName: 'x', role: 'clerk', unit: 'T-A' });
      return world.get('/api/v1/units', await world.token('mot.lan'));
    },
    'password-unsuitable': async () =>
      world
        .post('/api/v1/me/password', { currentPassword: PASSWORD, newPassword: 'x' }, await world.token('vanthu.a'))
        .then((answer) => answer),
    'not-found': () => world.get('/api/v1/khong-co').then((answer) => answer),
    'body-invalid': () => push({}),
    'body-too-large': () => push({ text: 'x'.repeat(6 * 1024 * 1024) }),
    'encoding-unsupported': () => push({}, { 'Content-Encoding': 'br' }),
    'carried-not-used': async () => world.post('/api/v1/carried/questions', {}, await world.token('vanthu.a')),
    'file-too-large': async () => sendList(Buffer.alloc(RESULT_LIST_MAX_BYTES + 1)),
    'list-unreadable': () => sendList(Buffer.from('%PDF-1.7')),
    'list-not-recognised': async () => sendList(await listFile([['Tên sách', 'Số lượng']])),
    'list-without-results': async () => sendList(await listFile([['Họ tên', 'Số CCCD']])),
    'list-is-own-workbook': async () => sendList(await listFile([['Số CCCD', 'Kết quả xác thực', ROW_ID_HEADER]])),
    'idempotency-key-missing': () => push(pushOf([pupil(1)]), { 'Idempotency-Key': 'ngan' }),
    'idempotency-key-reused': async () => {
      await push(pushOf([pupil(1)]));
      return push(pushOf([pupil(2)]));
    },
    'undo-too-late': async () => {
      const sendingId = '00000000-0000-4000-8000-00000000000a';
      const { status } = await push(
        { ...pushOf([pupil(3)]), sendingId },
        { 'Idempotency-Key': 'problem-test-key-undo' },
      );
      assert.equal(status, 200);
      const token = await world.token('vanthu.a');
      clock.advance(25 * 3600);
      return world.post(`/api/v1/sendings/${sendingId}/undo`, {}, token);
    },
    internal: async () =>
      world.get('/api/v1/workbooks/student', await world.token('vanthu.a')).then((answer) => answer),
    'too-many-requests': async () => {
      for (;;) {
        const answer = await world.get('/api/v1/health');
        if (answer.status !== 200) return answer;
      }
    },
  };

  for (const [code, provoke] of Object.entries(WAYS)) {
    it(code, async () => {
      const answer = await provoke();
      assert.equal(problemOf(answer), code);
      assert.equal(answer.status, PROBLEMS[code as ProblemCode].status);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.equal(answer.headers['x-request-id'], answer.body.requestId);
    });
  }

  it('a failure of our own says its id and nothing else, in the answer and in the log', () => {
    const log = world.logLines.join('');
    assert.ok(log.includes('"internal error"') && log.includes('problems.spec.ts'), 'where it failed is known');
    assert.ok(!log.includes('Nguyễn Văn Lỗi'), 'what it said is not');
  });
});
