import express, { type Request, type Response } from 'express';
import { ApiProblem } from './api-problem.ts';

const ENCODINGS = new Set(['identity', 'gzip']);
const MEGABYTE = 1024 * 1024;

/** The body of a request as bytes, plain or gzipped; the limit counts inflated ones. Rejects with an `ApiProblem`. */
export async function readFileBody(request: Request, response: Response, maxBytes: number): Promise<Uint8Array> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (!ENCODINGS.has(encoding)) throw new ApiProblem('encoding-unsupported');
  const parse = express.raw({ inflate: true, limit: maxBytes, type: () => true });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(problemOf(error, maxBytes)) : resolve()));
  });
  return request.body instanceof Uint8Array ? request.body : new Uint8Array();
}

function problemOf(error: unknown, maxBytes: number): ApiProblem {
  if ((error as { type?: string }).type !== 'entity.too.large')
    return new ApiProblem('body-invalid', { where: 'body' });
  return new ApiProblem('file-too-large', { maximum: String(Math.floor(maxBytes / MEGABYTE)) });
}
