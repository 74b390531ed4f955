import type { Request, Response } from 'express';
import { BODY_MAX_BYTES, PUSH_MAX_ROWS } from '../../contract/push-limits.ts';
import { ApiProblem } from './api-problem.ts';
import { readBodyBytes } from './read-body-bytes.ts';

/** Names, passwords and tokens: whoever has not signed in gets no more of our memory than these need. */
const MAX_BYTES = { 'signed-in': BODY_MAX_BYTES, public: 16 * 1024 } as const;

/** The body of a request that is JSON, not parsed yet. Rejects with an `ApiProblem`. */
export async function readJsonBytes(
  request: Request,
  response: Response,
  from: keyof typeof MAX_BYTES,
): Promise<Uint8Array> {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '') ?? [];
  // RFC 8259 §8.1 knows no other.
  if (charset.toLowerCase() !== 'utf-8') throw new ApiProblem('encoding-unsupported');
  const tooLarge = () => new ApiProblem('body-too-large', { maximum: String(PUSH_MAX_ROWS) });
  return readBodyBytes(request, response, { maxBytes: MAX_BYTES[from], tooLarge });
}
