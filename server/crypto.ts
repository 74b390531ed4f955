import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash as digest,
  generateKeyPairSync,
  type Hash,
  type KeyObject,
  randomBytes,
  randomInt,
  randomUUID,
  sign,
  timingSafeEqual,
  verify as verifySignature,
  X509Certificate,
} from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { hash, verify } from '@node-rs/argon2';
import { RecordCipher } from './crypto/record-cipher.ts';
import { ServerError } from './server-error.ts';

/** All cryptography of the server stands here and in `crypto/`. Nothing else imports `node:crypto` or argon2. */

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

/** As `mintId`, in the order in which they are minted (UUID version 7, RFC 9562 §5.7): new rows come to lie beside each other. */
export function mintOrderedId(now: number): string {
  const random = randomUUID();
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/** Six readable characters: enough to tell apart what was made on one day. */
export function shortCode(): string {
  return Array.from({ length: 6 }, () => READABLE[randomInt(READABLE.length)]).join('');
}

export function sha256(text: string): string {
  return digest('sha256', text, 'base64url');
}

export type Sha256 = Hash;

/** For what does not fit into memory. */
export function startSha256(): Sha256 {
  return createHash('sha256');
}

/** Takes as long whether or not, and where, they differ. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(secret)));
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

  /** A keyed hash of what must be found again and not read: without the key nobody can try values out. No token begins with `b1`. */
  blind(text: string): string {
    return this.#mac(`b1.${text}`);
  }

  #mac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/**
 * Signs the identities of workbooks: ECDSA on P-256 over SHA-256 with the two numbers side by side (IEEE P1363), because that is
 * what every browser's Web Crypto verifies without a library.
 */
export class WorkbookSigner {
  readonly keyId: string;
  /** SPKI, base64. */
  readonly publicKey: string;
  readonly #key: KeyObject;

  /** @param privateKey PKCS #8, DER */
  constructor(privateKey: Buffer) {
    this.#key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.#key).export({ format: 'der', type: 'spki' });
    this.publicKey = spki.toString('base64');
    this.keyId = sha256(this.publicKey).slice(0, 12);
  }

  /** `s1.<key id>.<signature>` */
  sign(text: string): string {
    const signature = sign('sha256', Buffer.from(text), { key: this.#key, dsaEncoding: 'ieee-p1363' });
    return `s1.${this.keyId}.${signature.toString('base64url')}`;
  }

  /** @param signature the part behind the key id, base64url */
  verify(text: string, signature: string): boolean {
    const key = { key: createPublicKey(this.#key), dsaEncoding: 'ieee-p1363' } as const;
    return verifySignature('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  }
}

const KEYS = ['token', 'workbook', 'records'] as const;

/** Every key file of a data folder. */
export const KEY_FILES: readonly string[] = KEYS.map((name) => `${name}.key`);

/** The keys that persons' numbers are sealed with. */
export const RECORD_KEY_FILE = 'records.key';

/** The key that access tokens are signed with. Throws `token-key-exposed`. */
export function loadTokenKey(dataDir: string): Buffer {
  const key = loadKey(dataDir, 'token', () => randomBytes(32));
  if (key.length < 32) throw new ServerError('data-folder-unusable', { detail: 'token.key' });
  return key;
}

/**
 * The key that workbooks are signed with: losing it makes every workbook that is out read as another server's. Throws
 * `workbook-key-exposed`.
 */
export function loadWorkbookSigner(dataDir: string): WorkbookSigner {
  const make = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const key = loadKey(dataDir, 'workbook', () => make().export({ format: 'der', type: 'pkcs8' }));
  try {
    return new WorkbookSigner(key);
  } catch (cause) {
    throw new ServerError('data-folder-unusable', { detail: 'workbook.key' }, { cause });
  }
}

/**
 * The keys under which persons' numbers lie in the store: losing them loses the numbers. Throws `records-key-exposed`,
 * `records-key-damaged`.
 */
export function loadRecordCipher(dataDir: string): RecordCipher {
  return new RecordCipher(loadKey(dataDir, 'records', () => Buffer.from(RecordCipher.create().text)).toString());
}

/**
 * Adds a key to a data folder's ring: whoever opens the store from now on seals with it. Returns its id.
 */
export function addRecordKey(dataDir: string): string {
  const ring = loadRecordCipher(dataDir).withNewKey();
  writeRecordKeys(dataDir, ring);
  return ring.keyId;
}

/** Whole or not at all: half a ring would lose every number. */
export function writeRecordKeys(dataDir: string, ring: RecordCipher): void {
  const path = join(dataDir, RECORD_KEY_FILE);
  writeFileSync(`${path}.new`, ring.text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** A key file of a data folder, made on first use and readable by its owner alone. */
function loadKey(dataDir: string, name: (typeof KEYS)[number], make: () => Buffer): Buffer {
  const path = join(dataDir, `${name}.key`);
  try {
    writeFileSync(path, make(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Windows has no such bits: there the folder's own access list protects the file.
  const exposed = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  if (exposed) throw new ServerError(`${name}-key-exposed`);
  return readFileSync(path);
}

/** What a server's certificate says. Instants are milliseconds since 1970. */
export interface CertificateFacts {
  readonly validFrom: number;
  readonly validTo: number;
  /** `DNS:localhost, IP Address:127.0.0.1` */
  readonly names: string;
  readonly fitsKey: boolean;
  /** Whether a browser takes it for this host name or address. */
  isFor(host: string): boolean;
}

/** Reads a certificate (the first of its chain) and its key, both PEM. Undefined when either is none. */
export function findCertificateFacts(cert: string, key: string): CertificateFacts | undefined {
  try {
    const certificate = new X509Certificate(cert);
    return {
      validFrom: Date.parse(certificate.validFrom),
      validTo: Date.parse(certificate.validTo),
      names: certificate.subjectAltName ?? certificate.subject,
      fitsKey: certificate.checkPrivateKey(createPrivateKey(key)),
      isFor: (host) => (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined,
    };
  } catch {
    return undefined; // what OpenSSL makes of it in detail helps nobody here
  }
}
