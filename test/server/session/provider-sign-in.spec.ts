import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'supertest';
import type { ProblemCode } from '../../../contract/problem.ts';
import { linkAccount, setAccountOpen } from '../../../server/admin/change-account.ts';
import { createAccount } from '../../../server/admin/create-account.ts';
import { foreignIdentityHash } from '../../../server/session/oidc/foreign-account.ts';
import type { OidcSettings } from '../../../server/session/oidc/oidc-settings.ts';
import { CLIENT_ID, CLIENT_SECRET, TestIssuer } from '../../support/test-issuer.ts';
import { problemOf, ServerWorld, TestClock } from '../server-world.ts';

/** What the build makes the page of, without its scripts. */
const PAGE = '__STEP__|__FROM__|__NEXT__|__CHALLENGE__|__CODE__|__OFFICE_JS_URL__';

const proofOf = () => randomBytes(32).toString('base64url');
const challengeOf = (proof: string) => createHash('sha256').update(proof).digest('base64url');

describe('signing in with another service', () => {
  let issuer: TestIssuer;
  let world: ServerWorld;
  let pagesDir: string;
  const clock = new TestClock();

  before(async () => {
    issuer = await TestIssuer.start();
    world = await ServerWorld.start({ clock, oidc: settings({ linkClaim: 'email' }) });
    pagesDir = join(world.dataDir, 'pages');
    mkdirSync(pagesDir);
    writeFileSync(join(pagesDir, 'dang-nhap.html'), PAGE);
    await world.restart({ pagesDir });
  });
  after(async () => {
    await world.close();
    await issuer.close();
  });
  beforeEach(() => {
    issuer.faults = {};
    issuer.person = { sub: 'nguoi-la' };
  });

  function settings(changes: Partial<OidcSettings>): OidcSettings {
    const { url } = issuer;
    return {
      issuer: url,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      name: 'Sở thử',
      linkClaim: null,
      audiences: [],
      ...changes,
    };
  }

  const start = (proof: string, from = 'page') => world.get(`/dang-nhap?proof=${challengeOf(proof)}&from=${from}`);
  const come = (back: URL) => world.get(`${back.pathname}${back.search}`);
  const exchange = (code: string, proof: string) => world.post('/api/v1/session/provider', { code, proof });
  const codeOf = (page: Awaited<Test>) => page.text.split('|')[4] ?? '';

  /** From the press of the button to the code in the window. */
  async function comeBack(proof: string): Promise<Awaited<Test>> {
    const begun = await start(proof);
    assert.equal(begun.status, 302);
    return come(await issuer.signIn(String(begun.headers.location)));
  }

  async function signIn(): Promise<Awaited<Test>> {
    const proof = proofOf();
    return exchange(codeOf(await comeBack(proof)), proof);
  }

  const link = (username: string, subject: string) =>
    linkAccount(world.store, username, foreignIdentityHash({ issuer: issuer.url, subject }));

  it('gives a linked account a session of our own, which refreshes like any other', async () => {
    await link('vanthu.a', 'nguoi-a');
    issuer.person = { sub: 'nguoi-a' };
    const answer = await signIn();
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal(answer.body.account.username, 'vanthu.a');
    const { refreshToken, accessToken } = answer.body;
    assert.equal((await world.get('/api/v1/me', accessToken)).status, 200);
    const next = await world.post('/api/v1/session/refresh', { refreshToken });
    assert.equal(next.status, 200);
    assert.equal(next.body.account.username, 'vanthu.a');
  });

  it('asks nobody who came this way to change a one-time password', async () => {
    await createAccount(world.store, { username: 'mot.lan.sso', displayName: 'x', role: 'clerk', unit: 'T-A' });
    await link('mot.lan.sso', 'nguoi-mot-lan');
    issuer.person = { sub: 'nguoi-mot-lan' };
    const { body } = await signIn();
    assert.equal(body.mustChangePassword, false);
    assert.equal((await world.get('/api/v1/statuses', body.accessToken)).status, 200);
    const { body: next } = await world.post('/api/v1/session/refresh', { refreshToken: body.refreshToken });
    assert.equal(next.mustChangePassword, false);
    assert.equal((await world.get('/api/v1/statuses', next.accessToken)).status, 200);
  });

  it('links an account once, by a name that the provider has confirmed', async () => {
    await createAccount(world.store, { username: 'lan@so.test', displayName: 'Lan', role: 'clerk', unit: 'T-B' });
    issuer.person = { sub: 'nguoi-lan', email: 'Lan@so.test', email_verified: true };
    assert.equal((await signIn()).body.account?.username, 'lan@so.test');
    issuer.person = { sub: 'nguoi-lan', email: 'da-doi@so.test', email_verified: true };
    assert.equal((await signIn()).body.account?.username, 'lan@so.test', 'the link stays when the name changes');
    issuer.person = { sub: 'ke-khac', email: 'lan@so.test', email_verified: true };
    assert.equal(problemOf(await signIn()), 'account-unlinked', 'the next owner of an address is somebody else');
    const actions = (await world.store.audit.all()).map(({ action }) => action);
    assert.equal(actions.filter((action) => action === 'account-linked').length, 3, 'two by hand, one by name');
  });

  it('links nobody to an operator by name', async () => {
    await createAccount(world.store, { username: 'op@so.test', displayName: 'x', role: 'operator', unit: null });
    issuer.person = { sub: 'muon-len', email: 'op@so.test', email_verified: true };
    assert.equal(problemOf(await signIn()), 'account-unlinked');
  });

  it('makes no account', async () => {
    const before = await world.store.accounts.count();
    issuer.person = { sub: 'nguoi-moi', email: 'moi@so.test', email_verified: true };
    assert.equal(problemOf(await signIn()), 'account-unlinked');
    assert.equal(await world.store.accounts.count(), before);
  });

  it('lets nobody in whose account is closed', async () => {
    await createAccount(world.store, { username: 'da.nghi', displayName: 'x', role: 'clerk', unit: 'T-A' });
    await link('da.nghi', 'nguoi-nghi');
    await setAccountOpen(world.store, 'da.nghi', false);
    issuer.person = { sub: 'nguoi-nghi' };
    assert.equal(problemOf(await signIn()), 'account-closed');
  });

  for (const [what, faults, code] of [
    ['a token of another sign-in', { claims: { nonce: 'khac' } }, 'provider-answer-invalid'],
    ['a token for another', { claims: { aud: 'khac' } }, 'provider-answer-invalid'],
    ['a token of the past', { claims: { exp: 1 } }, 'provider-answer-invalid'],
    ['a token of another key', { foreignKey: true }, 'provider-answer-invalid'],
    ['somebody who gave up', { refuses: 'access_denied' }, 'provider-refused'],
  ] as const satisfies readonly (readonly [string, object, ProblemCode])[]) {
    it(`says what is wrong with ${what}, to the page that asked`, async () => {
      issuer.faults = faults;
      assert.equal(problemOf(await signIn()), code);
    });
  }

  it('says that the provider is down, and stays open for passwords', async () => {
    issuer.faults = { status: 503 };
    await world.restart({ pagesDir });
    const proof = proofOf();
    const page = await start(proof);
    assert.equal(page.status, 200);
    assert.equal(problemOf(await exchange(codeOf(page), proof)), 'provider-unreachable');
    await world.signIn('vanthu.b');
  });

  it('takes what comes back once', async () => {
    const proof = proofOf();
    const begun = await start(proof);
    const back = await issuer.signIn(String(begun.headers.location));
    assert.match((await come(back)).text, /^done\|page\|\|/);
    const again = await come(back);
    assert.equal(again.status, 400);
    assert.match(again.text, /^expired\|[^|]*\|\|\|\|/);
  });

  it('exchanges a code once', async () => {
    await link('vanthu.a', 'nguoi-a');
    issuer.person = { sub: 'nguoi-a' };
    const proof = proofOf();
    const code = codeOf(await comeBack(proof));
    assert.equal((await exchange(code, proof)).status, 200);
    assert.equal(problemOf(await exchange(code, proof)), 'handover-expired');
  });

  it('exchanges a code with the page alone that began it, and burns it otherwise', async () => {
    await link('vanthu.a', 'nguoi-a');
    issuer.person = { sub: 'nguoi-a' };
    const proof = proofOf();
    const code = codeOf(await comeBack(proof));
    assert.equal(problemOf(await exchange(code, proofOf())), 'handover-expired');
    assert.equal(problemOf(await exchange(code, proof)), 'handover-expired');
  });

  it('gives the window a quarter of an hour, and the code a minute', async () => {
    const slow = proofOf();
    const begun = await start(slow);
    const back = await issuer.signIn(String(begun.headers.location));
    clock.advance(15 * 60 + 1);
    assert.equal((await come(back)).status, 400);
    const proof = proofOf();
    const code = codeOf(await comeBack(proof));
    clock.advance(61);
    assert.equal(problemOf(await exchange(code, proof)), 'handover-expired');
  });

  it('stops in Office at a page of ours first, so that the dialog knows its pane', async () => {
    const proof = proofOf();
    const [step, from, next] = (await start(proof, 'excel')).text.split('|');
    assert.deepEqual([step, from], ['go', 'excel']);
    const begun = await world.get(String(next).replaceAll('&amp;', '&'));
    assert.equal(begun.status, 302);
    const page = await come(await issuer.signIn(String(begun.headers.location)));
    assert.match(page.text, /^done\|excel\|/);
  });

  it('begins nothing for an address that no page of ours made', async () => {
    for (const query of ['', '?proof=ngan&from=page', `?proof=${'x'.repeat(43)}&from=la`, `?proof=${'"'.repeat(43)}`]) {
      const answer = await world.get(`/dang-nhap${query}`);
      assert.equal(answer.status, 400, query);
      assert.match(answer.text, /^expired\|/);
    }
  });

  it('puts no code and no token into an address or a log', async () => {
    await link('vanthu.a', 'nguoi-a');
    issuer.person = { sub: 'nguoi-a', email: 'rieng-tu@so.test' };
    world.logLines.length = 0;
    const proof = proofOf();
    const page = await comeBack(proof);
    const { body } = await exchange(codeOf(page), proof);
    const log = world.logLines.join('');
    assert.match(log, /\/dang-nhap/);
    for (const secret of [proof, codeOf(page), body.accessToken, body.refreshToken, 'nguoi-a', 'rieng-tu']) {
      assert.ok(secret && !log.includes(secret));
    }
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
  });

  it('keeps no subject: it may be somebody’s number', async () => {
    await link('vanthu.a', '001212000777');
    const account = await world.store.accounts.findByName('vanthu.a');
    assert.ok(account?.foreignIdentity);
    assert.ok(!JSON.stringify(account).includes('001212000777'));
  });

  it('is offered where it is set up, under its name and with the origin that people come back to', async () => {
    const { body } = await world.get('/api/v1/session/ways');
    assert.deepEqual(body, { provider: { name: 'Sở thử', origin: world.server.httpUrl } });
    const plain = await ServerWorld.start({ clock });
    try {
      assert.deepEqual((await plain.get('/api/v1/session/ways')).body, { provider: null });
      assert.equal((await plain.get(`/dang-nhap?proof=${challengeOf(proofOf())}&from=page`)).status, 404);
      assert.equal(
        problemOf(await plain.post('/api/v1/session/provider', { code: 'x'.repeat(43), proof: proofOf() })),
        'handover-expired',
      );
    } finally {
      await plain.close();
    }
  });
});
