import type { Request, RequestHandler } from 'express';
import { randomToken, sha256 } from '../../../crypto.ts';
import type { Refuse } from '../simulator-service.ts';

/** What the service asks of those who ask it; absent: nothing. */
export interface SimulatorAccess {
  readonly basic?: { readonly user: string; readonly secret: string };
  readonly token?: { readonly accessKey: string; readonly secretKey: string };
  readonly apiKey?: string;
  readonly xRoadClient?: string;
}

/** Tokens end after this long. */
const TOKEN_SECONDS = 300;

/** Signatures older or newer than this are refused, so that one cannot be used for ever. */
const TIMESTAMP_MS = 5 * 60_000;

export interface AccessGate {
  guard(refuse: Refuse): RequestHandler;
  /** A token for the credentials in `lgspaccesstoken`; undefined for others. */
  findToken(request: Request): { readonly access_token: string; readonly expires_in: number } | undefined;
}

export function makeAccessGate({ basic, token, apiKey, xRoadClient }: SimulatorAccess): AccessGate {
  const tokens = new Set<string>();

  const isPartner = (request: Request) => {
    const named = request.get('lgspaccesstoken') ?? '';
    try {
      const { AccessKey, SecretKey } = JSON.parse(Buffer.from(named, 'base64').toString()) as Record<string, unknown>;
      return AccessKey === token?.accessKey && SecretKey === token?.secretKey;
    } catch {
      return false;
    }
  };
  const isSigned = (request: Request) => {
    const timestamp = request.get('timestamp') ?? '';
    if (!(Math.abs(Date.now() - Number(timestamp)) < TIMESTAMP_MS)) return false;
    const address = `${request.protocol}://${request.get('host')}${request.originalUrl}`;
    const digest = sha256(`${address}${basic?.user}${timestamp}${basic?.secret}`);
    const signature = Buffer.from(digest, 'base64url').toString('hex');
    return request.get('authorization') === `Basic ${Buffer.from(`${basic?.user}:${signature}`).toString('base64')}`;
  };
  const isWelcome = (request: Request) =>
    (apiKey === undefined || request.get('apikey') === apiKey) &&
    (xRoadClient === undefined || request.get('x-road-client') === xRoadClient) &&
    (basic === undefined || isSigned(request)) &&
    (token === undefined || (isPartner(request) && tokens.has(request.get('authorization') ?? '')));

  return {
    guard: (refuse) => (request, response, next) => {
      if (isWelcome(request)) next();
      else refuse(response, 'chua-xac-thuc');
    },
    findToken(request) {
      if (token === undefined || !isPartner(request)) return undefined;
      const access_token = randomToken();
      tokens.add(`Bearer ${access_token}`);
      return { access_token, expires_in: TOKEN_SECONDS };
    },
  };
}
