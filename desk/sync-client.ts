import type { SigningKey } from '../contract/schemas/campaign.ts';
import type { AskOnRequest } from '../contract/schemas/hold.ts';
import type { PushAnswer, PushRequest } from '../contract/schemas/push.ts';
import type { Account, Session, SignInWays } from '../contract/schemas/session.ts';
import type { StatusPage } from '../contract/schemas/status.ts';
import type { RecordKind } from '../rules/record.ts';
import { DeskError } from './desk-error.ts';
import type { HttpAnswer, HttpRequest, HttpTransport } from './http-transport.ts';
import {
  findProblem,
  getAccount,
  getAskOnAnswer,
  getPushAnswer,
  getSession,
  getSignInWays,
  getSigningKey,
  getStatusPage,
  getSupport,
  type SupportFacts,
} from './read-answer.ts';

/** Which statuses to read. */
export interface StatusesQuery {
  /** The cursor of the page before; null for everything. */
  readonly since: string | null;
  readonly workbookId: string;
  readonly unit: string;
}

/**
 * The sync server as the desk sees it. Tokens live in memory only: third-party frames lose cookies, and what a browser
 * stores on a shared school computer the next person can read. Every method rejects with `OfflineError` when no answer
 * came and with `DeskError` when the answer is a refusal or not understood.
 */
export class SyncClient {
  readonly #transport: HttpTransport;
  #session: Session | null = null;
  #refreshing: Promise<void> | null = null;

  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  /** The signed-in account; null when nobody is. */
  get account(): Account | null {
    return this.#session?.account ?? null;
  }

  async signIn(username: string, password: string): Promise<Session> {
    const answer = await this.#transport.send({
      method: 'POST',
      path: '/api/v1/session',
      body: { username, password },
    });
    this.#session = getSession(bodyOf(answer));
    return this.#session;
  }

  async signInWays(): Promise<SignInWays> {
    return getSignInWays(bodyOf(await this.#transport.send({ method: 'GET', path: '/api/v1/session/ways' })));
  }

  /** The end of signing in in a window of its own: what it handed over, and the proof that the window was ours. */
  async signInByProvider(code: string, proof: string): Promise<Session> {
    const answer = await this.#transport.send({
      method: 'POST',
      path: '/api/v1/session/provider',
      body: { code, proof },
    });
    this.#session = getSession(bodyOf(answer));
    return this.#session;
  }

  /** Forgets the tokens at once, and tells the server, so that the refresh token dies too. Being offline does not hinder it. */
  async signOut(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    if (!session) return;
    try {
      await this.#transport.send({ method: 'DELETE', path: '/api/v1/session', headers: bearer(session) });
    } catch {
      // Nothing to do about it: the tokens are forgotten here and expire there.
    }
  }

  /**
   * Any request of the signed-in account: sent with its access token and, when that has just expired, once more with a fresh one.
   * Answers with the body.
   */
  async authorised(request: HttpRequest): Promise<unknown> {
    const session = this.#getSession();
    const answer = await this.#send(request, session);
    if (!isTokenExpired(answer)) return bodyOf(answer);
    // Another request may have refreshed in the meantime: using the old refresh token again would revoke the session.
    if (this.#session === session) await this.#refresh();
    const second = await this.#send(request, this.#getSession());
    if (isTokenExpired(second)) this.#expire();
    return bodyOf(second);
  }

  async me(): Promise<Account> {
    return getAccount(await this.authorised({ method: 'GET', path: '/api/v1/me' }));
  }

  async changePassword(currentPassword: string, newPassword: string): Promise<void> {
    await this.authorised({ method: 'POST', path: '/api/v1/me/password', body: { currentPassword, newPassword } });
    if (this.#session) this.#session = { ...this.#session, mustChangePassword: false };
  }

  /** One batch. The same key with the same rows may be sent again and again: the server answers as the first time. */
  async push(request: PushRequest, idempotencyKey: string): Promise<PushAnswer> {
    const answer = await this.authorised({
      method: 'POST',
      path: '/api/v1/pushes',
      headers: { 'idempotency-key': idempotencyKey },
      body: request,
    });
    return getPushAnswer(answer);
  }

  /** Has a sheet that was held asked about to its end. Returns how many rows wait again. */
  async askOn(sheet: AskOnRequest): Promise<number> {
    return getAskOnAnswer(await this.authorised({ method: 'POST', path: '/api/v1/holds/release', body: sheet })).rows;
  }

  async statuses({ since, workbookId, unit }: StatusesQuery): Promise<StatusPage> {
    const query = [
      ...(since === null ? [] : [['since', since] as const]),
      ['workbookId', workbookId] as const,
      ['unit', unit] as const,
      ['limit', '1000'] as const,
    ];
    const text = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    return getStatusPage(await this.authorised({ method: 'GET', path: `/api/v1/statuses?${text}` }));
  }

  /** The unit's own workbook as an .xlsx file, filled with its roster. */
  async workbook(template: RecordKind): Promise<Uint8Array<ArrayBuffer>> {
    const path = `/api/v1/workbooks/${template}`;
    const bytes = await this.authorised({ method: 'GET', path, answer: 'bytes' });
    if (!(bytes instanceof Uint8Array)) throw new DeskError('answer-not-understood', { params: { where: 'workbook' } });
    return new Uint8Array(bytes);
  }

  /** The key that the server signs workbooks with. */
  async signingKey(): Promise<SigningKey> {
    return getSigningKey(bodyOf(await this.#transport.send({ method: 'GET', path: '/api/v1/signing-key' })));
  }

  /** Where people write for help, and the server's version, for the letter. */
  async support(): Promise<SupportFacts> {
    return getSupport(bodyOf(await this.#transport.send({ method: 'GET', path: '/api/v1/health' })));
  }

  #send(request: HttpRequest, session: Session): Promise<HttpAnswer> {
    return this.#transport.send({ ...request, headers: { ...request.headers, ...bearer(session) } });
  }

  #getSession(): Session {
    if (!this.#session) throw new DeskError('not-signed-in');
    return this.#session;
  }

  /** One refresh at a time, whoever asks. */
  #refresh(): Promise<void> {
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refreshOnce(): Promise<void> {
    const { refreshToken } = this.#getSession();
    const answer = await this.#transport.send({
      method: 'POST',
      path: '/api/v1/session/refresh',
      body: { refreshToken },
    });
    if (answer.status === 401) this.#expire();
    this.#session = getSession(bodyOf(answer));
  }

  #expire(): never {
    this.#session = null;
    throw new DeskError('session-expired');
  }
}

function bearer(session: Session): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${session.accessToken}` };
}

function isTokenExpired(answer: HttpAnswer): boolean {
  return answer.status === 401 && findProblem(answer.body)?.code === 'token-expired';
}

/** The body of a good answer; every other answer becomes an error. */
function bodyOf(answer: HttpAnswer): unknown {
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  const problem = findProblem(answer.body);
  if (problem) throw new DeskError('refused', { problem });
  if (answer.status >= 500) throw new DeskError('server-unwell', { params: { status: String(answer.status) } });
  throw new DeskError('answer-not-understood', { params: { where: String(answer.status) } });
}
