import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { ApiProblem } from '../../http/api-problem.ts';
import type { ForeignIdentity, IdentityProvider, SignInChallenge } from './identity-provider.ts';
import { isThisMachine, type OidcSettings } from './oidc-settings.ts';
import { providerProblem } from './provider-problem.ts';

/** Somebody sits before a dialog and waits: longer, and they have closed it. */
const TIMEOUT_SECONDS = 10;
/** How far the clocks may stand apart; a school server without time service drifts by seconds. */
const CLOCK_TOLERANCE_SECONDS = 60;

/** Signs people in by OpenID Connect: discovery, authorization code with proof key, state and nonce, and a verified signature. */
export class OpenIdProvider implements IdentityProvider {
  readonly name: string;
  readonly #settings: OidcSettings;
  readonly #log: Pick<Logger, 'warn'>;
  #discovered: Promise<oidc.Configuration> | null = null;

  constructor(settings: OidcSettings, log: Pick<Logger, 'warn'>) {
    this.name = settings.name;
    this.#settings = settings;
    this.#log = log;
  }

  async begin(
    redirectUri: string,
  ): Promise<{ readonly challenge: SignInChallenge; readonly authorizationUrl: string }> {
    return this.#orRefuse(async () => {
      const config = await this.#discover();
      const challenge = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const authorizationUrl = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopeFor(this.#settings.linkClaim),
        state: challenge.state,
        nonce: challenge.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(challenge.codeVerifier),
        code_challenge_method: 'S256',
        // School computers are shared: the provider's own session may still be the person's before.
        prompt: 'login',
      });
      return { challenge, authorizationUrl: authorizationUrl.href };
    });
  }

  async finish(callback: URL, { state, nonce, codeVerifier }: SignInChallenge): Promise<ForeignIdentity> {
    return this.#orRefuse(async () => {
      const config = await this.#discover();
      const tokens = await oidc.authorizationCodeGrant(config, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new ApiProblem('provider-answer-invalid');
      this.#refuseForeignAudience(claims.aud);
      return { issuer: claims.iss, subject: claims.sub, linkName: findLinkName(claims, this.#settings.linkClaim) };
    });
  }

  /** The library has seen to it that we are one of them: a token made out to others as well could be theirs to replay. */
  #refuseForeignAudience(audience: string | string[]): void {
    const { clientId, audiences } = this.#settings;
    const foreign = [audience].flat().filter((one) => one !== clientId && !audiences.includes(one));
    if (foreign.length > 0) throw new ApiProblem('provider-answer-invalid');
  }

  /** Once; a provider that was down is asked again at the next sign-in, and never keeps the server itself from starting. */
  #discover(): Promise<oidc.Configuration> {
    this.#discovered ??= this.#askProvider().catch((error: unknown) => {
      this.#discovered = null;
      throw error;
    });
    return this.#discovered;
  }

  #askProvider(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    const metadata = { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
    const insecure = url.protocol === 'http:' && isThisMachine(url.hostname) ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(url, clientId, metadata, authenticate(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      // OpenID Connect lets TLS stand for the signature; a proxy that opens TLS stands in many an office.
      execute: [...insecure, oidc.enableNonRepudiationChecks],
    });
  }

  async #orRefuse<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { problem, why } = providerProblem(error);
      // Reasons and names of claims; what stood in them is somebody's.
      this.#log.warn({ problem: problem.code, ...why }, 'sign-in provider');
      throw problem;
    }
  }
}

/** No more of a person than the link needs. */
function scopeFor(linkClaim: string | null): string {
  if (linkClaim === null || linkClaim === 'sub') return 'openid';
  return linkClaim === 'email' ? 'openid email' : 'openid profile';
}

function findLinkName(claims: Readonly<Record<string, unknown>>, linkClaim: string | null): string | null {
  if (linkClaim === null) return null;
  const value = claims[linkClaim];
  // Anybody can claim an address at many providers; only the owner can confirm it.
  if (linkClaim === 'email' && claims.email_verified !== true) return null;
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : null;
}

/** By header unless the provider wants it in the body alone; by header is what a provider that does not say takes (Discovery §3). */
function authenticate(clientSecret: string | null): oidc.ClientAuth {
  if (clientSecret === null) return oidc.None();
  const basic = oidc.ClientSecretBasic(clientSecret);
  const post = oidc.ClientSecretPost(clientSecret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
}
