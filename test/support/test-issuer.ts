import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface IssuerPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly preferred_username?: string;
}

/** What is wrong with the issuer, or with the next token it makes. */
export interface IssuerFaults {
  /** Claims that stand in the token instead of the right ones; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key that the issuer does not publish. */
  readonly foreignKey?: boolean;
  /** Sends the person back with this error instead of a code. */
  readonly refuses?: string;
  /** Answers every request with this status and a page. */
  readonly status?: number;
  /** Says this of itself instead of its own address. */
  readonly issuer?: string;
  readonly authMethods?: readonly string[];
}

interface Granted {
  readonly redirectUri: string;
  readonly nonce: string;
  readonly codeChallenge: string;
}

export const CLIENT_ID = 'so-sach';
export const CLIENT_SECRET = 'bí mật thử nghiệm';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** An OpenID Connect provider on a real socket, with one person before it and switchable faults. */
export class TestIssuer {
  readonly url: string;
  person: IssuerPerson = { sub: 'nguoi-1' };
  faults: IssuerFaults = {};
  /** How clients have proved themselves at the token end point. */
  readonly proofs: string[] = [];
  readonly #server: Server;
  readonly #keys: Keys;
  readonly #foreign: Keys;
  readonly #granted = new Map<string, Granted>();

  private constructor(server: Server, keys: Keys, foreign: Keys) {
    this.#server = server;
    this.#keys = keys;
    this.#foreign = foreign;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(port = 0): Promise<TestIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return new TestIssuer(server, await generateKeyPair('RS256'), await generateKeyPair('RS256'));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What the browser does: opens the sign-in page, signs in, and is sent back. Answers with the address it comes back to. */
  async signIn(authorizationUrl: string): Promise<URL> {
    const answer = await fetch(authorizationUrl, { redirect: 'manual' });
    const location = answer.headers.get('location');
    if (answer.status !== 302 || location === null) throw new Error(`the issuer answered ${answer.status}`);
    return new URL(location);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (this.faults.status !== undefined) {
      response.writeHead(this.faults.status, { 'content-type': 'text/html' }).end('<h1>hỏng</h1>');
      return;
    }
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, this.#metadata());
      case '/jwks':
        return json(response, 200, { keys: [{ ...(await exportJWK(this.#keys.publicKey)), kid: 'k1', alg: 'RS256' }] });
      case '/authorize':
        return this.#authorize(url.searchParams, response);
      case '/token':
        return this.#token(request, response);
      default:
        return json(response, 404, {});
    }
  }

  #metadata(): unknown {
    return {
      issuer: this.faults.issuer ?? this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      ...(this.faults.authMethods ? { token_endpoint_auth_methods_supported: this.faults.authMethods } : {}),
    };
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    const get = (name: string) => query.get(name) ?? '';
    const isWell =
      get('client_id') === CLIENT_ID &&
      get('response_type') === 'code' &&
      get('code_challenge_method') === 'S256' &&
      get('prompt') === 'login' &&
      get('scope').split(' ').includes('openid') &&
      get('state') !== '' &&
      get('nonce') !== '';
    if (!isWell) {
      json(response, 400, { error: 'invalid_request' });
      return;
    }
    const back = new URL(get('redirect_uri'));
    back.searchParams.set('state', get('state'));
    if (this.faults.refuses !== undefined) back.searchParams.set('error', this.faults.refuses);
    else {
      const code = randomUUID();
      this.#granted.set(code, {
        redirectUri: get('redirect_uri'),
        nonce: get('nonce'),
        codeChallenge: get('code_challenge'),
      });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const proof = proofOf(request, form);
    this.proofs.push(proof.way);
    if (proof.secret !== CLIENT_SECRET) return json(response, 401, { error: 'invalid_client' });
    const code = form.get('code') ?? '';
    const granted = this.#granted.get(code);
    this.#granted.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!granted || granted.redirectUri !== form.get('redirect_uri') || granted.codeChallenge !== challenge) {
      return json(response, 400, { error: 'invalid_grant' });
    }
    const idToken = await this.#idToken(granted.nonce);
    json(response, 200, { access_token: 'khong-dung-den', token_type: 'Bearer', expires_in: 60, id_token: idToken });
  }

  #idToken(nonce: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const { foreignKey = false, claims = {} } = this.faults;
    const right = { iss: this.url, aud: CLIENT_ID, iat: now, exp: now + 60, nonce, ...this.person };
    const key = (foreignKey ? this.#foreign : this.#keys).privateKey;
    return new SignJWT({ ...right, ...claims } as JWTPayload).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key);
  }
}

/** RFC 6749 §2.3.1: name and secret are form-encoded before Basic. */
function proofOf(request: IncomingMessage, form: URLSearchParams): { readonly way: string; readonly secret: string } {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (basic === undefined) return { way: 'post', secret: form.get('client_secret') ?? '' };
  const secret = Buffer.from(basic, 'base64').toString().split(':')[1] ?? '';
  return { way: 'basic', secret: decodeURIComponent(secret.replace(/\+/g, ' ')) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
