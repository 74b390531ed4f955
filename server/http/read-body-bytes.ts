import express, { type Request, type Response } from 'express';
import { ApiProblem } from './api-problem.ts';

const ENCODINGS = new Set(['identity', 'gzip']);

/** What a body may be, and how it is refused. */
export interface BodyLimit {
  /** Of inflated bytes, so that a small gzip bomb is cut off as well. */
  readonly maxBytes: number;
  readonly tooLarge: () => ApiProblem;
}

/**
 * The body of a request as bytes, whether they come plain or gzipped (inflated beside the server's own thread). Rejects with an
 * `ApiProblem`, `body-invalid` for a broken gzip stream or a line that dropped half-way; the parser's own error may quote the body.
 */
export async function readBodyBytes(request: Request, response: Response, limit: BodyLimit): Promise<Uint8Array> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (!ENCODINGS.has(encoding)) throw new ApiProblem('encoding-unsupported');
  const parse = express.raw({ inflate: true, limit: limit.maxBytes, type: () => true });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(problemOf(error, limit)) : resolve()));
  });
  return request.body instanceof Uint8Array ? request.body : new Uint8Array();
}

function problemOf(error: unknown, { tooLarge }: BodyLimit): ApiProblem {
  const { type } = error as { type?: string };
  return type === 'entity.too.large' ? tooLarge() : new ApiProblem('body-invalid', { where: 'body' });
}
