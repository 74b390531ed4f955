import { z } from 'zod';
import { sha256 } from '../../crypto.ts';
import type { CallService, LineFailure, ServiceReply } from './call-service.ts';
import type { LgspAccess, LgspConfig } from './lgsp-config.ts';

type Headers = Readonly<Record<string, string>>;
type Failure = ServiceReply | LineFailure;

/** What stands on a question so that the service knows who asks; with what the token end point did instead of giving a token. */
export type AccessHeaders =
  | { readonly headers: Headers; readonly failure?: undefined }
  | { readonly headers?: undefined; readonly failure: Failure };

export interface Access {
  headers(signal: AbortSignal): Promise<AccessHeaders>;
  /** The service took the token for none: the next question asks for a new one. False where there is none to renew. */
  renew(): boolean;
}

/** Who asks, by the configured method. `now` in milliseconds. */
export function makeAccess(config: LgspConfig, call: CallService, now: () => number): Access {
  const { access, url, xRoadClient, apiKey } = config;
  const always = {
    ...(xRoadClient === undefined ? {} : { 'x-road-client': xRoadClient }),
    ...(apiKey === undefined ? {} : { apikey: apiKey }),
  };
  if (access.method === 'token') return tokenAccess(access, always, call, now);
  return {
    headers: async () => ({
      headers:
        access.method === 'none' ? always : { ...always, ...basicHeaders(access, url, String(Math.floor(now()))) },
    }),
    renew: () => false,
  };
}

function basicHeaders(access: LgspAccess & { method: 'basic' }, url: string, timestamp: string): Headers {
  const { user, secret, signedUrl = url } = access;
  const signature = Buffer.from(sha256(`${signedUrl}${user}${timestamp}${secret}`), 'base64url').toString('hex');
  return { authorization: `Basic ${Buffer.from(`${user}:${signature}`).toString('base64')}`, timestamp };
}

const Token = z.object({
  access_token: z.string().min(1).max(8192),
  expires_in: z.coerce.number().positive().catch(300),
});

/** Given back this long before it ends, so that it does not end on the way. */
const RENEW_EARLY_MS = 30_000;

function tokenAccess(
  access: LgspAccess & { method: 'token' },
  always: Headers,
  call: CallService,
  now: () => number,
): Access {
  const { accessKey, secretKey, appName, partnerCode, partnerCodeCus } = access;
  const names = {
    AccessKey: accessKey,
    SecretKey: secretKey,
    AppName: appName,
    PartnerCode: partnerCode,
    PartnerCodeCus: partnerCodeCus,
  };
  const lgspaccesstoken = Buffer.from(JSON.stringify(names)).toString('base64');
  let held: { readonly token: string; readonly until: number } | undefined;

  const ask = async (signal: AbortSignal): Promise<AccessHeaders> => {
    const reply = await call(
      {
        url: access.url,
        headers: { ...always, lgspaccesstoken, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials',
      },
      signal,
    );
    if (typeof reply === 'string' || reply.status !== 200) return { failure: reply };
    const token = Token.safeParse(findJson(reply.body));
    if (!token.success) return { failure: 'broken' };
    const { access_token, expires_in } = token.data;
    held = { token: access_token, until: now() + Math.max(0, expires_in * 1000 - RENEW_EARLY_MS) };
    return { headers: withToken(access_token) };
  };
  const withToken = (token: string) => ({ ...always, authorization: `Bearer ${token}`, lgspaccesstoken });

  return {
    headers: async (signal) =>
      held !== undefined && now() < held.until ? { headers: withToken(held.token) } : await ask(signal),
    renew() {
      held = undefined;
      return true;
    },
  };
}

function findJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
