import { z } from 'zod';
import { ROLES } from '../role.ts';
import { UNIT_KINDS } from './unit.ts';

export const SignInRequest = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(20).max(256) });
export type RefreshRequest = z.infer<typeof RefreshRequest>;

/** NIST SP 800-63B §3.1.1.2: length, not composition. */
export const PASSWORD_MIN_LENGTH = 10;

export const PasswordChangeRequest = z.strictObject({
  currentPassword: z.string().min(1).max(256),
  newPassword: z.string().min(1).max(256),
});
export type PasswordChangeRequest = z.infer<typeof PasswordChangeRequest>;

export const Account = z.object({
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  /** The code is '' for an operator, who belongs to the server and to no unit. */
  unit: z.object({
    code: z.string(),
    name: z.string(),
    /** A school has no units below it: its accounts send its own workbooks only. Absent for an operator. */
    kind: z.enum(UNIT_KINDS).optional(),
  }),
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
  /** The password was given out for one use: until it is changed every other request answers `password-change-required`. */
  mustChangePassword: z.boolean(),
});
export type Session = z.infer<typeof Session>;
