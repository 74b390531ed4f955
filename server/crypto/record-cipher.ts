import { createCipheriv, createDecipheriv, createHmac, hash as digest, randomBytes, randomFillSync } from 'node:crypto';
import { z } from 'zod';
import { ServerError } from '../server-error.ts';

/** 256 bits, base64. */
const Key = z.base64().length(44);

/** What `records.key` holds, as JSON. */
const RingFile = z.strictObject({
  form: z.literal('so-sach-record-keys-1'),
  /** For the blind indexes: it finds an equal number and tells nothing else. Never changed: every index would have to be. */
  index: Key,
  /** Newest last: that one seals, all of them open. */
  seals: z.array(z.strictObject({ keyId: z.string().regex(/^[0-9a-z]{8}$/), key: Key })).min(1),
});
type RingFile = z.infer<typeof RingFile>;

/** NIST SP 800-38D §8.2: 96 bits at random, good for 2³² values a key; the largest store of ours has 2²⁵ rows. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Drawing 16 KiB at a time costs a tenth of drawing each IV by itself. */
const POOL_BYTES = 1365 * IV_BYTES;

/** The numbers of the pushes that are in hand at the same time. */
const REMEMBERED = 20_000;

const SEALED = /^f1\.([0-9a-z]{8})\.([\w-]+)$/;

/**
 * Keeps persons' numbers from whoever gets hold of the store without its keys: AES-256-GCM with a key ring, and HMAC-SHA-256 as a
 * blind index by which an equal number is found without opening any.
 */
export class RecordCipher {
  /** The key that seals now. */
  readonly keyId: string;
  /** The content of the key file. */
  readonly text: string;
  readonly #indexKey: Buffer;
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #sealing: Buffer;
  readonly #pool = Buffer.allocUnsafe(POOL_BYTES);
  #used = POOL_BYTES;
  /** A number of a push is looked for in several tables, each time by its index. */
  readonly #indexes = new Map<string, string>();

  /** Throws `records-key-damaged`. */
  constructor(text: string) {
    const ring = readRing(text);
    this.text = text;
    this.#indexKey = Buffer.from(ring.index, 'base64');
    this.#keys = new Map(ring.seals.map(({ keyId, key }) => [keyId, Buffer.from(key, 'base64')]));
    const newest = ring.seals.at(-1)!;
    this.keyId = newest.keyId;
    this.#sealing = Buffer.from(newest.key, 'base64');
  }

  /** A cipher with new keys of its own. */
  static create(): RecordCipher {
    const ring: RingFile = { form: 'so-sach-record-keys-1', index: newKey(), seals: [newSeal()] };
    return new RecordCipher(JSON.stringify(ring));
  }

  /** The same ring with one more key, which seals from now on. */
  withNewKey(): RecordCipher {
    const ring = readRing(this.text);
    return new RecordCipher(JSON.stringify({ ...ring, seals: [...ring.seals, newSeal()] }));
  }

  /** The same ring without one of its keys. Throws a RangeError for the key that seals now, and for one that is not in it. */
  withoutKey(keyId: string): RecordCipher {
    const ring = readRing(this.text);
    const seals = ring.seals.filter((seal) => seal.keyId !== keyId);
    if (keyId === this.keyId || seals.length === ring.seals.length) throw new RangeError('that key cannot go');
    return new RecordCipher(JSON.stringify({ ...ring, seals }));
  }

  /** Ids of all keys, newest last. */
  get keyIds(): readonly string[] {
    return [...this.#keys.keys()];
  }

  /** Tells one ring from another without telling anything of its keys. */
  get fingerprint(): string {
    return this.index('so-sach-record-keys').slice(0, 12);
  }

  /**
   * `f1.<key id>.<iv, ciphertext and tag as base64url>`
   * @param place where it will lie: put anywhere else, it does not open
   */
  seal(text: string, place: string): string {
    const iv = this.#takeIv();
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, iv);
    cipher.setAAD(Buffer.from(place));
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `f1.${this.keyId}.${sealed.toString('base64url')}`;
  }

  /** Throws `sealed-value-unreadable` for what was sealed with another ring, for another place, or changed since. */
  open(sealed: string, place: string): string {
    const [, keyId = '', body = ''] = SEALED.exec(sealed) ?? [];
    const key = this.#keys.get(keyId);
    if (!key) throw new ServerError('sealed-value-unreadable', { key: keyId || '?' });
    const bytes = Buffer.from(body, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch (cause) {
      throw new ServerError('sealed-value-unreadable', { key: keyId }, { cause });
    }
  }

  /** The same value under the key that seals now. Throws `sealed-value-unreadable`. */
  reseal(sealed: string, place: string): string {
    return this.seal(this.open(sealed, place), place);
  }

  /** The same for the same text, and nothing to anyone without the ring. */
  index(text: string): string {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = createHmac('sha256', this.#indexKey).update(text).digest('base64url');
    this.learn(text, index);
    return index;
  }

  /** Takes over what a cipher of the same ring has found out in another thread. */
  learn(text: string, index: string): void {
    if (this.#indexes.size === REMEMBERED) this.#indexes.clear();
    this.#indexes.set(text, index);
  }

  #takeIv(): Buffer {
    if (this.#used === POOL_BYTES) {
      randomFillSync(this.#pool);
      this.#used = 0;
    }
    this.#used += IV_BYTES;
    return this.#pool.subarray(this.#used - IV_BYTES, this.#used);
  }
}

function readRing(text: string): RingFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ServerError('records-key-damaged', {}, { cause });
  }
  const ring = RingFile.safeParse(json);
  if (!ring.success) throw new ServerError('records-key-damaged');
  return ring.data;
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}

function newSeal(): RingFile['seals'][number] {
  const key = newKey();
  return { keyId: digest('sha256', key, 'hex').slice(0, 8), key };
}
