import type { z } from 'zod';
import { ApiProblem } from './api-problem.ts';
import { parseOrReject } from './parse-or-reject.ts';

/** A body of JSON in UTF-8, read through its schema. Throws `body-invalid`, which quotes nothing of it. */
export function parseJsonOrReject<T extends z.ZodType>(schema: T, bytes: Uint8Array): z.output<T> {
  return parseOrReject(schema, parseJson(bytes), 'body');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // The parser's error quotes what stood there.
    throw new ApiProblem('body-invalid', { where: 'JSON' });
  }
}
