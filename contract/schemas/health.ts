import { z } from 'zod';
import { TRANSPORTS } from '../verdict.ts';

/**
 * `asking`: somebody is there to be asked · `paused`: not before an instant · `nobody`: no population service is wired ·
 * `carried`: a person carries the questions there · `stopped`.
 */
const VERIFICATION_STANDINGS = ['asking', 'paused', 'nobody', 'carried', 'stopped'] as const;

export const Health = z.object({
  ok: z.boolean(),
  version: z.string(),
  /** The database is a try-out (DỮ LIỆU THỬ). */
  tryOut: z.boolean(),
  verification: z.object({
    state: z.enum(VERIFICATION_STANDINGS),
    pausedBy: z.enum(TRANSPORTS).nullable(),
    pausedUntil: z.iso.datetime().nullable(),
  }),
  /** E-mail address for those who need help; null where the operator named none. */
  supportAddress: z.string().nullable(),
});
export type Health = z.infer<typeof Health>;
