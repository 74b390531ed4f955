import { type VerifySignature, webVerifier } from '../../desk/judge-signature.ts';

/** Signatures in the browser. Undefined where there is no Web Crypto: on plain http pages other than localhost. */
export function findVerifier(): VerifySignature | undefined {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const encode = (text: string) => new TextEncoder().encode(text);
  return webVerifier(subtle, encode, (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
}
