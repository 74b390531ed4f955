import assert from 'node:assert/strict';
import type { ProblemCode } from '../../../contract/problem.ts';
import { ApiProblem } from '../../../server/http/api-problem.ts';
import type { ForeignIdentity } from '../../../server/session/oidc/identity-provider.ts';
import type { OidcSettings } from '../../../server/session/oidc/oidc-settings.ts';
import { OpenIdProvider } from '../../../server/session/oidc/openid-provider.ts';
import { CLIENT_ID, CLIENT_SECRET, type IssuerFaults, TestIssuer } from '../../support/test-issuer.ts';

const CALLBACK = 'https://so-sach.truong.test/dang-nhap/xong';

describe('an OpenID Connect provider', () => {
  let issuer: TestIssuer;
  const logged: object[] = [];

  beforeEach(async () => {
    issuer = await TestIssuer.start();
    logged.length = 0;
  });
  afterEach(() => issuer.close());

  const providerOf = (settings: Partial<OidcSettings> = {}) =>
    new OpenIdProvider(
      {
        issuer: issuer.url,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        name: 'Sở thử',
        linkClaim: 'email',
        audiences: [],
        ...settings,
      },
      { warn: (...said: unknown[]) => void logged.push(said[0] as object) },
    );

  async function signIn(provider = providerOf()): Promise<ForeignIdentity> {
    const { challenge, authorizationUrl } = await provider.begin(CALLBACK);
    return provider.finish(await issuer.signIn(authorizationUrl), challenge);
  }

  async function refused(code: ProblemCode, work: Promise<unknown>): Promise<void> {
    await assert.rejects(work, (error) => error instanceof ApiProblem && error.code === code);
    assert.equal(logged.length, 1, 'the operator reads why');
  }

  const refusedWith = (code: ProblemCode, faults: IssuerFaults, settings?: Partial<OidcSettings>) => {
    issuer.faults = faults;
    return refused(code, signIn(providerOf(settings)));
  };

  it('says who somebody is', async () => {
    issuer.person = { sub: 'nguoi-7', email: 'Lan@So.Test', email_verified: true };
    assert.deepEqual(await signIn(), { issuer: issuer.url, subject: 'nguoi-7', linkName: 'lan@so.test' });
    assert.deepEqual(logged, []);
  });

  it('takes a name from no address that its owner has not confirmed', async () => {
    for (const email_verified of [false, undefined, 'true' as never]) {
      issuer.person = {
        sub: 'nguoi-7',
        email: 'lan@so.test',
        ...(email_verified === undefined ? {} : { email_verified }),
      };
      assert.equal((await signIn()).linkName, null);
    }
  });

  it('takes the name from the claim that the operator chose, and from none unless one was chosen', async () => {
    issuer.person = { sub: 'nguoi-7', preferred_username: 'VanThu.A', email: 'lan@so.test', email_verified: true };
    assert.equal((await signIn(providerOf({ linkClaim: 'preferred_username' }))).linkName, 'vanthu.a');
    assert.equal((await signIn(providerOf({ linkClaim: null }))).linkName, null);
    assert.equal((await signIn(providerOf({ linkClaim: 'employee_id' }))).linkName, null);
  });

  it('asks for no more of a person than the link needs', async () => {
    const scopes = [null, 'sub', 'email', 'preferred_username'].map(async (linkClaim) => {
      const { authorizationUrl } = await providerOf({ linkClaim }).begin(CALLBACK);
      return new URL(authorizationUrl).searchParams.get('scope');
    });
    assert.deepEqual(await Promise.all(scopes), ['openid', 'openid', 'openid email', 'openid profile']);
  });

  it('proves itself the way the provider takes', async () => {
    await signIn();
    issuer.faults = { authMethods: ['client_secret_post'] };
    await signIn();
    assert.deepEqual(issuer.proofs, ['basic', 'post']);
  });

  it('refuses a token that was not made for this sign-in', () =>
    refusedWith('provider-answer-invalid', { claims: { nonce: 'cua-lan-khac' } }));
  it('refuses a token made out to another', () =>
    refusedWith('provider-answer-invalid', { claims: { aud: 'ung-dung-khac' } }));
  it('refuses a token made out to others as well', () =>
    refusedWith('provider-answer-invalid', { claims: { aud: [CLIENT_ID, 'ung-dung-khac'], azp: CLIENT_ID } }));
  it('refuses a token of the past', () =>
    refusedWith('provider-answer-invalid', { claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }));
  it('refuses a token of another issuer', () =>
    refusedWith('provider-answer-invalid', { claims: { iss: 'https://noi-khac.test' } }));
  it('refuses a token without a person', () => refusedWith('provider-answer-invalid', { claims: { sub: undefined } }));
  it('refuses a token signed by another', () => refusedWith('provider-answer-invalid', { foreignKey: true }));
  it('refuses an issuer that says it is another', () =>
    refusedWith('provider-answer-invalid', { issuer: 'https://noi-khac.test' }));
  it('refuses to be another client', () => refusedWith('provider-answer-invalid', {}, { clientSecret: 'sai' }));
  it('tells somebody who cancelled', () => refusedWith('provider-refused', { refuses: 'access_denied' }));
  it('tells a provider that cannot now', () =>
    refusedWith('provider-unreachable', { refuses: 'temporarily_unavailable' }));
  it('tells a provider that is broken', () => refusedWith('provider-unreachable', { status: 503 }));

  it('takes a token made out to an audience that the operator allows', async () => {
    issuer.faults = { claims: { aud: [CLIENT_ID, 'cong-chung'], azp: CLIENT_ID } };
    assert.equal((await signIn(providerOf({ audiences: ['cong-chung'] }))).subject, 'nguoi-1');
  });

  it('redeems a code once', async () => {
    const provider = providerOf();
    const { challenge, authorizationUrl } = await provider.begin(CALLBACK);
    const back = await issuer.signIn(authorizationUrl);
    await provider.finish(back, challenge);
    await refused('handover-expired', provider.finish(back, challenge));
  });

  it('redeems no code of another sign-in', async () => {
    const provider = providerOf();
    const mine = await provider.begin(CALLBACK);
    const other = await provider.begin(CALLBACK);
    const back = await issuer.signIn(other.authorizationUrl);
    await refused('provider-answer-invalid', provider.finish(back, mine.challenge));
    logged.length = 0;
    await refused(
      'handover-expired',
      provider.finish(back, { ...other.challenge, codeVerifier: mine.challenge.codeVerifier }),
    );
  });

  it('asks a provider that was down again at the next sign-in', async () => {
    const provider = providerOf();
    const port = Number(new URL(issuer.url).port);
    await issuer.close();
    await refused('provider-unreachable', provider.begin(CALLBACK));
    issuer = await TestIssuer.start(port);
    assert.equal((await signIn(provider)).subject, 'nguoi-1');
  });

  it('logs reasons and names of claims, never what stood in them', async () => {
    issuer.person = { sub: '001212000999' };
    issuer.faults = { claims: { aud: 'ung-dung-khac' } };
    await assert.rejects(signIn());
    const text = JSON.stringify(logged);
    assert.match(text, /"claim":"aud"/);
    assert.doesNotMatch(text, /001212000999|ung-dung-khac/);
  });
});
