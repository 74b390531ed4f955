import { z } from 'zod';
import { ROLES } from '../role.ts';
import { UNIT_KINDS } from './unit.ts';

export const SignInRequest = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

/** How one may sign in besides user name and password. */
export const SignInWays = z.object({
  provider: z
    .object({
      /** Stands on the button. */
      name: z.string(),
      /** The provider sends people back to this origin: a page of another cannot be handed anything. */
      origin: z.string(),
    })
    .nullable(),
});
export type SignInWays = z.infer<typeof SignInWays>;

/** BASE64URL(SHA-256) of a proof, and a proof: as RFC 7636 §4.1–4.2, between the page and us. */
export const PROOF_CHALLENGE = /^[\w-]{43}$/;
export const ProviderSignInRequest = z.strictObject({
  /** Handed over by the window in which somebody signed in; good once and for a minute. */
  code: z.string().min(20).max(256),
  /** Known to the page that opened that window alone. */
  proof: z.string().regex(/^[\w-]{43,128}$/),
});
export type ProviderSignInRequest = z.infer<typeof ProviderSignInRequest>;

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
  /** Of a class teacher: whose rows they see. */
  classes: z.array(z.string()).optional(),
});
export type Account = z.infer<typeof Account>;

/** One sign-in: what a person needs to know their own by. Where from is kept as a hash, and said to nobody. */
export const MySession = z.object({
  sessionId: z.string(),
  way: z.enum(['password', 'provider']),
  /** ISO 8601 instants. */
  openedAt: z.string(),
  usedAt: z.string(),
  expiresAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type MySession = z.infer<typeof MySession>;
export const MySessions = z.object({ items: z.array(MySession) });
export type MySessions = z.infer<typeof MySessions>;
export const MySessionPath = z.strictObject({ sessionId: z.uuid() });

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
