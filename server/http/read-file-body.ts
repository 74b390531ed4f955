import type { Request, Response } from 'express';
import { ApiProblem } from './api-problem.ts';
import { readBodyBytes } from './read-body-bytes.ts';

const MEGABYTE = 1024 * 1024;

/** The body of a request that is a file. Rejects with an `ApiProblem`. */
export function readFileBody(request: Request, response: Response, maxBytes: number): Promise<Uint8Array> {
  const maximum = String(Math.floor(maxBytes / MEGABYTE));
  return readBodyBytes(request, response, { maxBytes, tooLarge: () => new ApiProblem('file-too-large', { maximum }) });
}
