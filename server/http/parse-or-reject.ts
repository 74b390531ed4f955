import type { z } from 'zod';
import { ApiProblem } from './api-problem.ts';

/** Reads a value through its schema. The refusal names the place (`rows[3].cells[2]`) and never what stood there. */
export function parseOrReject<T extends z.ZodType>(schema: T, value: unknown, part: 'body' | 'query'): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  const where = path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${String(step)}`),
    part,
  );
  throw new ApiProblem('body-invalid', { where });
}
