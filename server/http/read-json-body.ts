import express, { type Request, type Response } from 'express';
import { BODY_MAX_BYTES, PUSH_MAX_ROWS } from '../../contract/push-limits.ts';
import { ApiProblem } from './api-problem.ts';

const ENCODINGS = new Set(['identity', 'gzip']);
/** Names, passwords and tokens: whoever has not signed in gets no more of our memory than these need. */
const PUBLIC_MAX_BYTES = 16 * 1024;

/** The limit counts inflated bytes, so that a small gzip bomb is cut off as well. */
const parserOf = (limit: number) => express.json({ inflate: true, limit, strict: true, type: () => true });
const PARSERS = { 'signed-in': parserOf(BODY_MAX_BYTES), public: parserOf(PUBLIC_MAX_BYTES) } as const;

/** The body of a request as JSON, plain or gzipped. Rejects with an `ApiProblem`; the parser's own error may quote the body. */
export async function readJsonBody(request: Request, response: Response, from: keyof typeof PARSERS): Promise<unknown> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (!ENCODINGS.has(encoding)) throw new ApiProblem('encoding-unsupported');
  await new Promise<void>((resolve, reject) => {
    PARSERS[from](request, response, (error?: unknown) => (error ? reject(problemOf(error)) : resolve()));
  });
  return request.body;
}

function problemOf(error: unknown): ApiProblem {
  switch ((error as { type?: string }).type) {
    case 'entity.too.large':
      return new ApiProblem('body-too-large', { maximum: String(PUSH_MAX_ROWS) });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new ApiProblem('encoding-unsupported');
    default:
      // Not JSON, a broken gzip stream, or a line that dropped half-way.
      return new ApiProblem('body-invalid', { where: 'JSON' });
  }
}
