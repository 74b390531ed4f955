import { z } from 'zod';

export const Health = z.object({
  ok: z.boolean(),
  version: z.string(),
  /** The database is a try-out (DỮ LIỆU THỬ). */
  tryOut: z.boolean(),
});
export type Health = z.infer<typeof Health>;
