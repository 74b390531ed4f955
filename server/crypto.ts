import { createHmac, hash as digest, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash, verify } from '@node-rs/argon2';
import { ServerError } from './server-error.ts';

/** All cryptography of the server. Nothing else imports `node:crypto` or argon2. */

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, 2 passes, 1 lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2);
}

/** Vietnamese input methods make composed or decomposed letters: both must open the same account, hence NFC. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFC'));
}

/** Without the letters and digits that people mix up on paper (0 o, 1 l i). */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 12 readable characters in groups of four: 59 bits, and it is changed at the first sign-in. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

/** 256 random bits. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

export function mintId(): string {
  return randomUUID();
}

export function sha256(text: string): string {
  return digest('sha256', text, 'base64url');
}

/** Whom an access token speaks for. */
export interface AccessClaims {
  readonly accountId: string;
  readonly familyId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const TOKEN_FORM = /^a1\.([\w-]{36})\.([\w-]{36})\.(\d{1,16})\.([\w-]{43})$/;

/** Signs short-lived access tokens: readable by anyone, forgeable by nobody without the key. */
export class AccessTokens {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  sign(claims: AccessClaims): string {
    const text = `a1.${claims.accountId}.${claims.familyId}.${claims.expiresAt}`;
    return `${text}.${this.#mac(text)}`;
  }

  /** Undefined for anything that we did not sign. Expiry and revocation are the caller's questions. */
  find(token: string): AccessClaims | undefined {
    const match = TOKEN_FORM.exec(token);
    if (!match) return undefined;
    const [, accountId = '', familyId = '', expiresAt = '', mac = ''] = match;
    const expected = this.#mac(token.slice(0, -mac.length - 1));
    if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return undefined;
    return { accountId, familyId, expiresAt: Number(expiresAt) };
  }

  #mac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/** The signing key of a data folder, made on first use and readable by its owner alone. Throws `token-key-exposed`. */
export function loadTokenKey(dataDir: string): Buffer {
  const path = join(dataDir, 'token.key');
  try {
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Windows has no such bits: there the folder's own access list protects the file.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new ServerError('token-key-exposed');
  const key = readFileSync(path);
  if (key.length < 32) throw new ServerError('data-folder-unusable', { detail: 'token.key' });
  return key;
}
