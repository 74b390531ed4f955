import type { SigningKey } from '../contract/schemas/campaign.ts';
import { type SignatureState, signatureToVerify } from '../contract/workbook-signature.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';

/**
 * Whether an ECDSA signature (P-256, SHA-256, both numbers side by side) over a UTF-8 text is the key's own.
 * @param publicKey SPKI, base64
 * @param signature base64url
 */
export type VerifySignature = (publicKey: string, text: string, signature: string) => Promise<boolean>;

/** What of a host's Web Crypto is used; spelled out because the desk knows neither DOM nor Node. */
export interface SubtleLike {
  importKey(
    format: 'spki',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { readonly name: 'ECDSA'; readonly namedCurve: 'P-256' },
    extractable: false,
    usages: ['verify'],
  ): Promise<unknown>;
  verify(
    algorithm: { readonly name: 'ECDSA'; readonly hash: 'SHA-256' },
    key: never,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** Verifies by Web Crypto, which browsers and Node have alike. */
export function webVerifier(
  subtle: SubtleLike,
  encode: (text: string) => Uint8Array<ArrayBuffer>,
  decodeBase64: (text: string) => Uint8Array<ArrayBuffer>,
): VerifySignature {
  return async (publicKey, text, signature) => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
    const key = await subtle.importKey('spki', decodeBase64(publicKey), algorithm, false, ['verify']);
    const bytes = decodeBase64(signature.replaceAll('-', '+').replaceAll('_', '/'));
    return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key as never, bytes, encode(text));
  };
}

/** What the signature says, judged with a server's public key. Rejects when the key itself cannot be used. */
export async function judgeSignature(
  identity: WorkbookIdentity,
  key: SigningKey,
  verify: VerifySignature,
): Promise<SignatureState> {
  const found = signatureToVerify(identity, key.keyId);
  if (typeof found === 'string') return found;
  return (await verify(key.publicKey, found.text, found.signature)) ? 'valid' : 'altered';
}
