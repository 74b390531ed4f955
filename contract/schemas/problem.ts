import { z } from 'zod';

const Sentence = z.object({ vi: z.string(), en: z.string() });

/** RFC 9457 problem details, with both languages and the next step. */
export const Problem = z.object({
  type: z.string(),
  status: z.number().int(),
  code: z.string(),
  title: Sentence,
  nextStep: Sentence,
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;
