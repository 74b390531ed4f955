import { z } from 'zod';
import { ROLES } from '../role.ts';

export const SignInRequest = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(20).max(256) });
export type RefreshRequest = z.infer<typeof RefreshRequest>;

export const Account = z.object({
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  unit: z.object({ code: z.string(), name: z.string() }),
});
export type Account = z.infer<typeof Account>;

/** Access token: short-lived, kept in memory. Refresh token: rotates at each use; using an old one revokes the family. */
export const Session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds until the access token expires. */
  expiresIn: z.number().int(),
  account: Account,
  /** The database is a try-out (DỮ LIỆU THỬ). */
  tryOut: z.boolean(),
});
export type Session = z.infer<typeof Session>;
