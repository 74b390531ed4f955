import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LgspConfig } from './lgsp-config.ts';

export interface ServiceCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ServiceReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** `untrusted`: one side's certificate is not accepted, which asking again does not mend. */
export type LineFailure = 'broken' | 'untrusted';

export type CallService = (call: ServiceCall, signal: AbortSignal) => Promise<ServiceReply | LineFailure>;

/** A record with all its family data comes to about 5 KB; beyond this it is no answer, and must not fill the memory. */
const LONGEST_ANSWER_BYTES = 256 * 1024;

/**
 * HTTP to the service over lines that are kept open, with a client certificate where one is configured. Never rejects for what
 * the service or the line does; redirects are not followed, because credentials would follow with them.
 */
export function serviceCaller({ tls, ca, ratePerSecond }: LgspConfig): CallService {
  // As many lines as a second has calls: more would only wait.
  const lines = { keepAlive: true, maxSockets: Math.max(4, Math.ceil(ratePerSecond)) };
  const http = new HttpAgent(lines);
  const https = new HttpsAgent({ ...lines, ...tls, ...(ca === undefined ? {} : { ca }), minVersion: 'TLSv1.2' });
  const call = (question: ServiceCall, signal: AbortSignal, again: boolean): Promise<ServiceReply | LineFailure> =>
    new Promise((resolve) => {
      const url = new URL(question.url);
      const options = {
        method: 'POST',
        headers: { ...question.headers, 'content-length': String(Buffer.byteLength(question.body)) },
        signal,
      };
      const request =
        url.protocol === 'https:'
          ? requestHttps(url, { ...options, agent: https })
          : requestHttp(url, { ...options, agent: http });
      request.on('response', (response) => resolve(readReply(response)));
      request.on('error', (error: NodeJS.ErrnoException) => {
        // The service may close a line that was kept open just as it is used: that says nothing about the service.
        if (again && request.reusedSocket && error.code === 'ECONNRESET') resolve(call(question, signal, false));
        else resolve(isDistrust(error.code ?? '') ? 'untrusted' : 'broken');
      });
      request.end(question.body);
    });
  return (question, signal) => call(question, signal, true);
}

async function readReply(response: IncomingMessage): Promise<ServiceReply | LineFailure> {
  const body = await readBody(response);
  return body === undefined ? 'broken' : { status: response.statusCode ?? 0, headers: response.headers, body };
}

/** The text, undefined when it broke off, is too long, or is not UTF-8: a letter replaced would make a name differ. */
async function readBody(response: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > LONGEST_ANSWER_BYTES) return undefined;
      parts.push(part);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}

const DISTRUST = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  // The handshake failed: no common protocol, a TLS alert, or no TLS at all at this address.
  'EPROTO',
]);

/**
 * Codes of Node and OpenSSL: their certificate, or their word (a TLS alert) about ours. Some services hang up on a certificate
 * they do not accept without a word: that cannot be told from a broken line.
 */
function isDistrust(code: string): boolean {
  return DISTRUST.has(code) || (code.startsWith('ERR_SSL_') && code.includes('ALERT'));
}
